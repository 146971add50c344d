import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/core/network.ts';
import { paceOf, PROFILES, walking, type Pace, type Profile } from '../../../src/core/profile.ts';
import { pointTimes } from '../../../src/core/point-times.ts';
import { searchReach } from '../../../src/core/reach.ts';
import { Snapper } from '../../../src/core/snap.ts';
import type { TravelKey } from '../../../src/core/travel.ts';
import { feetOf, Oracle } from './oracle.ts';
import { randomTown, wildTown } from './random-town.ts';
import { town, type Town } from './town.ts';

/** Seconds and site of each digit of a town, in reading order. */
function walk(
  { graph, places, sites }: Town,
  {
    pace = walking(1),
    limit = Infinity,
    travel = 'foot',
    outward = false,
  }: { pace?: Pace; limit?: number; travel?: TravelKey; outward?: boolean } = {},
) {
  const network = buildNetwork(graph, travel, outward);
  const snapper = new Snapper(network);
  const reach = searchReach(network, snapper.snap(sites.lon, sites.lat), pace, limit);
  return pointTimes(reach, snapper.snap(places.lon, places.lat));
}

const near = (seconds: Float64Array) => Array.from(seconds, (s) => Math.round(s));

describe('times in drawn towns, at 1 m/s and 100 m a cell', () => {
  it('walks along a street: 5 cells and 8 cells', () => {
    const { seconds } = walk(town(`+--A----1--2-+`, 100));
    expect(near(seconds)).toEqual([500, 800]);
  });

  it('charges both off-street legs at the same speed', () => {
    const street = `
   A
+----------+
        1`;
    expect(near(walk(town(street, 100)).seconds)).toEqual([100 + 500 + 100]);
    expect(near(walk(town(street, 100), { pace: walking(0.5) }).seconds)).toEqual([1400]);
  });

  it('takes the direct piece on one segment, not the way round by its ends', () => {
    // Round the block it would be 200 + 300 + … : far more than 200.
    const { seconds } = walk(
      town(
        `
+--A-1-+
|      |
+------+`,
        100,
      ),
    );
    expect(near(seconds)).toEqual([200]);
  });

  it('takes the way round where that is shorter than along the edge', () => {
    // One edge winds from the left end to the right one: 15 cells; the short cut is one cell.
    const { seconds } = walk(
      town(
        `
*-------*
|       |
A       1
|       |
+-------+`,
        100,
      ),
    );
    // Along the edge 2 + 8 + 2 = 12, round by the street in the south 2 + 8 + 2 = 12 as well.
    expect(near(seconds)).toEqual([1200]);
    const shorter = `
*-------*
|       |
|       |
A       1
+-------+`;
    expect(near(walk(town(shorter, 100)).seconds)).toEqual([1000]);
  });

  it('walks a loop that begins and ends at one node both ways', () => {
    const loop = town(
      `
      *--2--*
      A     1
      *     *
      |     |
------+-----*`,
      100,
    );
    expect(loop.graph.edgeFrom).toHaveLength(2);
    expect(near(walk(loop).seconds)).toEqual([400, 800]);
    const south = town(
      `
      *-----*
      |     |
      |     |
      A     1
------+-----*`,
      100,
    );
    expect(near(walk(south).seconds)).toEqual([100 + 600 + 100]);
  });

  it('uses the shorter of two parallel edges', () => {
    const parallel = town(
      `
   *-----*
   |     |
A--+-----+--1`,
      100,
    );
    expect(parallel.graph.edgeFrom).toHaveLength(4);
    expect(near(walk(parallel).seconds)).toEqual([1200]);
  });

  it('sends everyone to the nearest of two facilities', () => {
    const { seconds, nearest } = walk(town(`A-1----2-3---B`, 100));
    expect(near(seconds)).toEqual([200, 600, 400]);
    expect([...nearest]).toEqual([0, 1, 1]);
  });

  it('does not reach across a gap between two streets', () => {
    const { seconds, nearest } = walk(town(`A----------+\n\n\n\n\n\n1----------+`, 100));
    expect([...seconds]).toEqual([Infinity]);
    expect([...nearest]).toEqual([-1]);
  });

  it('leaves off-network people and facilities at Infinity', () => {
    const { seconds } = walk(town(`+----A-----+\n\n\n\n1    `, 100));
    expect([...seconds]).toEqual([Infinity]);
    const off = walk(town(`+----1-----+\n\n\n\nA    `, 100));
    expect([...off.seconds]).toEqual([Infinity]);
  });

  it('closes steps to a wheelchair, which goes round or not at all', () => {
    const round = town(
      `
+--------+
|        |
A-+====+-1
`,
      100,
    );
    // "A" and "1" end the level streets, so the way round is 2 + 9 + 2 cells.
    expect(near(walk(round).seconds)).toEqual([900]);
    expect(near(walk(round, { travel: 'wheelchair' }).seconds)).toEqual([1300]);
    const shut = town(`A----------+==+----------1`, 100);
    expect(near(walk(shut).seconds)).toEqual([2500]);
    expect([...walk(shut, { travel: 'wheelchair' }).seconds]).toEqual([Infinity]);
  });

  it('reaches a time exactly at the limit, and none above it', () => {
    const street = town(`+--A----1--2-+`, 100);
    const [exact] = walk(street).seconds;
    expect(walk(street, { limit: exact }).seconds[0]).toBe(exact);
    expect(walk(street, { limit: exact - 1e-9 }).seconds[0]).toBe(Infinity);
  });

  it('gives people at one and the same spot the same time', () => {
    const { graph, sites, places } = town(`+--A----1--2-+`, 100);
    const twice = (a: Float64Array) => Float64Array.of(...a, ...a);
    const { seconds } = walk({
      graph,
      sites: { lon: twice(sites.lon), lat: twice(sites.lat) },
      places: { lon: twice(places.lon), lat: twice(places.lat), people: twice(places.people) },
    });
    expect(seconds.slice(0, 2)).toEqual(seconds.slice(2));
  });

  it('answers where there is nobody, no facility, no street', () => {
    expect([...walk(town(`+----------1-+`, 100)).seconds]).toEqual([Infinity]);
    expect(walk(town(`+----A-----+`, 100)).seconds).toHaveLength(0);
    expect([...walk(town(`A 1`, 100)).seconds]).toEqual([Infinity]);
  });
});

