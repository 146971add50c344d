import { bufferTimes } from '../core/buffer.ts';
import {
  coverageByArea,
  covered,
  everybody,
  type AreaFigures,
  type Counted,
} from '../core/coverage.ts';
import { findGaps, type Gap } from '../core/gaps.ts';
import { pointTimes, searchReach, type PointTimes, type Reach } from '../core/reach.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds, type Query } from './query.ts';

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
  areas: AreaFigures[];
  /** People in no area: with the areas they add up to `people`. */
  outside: AreaFigures;
  offNetwork: { sites: number[]; places: number; people: number };
  gaps: Gap[];
  /** The search behind the times; null for circles. */
  reach: Reach | null;
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
  const { times, siteEdges, reach } = timesTo(
    prepared,
    sites,
    query,
    horizonSeconds(query),
    recycle,
  );
  return { ...tally(prepared, query, sites, siteEdges, times), reach };
}

/** Times of all places to the nearest of the sites, up to `horizon` seconds, by the query's method. */
export function timesTo(
  prepared: Prepared,
  sites: Facility[],
  query: Query,
  horizon: number,
  recycle?: Reach,
): { times: PointTimes; siteEdges: Int32Array; reach: Reach | null } {
  const walk = prepared.walk(query.profile);
  const lon = sites.map((site) => site.lon);
  const lat = sites.map((site) => site.lat);
  const snaps = walk.snapper.snap(lon, lat);
  if (query.method === 'buffer') {
    const { speed, detour } = query;
    const times = bufferTimes(prepared.circles(), { lon, lat }, speed, detour, horizon);
    return { times, siteEdges: snaps.edge, reach: null };
  }
  const reach = searchReach(walk.network, snaps, query.speed, horizon, { recycle });
  return { times: pointTimes(reach, walk.places), siteEdges: snaps.edge, reach };
}

/** The figures of known times: what an answer says, whichever way its times were found. */
export function tally(
  prepared: Prepared,
  query: Query,
  sites: Facility[],
  siteEdges: Int32Array,
  times: PointTimes,
): Omit<Assessment, 'reach'> {
  const { places, areas } = prepared.region;
  const who: Counted = { people: peopleOf(prepared, query.people), counted: places.counted };
  const limits = query.minutes.map((minutes) => minutes * 60);
  const people = everybody(who);
  const figures = coverageByArea(times.seconds, who, limits, places.area, areas.length);
  const off = offNetworkPlaces(prepared.walk(query.profile).places.edge, who);
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
    outside: figures.pop()!,
    areas: figures,
    offNetwork: { sites: offSites(siteEdges), ...off },
    gaps: findGaps(prepared.links(), times.seconds, who, limits[limits.length - 1]),
  };
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

function offSites(edge: Int32Array): number[] {
  const off: number[] = [];
  edge.forEach((e, i) => {
    if (e < 0) off.push(i);
  });
  return off;
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
