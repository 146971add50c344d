import { crc32 } from '../crc32.ts';

/** Keyword of the method block in a PNG. */
export const PNG_KEYWORD = 'huimin-method';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature and the chunk IHDR, which has to come first (PNG, third edition, 5.6). */
const AFTER_IHDR = 8 + 25;

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

/** The PNG with a text in it: an iTXt chunk (PNG, third edition, 11.3.3.4), UTF-8, not compressed. */
export function withPngText(
  png: Uint8Array,
  keyword: string,
  text: string,
): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  // Keyword, nought, not compressed, method nought, no language, no translated keyword.
  const data = [...utf8.encode(`iTXt${keyword}`), 0, 0, 0, 0, 0];
  const body = new Uint8Array(data.length + utf8.encode(text).length);
  body.set(data);
  body.set(utf8.encode(text), data.length);
  const made = new Uint8Array(png.length + body.length + 8);
  const view = new DataView(made.buffer);
  made.set(png.subarray(0, AFTER_IHDR));
  view.setUint32(AFTER_IHDR, body.length - 4);
  made.set(body, AFTER_IHDR + 4);
  view.setUint32(AFTER_IHDR + 4 + body.length, crc32(body));
  made.set(png.subarray(AFTER_IHDR), AFTER_IHDR + 8 + body.length);
  return made;
}

/** The text of this keyword; null where the PNG carries none, or it is spoilt. */
export function pngText(png: Uint8Array, keyword: string): string | null {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const decoder = new TextDecoder();
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) return null;
    const body = png.subarray(at + 4, at + 8 + length);
    const head = `iTXt${keyword}\0\0\0\0\0`;
    if (decoder.decode(body.subarray(0, head.length)) === head) {
      const sound = view.getUint32(at + 8 + length) === crc32(body);
      return sound ? decoder.decode(body.subarray(head.length)) : null;
    }
    at += 12 + length;
  }
  return null;
}