describe('against the oracle', () => {
  const towns = {
    plain: randomTown(),
    wild: wildTown(),
  };
  const stepFree: Profile = { ...PROFILES[0], travel: 'step_free' };
  const cases = [...PROFILES, stepFree].flatMap((profile) =>
    (['plain', 'wild'] as const).map((kind) => ({ ...profile, kind })),
  );

  it.each(cases)(
    'agrees with Floyd–Warshall on random $kind towns: $key, $travel',
    ({ kind, ...profile }) => {
      const limit = fc.constantFrom(0, 120, 600, 900, Infinity);
      const pace = paceOf(profile);
      const outward = profile.towards === 'people';
      let reached = 0;
      fc.assert(
        fc.property(towns[kind], limit, (drawn, limit) => {
          const { travel } = profile;
          const oracle = new Oracle(drawn.graph, travel);
          const snapper = new Snapper(buildNetwork(drawn.graph, travel));
          const [people, sites] = [drawn.places, drawn.sites].map((points) =>
            kind === 'wild' ? feetOf(snapper.snap(points.lon, points.lat)) : oracle.feet(points),
          );
          const expected = oracle.answer(people, sites, pace, limit + 1e-6, outward);
          const { seconds, nearest } = walk(drawn, { pace, travel, limit, outward });
          expected.seconds.forEach((exact, i) => {
            if (Math.abs(exact - limit) <= 1e-6) return;
            if (exact === Infinity) expect(seconds[i]).toBe(Infinity);
            // The arcs of the search are single precision.
            else expect(Math.abs(seconds[i] - exact)).toBeLessThan(1e-6 * Math.max(1, exact));
            if (exact === Infinity) expect(nearest[i]).toBe(-1);
            else expect(expected.nearest[i]).toContain(nearest[i]);
            if (exact < Infinity) reached++;
          });
        }),
        { numRuns: kind === 'wild' ? 300 : 250 },
      );
      // Cars and bicycles have no streets in the plain towns.
      if (kind === 'wild' || profile.travel === 'foot') expect(reached).toBeGreaterThan(10);
    },
  );
});

describe('one search after another', () => {
  const searches = fc.record({
    drawn: fc.oneof(randomTown({ sites: 6 }), wildTown({ sites: 6 })),
    speed: fc.constantFrom(walking(0.65), walking(1.2)),
    limit: fc.constantFrom(300, 900, Infinity),
  });

  it('gives the same bits from recycled arrays as from fresh ones', () => {
    fc.assert(
      fc.property(searches, fc.constantFrom(100, Infinity), ({ drawn, speed, limit }, earlier) => {
        const network = buildNetwork(drawn.graph, 'foot');
        const snapper = new Snapper(network);
        const seeds = snapper.snap(drawn.sites.lon, drawn.sites.lat);
        const others = snapper.snap(drawn.places.lon, drawn.places.lat);
        const fresh = searchReach(network, seeds, speed, limit);
        const recycle = searchReach(network, others, walking(1), earlier);
        const again = searchReach(network, seeds, speed, limit, { recycle });
        expect(again.seconds).toEqual(fresh.seconds);
        expect(again.nearest).toEqual(fresh.nearest);
        expect(again.reached).toBe(fresh.reached);
        const listed = (r: typeof fresh) => [...r.touched.slice(0, r.reached)].sort();
        expect(listed(again)).toEqual(listed(fresh));
      }),
    );
  });

  it('gives with a bound exactly what the full search gives where it is faster', () => {
    fc.assert(
      fc.property(searches, ({ drawn, speed, limit }) => {
        const network = buildNetwork(drawn.graph, 'foot');
        const snapper = new Snapper(network);
        const all = snapper.snap(drawn.sites.lon, drawn.sites.lat);
        const part = (from: number, to: number) => ({
          edge: all.edge.slice(from, to),
          along: all.along.slice(from, to),
          off: all.off.slice(from, to),
        });
        const last = Math.max(0, all.edge.length - 1);
        const base = searchReach(network, part(0, last), speed, limit);
        const moved = searchReach(network, part(last, last + 1), speed, limit, {
          bound: base,
        });
        const full = searchReach(network, all, speed, limit);
        const merged = base.seconds.map((s, i) => Math.min(s, moved.seconds[i]));
        expect(merged).toEqual(full.seconds);
        moved.seconds.forEach((s, i) => s < Infinity && expect(s).toBeLessThan(base.seconds[i]));
        const within = base.inside?.seconds.map((s, k) => Math.min(s, moved.inside!.seconds[k]));
        expect(within).toEqual(full.inside?.seconds);
      }),
    );
  });
});
