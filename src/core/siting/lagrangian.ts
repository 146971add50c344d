import { remaining, type Savings } from './savings.ts';

/** A part of all choices: some candidates are open in each of them, some in none. */
export interface Part {
  /** What is left to save beside the open ones, who save `already`. */
  savings: Savings;
  already: number;
  open: number[];
  /** 1: in no choice of this part, or open already. */
  gone: Uint8Array;
  /** Multipliers of the best bound. */
  lambda: Float64Array;
  /** No choice in this part saves more, all in all. */
  bound: number;
}

/** How hard a bound is sharpened. */
export interface Effort {
  steps: number;
  /** First step, as a share of the distance to what is known; halved when the bound stands still. */
  step: number;
  /** Steps without a better bound before that. */
  patience: number;
}

/** The step at which nothing more is to be had. */
const LEAST_STEP = 0.005;
/** What improves the bound by less than this share of it counts as no improvement. */
const NEWS = 1e-6;
/** The rows are made anew when the candidates left are this share of those before. */
const SHRUNK = 0.85;
/** How much of the step before stays in the next (Crowder 1976), against going to and fro. */
const KEPT = 0.7;
/** Whole numbers stay whole in doubles; the sums of multipliers are off by far less than this. */
const WHOLE = 1e-4;

/**
 * Sharpens the bound of a part, in place, by Lagrangian relaxation of "a row is saved once"
 * (Cornuejols, Fisher & Nemhauser 1977): with any multipliers λ ≥ 0 no choice of k saves more than
 * Σ λ + the k greatest of Σ max(0, saving − λ). Subgradient steps (Held, Wolfe & Crowder 1974;
 * Beasley 1993) go towards `known()`, what the best known choice saves; what could not be in a
 * better one is decided by its worth, so that nothing is cut off but what does not beat the known.
 * Distances and money are not looked at, which leaves the bound valid. `most`: how many may be
 * chosen. `whole`: all savings are whole numbers, so any choice saves a whole number. `tryOut` is given what the relaxation chooses.
 * Yields the pairs it looked at, so that others get their turn. Returns the candidate to branch on,
 * or −1 where the bound leaves nothing better than the known or nothing is undecided.
 */
export function* sharpen(
  part: Part,
  most: number,
  whole: boolean,
  effort: Effort,
  known: () => number,
  tryOut: (relaxed: number[]) => void,
): Generator<number, number> {
  const worth = new Float64Array(part.gone.length);
  const often = new Float64Array(part.gone.length);
  const lambda = part.lambda.slice();
  const slope = new Float64Array(lambda.length);
  let [step, since, live] = [effort.step, 0, Infinity];
  for (let s = 0; s < effort.steps && step > LEAST_STEP; s++) {
    const room = Math.min(most, part.gone.length) - part.open.length;
    const ranked = rank(part, lambda, room, worth);
    const taken = ranked.slice(0, room);
    let sum = part.already;
    for (let i = 0; i < lambda.length; i++) sum += lambda[i];
    for (const j of taken) sum += worth[j];
    const value = whole ? Math.floor(sum + WHOLE) : sum;
    if (value < part.bound * (1 - NEWS)) since = 0;
    else if (++since >= effort.patience) {
      step /= 2;
      since = 0;
      lambda.set(part.lambda);
      slope.fill(0);
    }
    if (value < part.bound) {
      part.bound = value;
      part.lambda.set(lambda);
    }
    tryOut([...part.open, ...taken]);
    if (part.bound <= known()) return -1;
    for (const j of taken) often[j]++;
    const beat = whole ? known() + 1 - WHOLE : known();
    const opened = decide(part, taken, ranked[room] ?? -1, sum, worth, beat);
    let left = 0;
    for (let j = 0; j < part.gone.length; j++) left += 1 - part.gone[j];
    if (opened.length || left < live * SHRUNK) {
      live = left;
      narrow(part, opened, lambda);
    }
    descend(part.savings, taken, lambda, slope, step * (sum - known()));
    yield part.savings.rows.cost.length;
  }
  return branchOn(part.gone, often);
}

