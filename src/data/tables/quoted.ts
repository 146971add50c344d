const SHOWN = 80;

/** At most 80 UTF-16 units, never ending in half a character. */
export function cut(value: string): string {
  if (value.length <= SHOWN) return value;
  const last = value.charCodeAt(SHOWN - 1);
  return value.slice(0, last >= 0xd800 && last <= 0xdbff ? SHOWN - 1 : SHOWN);
}

/** What stood there, as a sentence quotes it. */
export const got = (value: string) => (value === '' ? '∅' : `“${cut(value)}”`);
/** Names in a row, 40 at most. */
export const listed = (names: readonly string[]) => {
  const shown = names.slice(0, 40).map((n) => (n === '' ? '∅' : cut(n)));
  return shown.join(', ') + (names.length > 40 ? ', …' : '');
};
