import type { Covers } from './greatest-covers.ts';

/** What no choice of spots can exceed, and the multipliers that prove it. */
export interface CoverBound {
  /** n + 1; no k spots cover more than most[k] people. Never falls. */
  most: Float64Array;
  /** The bound for n of the values below; most[n] may come from others. */
  least: number;
  /** rows; what a row is worth to the spots that cover it, between 0 and its people. */
  value: Float64Array;
  /** spots; the values of its rows, added up. */
  worth: Float64Array;
  /** n; the spots that are worth most, the first ones of as many. */
  best: Uint32Array;
}

/** How much of each round's own slope goes into the smoothed one. */
const SMOOTH = 0.1;
/** Rounds without a better bound before the step is made shorter, and the step that ends it. */
const PATIENCE = 12;
const SHORTER = 0.66;
const LEAST_STEP = 0.004;
/** Rounds between two breaths. */
const ROUNDS_A_STEP = 4;
/** Sums of many doubles are this exact, relatively; a bound errs upwards. */
const ROUNDING = 1e-9;

/**
 * Upper bounds of maximal covering by Lagrange's multipliers (Galvão & ReVelle 1996): whatever the
 * values 0 ≤ λ ≤ w of the rows, no k spots cover more than Σ (w − λ) + the k greatest of Σ λ over a
 * spot's rows. λ = w is "k times the best spot", λ = 0 "everybody that any spot covers"; between
 * them the volume algorithm (Barahona & Anbil 2000) looks for the least. `known` is what n sites
 * are known to cover: it sets the step, and where the bound comes down to it all is proven. Yields
 * the bound for n after some rounds; may be left at any time.
 */
export function* boundCovers(
  { start, pair, rows }: Covers,
  weight: Float64Array,
  n: number,
  known: number,
  state: CoverBound,
  rounds = 300,
): Generator<number, CoverBound> {
  const spots = start.length - 1;
  const take = Math.min(n, spots);
  const reached = new Uint8Array(rows);
  for (const p of pair) reached[p >> 1] = 1;
  const value = new Float64Array(rows);
  const worth = new Float64Array(spots);
  const best = new Uint32Array(take);
  const slope = new Float64Array(rows);
  const uphill = new Float64Array(rows);
  let [step, since] = [1, 0];

  /** The bounds of these values, for every number of spots up to n. */
  const evaluate = (): number => {
    let sum = 0;
    for (let i = 0; i < rows; i++) if (reached[i]) sum += weight[i] - value[i];
    let count = 0;
    for (let s = 0; s < spots; s++) {
      let own = 0;
      for (let k = start[s]; k < start[s + 1]; k++) own += value[pair[k] >> 1];
      worth[s] = own;
      if (count === take && (take === 0 || own <= worth[best[count - 1]])) continue;
      let place = count < take ? count++ : take - 1;
      for (; place > 0 && worth[best[place - 1]] < own; place--) best[place] = best[place - 1];
      best[place] = s;
    }
    for (let k = 0; k <= n; k++) {
      if (k > 0 && k <= take) sum += worth[best[k - 1]];
      const bound = sum * (1 + ROUNDING);
      if (bound < state.most[k]) state.most[k] = bound;
    }
    return sum;
  };

  for (let i = 0; i < rows; i++) value[i] = weight[i];
  evaluate();
  value.fill(0);
  evaluate();
  const warm = state.value.length === rows;
  for (let i = 0; i < rows; i++) value[i] = warm ? state.value[i] : weight[i] / 2;
  state.value = value.slice();
  for (let round = 0; round < rounds; round++) {
    const bound = evaluate();
    for (let i = 0; i < rows; i++) slope[i] = reached[i] && value[i] < weight[i] ? 1 : 0;
    for (let b = 0; b < take; b++) {
      for (let k = start[best[b]]; k < start[best[b] + 1]; k++) slope[pair[k] >> 1]--;
    }
    if (bound < state.least) {
      let agree = 0;
      for (let i = 0; i < rows; i++) agree += slope[i] * uphill[i];
      if (agree > 0) step = Math.min(2, step * 1.1);
      if (bound < state.least * (1 - 1e-5)) since = 0;
      state.least = bound;
      state.value.set(value);
      state.worth = worth.slice();
      state.best = best.slice();
    } else since++;
    if (since >= PATIENCE) [step, since] = [step * SHORTER, 0];
    if (state.least <= known || step < LEAST_STEP) break;
    let norm = 0;
    for (let i = 0; i < rows; i++) {
      uphill[i] = round ? SMOOTH * slope[i] + (1 - SMOOTH) * uphill[i] : slope[i];
      norm += uphill[i] * uphill[i];
    }
    if (norm < 1e-9) break;
    const length = (step * (state.least - known)) / norm;
    for (let i = 0; i < rows; i++) {
      const next = state.value[i] + length * uphill[i];
      value[i] = next < 0 ? 0 : next > weight[i] ? weight[i] : next;
    }
    if (round % ROUNDS_A_STEP === 0) yield state.least;
  }
  return state;
}

/** Nothing known yet; `value` may come from an earlier bound of the same rows. */
export function noBound(n: number, value: Float64Array = new Float64Array(0)): CoverBound {
  return {
    most: new Float64Array(n + 1).fill(Infinity),
    least: Infinity,
    value,
    worth: new Float64Array(0),
    best: new Uint32Array(0),
  };
}

/**
 * Spots that a choice of n covering more than `known` may have (1): with any other the multipliers
 * prove that it covers no more (Beasley 1993).
 */
export function stillOpen(
  { worth, best, least }: CoverBound,
  n: number,
  known: number,
): Uint8Array {
  // With fewer spots than sites none stands in another's place.
  const last = best.length < n ? 0 : worth[best[n - 1]];
  const slack = ROUNDING * Math.max(1, least);
  return Uint8Array.from(worth, (own) => (least - last + own + slack >= known ? 1 : 0));
}
