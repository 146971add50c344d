import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, type Searched } from '../../../src/core/siting/branch-and-bound.ts';
import { swap } from '../../../src/core/siting/interchange.ts';
import { candidatesOf, type SitingProblem } from '../../../src/core/siting/problem.ts';
import { medianSavings, savedBy } from '../../../src/core/siting/savings.ts';
import { allowed } from '../../../src/core/siting/value.ts';
import { choices, problemOf } from './problems.ts';

/** Points strewn on a square, some beyond reach of each other; whole people and half costs. */
const strewn = fc
  .record({
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    n: fc.integer({ min: 1, max: 40 }),
    m: fc.integer({ min: 1, max: 11 }),
    k: fc.integer({ min: 1, max: 4 }),
    whole: fc.boolean(),
    apart: fc.boolean(),
  })
  .map(({ seed, n, m, k, whole, apart }) => {
    let state = seed;
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const points = Array.from({ length: n + m }, () => [40 * random(), 40 * random()]);
    const table = points.slice(0, n).map(([x, y]) =>
      points.slice(n).map(([u, v]) => {
        const far = Math.hypot(x - u, y - v);
        return far > 25 ? Infinity : whole ? Math.round(far) : far;
      }),
    );
    return problemOf(table, {
      model: 'pmedian',
      k,
      weights: Float64Array.from({ length: n }, () => Math.floor(9 * random())),
      farthest: 25,
      apart: Uint32Array.from(apart && m > 2 ? [0, 1, 1, 2] : []),
    });
  });

function searched(problem: SitingProblem, start: number[], parts: number): Searched {
  const candidates = candidatesOf(problem);
  const searching = search(medianSavings(problem, candidates), problem, candidates, start, parts);
  for (;;) {
    const { done, value } = searching.next();
    if (done) return value;
  }
}

const best = (problem: SitingProblem) => {
  const savings = medianSavings(problem, candidatesOf(problem));
  let most = 0;
  for (const choice of choices(candidatesOf(problem))) {
    if (allowed(problem, choice)) most = Math.max(most, savedBy(savings, choice));
  }
  return { savings, most };
};

describe('branch and bound', () => {
  it('ends with what trying every choice finds, from a poor start', () => {
    fc.assert(
      fc.property(strewn, (problem) => {
        const { savings, most } = best(problem);
        const found = searched(problem, [], Infinity);
        expect(allowed(problem, found.chosen)).toBe(true);
        expect(found.saved).toBe(savedBy(savings, found.chosen));
        expect(found.saved).toBeCloseTo(most, 7);
        expect(found.bound).toBe(found.saved);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('given up early, has a bound that holds, and settles nothing that a better choice needs', () => {
    const seen = { open: 0, settled: 0 };
    fc.assert(
      fc.property(strewn, fc.constantFrom(0, 1, 3), (problem, parts) => {
        const { savings, most } = best(problem);
        const found = searched(problem, [], parts);
        expect(found.bound).toBeGreaterThanOrEqual(most - 1e-9 * most);
        if (found.bound > found.saved) seen.open++;
        if (found.left.length < candidatesOf(problem).length) seen.settled++;
        const may = new Set([...found.left, ...found.sure]);
        for (const choice of choices(candidatesOf(problem))) {
          if (choice.length > 4 || !allowed(problem, choice)) continue;
          if (savedBy(savings, choice) <= found.saved * (1 + 1e-9)) continue;
          // A choice with a useless member is as good without it.
          const lean = choice.filter(
            (j) =>
              savedBy(
                savings,
                choice.filter((o) => o !== j),
              ) < savedBy(savings, choice),
          );
          expect(lean.every((j) => may.has(j))).toBe(true);
          expect(found.sure.every((j) => lean.includes(j))).toBe(true);
        }
      }),
      { numRuns: 450, endOnFailure: true },
    );
    expect(seen.open).toBeGreaterThan(2);
    expect(seen.settled).toBeGreaterThan(20);
  });
});

describe('swaps', () => {
  it('leave no single exchange that would be better', () => {
    fc.assert(
      fc.property(strewn, (problem) => {
        const candidates = candidatesOf(problem);
        const savings = medianSavings(problem, candidates);
        const chosen = swap(savings, problem, candidates, candidates.slice(0, 1));
        expect(allowed(problem, chosen)).toBe(true);
        const saved = savedBy(savings, chosen);
        for (const j of candidates.filter((other) => !chosen.includes(other))) {
          for (const other of [[...chosen, j], ...chosen.map((_, c) => chosen.with(c, j))]) {
            if (!allowed(problem, other)) continue;
            expect(savedBy(savings, other)).toBeLessThanOrEqual(saved * (1 + 1e-9) + 1e-9);
          }
        }
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
