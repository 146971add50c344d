import type { Facility } from '../data/tables/facility.ts';

/** The facilities a service can be reached at today: open, and equipped where that is recorded. */
export function sitesOf(facilities: Facility[], service: string): Facility[] {
  return facilities.filter(
    (f) => f.service === service && f.status === 'open' && f.equipped !== false,
  );
}

/** How many of the listed sites are equipped; for services measured that way. */
export interface Equipped {
  sites: number;
  of: number;
  share: number;
}

/** Of a table's estates: chargers found in OSM are none, and say nothing of those without. */
export function equippedOf(facilities: Facility[], service: string): Equipped {
  const listed = facilities.filter(
    (f) => f.service === service && f.status === 'open' && f.accuracy !== 'osm',
  );
  const sites = listed.filter((f) => f.equipped !== false).length;
  return { sites, of: listed.length, share: listed.length ? sites / listed.length : 0 };
}
