/**
 * Which rows of demand each spot may cover, by spot. A spot stands for every point in it: it
 * covers a row where any of its points would, so that no site standing there covers more.
 */
export interface Covers {
  rows: number;
  /** spots + 1; the rows of spot s are those at start[s] … start[s + 1] - 1, ascending. */
  start: Uint32Array;
  /** Row × 2, + 1 where a site at the spot's middle covers it for sure. */
  pair: Uint32Array;
}

/** Finds the spots of one row of demand, into `found`: spot × 2, + 1 where its middle is one. */
export interface CoverSearch {
  spots: number;
  found: Uint32Array;
  /** Returns how many were found. */
  search(row: number): number;
}

/** Rows that are searched to guess how many pairs there are in all. */
const SAMPLE_ROWS = 240;
/** Rows between two breaths. */
const ROWS_A_STEP = 64;

/** How many pairs there will be, from rows taken evenly from all. */
export function guessPairs(search: CoverSearch, rows: number): number {
  const sample = Math.min(rows, SAMPLE_ROWS);
  let pairs = 0;
  for (let k = 0; k < sample; k++) pairs += search.search(Math.floor((k * rows) / sample));
  return sample ? (pairs * rows) / sample : 0;
}

/** All pairs, by spot; null where they are more than `most`. Yields the share that is done. */
export function* collectCovers(
  search: CoverSearch,
  rows: number,
  most: number,
): Generator<number, Covers | null> {
  let pairs = new Uint32Array(1 << 16);
  const rowEnd = new Uint32Array(rows);
  const start = new Uint32Array(search.spots + 1);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_STEP === 0) yield row / rows;
    const found = search.search(row);
    if (count + found > most) return null;
    if (count + found > pairs.length) {
      const grown = new Uint32Array(Math.min(most, Math.max(count + found, pairs.length * 2)));
      grown.set(pairs);
      pairs = grown;
    }
    for (let k = 0; k < found; k++) {
      pairs[count + k] = search.found[k];
      start[(search.found[k] >> 1) + 1]++;
    }
    rowEnd[row] = count += found;
  }
  for (let s = 0; s < search.spots; s++) start[s + 1] += start[s];
  const next = start.slice(0, search.spots);
  const pair = new Uint32Array(count);
  for (let row = 0, k = 0; row < rows; row++) {
    for (; k < rowEnd[row]; k++) pair[next[pairs[k] >> 1]++] = (row << 1) | (pairs[k] & 1);
  }
  return { rows, start, pair };
}
