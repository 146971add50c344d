/** Bytes that mean something to XML. All are ASCII, so no byte of a longer UTF-8 character is one. */
export const NEWLINE = 10;
export const RETURN = 13;
export const SPACE = 32;
export const BANG = 33;
export const QUOTE = 34;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const SLASH = 47;
export const SEMICOLON = 59;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;

const NAME = new Uint8Array(256);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-') {
  NAME[c.charCodeAt(0)] = 1;
}
NAME.fill(1, 128);
for (const c of '0123456789.-') NAME[c.charCodeAt(0)] = 2;

/** Whether a byte may stand in a name; every byte beyond ASCII may. */
export const inName = (byte: number) => NAME[byte] !== 0;
/** Whether a byte may begin a name. */
export const beginsName = (byte: number) => NAME[byte] === 1;
export const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** Whether bytes[start] to bytes[end - 1] are this ASCII text. */
export function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) {
    if (bytes[start + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

/** Where `text` (ASCII) next stands in bytes from `from` on; -1 when nowhere. */
export function findText(bytes: Uint8Array, from: number, text: string): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (isText(bytes, at, Math.min(at + text.length, bytes.length), text)) return at;
  }
  return -1;
}
