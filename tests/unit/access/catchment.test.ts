import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twoStepAccess } from '../../../src/core/access/catchment.ts';
import { LUO_QI_STEPS, sigmaOf, type Decay } from '../../../src/core/access/decay.ts';
import { matrixOf } from './matrix-of.ts';

const far = Infinity;
const gaussian: Decay = { kind: 'gaussian', sigma: 1, limit: Infinity };

/** Demand and supply along a line, at these x; costs are distances. */
function line(demand: number[], supply: number[], people: number[], places: number[], how: Decay) {
  const costs = matrixOf(demand.map((x) => supply.map((y) => Math.abs(x - y))));
  return twoStepAccess(costs, Float64Array.from(people), Float64Array.from(places), how);
}

describe('two-step floating catchments', () => {
  it('give the worked figures of three demands and two supplies on a line', () => {
    const { access } = line([0, 1, 2], [0, 2], [100, 100, 100], [10, 10], gaussian);
    expect(Array.from(access, (a) => a.toFixed(6))).toEqual(['0.065179', '0.069641', '0.065179']);
  });

  it('with one limit for all share a site out among whoever reaches it', () => {
    // A: 20 places for 100 + 50 people; B: 10 places for 50 + 30.
    const { access, ratio, demand } = line([0, 5, 10], [0, 10], [100, 50, 30], [20, 10], {
      kind: 'binary',
      limit: 5,
    });
    expect([...demand]).toEqual([150, 80]);
    expect([...ratio]).toEqual([20 / 150, 10 / 80]);
    expect([...access]).toEqual([20 / 150, 20 / 150 + 10 / 80, 10 / 80]);
  });

  it('with steps weigh by zone, the upper edge of a zone included', () => {
    const how: Decay = { kind: 'steps', steps: LUO_QI_STEPS, limit: Infinity };
    const { demand, access } = line([10, 11, 20, 30, 31], [0], [1, 1, 1, 1, 1], [258], how);
    expect(demand[0]).toBeCloseTo(1 + 0.68 + 0.68 + 0.22, 12);
    expect(Array.from(access, (a) => Number(a.toFixed(9)))).toEqual([100, 68, 68, 22, 0]);
    expect(line([11], [0], [1], [1], { ...how, limit: 10 }).access[0]).toBe(0);
  });

  it('fall to a hundredth at the limit where σ comes from it', () => {
    expect(Math.exp(-(15 ** 2) / (2 * sigmaOf(15) ** 2))).toBeCloseTo(0.01, 12);
  });

  it('leave out a site that reaches nobody, and give nought where none is reached', () => {
    const costs = matrixOf([
      [1, far],
      [far, far],
      [far, 2],
    ]);
    const people = Float64Array.of(10, 5, 0);
    const { access, ratio } = twoStepAccess(costs, people, Float64Array.of(5, 7), gaussian);
    expect(access[0] * 10).toBeCloseTo(5, 12);
    expect(access[1]).toBe(0);
    expect(ratio[1]).toBeNaN();
  });

  it('share out all the supply of sites that reach anyone, and no more', () => {
    const sizes = fc.record({ demand: fc.integer({ min: 1, max: 12 }), supply: fc.nat(5) });
    const towns = sizes.chain(({ demand, supply }) =>
      fc.record({
        table: fc.array(
          fc.array(fc.oneof(fc.constant(far), fc.double({ min: 0, max: 40, noNaN: true })), {
            minLength: supply,
            maxLength: supply,
          }),
          { minLength: demand, maxLength: demand },
        ),
        people: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 900, noNaN: true })), {
          minLength: demand,
          maxLength: demand,
        }),
        places: fc.array(fc.nat(300), { minLength: supply, maxLength: supply }),
        how: fc.constantFrom<Decay>(
          { kind: 'binary', limit: 15 },
          { kind: 'steps', steps: LUO_QI_STEPS, limit: Infinity },
          { kind: 'gaussian', sigma: 8, limit: 25 },
        ),
      }),
    );
    let shared = 0;
    fc.assert(
      fc.property(towns, ({ table, people, places, how }) => {
        const widest = how.kind === 'steps' ? 30 : how.limit;
        const reaching = places.filter((_, j) =>
          table.some((row, i) => people[i] > 0 && row[j] <= widest),
        );
        const supply = reaching.reduce((sum, one) => sum + one, 0);
        const { access } = twoStepAccess(
          matrixOf(table, places.length),
          Float64Array.from(people),
          Float64Array.from(places),
          how,
        );
        const given = access.reduce((sum, one, i) => sum + one * people[i], 0);
        expect(given).toBeCloseTo(supply, 6);
        if (supply) shared++;
      }),
      { numRuns: 500 },
    );
    expect(shared).toBeGreaterThan(80);
  });
});
