import fc from 'fast-check';
import { PROFILES } from '../../../src/core/profile.ts';
import type { Region } from '../../../src/data/region/region.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import type { Query } from '../../../src/engine/query.ts';
import { randomTown } from '../core/random-town.ts';
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
    backdrop: [],
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

/** Random regions with two areas, a study area and a second field; and a random question. */
export const asked: fc.Arbitrary<Asked> = fc
  .record({
    drawn: randomTown({ nodes: 14, edges: 26, places: 24, sites: 5, side: 1600 }),
    area: fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 24, maxLength: 24 }),
    counted: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 24, maxLength: 24 }),
    linkMetres: fc.constantFrom(300, 700),
    profile: fc.constantFrom(...PROFILES),
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

/** Tries a law on random regions and questions. */
export function law(run: (asked: Asked) => void, numRuns = 150): void {
  fc.assert(fc.property(asked, run), { numRuns });
}
