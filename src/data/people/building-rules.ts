import type { TagOf } from '../osm/object-tags.ts';

/**
 * Storeys of a building that does not say, by its kind: the kinds people live in. Walk-ups of six
 * are what Chinese codes allowed without a lift for decades. All other kinds (school, retail,
 * garage, hut, …) house nobody.
 */
const HOME_LEVELS: Record<string, number> = {
  yes: 2,
  residential: 3,
  apartments: 6,
  dormitory: 5,
  house: 1,
  detached: 1,
  bungalow: 1,
  villa: 2,
  semidetached_house: 2,
  semi: 2,
  terrace: 2,
  terraced_house: 2,
  townhouse: 2,
  farm: 1,
  cabin: 1,
  houseboat: 1,
  static_caravan: 1,
};

/** A plain `building=yes` with one of these serves something else than living. '*' is any value. */
const OTHER_USES: Record<string, '*' | Set<string>> = {
  amenity: new Set(
    'school kindergarten college university hospital clinic place_of_worship townhall courthouse police fire_station prison parking fuel marketplace theatre cinema library arts_centre community_centre bus_station'.split(
      ' ',
    ),
  ),
  shop: new Set(['mall', 'supermarket', 'department_store']),
  tourism: new Set(['hotel', 'museum', 'gallery', 'attraction', 'motel']),
  leisure: '*',
  office: '*',
  industrial: '*',
  man_made: '*',
  power: '*',
  railway: '*',
  aeroway: '*',
  military: '*',
  historic: new Set(['castle', 'monument', 'ruins', 'memorial', 'city_gate']),
};

const STOREY_METRES = 3;
const MOST_LEVELS = 150;

/** Storeys people live in by a building's tags; 0 where nobody does. */
export function homeLevels(get: TagOf): number {
  const kind = get('building') ?? 'no';
  const usual = Object.hasOwn(HOME_LEVELS, kind) ? HOME_LEVELS[kind] : 0;
  if (!usual) return 0;
  if (kind === 'yes') {
    for (const [key, values] of Object.entries(OTHER_USES)) {
      const value = get(key);
      if (value && value !== 'no' && (values === '*' || values.has(value))) return 0;
    }
  }
  const levels = Number(/^\d+(?:\.\d+)?$/.exec(get('building:levels')?.trim() ?? '')?.[0]);
  if (levels > 0) return Math.min(MOST_LEVELS, levels);
  const metres = Number(/^(\d+(?:\.\d+)?)(?: ?m)?$/.exec(get('height')?.trim() ?? '')?.[1]);
  if (metres > 0) return Math.min(MOST_LEVELS, Math.max(1, Math.round(metres / STOREY_METRES)));
  return usual;
}
