import type { Counted } from './coverage.ts';

/** People who lack exactly the services of a mask: bit k for the k-th. */
export interface Combination {
  mask: number;
  people: number;
  /** Populated places among them. */
  places: number;
}

/** A mask has room for so many services. */
export const MOST_TOGETHER = 31;

/** Marks bit `k` of every place whose time is beyond the limit (one, or each place's own). Seconds. */
export function markBeyond(
  lacks: Uint32Array,
  k: number,
  seconds: Float64Array,
  limit: number | Float64Array,
): void {
  const bit = 1 << k;
  for (let i = 0; i < lacks.length; i++) {
    const most = typeof limit === 'number' ? limit : limit[i];
    if (!(seconds[i] <= most)) lacks[i] |= bit;
  }
}

/**
 * People by what they lack; together they are everybody who counts. Most people first, equal ones
 * by mask; mask 0 is whoever lacks nothing.
 */
export function combinations(lacks: Uint32Array, { people, counted }: Counted): Combination[] {
  const found = new Map<number, Combination>();
  for (let i = 0; i < lacks.length; i++) {
    if (!counted[i] || people[i] <= 0) continue;
    const mask = lacks[i];
    let sum = found.get(mask);
    if (!sum) found.set(mask, (sum = { mask, people: 0, places: 0 }));
    sum.people += people[i];
    sum.places++;
  }
  return [...found.values()].sort((a, b) => b.people - a.people || a.mask - b.mask);
}
