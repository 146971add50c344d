import { BRIDGE, FOOT, STEPS, TUNNEL } from '../../core/graph.ts';

/** The street classes a graph's edgeClass points into, from the widest to the narrowest. */
export const STREET_CLASSES = [
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'road',
  'service',
  'pedestrian',
  'track',
  'cycleway',
  'bridleway',
  'footway',
  'path',
  'steps',
  'corridor',
  'crossing',
  'platform',
] as const;

const CLASS_INDEX = new Map<string, number>(STREET_CLASSES.map((name, index) => [name, index]));
const LINKED = new Set(['trunk', 'primary', 'secondary', 'tertiary']);
const FOOT_FORBIDDEN = new Set(['no', 'use_sidepath']);
const ACCESS_CLOSED = new Set(['no', 'private']);
const FOOT_ALLOWED = new Set(['yes', 'designated', 'permissive', 'destination']);

/** The OSM tags a street is judged by. */
export interface StreetTags {
  highway?: string;
  foot?: string;
  access?: string;
  bridge?: string;
  tunnel?: string;
}

/** Index into STREET_CLASSES of a highway value; -1 where nobody walks on it (motorway, construction …). */
export function streetClass(highway: string | undefined): number {
  if (!highway) return -1;
  const base = highway.endsWith('_link') ? highway.slice(0, -5) : highway;
  if (base !== highway && !LINKED.has(base)) return -1;
  return CLASS_INDEX.get(base) ?? -1;
}

/** Edge flags of a way under the walking rules; 0 where it is no street on foot. */
export function streetFlags(tags: StreetTags): number {
  if (streetClass(tags.highway) < 0) return 0;
  if (tags.foot && FOOT_FORBIDDEN.has(tags.foot)) return 0;
  if (tags.access && ACCESS_CLOSED.has(tags.access) && !FOOT_ALLOWED.has(tags.foot ?? '')) return 0;
  let flags = FOOT;
  if (tags.highway === 'steps') flags |= STEPS;
  if (tags.bridge && tags.bridge !== 'no') flags |= BRIDGE;
  if (tags.tunnel && tags.tunnel !== 'no') flags |= TUNNEL;
  return flags;
}
