import { distance } from '../../core/geo.ts';
import type { Text } from '../fault.ts';
import type { OsmData } from '../osm/osm.ts';
import type { Facility } from '../tables/facility.ts';
import { Entrances } from './entrances.ts';
import { findFacilities, type Found } from './find-facilities.ts';
import { ObjectPlaces } from './object-place.ts';
import type { ServiceRule } from './service-rules.ts';
import { Grounds, sameName, uniteFound } from './unite-found.ts';

/** A place of a table and one of OSM of the same name and service are one when so near. Metres. */
const SAME_METRES = 200;

/** What became of the facilities of the table and of those OSM speaks of; the figures add up. */
export interface FacilityOrigins {
  /** Facilities in the region, by service. */
  table: Record<string, number>;
  osm: Record<string, number>;
  /** OSM objects that were one place with another OSM object, by service. */
  united: Record<string, number>;
  /** OSM places that the table has already, by service. */
  in_table: Record<string, number>;
  /** OSM objects that a rule leaves out, with its reason. */
  skipped: (Text & { service: string; count: number })[];
  /** OSM objects of which the extract holds no position. */
  nowhere: number;
  /** Facilities, of either, that are reached at gates or an edge rather than at their point. */
  with_entrances: number;
}

/**
 * The facilities of a region: those of the table, and those that OSM's tags speak of for the
 * services in `wanted`. Either is reached at the entrances of its ground where OSM has a ground of
 * that service there.
 */
export function regionFacilities(
  osm: OsmData,
  rules: readonly ServiceRule[],
  table: readonly Facility[],
  wanted: ReadonlySet<string>,
  places = new ObjectPlaces(osm),
): { facilities: Facility[]; origins: FacilityOrigins } {
  const { found, skipped, nowhere } = findFacilities(osm, places, rules);
  const entrances = new Entrances(osm);
  const origins: FacilityOrigins = {
    table: {},
    osm: {},
    united: {},
    in_table: {},
    skipped: [...skipped]
      .filter(([{ service }]) => wanted.has(service))
      .map(([{ service, skip }, count]) => ({ service, count, ...skip! })),
    nowhere: nowhere.length,
    with_entrances: 0,
  };
  const add = (counts: Record<string, number>, service: string, count: number) => {
    if (count) counts[service] = (counts[service] ?? 0) + count;
  };
  const facilities = table.map((facility) => ({ ...facility }));
  const ids = new Set(table.map(({ id }) => id));
  for (const { service } of table) add(origins.table, service, 1);
  const fromOsm: Facility[] = [];
  for (const service of new Set(rules.map((rule) => rule.service))) {
    const { places, united } = uniteFound(found.filter((f) => f.facility.service === service));
    const listed = facilities.filter((facility) => facility.service === service);
    const known = joinTable(listed, places, entrances);
    if (!wanted.has(service)) continue;
    add(origins.united, service, united);
    for (const place of places) {
      if (known.has(place) || ids.has(place.facility.id)) {
        add(origins.in_table, service, 1);
        continue;
      }
      const { facility, ground } = place;
      fromOsm.push(ground ? { ...facility, entrances: entrances.of(ground) } : facility);
      add(origins.osm, service, 1);
    }
  }
  const all = [...facilities, ...fromOsm];
  origins.with_entrances = all.filter((facility) => facility.entrances).length;
  return { facilities: all, origins };
}

/** Gives facilities of the table the entrances of OSM's ground; returns the places that are in the table. */
function joinTable(listed: Facility[], places: Found[], entrances: Entrances): Set<Found> {
  const known = new Set<Found>();
  const grounds = new Grounds(places);
  const byName = new Map<string, Found[]>();
  for (const place of listed.length ? places : []) {
    const name = sameName(place.facility.name);
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  for (const facility of listed) {
    const namesakes = byName.get(sameName(facility.name)) ?? [];
    const around = grounds.around(facility.lon, facility.lat);
    const ground = around.find((place) => namesakes.includes(place)) ?? around[0];
    if (ground) {
      facility.entrances = entrances.of(ground.ground!);
      known.add(ground);
    }
    for (const place of namesakes) if (near(place.facility, facility)) known.add(place);
  }
  return known;
}

function near(a: Facility, b: Facility): boolean {
  return distance(a.lon, a.lat, b.lon, b.lat) <= SAME_METRES;
}
