import fc from 'fast-check';
import { PROFILES, profileOf, type Profile } from '../../../src/core/profile.ts';
import type { Region } from '../../../src/data/region/region.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { queryPace, type Query } from '../../../src/engine/query.ts';
import { siteSeeds } from '../../../src/engine/site-seeds.ts';
import { feetOf, Oracle } from '../core/oracle.ts';
import { randomTown, wildTown } from '../core/random-town.ts';
import type { Points, Town } from '../core/town.ts';

/** A drawn town as a region: everybody counts, one field, no areas, unless said otherwise. */
export function regionOf({ graph, places, sites }: Town, parts: Partial<Region['places']> = {}) {
  const n = places.lon.length;
  const region: Region = {
    id: 'town',
    name: '镇',
    graph,
    streetNames: [{ name: '' }],
    places: {
      ids: Array.from(places.lon, (_, i) => `p${i}`),
      lon: places.lon,
      lat: places.lat,
      fields: { total: places.people },
      area: new Int32Array(n).fill(-1),
      counted: new Uint8Array(n).fill(1),
      linkMetres: 300,
      ...parts,
    },
    facilities: facilitiesAt(sites),
    areas: [],
  };
  return region;
}

/** Open facilities at these points, A first. */
export function facilitiesAt({ lon, lat }: Points): Facility[] {
  return Array.from(lon, (x, i) => ({
    id: String.fromCharCode(65 + (i % 26)) + (i < 26 ? '' : i),
    name: `${i}`,
    service: 'clinic',
    lon: x,
    lat: lat[i],
    status: 'open',
  }));
}

/** People on foot, 10 and 15 minutes, by streets, unless said otherwise. */
export function query(parts: Partial<Query> = {}): Query {
  return {
    service: 'clinic',
    minutes: [10, 15],
    profile: 'general',
    speed: 1.2,
    method: 'network',
    detour: 1.3,
    people: ['total'],
    ...parts,
  };
}

export interface Asked {
  region: Region;
  prepared: Prepared;
  sites: Facility[];
  query: Query;
}

const WALKERS = PROFILES.filter(({ travel }) => travel === 'foot' || travel === 'wheelchair');
const SIZE = { nodes: 14, edges: 26, places: 24, sites: 5, side: 1600 };

/** Random regions with two areas, a study area and a second field; and a random question. */
const askedOf = (towns: fc.Arbitrary<Town>, profiles: readonly Profile[]): fc.Arbitrary<Asked> =>
  fc
    .record({
      drawn: towns,
      area: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 24, maxLength: 24 }),
      counted: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 24, maxLength: 24 }),
      linkMetres: fc.constantFrom(300, 700),
      profile: fc.constantFrom(...profiles),
      method: fc.constantFrom('network' as const, 'buffer' as const),
      minutes: fc.constantFrom<number[][]>([5, 10, 15], [10], [7.5, 45]),
    })
    .map(({ drawn, area, counted, linkMetres, profile, method, minutes }) => {
      const n = drawn.places.lon.length;
      const region = regionOf(drawn, {
        area: Int32Array.from(area.slice(0, n)),
        counted: Uint8Array.from(counted.slice(0, n), (c) => (c ? 1 : 0)),
        linkMetres,
      });
      for (const id of ['a', 'b']) region.areas.push({ id, name: id, polygons: [] });
      return {
        region,
        prepared: new Prepared(region),
        sites: region.facilities,
        query: query({ profile: profile.key, speed: profile.speed, method, minutes }),
      };
    });

/** Streets as walkers have them. */
export const asked = askedOf(randomTown(SIZE), WALKERS);

/**
 * One-way streets, gates, slopes, every way of moving; areas of a zone each with limits of their
 * own; and some sites with several entrances.
 */
export const wildAsked = fc
  .tuple(askedOf(wildTown(SIZE), PROFILES), fc.boolean())
  .map(([{ region, query: plain, ...rest }, zoned]): Asked => {
    region.areas[0].zone = 'urban';
    region.areas[1].zone = 'rural';
    const spots = region.facilities.map(({ lon, lat }): [number, number] => [lon, lat]);
    const sites = region.facilities.map((site, k) =>
      k % 2 ? { ...site, entrances: [spots[k - 1], spots[k]] } : site,
    );
    const zoneMinutes = zoned ? { urban: 6, rural: 14 } : undefined;
    return { ...rest, region, sites, query: { ...plain, zoneMinutes } };
  });

/** Tries a law on random regions and questions. */
export function law(run: (asked: Asked) => void, numRuns = 150, towns = asked): void {
  fc.assert(fc.property(towns, run), { numRuns, endOnFailure: true });
}

/** The points that the oracle has to try for these sites: all their entrances. */
export function entrancesOf(sites: Facility[]): Points {
  const { lon, lat } = siteSeeds(sites);
  return { lon, lat };
}

/** What the oracle says of a question, without a limit. */
export function oracleAnswer({ prepared, sites, query }: Asked, people: Points) {
  const profile = profileOf(query.profile)!;
  const { snapper } = prepared.way(query.profile);
  const [from, to] = [people, entrancesOf(sites)].map(({ lon, lat }) =>
    feetOf(snapper.snap(lon, lat)),
  );
  const oracle = new Oracle(prepared.region.graph, profile.travel);
  const outward = profile.towards === 'people';
  return oracle.answer(from, to, queryPace(query), Infinity, outward);
}
