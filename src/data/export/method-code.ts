import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { crc32 } from '../crc32.ts';
import { formatMethod, type MethodBlock } from './method.ts';

const OPEN = 'huimin-method:';
const CLOSE = ':end';

/**
 * The block as printed text survives: a mark, its CRC-32, and it deflated (RFC 1951) in base64. No
 * spaces, since what reads text out of a PDF makes up and loses those.
 */
export function methodCode(block: MethodBlock): string {
  const plain = strToU8(formatMethod(block));
  let binary = '';
  for (const byte of deflateSync(plain, { level: 9 })) binary += String.fromCharCode(byte);
  return `${OPEN}${crc32(plain).toString(16)}.${btoa(binary)}${CLOSE}`;
}

/** The block's text in printed text; null where there is none. Throws SyntaxError where it is damaged. */
export function readMethodCode(text: string): string | null {
  const dense = text.replace(/\s+/g, '');
  const from = dense.indexOf(OPEN);
  if (from < 0) return null;
  const [crc, code = ''] = dense.slice(from + OPEN.length, dense.indexOf(CLOSE, from)).split('.');
  let plain: Uint8Array;
  try {
    plain = inflateSync(Uint8Array.from(atob(code), (char) => char.charCodeAt(0)));
  } catch {
    throw new SyntaxError(OPEN);
  }
  if (crc32(plain).toString(16) !== crc) throw new SyntaxError(OPEN);
  return strFromU8(plain);
}
