import { distance, METRES_PER_DEGREE } from '../../core/geo.ts';
import type { Region } from '../../data/region/region.ts';
import type { Facility } from '../../data/tables/facility.ts';

/** Whoever lives farther than this from the middle of a listed estate lives in none. Metres. */
const ESTATE_METRES = 200;

/** The same estates by their households and by the people around them. */
export interface EstateShares {
  /** By the list's column of capacity; null where any estate has none. */
  households: { equipped: number; all: number } | null;
  /** People whose nearest listed estate is at most `metres` away. */
  residents: { equipped: number; all: number; metres: number };
}

/** Each counted place belongs to the nearest of the listed estates, by straight line. */
export function estateShares({ places }: Region, estates: Facility[]): EstateShares {
  const known = estates.every(({ capacity }) => capacity !== undefined);
  const households = { equipped: 0, all: 0 };
  for (const { capacity, equipped } of known ? estates : []) {
    households.all += capacity!;
    if (equipped !== false) households.equipped += capacity!;
  }
  const residents = { equipped: 0, all: 0, metres: ESTATE_METRES };
  const { lon, lat, fields, counted } = places;
  const band = ESTATE_METRES / METRES_PER_DEGREE;
  for (let i = 0; i < lon.length; i++) {
    if (!counted[i]) continue;
    let best = ESTATE_METRES;
    let nearest = -1;
    for (let k = 0; k < estates.length; k++) {
      if (Math.abs(estates[k].lat - lat[i]) > band) continue;
      const metres = distance(lon[i], lat[i], estates[k].lon, estates[k].lat);
      if (metres <= best) [best, nearest] = [metres, k];
    }
    if (nearest < 0) continue;
    residents.all += fields.total[i];
    if (estates[nearest].equipped !== false) residents.equipped += fields.total[i];
  }
  return { households: known && households.all ? households : null, residents };
}
