import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../src/core/profile.ts';
import { assess } from '../../../src/engine/assess.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { sensitivity, triedSpeeds } from '../../../src/engine/sensitivity.ts';
import { town } from '../core/town.ts';
import { query, regionOf, wildAsked } from '../engine/region-of.ts';

describe('the speeds tried', () => {
  it('are 0.8 to 1.4 m/s for walkers, widened to hold their own', () => {
    expect(triedSpeeds({ profile: 'general', speed: 1.2 })).toEqual([
      0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4,
    ]);
    expect(triedSpeeds({ profile: 'older', speed: 0.85 })).toHaveLength(8);
    expect(triedSpeeds({ profile: 'wheelchair', speed: 0.65 })[0]).toBe(0.65);
  });

  it('are a fifth less to a fifth more of their own for whoever rides', () => {
    const tried = triedSpeeds({ profile: 'bicycle', speed: 5 });
    expect([tried[0], tried.at(-1)]).toEqual([4, 6]);
    expect(tried).toContain(5);
  });
});

describe('how the figure hangs on the speed', () => {
  it('is worked out on a street: 9½ minutes are 456 m at 0.8 and 798 m at 1.4', () => {
    // People at 400, 500, … 900 m from A, of which 100 m are off the street.
    const region = regionOf(town('+A-----------+\n    111111', 100));
    const found = sensitivity(new Prepared(region), region.facilities, query({ minutes: [9.5] }));
    expect(found.steps.map(({ covered }) => covered)).toEqual([1, 2, 2, 3, 3, 4, 4]);
    expect(found.own).toEqual({ speed: 1.2, covered: 3 });
    expect(found.people).toBe(6);
  });

  it('never falls with the speed, and holds the answer’s own figure', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        wildAsked,
        fc.constantFrom(0.75, 1, 1.3),
        ({ prepared, sites, query }, factor) => {
          const asked = { ...query, speed: profileOf(query.profile)!.speed * factor };
          const { steps, own, people } = sensitivity(prepared, sites, asked);
          const { bands, zoned, people: all } = assess(prepared, sites, asked);
          expect(own).toEqual({ speed: asked.speed, covered: (zoned ?? bands.at(-1)!).covered });
          expect(people).toBe(all);
          for (let k = 1; k < steps.length; k++) {
            expect(steps[k].speed).toBeGreaterThan(steps[k - 1].speed);
            expect(steps[k].covered).toBeGreaterThanOrEqual(steps[k - 1].covered);
          }
          expect(own.covered).toBeGreaterThanOrEqual(steps[0].covered);
          expect(own.covered).toBeLessThanOrEqual(steps.at(-1)!.covered);
          if (steps.at(-1)!.covered > steps[0].covered) moved++;
        },
      ),
      { numRuns: 240 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});