/** Opens some candidates for good and forgets the pairs of those that are gone. */
export function narrow(part: Part, opened: readonly number[], lambda: Float64Array): void {
  const now = remaining(part.savings, opened, part.gone);
  // What the newly open save of a row is no longer there to be shared out.
  for (let i = 0; i < lambda.length; i++) {
    lambda[i] = Math.max(0, lambda[i] - now.base[i]);
    if (lambda !== part.lambda) part.lambda[i] = Math.max(0, part.lambda[i] - now.base[i]);
  }
  part.savings = now.savings;
  part.already += now.already;
  part.open = [...part.open, ...opened];
}

/** Works out each candidate's worth; the room + 1 worthiest, worthiest first. */
function rank(part: Part, lambda: Float64Array, room: number, worth: Float64Array): number[] {
  const { start, origin, cost } = part.savings.columns;
  const top: number[] = [];
  for (let j = 0; j < worth.length; j++) {
    if (part.gone[j]) continue;
    let sum = 0;
    for (let p = start[j]; p < start[j + 1]; p++) {
      const more = cost[p] - lambda[origin[p]];
      if (more > 0) sum += more;
    }
    worth[j] = sum;
    if (top.length > room && sum <= worth[top[room]]) continue;
    let at = top.length > room ? room : top.length;
    for (; at > 0 && worth[top[at - 1]] < sum; at--) top[at] = top[at - 1];
    top[at] = j;
  }
  return top;
}

/**
 * Forcing a candidate in (or out) lowers the bound by the difference to the last taken (or the
 * first that was not). Marks as gone what is decided either way; returns what is open for good.
 */
function decide(
  { gone }: Part,
  taken: number[],
  first: number,
  sum: number,
  worth: Float64Array,
  beat: number,
): number[] {
  const next = first < 0 ? 0 : worth[first];
  const last = taken.length && first >= 0 ? worth[taken[taken.length - 1]] : 0;
  const opened = taken.filter((j) => sum - worth[j] + next < beat);
  const inside = new Set(taken);
  for (let j = 0; j < worth.length; j++) {
    if (!gone[j] && !inside.has(j) && sum - last + worth[j] < beat) gone[j] = 1;
  }
  for (const j of opened) gone[j] = 1;
  return opened;
}

/** One step against the subgradient: rows saved by none of the taken lower λ, by several raise it. */
function descend(
  { rows, columns }: Savings,
  taken: number[],
  lambda: Float64Array,
  slope: Float64Array,
  far: number,
): void {
  for (let i = 0; i < slope.length; i++) slope[i] = 1 + KEPT * slope[i];
  for (const j of taken) {
    for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
      const i = columns.origin[p];
      if (columns.cost[p] > lambda[i]) slope[i]--;
    }
  }
  let norm = 0;
  for (let i = 0; i < slope.length; i++) {
    // A row that nothing can save any more has no λ, and λ at nought cannot go lower.
    if (rows.start[i] === rows.start[i + 1]) lambda[i] = slope[i] = 0;
    else if (slope[i] > 0 && lambda[i] === 0) slope[i] = 0;
    norm += slope[i] * slope[i];
  }
  if (norm === 0) return;
  const by = far / norm;
  for (let i = 0; i < slope.length; i++) lambda[i] = Math.max(0, lambda[i] - by * slope[i]);
}

/** The undecided candidate that the relaxation took most often; the first where none was. */
function branchOn(gone: Uint8Array, often: Float64Array): number {
  let pick = -1;
  for (let j = 0; j < gone.length; j++) {
    if (!gone[j] && (pick < 0 || often[j] > often[pick])) pick = j;
  }
  return pick;
}

/** Multipliers to begin with: half-way between the best and second best saving of a known choice. */
export function between({ rows, columns }: Savings, chosen: readonly number[]): Float64Array {
  const first = new Float64Array(rows.origins);
  const second = new Float64Array(rows.origins);
  for (const j of chosen) {
    for (let p = columns.start[j]; p < columns.start[j + 1]; p++) {
      const i = columns.origin[p];
      const saving = columns.cost[p];
      second[i] = Math.max(second[i], Math.min(saving, first[i]));
      first[i] = Math.max(first[i], saving);
    }
  }
  return first.map((saving, i) => (saving + second[i]) / 2);
}
