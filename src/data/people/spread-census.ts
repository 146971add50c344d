import { areaFinder } from '../../core/area-finder.ts';
import { hilbertOrder } from '../../core/hilbert.ts';
import type { Rejection } from '../fault.ts';
import type { OsmData } from '../osm/osm.ts';
import { Shapes } from '../osm/shapes.ts';
import type { Area } from '../tables/area.ts';
import type { Population } from '../tables/population.ts';
import { rejection } from '../tables/table-faults.ts';
import { apportion } from './apportion.ts';
import { buildingHomes } from './building-homes.ts';
import { areaHomes, landHomes, streetHomes } from './ground-homes.ts';
import type { Homes } from './homes.ts';
import { matchAreas } from './match-areas.ts';
import { peopleFaults } from './people-faults.ts';
import type { Census } from './read-census.ts';
import { spreadAges } from './spread-ages.ts';

/** What an area's people were spread over, the best first. */
export const GROUNDS = ['buildings', 'land', 'streets', 'area'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface Spread {
  population: Population;
  rejected: Rejection[];
  /** Areas and people by what they were spread over. */
  areas: Record<Ground, number>;
  people: Record<Ground, number>;
  /** Places that are buildings, and the floor space in them that the rule knows, m². */
  buildings: number;
  floorMetres2: number;
  /** Spots that drew nobody and are no places. */
  empty: number;
  /** Areas the census does not name: nobody is put there. */
  unnamed: string[];
}

/**
 * Spreads area totals over the homes in each area: over its buildings by floor space; in an area
 * without any that people live in, evenly over residential land; without that, along residential
 * streets; without those, over all its ground. A home belongs to the first area it lies in, as places
 * do. Totals are kept to the person, in every area and column (apportion, spreadAges).
 * Throws Fault `census-no-match`.
 */
export function spreadCensus(
  census: Census,
  areas: Area[],
  osm: OsmData,
  fileName: string,
): Spread {
  const { matched, rejected } = matchAreas(census.rows, areas, fileName);
  const shapes = new Shapes(osm);
  const areaOf = areaFinder(areas);
  const grounds = {
    buildings: later(() => byArea(buildingHomes(osm, shapes), areaOf)),
    land: later(() => byArea(landHomes(osm, shapes), areaOf)),
    streets: later(() => byArea(streetHomes(osm, shapes), areaOf)),
  };
  const spread: Spread = {
    population: { ids: [], lon: new Float64Array(), lat: new Float64Array(), fields: {} },
    rejected,
    areas: { buildings: 0, land: 0, streets: 0, area: 0 },
    people: { buildings: 0, land: 0, streets: 0, area: 0 },
    ...{ buildings: 0, floorMetres2: 0, empty: 0 },
    unnamed: areas.filter((_, a) => !matched.has(a)).map(({ name }) => name),
  };
  const columns = census.fields.map((): number[] => []);
  const [ids, lon, lat]: [string[], number[], number[]] = [[], [], []];
  for (const [a, row] of [...matched].sort(([x], [y]) => x - y)) {
    const found = homesOf(a);
    if (!found) {
      rejected.push(rejection(row.line, peopleFaults.noGround(areas[a].name)));
      continue;
    }
    const { ground, homes } = found;
    const order = [...hilbertOrder(homes.lon, homes.lat)];
    const weights = order.map((i) => homes.weight[i]);
    const total = row.people[0]
      ? apportion(row.people[0], weights)
      : new Float64Array(order.length);
    const people = spreadAges(census.fields, row.people, total);
    order.forEach((i, k) => {
      if (!total[k]) return;
      ids.push(homes.ids[i]);
      lon.push(homes.lon[i]);
      lat.push(homes.lat[i]);
      people.forEach((column, f) => columns[f].push(column[k]));
    });
    spread.areas[ground]++;
    spread.people[ground] += row.people[0];
    spread.empty += total.filter((count) => count === 0).length;
    if (ground !== 'buildings') continue;
    spread.buildings += total.filter((count) => count > 0).length;
    spread.floorMetres2 += weights.reduce((sum, weight) => sum + weight, 0);
  }
  spread.population = {
    ids,
    lon: Float64Array.from(lon),
    lat: Float64Array.from(lat),
    fields: Object.fromEntries(
      census.fields.map((field, f) => [field, Float64Array.from(columns[f])]),
    ),
  };
  rejected.sort((x, y) => x.line - y.line);
  return spread;

  function homesOf(a: number): { ground: Ground; homes: Homes } | null {
    for (const ground of ['buildings', 'land', 'streets'] as const) {
      const homes = grounds[ground]().get(a);
      if (homes) return { ground, homes };
    }
    const homes = areaHomes(areas[a].polygons, a, (x, y) => areaOf(x, y) === a);
    return homes.ids.length ? { ground: 'area', homes } : null;
  }
}

function later<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function byArea(homes: Homes, areaOf: (lon: number, lat: number) => number): Map<number, Homes> {
  const sorted = new Map<number, Homes>();
  homes.ids.forEach((id, i) => {
    const a = areaOf(homes.lon[i], homes.lat[i]);
    if (a < 0) return;
    const own = sorted.get(a) ?? { ids: [], lon: [], lat: [], weight: [] };
    sorted.set(a, own);
    own.ids.push(id);
    own.lon.push(homes.lon[i]);
    own.lat.push(homes.lat[i]);
    own.weight.push(homes.weight[i]);
  });
  return sorted;
}
