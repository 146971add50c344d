import { describe, expect, it } from 'vitest';
import { assess, peopleOf } from '../../../src/engine/assess.ts';
import { streetsAgainstCircles } from '../../../src/engine/compare.ts';
import { nearestSites } from '../../../src/engine/nearest.ts';
import { bandsOf } from '../../../src/engine/picture.ts';
import { curveOf } from '../../../src/engine/curve.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { rankGaps } from '../../../src/engine/rank-gaps.ts';
import { equippedOf, sitesOf } from '../../../src/engine/sites.ts';
import { town, type Town } from '../core/town.ts';
import { facilitiesAt, query, regionOf } from './region-of.ts';

const answer = (drawn: Town, parts: Parameters<typeof query>[0] = {}) => {
  const prepared = new Prepared(regionOf(drawn));
  return assess(prepared, prepared.region.facilities, query(parts));
};

describe('one answer', () => {
  // At 1 m/s and 100 m a cell: 3 people at 300 m, 4 at 700 m, 5 at 1300 m.
  const street = town(`A--3---4-----5`, 100);

  it('counts people by their own time, limit by limit', () => {
    const prepared = new Prepared(regionOf(street));
    const asked = query({ speed: 1, minutes: [5.1, 10, 15] });
    const whole = assess(prepared, prepared.region.facilities, asked);
    const { bands, people } = whole;
    const curve = curveOf(prepared, whole).people;
    expect(people).toBe(12);
    expect(bands.map((band) => band.covered)).toEqual([3, 3, 7]);
    expect(bands[2].share).toBe(7 / 12);
    expect([curve[4], curve[6], curve[12], curve[22]]).toEqual([0, 3, 7, 12]);
  });

  it('counts a time exactly at the limit', () => {
    const exact = answer(street, { speed: 1 }).times.seconds[1] / 60;
    expect(answer(street, { speed: 1, minutes: [exact] }).bands[0].covered).toBe(7);
    expect(answer(street, { speed: 1, minutes: [exact - 1e-9] }).bands[0].covered).toBe(3);
  });

  it('counts a person with two facilities once', () => {
    const two = answer(town(`A--3--B----+`, 100));
    expect(two.bands[0].covered).toBe(3);
    expect(two.people).toBe(3);
  });

  it('counts, lists and does not cover who is off the network', () => {
    const drawn = town(`A----------3\n\n\n\n      5`, 100);
    const { offNetwork, bands, people, gaps } = answer(drawn, {
      minutes: [15],
      speed: 1.5,
    });
    expect(people).toBe(8);
    expect(offNetwork).toEqual({ sites: [], places: 1, people: 5 });
    expect(bands[0].covered).toBe(3);
    expect(gaps.map((gap) => gap.people)).toEqual([5]);
  });

  it('lists a facility that is off the network and covers nobody with it', () => {
    const drawn = town(`A----------3\n\n\n\nB`, 100);
    expect(answer(drawn).offNetwork.sites).toEqual([1]);
    expect([...answer(drawn, { minutes: [20] }).times.nearest]).toEqual([0]);
  });

  it('answers without facilities: nobody is covered, everybody is in a gap', () => {
    const { bands, gaps, people } = answer(town(`+--3---4---+`, 100));
    expect(bands.map((band) => band.covered)).toEqual([0, 0]);
    expect(gaps.reduce((sum, gap) => sum + gap.people, 0)).toBe(people);
  });

  it('answers without people: 0 of 0 is a share of 0', () => {
    const { people, bands, gaps } = answer(town(`A----------+`, 100));
    expect(people).toBe(0);
    expect(bands.map(({ covered, share }) => [covered, share])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(gaps).toEqual([]);
  });

  it('counts only inside the study area, but uses what is outside', () => {
    // The 3 live inside, the facility and the way to it lie outside; the 4 are not counted.
    const drawn = town(`A--3---4---+`, 100);
    const prepared = new Prepared(regionOf(drawn, { counted: Uint8Array.of(1, 0) }));
    const inside = assess(prepared, prepared.region.facilities, query());
    expect(inside.people).toBe(3);
    expect(inside.bands[0].covered).toBe(3);
    expect(inside.times.seconds[1]).toBeLessThan(Infinity);
  });

  it('sets a wheelchair on the level streets', () => {
    const drawn = town(`A----------+===+----------3`, 100);
    const all = { minutes: [60] };
    expect(answer(drawn, all).bands[0].covered).toBe(3);
    expect(answer(drawn, { ...all, profile: 'wheelchair' }).bands[0].covered).toBe(0);
  });

  it('adds disjoint fields up and refuses a field that does not exist', () => {
    const region = regionOf(town(`A----------3`, 100));
    region.places.fields.age_60_79 = Float64Array.of(1);
    region.places.fields.age_80 = Float64Array.of(0.5);
    const prepared = new Prepared(region);
    expect([...peopleOf(prepared, ['age_60_79', 'age_80'])]).toEqual([1.5]);
    expect(() => peopleOf(prepared, ['age_60'])).toThrow('age_60');
    expect(() => peopleOf(prepared, [])).toThrow();
  });
});

describe('what is told of an answer', () => {
  // Two hamlets: 2 people 1 km out, 9 people 4 km out, both beyond 10 minutes.
  const drawn = town(`A------------2-----------------------------------9`, 100);

  it('ranks gaps by people and names their nearest site, however far', () => {
    const prepared = new Prepared(regionOf(drawn));
    const result = assess(prepared, prepared.region.facilities, query({ minutes: [10] }));
    const gaps = rankGaps(prepared, result);
    expect(gaps.map(({ rank, people, nearest }) => [rank, people, nearest?.id])).toEqual([
      [1, 9, 'A'],
      [2, 2, 'A'],
    ]);
    // 49 cells of 100 m at 1.2 m/s: far beyond the limit.
    expect(gaps[0].nearest!.minutes).toBeCloseTo(4900 / 1.2 / 60, 1);
    expect(gaps[1].nearest!.minutes).toBeCloseTo(1300 / 1.2 / 60, 1);
    expect(rankGaps(prepared, result, 1)).toHaveLength(1);
  });

  it('names no site where none can be reached', () => {
    const prepared = new Prepared(regionOf(town(`A----------+\n\n\n\n\n5----------+`, 100)));
    const result = assess(prepared, prepared.region.facilities, query());
    expect(rankGaps(prepared, result)[0].nearest).toBeNull();
  });

  it('names the nearest by circles too', () => {
    const prepared = new Prepared(regionOf(drawn));
    const circles = query({ minutes: [10], method: 'buffer' });
    const [gap] = rankGaps(prepared, assess(prepared, prepared.region.facilities, circles));
    expect(gap.nearest!.minutes).toBeCloseTo((4900 * 1.3) / 1.2 / 60, 1);
  });

  it('draws bands widest first, one circle a site in the buffer method', () => {
    const prepared = new Prepared(regionOf(drawn));
    const streets = bandsOf(prepared, assess(prepared, prepared.region.facilities, query()));
    expect(streets.map((band) => band.minutes)).toEqual([15, 10]);
    expect(streets.every((band) => band.polygons.length === 1)).toBe(true);
    const circles = query({ method: 'buffer' });
    const bands = bandsOf(prepared, assess(prepared, prepared.region.facilities, circles));
    expect(bands[0].polygons[0][0]).toHaveLength(65);
  });

  it('sets streets against circles in people, from either side', () => {
    // As the crow flies the 5 are 400 m away, on foot 1800.
    const river = town(
      `
A----------+
           |
           |
           |
5----------+`,
      100,
    );
    const prepared = new Prepared(regionOf(river));
    const both = (['network', 'buffer'] as const).map((method) =>
      streetsAgainstCircles(
        prepared,
        assess(prepared, prepared.region.facilities, query({ method, minutes: [10] })),
      ),
    );
    expect(both[0]).toEqual({ minutes: 10, circlesOnly: 5, streetsOnly: 0 });
    expect(both[1]).toEqual(both[0]);
  });

  it('lists sites by walking time, and says when one stands off the streets', () => {
    const two = new Prepared(regionOf(town(`A----+-------B`, 100)));
    const at = (metres: number): [number, number] => [metres / 111_195, 0];
    const { onNetwork, sites } = nearestSites(two, two.region.facilities, at(900), 'older', 0.9);
    expect(onNetwork).toBe(true);
    expect(sites.map(({ site }) => site.id)).toEqual(['B', 'A']);
    expect(sites[0].metres).toBeCloseTo(400, 0);
    expect(sites[0].minutes).toBeCloseTo(400 / 0.9 / 60, 1);
    const off = nearestSites(two, two.region.facilities, [0, 0.01], 'older', 0.9);
    expect(off).toEqual({ onNetwork: false, sites: [] });
    const soon = nearestSites(two, two.region.facilities, at(900), 'older', 0.9, 8);
    expect(soon.sites.map(({ site }) => site.id)).toEqual(['B']);
  });
});

describe('sites of a service', () => {
  it('are open ones, and of estates those equipped', () => {
    const list = facilitiesAt({ lon: new Float64Array(5), lat: new Float64Array(5) });
    list[1].status = 'planned';
    list[2].equipped = false;
    list[3].equipped = true;
    list[4].service = 'school';
    expect(sitesOf(list, 'clinic').map(({ id }) => id)).toEqual(['A', 'D']);
    expect(equippedOf(list, 'clinic')).toEqual({ sites: 2, of: 3, share: 2 / 3 });
    expect(equippedOf([], 'clinic')).toEqual({ sites: 0, of: 0, share: 0 });
  });
});
