import { osmFault } from './osm-faults.ts';
import * as B from './xml-bytes.ts';
import type { XmlWindow } from './xml-window.ts';

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** The longest that is read: &#x10FFFF; with some leading zeros. */
const LONGEST = 16;

/**
 * The value in window.bytes[start] to [end - 1] with its references resolved and every line
 * break and tab as one space, as XML 1.0 §3.3.3 asks.
 * @throws Fault xml-entity for a custom or impossible reference, xml-syntax for a control character.
 */
export function expandReferences(window: XmlWindow, start: number, end: number): Uint8Array {
  const { bytes } = window;
  const out = new Uint8Array(end - start);
  const encoder = new TextEncoder();
  let length = 0;
  for (let p = start; p < end; p++) {
    const byte = bytes[p];
    if (byte === B.AMPERSAND) {
      const semicolon = bytes.subarray(p, Math.min(end, p + LONGEST)).indexOf(B.SEMICOLON);
      const stop = semicolon === -1 ? Math.min(end, p + LONGEST) : p + semicolon + 1;
      const reference = new TextDecoder().decode(bytes.subarray(p, stop));
      const character = resolve(reference);
      if (character === null) {
        throw osmFault('xml-entity', { ...window.place(p), got: reference });
      }
      // No character is longer than its shortest reference: &#9; has 4 bytes, UTF-8 has at most 4.
      length += encoder.encodeInto(character, out.subarray(length)).written;
      p = stop - 1;
    } else if (byte >= B.SPACE) out[length++] = byte;
    else if (!B.isSpace(byte)) {
      throw window.syntax(p, { zh: '文字', en: 'text without control characters' });
    } else if (byte !== B.NEWLINE || p === start || bytes[p - 1] !== B.RETURN) {
      out[length++] = B.SPACE;
    }
  }
  return out.subarray(0, length);
}

/** The character of &lt; and its kin, &#38; or &#x26;; null for anything else. */
function resolve(reference: string): string | null {
  const [, hex, decimal, name] = /^&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));$/i.exec(reference) ?? [];
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : null;
  const code = hex !== undefined ? parseInt(hex, 16) : parseInt(decimal, 10);
  // Char of XML 1.0: no control characters but tab and line breaks, no surrogates.
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : null;
}
