import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/geo.ts';
import type { SolveMip } from '../../../src/core/siting/mip.ts';
import { Fault } from '../../../src/data/fault.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { assess, peopleOf } from '../../../src/engine/assess.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import type { Resolved } from '../../../src/engine/question.ts';
import { candidatesFrom } from '../../../src/engine/siting/candidates.ts';
import {
  proposeSites,
  type Proposing,
  type SiteProgress,
  type SiteRequest,
  type SiteResult,
} from '../../../src/engine/siting/propose.ts';
import { randomTown } from '../core/random-town.ts';
import { asked, query, regionOf, type Asked } from '../engine/region-of.ts';

/** Nothing asked here needs more than branch and bound. */
const solve: SolveMip = () => Promise.reject(new Error('the solver is not wanted'));
const quietly = { solve, progress: () => {}, greedy: () => {}, pause: async () => true };

function propose(
  { prepared, sites, query: asks }: Asked,
  request: Partial<SiteRequest> = {},
  proposing: Partial<Proposing> = {},
): Promise<SiteResult> {
  const resolved: Resolved = {
    service: { key: 'clinic' } as Resolved['service'],
    query: asks,
    peopleField: { columns: ['total'], label: 'total', fallback: false },
    facilities: prepared.region.facilities,
    sites,
    ignored: [],
  };
  const whole: SiteRequest = {
    model: 'mclp',
    method: 'exact',
    k: 2,
    candidates: { kind: 'places' },
    ...request,
  };
  return proposeSites(prepared, resolved, whole, { ...quietly, ...proposing });
}

