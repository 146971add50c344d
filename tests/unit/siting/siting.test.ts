import fc from 'fast-check';
import highsLoader from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SolveMip } from '../../../src/core/siting/mip.ts';
import {
  candidatesOf,
  SITING_MODELS,
  type SitingProblem,
} from '../../../src/core/siting/problem.ts';
import { proposeExactly, proposeGreedily } from '../../../src/core/siting/solve.ts';
import { allowed, spent, valueOf } from '../../../src/core/siting/value.ts';
import { solveWithHighs } from '../../../src/engine/siting/highs-solver.ts';
import { choices, problemOf } from './problems.ts';

let solve: SolveMip;
beforeAll(async () => {
  const highs = await highsLoader();
  solve = async (mip, start, progress) => solveWithHighs(highs, mip, start, progress);
});

/** The best by trying everything: people covered, number or price of sites, or people × cost. */
function bestOf(p: SitingProblem): number | null {
  let best: number | null = null;
  const candidates = candidatesOf(p);
  const all = p.weights.reduce((sum, w) => sum + w, 0);
  const target = Math.min(p.share * all, valueOf(p, candidates).covered);
  for (const choice of choices(candidates)) {
    if (!allowed(p, choice)) continue;
    const value = valueOf(p, choice);
    if (p.model === 'mclp') best = Math.max(best ?? -1, value.covered);
    else if (p.model === 'pmedian') best = Math.min(best ?? Infinity, value.cost);
    else if (value.covered >= target - 1e-9) {
      best = Math.min(best ?? Infinity, p.prices ? spent(p.prices, choice) : choice.length);
    }
  }
  return best;
}

const objective = (p: SitingProblem, chosen: number[]) => {
  const value = valueOf(p, chosen);
  if (p.model === 'lscp') return p.prices ? spent(p.prices, chosen) : chosen.length;
  return p.model === 'mclp' ? value.covered : value.cost;
};

const random = fc
  .record({
    model: fc.constantFrom(...SITING_MODELS),
    n: fc.integer({ min: 1, max: 14 }),
    m: fc.integer({ min: 1, max: 8 }),
    k: fc.integer({ min: 1, max: 4 }),
    share: fc.constantFrom(1, 1, 0.8, 0.5),
    seeds: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 300, maxLength: 300 }),
    fixed: fc.boolean(),
    prices: fc.boolean(),
    apart: fc.boolean(),
    capacities: fc.boolean(),
  })
  .map(({ model, n, m, k, share, seeds, fixed, prices, apart, capacities }) => {
    let s = 0;
    const next = () => seeds[s++ % seeds.length] + 7 * Math.floor(s / seeds.length);
    const table = Array.from({ length: n }, () =>
      Array.from({ length: m }, () => (next() % 5 ? (next() % 25) + 0.5 : Infinity)),
    );
    return problemOf(table, {
      model,
      k: model === 'lscp' ? Infinity : Math.min(k, m),
      share,
      weights: Float64Array.from({ length: n }, () => (next() % 40) / 2),
      fixed: Uint8Array.from({ length: m }, (_, j) => (fixed && j === 0 ? 1 : 0)),
      prices: prices ? Float64Array.from({ length: m }, () => 1 + (next() % 5)) : null,
      budget: prices && model !== 'lscp' ? 2 + (next() % 8) : Infinity,
      apart: Uint32Array.from(apart && m > 2 && model !== 'lscp' ? [0, 1, 1, 2] : []),
      capacities:
        capacities && model !== 'pmedian'
          ? Float64Array.from({ length: m }, () => next() % 60)
          : null,
    });
  });

