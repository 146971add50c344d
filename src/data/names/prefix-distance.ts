const LONGEST = 64;
/** Three rows are all that the recurrence looks at. */
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/**
 * Fewest edits that make what was typed the beginning of a name: characters left out, put in, put for
 * another, or two neighbours exchanged (Damerau 1964, Levenshtein 1966; each place edited once at
 * most). Anything above `most` is told as most + 1.
 */
export function prefixDistance(typed: string, name: string, most: number): number {
  const m = typed.length;
  const n = Math.min(name.length, m + most);
  if (m > LONGEST - most) return most + 1;
  let [before, above, row] = rows;
  for (let j = 0; j <= n; j++) above[j] = j;
  let leastAbove = 0;
  for (let i = 1; i <= m; i++) {
    const char = typed.charCodeAt(i - 1);
    let least = (row[0] = i);
    for (let j = 1; j <= n; j++) {
      const other = name.charCodeAt(j - 1);
      let edits = above[j - 1] + (char === other ? 0 : 1);
      edits = Math.min(edits, above[j] + 1, row[j - 1] + 1);
      const crossed =
        i > 1 && j > 1 && char === name.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other;
      if (crossed) edits = Math.min(edits, before[j - 2] + 1);
      row[j] = edits;
      if (edits < least) least = edits;
    }
    // An exchange may still come from the row above.
    if (least > most && leastAbove > most) return most + 1;
    leastAbove = least;
    [before, above, row] = [above, row, before];
  }
  let least = most + 1;
  for (let j = 0; j <= n; j++) if (above[j] < least) least = above[j];
  return least;
}

/** Edits forgiven for a text of this length: none below three characters, one up to five, then two. */
export const forgiven = (length: number) => (length < 3 ? 0 : length <= 5 ? 1 : 2);

/** Which characters a text has, each as one of 32 bits: what a name lacks of them needs an edit each. */
export function charBits(text: string): number {
  let bits = 0;
  for (let k = 0; k < text.length; k++) bits |= 1 << (text.charCodeAt(k) & 31);
  return bits;
}

export function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}
