import { swap } from './interchange.ts';
import { between, narrow, sharpen, type Effort, type Part } from './lagrangian.ts';
import type { SitingProblem } from './problem.ts';
import { remaining, savedBy, type Savings } from './savings.ts';
import { allowed } from './value.ts';

/** The best choice that was found, and what no choice exceeds. */
export interface Searched {
  chosen: number[];
  saved: number;
  bound: number;
  /** Where the search gave up: candidates in every better choice, and those that may be in one. */
  sure: number[];
  left: number[];
}

/** How far it is, from time to time: the best choice so far, and what no choice exceeds. */
export type Searching = Pick<Searched, 'chosen' | 'saved' | 'bound'>;

const ROOT: Effort = { steps: 1500, step: 1.5, patience: 20 };
const BRANCH: Effort = { steps: 30, step: 1, patience: 6 };
/** Choices of the relaxation are improved by swaps at the root, and only counted in the branches. */
const [TRIED, COUNTED] = [8, 40];
/** A round of swaps looks at every pair about so often. */
const SWAPPED = 8;
/** Others get their turn whenever so many pairs have been looked at: some ten milliseconds. */
const TURN = 4e6;

/**
 * Branch and bound with Lagrangian bounds, the last part first, for problems with a number of
 * sites and no capacities. Money and distances are kept to in every choice but not seen by the
 * bounds, which may stay too loose; after `parts` parts the search gives up, and what its root
 * settled holds for whoever goes on. A saving is better from a billionth of it.
 */
export function* search(
  savings: Savings,
  problem: SitingProblem,
  candidates: readonly number[],
  start: readonly number[],
  parts: number,
): Generator<Searching, Searched> {
  let chosen = [...start];
  let saved = savedBy(savings, chosen);
  const known = () => saved * (1 + HAIR);
  const whole = savings.rows.cost.every(Number.isInteger);
  const take = (other: number[]) => {
    const now = savedBy(savings, other);
    if (now > saved && allowed(problem, other)) [chosen, saved] = [other, now];
  };
  /** As many of a choice as may stand together, first come first served. */
  const together = (choice: readonly number[]) =>
    choice.reduce<number[]>(
      (kept, j) => (allowed(problem, [...kept, j]) ? [...kept, j] : kept),
      [],
    );
  let steps = 0;
  /** Looked at since the last turn; there is one after the very first step. */
  let pairs = TURN;
  const seen = new Set<string>();
  const improve = (relaxed: number[]) => {
    if (steps++ % TRIED) return;
    const key = relaxed.toSorted((a, b) => a - b).join();
    if (seen.has(key)) return;
    seen.add(key);
    pairs += SWAPPED * savings.rows.cost.length;
    take(swap(savings, problem, candidates, together(relaxed)));
  };
  const count = (relaxed: number[]) => {
    if (steps++ % COUNTED === 0) take(together(relaxed));
  };

  const root = rootOf(savings, candidates, chosen);
  const open: { part: Part; on: number }[] = [];
  const boundOf = (now: number) => open.reduce((most, { part }) => Math.max(most, part.bound), now);
  function* look(part: Part, effort: Effort, tryOut: (relaxed: number[]) => void) {
    const full = part.open.length >= problem.k || !part.savings.rows.cost.length;
    let on = -1;
    if (!full) {
      const sharpening = sharpen(part, problem.k, whole, effort, known, tryOut);
      for (let next = sharpening.next(); ; next = sharpening.next()) {
        if (next.done) {
          on = next.value;
          break;
        }
        pairs += next.value + part.gone.length;
        if (pairs < TURN) continue;
        pairs = 0;
        yield { chosen, saved, bound: boundOf(Math.max(saved, part.bound)) };
      }
    }
    if (on >= 0) open.push({ part, on });
    // Nothing is undecided: the part is one choice. With distances it may be none of the allowed.
    else if (full || part.bound > known()) take(part.open);
  }

  yield* look(root, ROOT, improve);
  for (let looked = 0; open.length && looked < parts; looked++) {
    const { part, on } = open.pop()!;
    if (part.bound <= known()) continue;
    for (const half of halves(part, on)) yield* look(half, BRANCH, count);
  }
  const left = candidates.filter((j) => !root.gone[j]);
  return { chosen, saved, bound: boundOf(saved), sure: root.open, left };
}

/** A saving that is greater by less than this share of it is rounding. */
const HAIR = 1e-12;

/** All choices there are. */
function rootOf(all: Savings, candidates: readonly number[], chosen: number[]): Part {
  const gone = new Uint8Array(all.rows.destinations).fill(1);
  for (const j of candidates) gone[j] = 0;
  const { savings } = remaining(all, [], gone);
  const bound = savings.rows.cost.reduce((sum, saving) => sum + saving, 0);
  return { savings, already: 0, open: [], gone, lambda: between(savings, chosen), bound };
}

/** A part with a candidate left out, and with it open. */
function halves(part: Part, on: number): Part[] {
  const gone = part.gone.slice();
  gone[on] = 1;
  const out = { ...part, gone, lambda: part.lambda.slice() };
  const into = { ...part, gone: gone.slice(), lambda: part.lambda.slice() };
  narrow(into, [on], into.lambda);
  return [out, into];
}
