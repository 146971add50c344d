import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverageByArea,
  coverageCurve,
  covered,
  coveredOnlyBy,
  everybody,
  type Counted,
} from '../../../src/core/coverage.ts';

const counts = (...people: number[]): Counted => ({
  people: Float64Array.from(people),
  counted: new Uint8Array(people.length).fill(1),
});

describe('people within a limit', () => {
  it('counts a time exactly at the limit', () => {
    const seconds = Float64Array.of(600, 600.0000000000001, 599.9);
    expect(covered(seconds, counts(1, 10, 100), [600, 300])).toEqual([101, 0]);
  });

  it('never counts Infinity, not even without a limit above it', () => {
    expect(covered(Float64Array.of(Infinity, 5), counts(1, 2), [3600])).toEqual([2]);
  });

  it('counts only places inside the study area', () => {
    const who = { people: Float64Array.of(3, 4), counted: Uint8Array.of(0, 1) };
    expect(covered(Float64Array.of(1, 1), who, [60])).toEqual([4]);
    expect(everybody(who)).toBe(4);
    expect([...coverageCurve(Float64Array.of(1, 1), who, 1)]).toEqual([0, 4]);
    expect(coveredOnlyBy(Float64Array.of(1, 1), Float64Array.of(9e9, 9e9), who, 60)).toBe(4);
  });

  it('is 0 of 0 where there is nobody', () => {
    expect(covered(new Float64Array(), counts(), [60])).toEqual([0]);
    expect(everybody(counts())).toBe(0);
  });
});

describe('the curve', () => {
  it('puts a whole minute into its own minute, and the next double into the next', () => {
    for (let minute = 1; minute <= 60; minute++) {
      const just = minute * 60;
      const over = just + 2 ** (Math.floor(Math.log2(just)) - 52);
      const curve = coverageCurve(Float64Array.of(just, over), counts(1, 10), minute + 1);
      expect([curve[minute - 1], curve[minute], curve[minute + 1]]).toEqual([0, 1, 11]);
    }
  });

  it('starts with those who are already there', () => {
    expect([...coverageCurve(Float64Array.of(0), counts(7), 2)]).toEqual([7, 7, 7]);
  });
});

describe('areas', () => {
  it('together with those outside them are everybody, covered or not', () => {
    const place = fc.record({
      people: fc.nat(99),
      counted: fc.nat(1),
      area: fc.integer({ min: -1, max: 3 }),
      seconds: fc.constantFrom(0, 60, 300, 300.5, 900, Infinity),
    });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const seconds = Float64Array.from(places, (p) => p.seconds);
        const who = {
          people: Float64Array.from(places, (p) => p.people),
          counted: Uint8Array.from(places, (p) => p.counted),
        };
        const limits = [60, 300, 900];
        const area = Int32Array.from(places, (p) => p.area);
        const figures = coverageByArea(seconds, who, limits, area, 4);
        expect(figures).toHaveLength(5);
        expect(figures.reduce((sum, f) => sum + f.people, 0)).toBe(everybody(who));
        covered(seconds, who, limits).forEach((sum, k) => {
          expect(figures.reduce((all, f) => all + f.covered[k], 0)).toBe(sum);
        });
        const outside = places.filter((p) => p.area < 0 && p.counted);
        expect(figures[4].people).toBe(outside.reduce((sum, p) => sum + p.people, 0));
      }),
    );
  });
});