describe('siting', () => {
  it('is as good as trying every choice, and says so', async () => {
    const seen = { mclp: 0, lscp: 0, pmedian: 0, improved: 0, capacities: 0 };
    await fc.assert(
      fc.asyncProperty(random, async (p) => {
        const best = bestOf(p);
        const siting = await proposeExactly(p, solve);
        if (best === null) {
          expect(siting.feasible).toBe(false);
          return;
        }
        expect(siting.feasible).toBe(true);
        expect(allowed(p, siting.chosen)).toBe(true);
        expect(objective(p, siting.chosen)).toBeCloseTo(best, 6);
        expect(siting.bound).toBeCloseTo(best, 4);
        expect(siting.optimal).toBe(true);
        seen[p.model]++;
        if (p.capacities) seen.capacities++;
        if (objective(p, proposeGreedily(p).chosen) !== best) seen.improved++;
      }),
      // In 250 runs a greedy answer was once improved only ten times.
      { numRuns: 600, endOnFailure: true },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it('greedily covers at least 1 − 1/e of the best, where only the number is limited', () => {
    let runs = 0;
    fc.assert(
      fc.property(random, (given) => {
        const p: SitingProblem = {
          ...given,
          model: 'mclp',
          k: 3,
          prices: null,
          budget: Infinity,
          apart: new Uint32Array(0),
          capacities: null,
        };
        const before = valueOf(p, []).covered;
        const gain = valueOf(p, proposeGreedily(p).chosen).covered - before;
        expect(gain).toBeGreaterThanOrEqual((1 - 1 / Math.E) * (bestOf(p)! - before) - 1e-9);
        runs++;
      }),
      { numRuns: 200 },
    );
    expect(runs).toBe(200);
  });

  it('names gains that add up, and what nobody can reach', async () => {
    // Three on the left, two on the right, one beyond everything.
    const table = [
      [1, 99],
      [2, 99],
      [3, 99],
      [99, 1],
      [99, 2],
      [Infinity, Infinity],
    ];
    const weights = Float64Array.from([10, 10, 10, 5, 5, 7]);
    const all = await proposeExactly(
      problemOf(table, { model: 'lscp', k: Infinity, weights }),
      solve,
    );
    expect(all).toMatchObject({
      chosen: [0, 1],
      gains: [30, 10],
      unreachable: [5],
      optimal: true,
      bound: 2,
      target: 40,
    });
    expect([all.before.covered, all.after.covered]).toEqual([0, 40]);
    const half = await proposeExactly(
      problemOf(table, { model: 'lscp', k: Infinity, weights, share: 0.5 }),
      solve,
    );
    expect(half).toMatchObject({ chosen: [0], optimal: true, bound: 1 });
  });

  it('knows the medians of a ring: p points spread evenly', async () => {
    const n = 12;
    const table = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => Math.min((i - j + n) % n, (j - i + n) % n)),
    );
    // One every 12/p points: the sum of the distances to the nearest, by hand.
    for (const [p, sum] of [
      [1, 36],
      [2, 18],
      [3, 12],
      [4, 8],
      [6, 6],
      [12, 0],
    ]) {
      const siting = await proposeExactly(problemOf(table, { model: 'pmedian', k: p }), solve);
      expect(siting).toMatchObject({ optimal: true });
      expect(siting.after.cost).toBe(sum);
    }
  });

  it('shares out places by capacity: two small sites serve what one cannot', async () => {
    const p = problemOf([[1, 1, 9]], {
      weights: Float64Array.from([10]),
      capacities: Float64Array.from([4, 5, 3]),
      k: 2,
    });
    const siting = await proposeExactly(p, solve);
    expect(siting).toMatchObject({ chosen: [1, 0], gains: [5, 4], optimal: true });
  });

  it('covers no less with one site more, nor with one that stands already', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (given) => {
        const p: SitingProblem = { ...given, model: 'mclp', k: 1, capacities: null };
        const covered = async (parts: Partial<SitingProblem>) =>
          (await proposeExactly({ ...p, ...parts }, solve)).after.covered;
        const one = await covered({});
        expect(await covered({ k: 2 })).toBeGreaterThanOrEqual(one - 1e-9);
        const fixed = p.fixed.with(p.fixed.length - 1, 1);
        const apart = new Uint32Array(0);
        expect(await covered({ fixed, apart })).toBeGreaterThanOrEqual(
          (await covered({ apart })) - 1e-9,
        );
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('with every candidate chosen costs everybody the least of their row', async () => {
    const table = [
      [4, 7, 9],
      [8, 2, 6],
      [5, 3, 1],
    ];
    const weights = Float64Array.from([2, 3, 5]);
    const siting = await proposeExactly(
      problemOf(table, { model: 'pmedian', k: 3, weights }),
      solve,
    );
    expect(siting.after.cost).toBe(2 * 4 + 3 * 2 + 5 * 1);
    expect(siting).toMatchObject({ optimal: true, bound: 19 });
  });

  it('stops when it is told to, with the best so far and a bound that holds', async () => {
    let state = 5;
    const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const points = Array.from({ length: 980 }, () => [random(), random()]);
    const table = points.slice(80).map(([x, y]) =>
      points.slice(0, 80).map(([u, v]) => {
        const far = Math.hypot(x - u, y - v);
        return far < 0.18 ? far : Infinity;
      }),
    );
    const p = problemOf(table, { model: 'mclp', k: 8, limit: 1 });
    const heard: number[] = [];
    const stopped = await proposeExactly(
      p,
      () => Promise.reject(new Error('the solver is not wanted')),
      ({ bound }) => heard.push(bound),
      async () => false,
    );
    const proven = await proposeExactly(p, solve);
    expect(proven.optimal).toBe(true);
    expect(heard).toHaveLength(1);
    expect(stopped.optimal).toBe(false);
    expect(stopped.bound).toBe(heard[0]);
    expect(stopped.bound).toBeGreaterThan(proven.after.covered);
    expect(stopped.after.covered).toBeLessThanOrEqual(proven.after.covered);
    expect(stopped.after.covered).toBeGreaterThanOrEqual(0.9 * proven.after.covered);
  });

  it('says so where distances or money allow no choice that covers everybody', async () => {
    const table = [
      [1, 99],
      [99, 1],
    ];
    const apart = Uint32Array.from([0, 1]);
    const siting = await proposeExactly(
      problemOf(table, { model: 'lscp', k: Infinity, apart }),
      solve,
    );
    expect(siting.feasible).toBe(false);
    expect(siting.chosen).toEqual([0]);
  });
});
