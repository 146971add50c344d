import fc from 'fast-check';
import highsLoader from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SolveMip } from '../../../src/core/siting/mip.ts';
import { medianServingMost } from '../../../src/core/siting/serve-most.ts';
import { solveWithHighs } from '../../../src/engine/siting/highs-solver.ts';
import { choices, problemOf } from './problems.ts';

let solve: SolveMip;
beforeAll(async () => {
  const highs = await highsLoader();
  solve = async (mip, start, progress) => solveWithHighs(highs, mip, start, progress);
});

/** Who is served by a choice, and at what cost, counted in the plainest way. */
function count(table: number[][], weights: Float64Array, choice: number[]) {
  let [served, cost] = [0, 0];
  table.forEach((row, i) => {
    const least = Math.min(...choice.map((j) => row[j]));
    if (least === Infinity) return;
    served += weights[i];
    cost += weights[i] * least;
  });
  return { served, cost };
}

describe('a p-median with pairs out of reach', () => {
  it('serves the most people first, then at the least cost, as trying every choice does', async () => {
    let partly = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }).chain((m) =>
          fc.record({
            table: fc.array(
              fc.array(fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 60 })), {
                minLength: m,
                maxLength: m,
              }),
              { minLength: 1, maxLength: 12 },
            ),
            k: fc.integer({ min: 1, max: 3 }),
            heads: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 }),
          }),
        ),
        async ({ table, k, heads }) => {
          const weights = Float64Array.from(heads.slice(0, table.length));
          const p = problemOf(table, { model: 'pmedian', k, weights, limit: Infinity });
          let best = { served: -1, cost: 0 };
          for (const choice of choices(Array.from(p.fixed.keys()))) {
            if (choice.length > k) continue;
            const now = count(table, weights, choice);
            if (now.served > best.served || (now.served === best.served && now.cost < best.cost)) {
              best = now;
            }
          }
          const found = await medianServingMost(p, solve);
          expect(found.servedAfter).toBeCloseTo(best.served, 9);
          expect(found.costAfter).toBeCloseTo(best.cost, 6);
          expect(found.costBound).toBeCloseTo(best.cost, 4);
          expect(found.siting.optimal).toBe(true);
          if (best.served < weights.reduce((sum, w) => sum + w, 0)) partly++;
        },
      ),
      { numRuns: 80, endOnFailure: true },
    );
    expect(partly).toBeGreaterThan(10);
  });

  it('is not bought off by cheapness: a thousand far away before ten next door', async () => {
    const p = problemOf(
      [
        [100, Infinity],
        [Infinity, 1],
      ],
      { model: 'pmedian', weights: Float64Array.from([1000, 10]), limit: Infinity },
    );
    for (const solver of [solve, null]) {
      const { siting, servedAfter, costAfter } = await medianServingMost(p, solver);
      expect(siting.chosen).toEqual([0]);
      expect([servedAfter, costAfter]).toEqual([1000, 100_000]);
    }
  });
});
