import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/engine/assess.ts';
import { movePin, type MovedPin } from '../../../src/engine/move-pin.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { town } from '../core/town.ts';
import { asked, law, query, regionOf, wildAsked } from './region-of.ts';

/** Everything an answer says but the search behind it and who is named in a tie. */
const said = ({ times, ...answer }: Omit<MovedPin, 'search'>) => {
  const rest: Record<string, unknown> = { ...answer, seconds: times.seconds };
  delete rest.reach;
  delete rest.seedSite;
  delete rest.search;
  return rest;
};

describe('one pin moved', () => {
  it.each([
    ['plain', asked],
    ['wild', wildAsked],
  ])('gives the bits of a full answer with that site included: %s', (_, towns) => {
    let nearer = 0;
    law(
      ({ prepared, sites, query }) => {
        if (!sites.length) return;
        const [others, site] = [sites.slice(0, -1), sites[sites.length - 1]];
        const base = assess(prepared, others, query);
        const full = assess(prepared, sites, query);
        const moved = movePin(prepared, base, site);
        expect(said(moved)).toEqual(said(full));
        moved.times.nearest.forEach((k, i) => {
          if (k === others.length) nearer++;
          // In a tie either site may be named.
          if (k !== full.times.nearest[i]) {
            expect(base.times.seconds[i]).toBe(full.times.seconds[i]);
            expect([base.times.nearest[i], others.length]).toContain(full.times.nearest[i]);
          }
        });
      },
      300,
      towns,
    );
    expect(nearer).toBeGreaterThan(100);
  });

  it('gives the same from recycled arrays, wherever the pin was before', () => {
    law(({ prepared, sites, query }) => {
      if (sites.length < 2) return;
      const base = assess(prepared, sites.slice(2), query);
      const before = movePin(prepared, base, sites[0]);
      const fresh = movePin(prepared, base, sites[1]);
      const again = movePin(prepared, base, sites[1], before.search);
      expect(said(again)).toEqual(said(fresh));
      expect(again.times.nearest).toEqual(fresh.times.nearest);
    });
  });

  it('leaves the base as it was', () => {
    law(({ prepared, sites, query }) => {
      if (!sites.length) return;
      const base = assess(prepared, sites.slice(1), query);
      const before = structuredClone(base.times);
      movePin(prepared, base, sites[0]);
      expect(base.times).toEqual(before);
    }, 50);
  });

  it('names the moved site by the number after the others, and counts it off the network', () => {
    const prepared = new Prepared(regionOf(town(`A--3----4---+`, 100)));
    const [a] = prepared.region.facilities;
    const base = assess(prepared, [a], query({ minutes: [5] }));
    const pin = { ...a, id: 'pin', lon: 0.0072 };
    const moved = movePin(prepared, base, pin);
    expect([...moved.times.nearest]).toEqual([0, 1]);
    expect(moved.sites.map(({ id }) => id)).toEqual(['A', 'pin']);
    expect([base.bands[0].covered, moved.bands[0].covered]).toEqual([3, 7]);
    const off = movePin(prepared, base, { ...pin, lat: 1 });
    expect(off.offNetwork.sites).toEqual([1]);
    expect(off.bands).toEqual(base.bands);
  });

  it('searches no farther than the pin’s influence', () => {
    // 40 junctions in a row, a site at each end: the pin beside A wins only its own doorstep.
    const prepared = new Prepared(regionOf(town(`A${'-+'.repeat(40)}-B`, 100)));
    const { facilities } = prepared.region;
    const base = assess(prepared, facilities, query({ minutes: [60] }));
    const beside = movePin(prepared, base, { ...facilities[0], lon: facilities[0].lon + 0.0001 });
    const middle = movePin(prepared, base, { ...facilities[0], lon: 0.036 });
    expect(base.reach!.reached).toBe(42);
    expect(beside.search!.reached).toBeLessThan(25);
    expect(middle.search!.reached).toBeLessThan(25);
  });
});
