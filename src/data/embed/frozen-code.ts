import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { canonicalJson } from './canonical-json.ts';
import { checkFrozen, type FrozenView } from './frozen-view.ts';
import { frozenFaults } from './frozen-faults.ts';

/** Characters of a code that is looked at: 60 areas with long names are a quarter of it. */
const LONGEST_CODE = 16_000;

/** A view as it stands in an address: its JSON deflated (RFC 1951), in base64url without padding (RFC 4648, 5). */
export function encodeFrozen(view: FrozenView): string {
  let binary = '';
  for (const byte of deflateSync(strToU8(canonicalJson(view)), { level: 9 })) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads what encodeFrozen wrote. Throws a Fault of checkFrozen's, `frozen-damaged` where it is no such code. */
export function decodeFrozen(code: string): FrozenView {
  if (code.length > LONGEST_CODE || !/^[\w-]+$/.test(code)) throw frozenFaults.damaged();
  let json: unknown;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = inflateSync(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
    json = JSON.parse(strFromU8(bytes));
  } catch {
    throw frozenFaults.damaged();
  }
  return checkFrozen(json);
}