/** Faults are part of the answer: a town may offer fewer candidates than asked for. */
async function proposed(...options: Parameters<typeof propose>): Promise<SiteResult | null> {
  try {
    return await propose(...options);
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

const asFacility = ({ id, lon, lat }: { id: string; lon: number; lat: number }): Facility => ({
  id: `new ${id}`,
  name: id,
  service: 'clinic',
  lon,
  lat,
  status: 'open',
});

/** What the ordinary answer says with these sites. */
const answered = ({ prepared, query: asks }: Asked, sites: Facility[]) => {
  const { bands, people } = assess(prepared, sites, asks);
  return { covered: bands[bands.length - 1].covered, people };
};

describe('proposed sites', () => {
  it('cover whom the answer with them in place covers, and gain what they say', async () => {
    let chosen = 0;
    await fc.assert(
      fc.asyncProperty(asked, async (town) => {
        // One site that is there, so that there is something left to do.
        const given = { ...town, sites: town.sites.slice(0, 1) };
        const heard: SiteResult[] = [];
        const result = await proposed(given, {}, { greedy: (first) => heard.push(first) });
        if (!result) return;
        const before = answered(given, given.sites);
        const after = answered(given, [...given.sites, ...result.chosen.map(asFacility)]);
        expect(result.people).toBeCloseTo(before.people, 9);
        expect(result.coveredBefore).toBeCloseTo(before.covered, 9);
        expect(result.coveredAfter).toBeCloseTo(after.covered, 9);
        const gained = result.chosen.reduce((sum, { gain }) => sum + gain, 0);
        expect(gained).toBeCloseTo(after.covered - before.covered, 9);
        expect(result).toMatchObject({ optimal: true, gap: 0, bound: result.coveredAfter });
        expect(heard).toHaveLength(1);
        expect(heard[0].coveredAfter).toBeLessThanOrEqual(result.coveredAfter + 1e-9);
        chosen += result.chosen.length;
      }),
      { numRuns: 180, endOnFailure: true },
    );
    expect(chosen).toBeGreaterThan(40);
  });

  it('shorten the sum of people × time, each capped at the horizon', async () => {
    let shorter = 0;
    await fc.assert(
      fc.asyncProperty(asked, async (town) => {
        const given = { ...town, sites: town.sites.slice(0, 1) };
        const result = await proposed(given, { model: 'pmedian', k: 1 });
        if (!result) return;
        const horizon = result.beyondSeconds!;
        const wide = { ...given.query, minutes: [horizon / 60] };
        const { region } = given.prepared;
        const people = peopleOf(given.prepared, given.query.people);
        const cost = (sites: Facility[]) =>
          assess(given.prepared, sites, wide).times.seconds.reduce(
            (sum, seconds, i) =>
              sum + (region.places.counted[i] ? people[i] * Math.min(seconds, horizon) : 0),
            0,
          );
        const after = cost([...given.sites, ...result.chosen.map(asFacility)]);
        expect(result.objective.before).toBeCloseTo(cost(given.sites), 4);
        expect(result.objective.after).toBeCloseTo(after, 4);
        if (after < result.objective.before) shorter++;
      }),
      { numRuns: 120, endOnFailure: true },
    );
    expect(shorter).toBeGreaterThan(10);
  });

  it('stand as far apart as asked, and inside the area drawn', async () => {
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(asked, async (town) => {
        const given = { ...town, sites: town.sites.slice(0, 1) };
        const east = given.prepared.region.places.lon[0];
        const box: [number, number][] = [
          [east, -89],
          [east + 2, -89],
          [east + 2, 89],
          [east, 89],
          [east, -89],
        ];
        const result = await proposed(given, { minMetres: 400, within: [[box]] });
        if (!result) return;
        const all = [...result.chosen, ...given.sites];
        result.chosen.forEach(({ lon, lat }, a) => {
          expect(lon).toBeGreaterThanOrEqual(east);
          for (const other of all.slice(a + 1)) {
            expect(distance(lon, lat, other.lon, other.lat)).toBeGreaterThanOrEqual(400);
            pairs++;
          }
        });
      }),
      { numRuns: 120, endOnFailure: true },
    );
    expect(pairs).toBeGreaterThan(20);
  });

  it('tell how far it is, and stop with a sentence before there is any answer', async () => {
    const region = regionOf(
      fc.sample(randomTown({ nodes: 14, edges: 26, places: 24, sites: 3, side: 1600 }), {
        numRuns: 1,
        seed: 3,
      })[0],
    );
    const given = {
      region,
      prepared: new Prepared(region),
      sites: region.facilities,
      query: query(),
    };
    const stages: SiteProgress[] = [];
    await propose(given, { k: 1 }, { progress: (now) => stages.push(now) });
    expect(stages[0]).toMatchObject({ stage: 'rows', done: 0 });
    expect(stages[1].done).toBeGreaterThan(0);
    const stopped = propose(given, { k: 1 }, { pause: async () => false });
    await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
  });
});

describe('candidates', () => {
  const grid = Array.from({ length: 900 }, (_, i) => ({ x: i % 30, y: Math.floor(i / 30) }));
  const [town] = fc.sample(randomTown({ nodes: 9, edges: 12, places: 3, sites: 1, side: 900 }), {
    numRuns: 1,
    seed: 1,
  });
  const heads = Float64Array.from(grid, (_, i) => 1 + ((i * 37) % 11));
  const region = regionOf({
    ...town,
    places: {
      lon: Float64Array.from(grid, ({ x }) => 100 + x / 1000),
      lat: Float64Array.from(grid, ({ y }) => y / 1000),
      people: heads,
    },
  });
  const prepared = new Prepared(region);
  const circles = query({ method: 'buffer' });
  const from = (source: SiteRequest['candidates'], asks = circles) =>
    candidatesFrom(prepared, asks, region.facilities, heads, source, null);

  it('are thinned over a grid, the same each time, the most populous of each cell', () => {
    const thinned = from({ kind: 'places' });
    expect(thinned).toEqual(from({ kind: 'places' }));
    expect(thinned.length).toBeLessThanOrEqual(200);
    expect(thinned.length).toBeGreaterThan(100);
    const few = from({ kind: 'places', most: 9 });
    expect(few.length).toBeGreaterThan(3);
    expect(few.length).toBeLessThanOrEqual(9);
    // A cell as large as a ninth of this grid always has one of the largest places.
    for (const { id } of few) expect(heads[Number(id.slice(1))]).toBe(11);
    expect(from({ kind: 'places', most: 900 })).toHaveLength(900);
  });

  it('are none where no street is near; in a straight line they may be', () => {
    expect(from({ kind: 'places' }, query())).toEqual([]);
  });

  it('are the estates of the table, chargers on the map apart; else those of the map', () => {
    const estate = (id: string, accuracy?: string): Facility => ({
      ...asFacility({ id, lon: 1, lat: 1 }),
      id,
      service: 'charging',
      accuracy,
    });
    const listed = [estate('table'), estate('pole', 'osm')];
    const mapped = [{ id: 'osm-w1', name: '东苑', lon: 2, lat: 2 }];
    const other = new Prepared({ ...region, estates: mapped });
    const ids = (facilities: Facility[]) =>
      candidatesFrom(other, circles, facilities, heads, { kind: 'estates' }, null).map(
        ({ id }) => id,
      );
    expect(ids(listed)).toEqual(['table']);
    expect(ids(listed.slice(1))).toEqual(['osm-w1']);
  });
});
