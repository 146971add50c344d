import type { Region } from '../../src/data/region/region.ts';
import { linkDistance } from '../../src/data/region/lay-places.ts';
import type { Facility } from '../../src/data/tables/facility.ts';
import type { County } from './county.ts';

/** The synthetic county as a region, as a bundle would hold it. */
export function countyRegion({ graph, places, facilities }: County): Region {
  const n = places.lon.length;
  const clinics = Array.from(facilities.lon, (lon, i): Facility => ({
    id: `f${i}`,
    name: `f${i}`,
    service: 'clinic',
    lon,
    lat: facilities.lat[i],
    status: 'open',
  }));
  return {
    id: 'county',
    name: 'county',
    graph,
    streetNames: [{ name: '' }],
    places: {
      ids: [],
      lon: places.lon,
      lat: places.lat,
      fields: { total: places.people },
      area: new Int32Array(n).fill(-1),
      counted: new Uint8Array(n).fill(1),
      linkMetres: linkDistance(places.lon, places.lat),
    },
    facilities: clinics,
    areas: [],
  };
}
