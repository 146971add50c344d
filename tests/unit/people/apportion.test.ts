import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, drawEvenly } from '../../../src/data/people/apportion.ts';

const sum = (list: ArrayLike<number>) => Array.from(list).reduce((all, x) => all + x, 0);
const SEED = 20261125;

describe('largest remainders', () => {
  it('ten seats for 47,000 … 3,100 votes: 5 2 1 1 1 0, as textbooks have it', () => {
    // Quotas 4.7 1.6 1.58 1.2 0.61 0.31; seven seats at once, then .7, .61 and .6.
    const votes = [47_000, 16_000, 15_800, 12_000, 6_100, 3_100];
    expect([...apportion(10, votes)]).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it('equal spots: the winners are strewn, not the first in the list', () => {
    const shares = apportion(300, Array(1000).fill(1));
    for (let k = 0; k < 1000; k += 100) {
      const tenth = sum(shares.slice(k, k + 100));
      expect(tenth).toBeGreaterThanOrEqual(28);
      expect(tenth).toBeLessThanOrEqual(32);
    }
  });

  it('any total, any weights: exact together, whole, and none off by one or more', () => {
    const weights = fc
      .array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 60 })
      .filter((list) => sum(list) > 0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), weights, (total, list) => {
        const shares = apportion(total, list);
        expect(sum(shares)).toBe(total);
        shares.forEach((share, i) => {
          expect(Number.isInteger(share) && share >= 0).toBe(true);
          expect(Math.abs(share - (total * list[i]) / sum(list))).toBeLessThan(1 + 1e-6);
        });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('as a brute force finds it: the shares nearest to the quotas', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), weights, (total, list) => {
        const miss = (shares: ArrayLike<number>) =>
          list.reduce((all, w, i) => all + ((total * w) / sum(list) - shares[i]) ** 2, 0);
        const every = (left: number, places: number): number[][] =>
          places === 1
            ? [[left]]
            : Array.from({ length: left + 1 }, (_, k) =>
                every(left - k, places - 1).map((rest) => [k, ...rest]),
              ).flat();
        const best = Math.min(...every(total, list.length).map(miss));
        expect(miss(apportion(total, list))).toBeCloseTo(best, 9);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe('drawing evenly along a list', () => {
  it('a third of threes and ones', () => {
    expect([...drawEvenly(4, [3, 3, 3, 3])]).toEqual([1, 1, 1, 1]);
    expect([...drawEvenly(2, [1, 1, 1, 1, 1, 1])]).toEqual([0, 1, 0, 0, 1, 0]);
    expect([...drawEvenly(0, [5, 5])]).toEqual([0, 0]);
    expect([...drawEvenly(10, [5, 0, 5])]).toEqual([5, 0, 5]);
  });

  it('any counts: exact together, none above its count, every stretch its share', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const some = Math.round(sum(list) * share);
        const drawn = drawEvenly(some, list);
        expect(sum(drawn)).toBe(some);
        let [run, given] = [0, 0];
        drawn.forEach((count, i) => {
          expect(Number.isInteger(count) && count >= 0 && count <= list[i]).toBe(true);
          [run, given] = [run + list[i], given + count];
          const due = sum(list) ? (run * some) / sum(list) : 0;
          expect(Math.abs(given - due)).toBeLessThanOrEqual(0.5 + 1e-9);
        });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
