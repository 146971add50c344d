import {
  coverageByArea,
  covered,
  everybody,
  type AreaFigures,
  type Counted,
} from '../core/coverage.ts';
import { findGaps, type Gap } from '../core/gaps.ts';
import { pointTimes, type PointTimes } from '../core/point-times.ts';
import { searchReach, type Reach } from '../core/reach.ts';
import type { Facility } from '../data/tables/facility.ts';
import { circleTimes } from './circles.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds, queryPace, type Query } from './query.ts';
import { siteSeeds, sitesOffNetwork } from './site-seeds.ts';
import { zonedFigures, zoneLimits, type ZonedFigures } from './zones.ts';

/** The answer to one question. Figures count people inside the study area only. */
export interface Assessment {
  query: Query;
  /** The sites used, in the order `nearest` points into. */
  sites: Facility[];
  /** Seconds of each place to its nearest site, Infinity beyond the horizon; and that site, or -1. */
  times: PointTimes;
  who: Counted;
  /** The denominator. */
  people: number;
  bands: { minutes: number; covered: number; share: number }[];
  /** The figure by each zone's own limit; null where none was asked for. */
  zoned: ZonedFigures | null;
  areas: AreaFigures[];
  /** People in no area: with the areas they add up to `people`. */
  outside: AreaFigures;
  offNetwork: { sites: number[]; places: number; people: number };
  gaps: Gap[];
  /** The search behind the times; null for circles. */
  reach: Reach | null;
  /** The site of each seed that `reach` names. */
  seedSite: Int32Array;
}

/**
 * Who reaches one of the sites in time, and who does not. Pure: the same region, sites and query
 * give the same bits. `recycle` may name an earlier answer whose search is no longer needed.
 */
export function assess(
  prepared: Prepared,
  sites: Facility[],
  query: Query,
  recycle?: Reach,
): Assessment {
  const found = timesTo(prepared, sites, query, horizonSeconds(query), recycle);
  const { times, offSites, reach, seedSite } = found;
  return { ...tally(prepared, query, sites, offSites, times), reach, seedSite };
}

/** Times of all places to the nearest of the sites, up to `horizon` seconds, by the query's method. */
export function timesTo(
  prepared: Prepared,
  sites: Facility[],
  query: Query,
  horizon: number,
  recycle?: Reach,
): { times: PointTimes; offSites: number[]; reach: Reach | null; seedSite: Int32Array } {
  const way = prepared.way(query.profile);
  const seeds = siteSeeds(sites);
  const snaps = way.snapper.snap(seeds.lon, seeds.lat);
  const found = {
    offSites: sitesOffNetwork(snaps.edge, seeds, sites.length),
    seedSite: seeds.site,
  };
  if (query.method === 'buffer') {
    const times = circleTimes(prepared.circles(), sites, query, horizon);
    return { ...found, times, reach: null };
  }
  const reach = searchReach(way.network, snaps, queryPace(query), horizon, { recycle });
  const times = pointTimes(reach, way.places);
  sitesOfSeeds(times, seeds.site);
  return { ...found, times, reach };
}

/** Turns the seeds that times name into their sites, in place. */
export function sitesOfSeeds({ nearest }: PointTimes, seedSite: Int32Array): void {
  for (let i = 0; i < nearest.length; i++) {
    if (nearest[i] >= 0) nearest[i] = seedSite[nearest[i]];
  }
}

/** The figures of known times: what an answer says, whichever way its times were found. */
export function tally(
  prepared: Prepared,
  query: Query,
  sites: Facility[],
  offSites: number[],
  times: PointTimes,
): Omit<Assessment, 'reach' | 'seedSite'> {
  const { region } = prepared;
  const { places, areas } = region;
  const who: Counted = { people: peopleOf(prepared, query.people), counted: places.counted };
  const limits = query.minutes.map((minutes) => minutes * 60);
  const people = everybody(who);
  const figures = coverageByArea(times.seconds, who, limits, places.area, areas.length);
  const off = offNetworkPlaces(prepared.way(query.profile).places.edge, who);
  const { zoneMinutes } = query;
  return {
    query,
    sites,
    times,
    who,
    people,
    bands: covered(times.seconds, who, limits).map((sum, k) => ({
      minutes: query.minutes[k],
      covered: sum,
      share: people ? sum / people : 0,
    })),
    zoned: zoneMinutes ? zonedFigures(region, times.seconds, who, zoneMinutes) : null,
    outside: figures.pop()!,
    areas: figures,
    offNetwork: { sites: offSites, ...off },
    gaps: findGaps(prepared.links(), times.seconds, who, limitSeconds(prepared, query)),
  };
}

/** The limit beyond which people are in a gap: the last one, or that of each place's zone. */
export function limitSeconds({ region }: Prepared, query: Query): number | Float64Array {
  if (query.zoneMinutes) return zoneLimits(region, query.zoneMinutes);
  return query.minutes[query.minutes.length - 1] * 60;
}

/** People of each place in these fields together. Throws when a field does not exist. */
export function peopleOf(prepared: Prepared, fields: string[]): Float64Array {
  const columns = fields.map((field) => prepared.region.places.fields[field]);
  if (!columns.length || columns.includes(undefined as never)) {
    throw new Error(`no such population field: ${fields.join(', ')}`);
  }
  if (columns.length === 1) return columns[0];
  return columns[0].map((_, i) => columns.reduce((sum, column) => sum + column[i], 0));
}

function offNetworkPlaces(edge: Int32Array, { people, counted }: Counted) {
  let [places, sum] = [0, 0];
  for (let i = 0; i < edge.length; i++) {
    if (edge[i] >= 0 || !counted[i] || people[i] <= 0) continue;
    places++;
    sum += people[i];
  }
  return { places, people: sum };
}
