import { combinations, markBeyond, MOST_TOGETHER } from '../core/combinations.ts';
import { everybody, type Counted } from '../core/coverage.ts';
import type { LonLat } from '../core/geo.ts';
import type { Reach } from '../core/reach.ts';
import type { Service } from '../data/services.ts';
import { limitSeconds, peopleOf, timesTo } from './assess.ts';
import { pointsGeoJson } from './map-data.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds } from './query.ts';
import { resolve, type Question } from './question.ts';

/** Several services asked at once, all by the question's own way and limit. */
export interface TogetherAsk {
  question: Question;
  /** Keys of 1 to 31 services. */
  services: string[];
  /** Population fields added up: one denominator for all of them. */
  people: string[];
  /** Show the places that lack exactly these; null for every place that lacks any. */
  lacking: string[] | null;
}

/** People who lack exactly these services; `lacks` is empty for those who lack none. */
export interface LackGroup {
  lacks: string[];
  people: number;
  places: number;
}

/** A populated place that lacks something. */
export interface LackingPlace {
  at: LonLat;
  people: number;
  /** Index of its area, or -1. */
  area: number;
  lacks: string[];
}

export interface Together {
  /** The denominator. */
  people: number;
  /** Each service alone, in the order asked. */
  services: { key: string; sites: number; covered: number }[];
  /** People who reach every service, at least one, not one. */
  all: number;
  any: number;
  none: number;
  /** Most people first; with those who lack nothing they add up to `people`. */
  groups: LackGroup[];
  /** The places shown with most people, and of how many these are. */
  places: LackingPlace[];
  placeCount: number;
  /** All of them as GeoJSON points with `people`, `lacks` (how many) and `which` (keys, by spaces). */
  geojson: string;
}

/** So many places are listed; the map has all. */
const PLACES_LISTED = 50;

/** Who reaches several services, which ones people lack, and where. */
export function together(prepared: Prepared, services: Service[], ask: TogetherAsk): Together {
  const { question, services: keys } = ask;
  if (!keys.length || keys.length > MOST_TOGETHER) {
    throw new Error(`1 to ${MOST_TOGETHER} services, got ${keys.length}`);
  }
  const { places } = prepared.region;
  const who: Counted = { people: peopleOf(prepared, ask.people), counted: places.counted };
  const lacks = new Uint32Array(places.lon.length);
  let recycle: Reach | undefined;
  const each = keys.map((service, k) => {
    const { query, sites } = resolve(prepared, services, { ...question, service });
    const found = timesTo(prepared, sites, query, horizonSeconds(query), recycle);
    recycle = found.reach ?? undefined;
    markBeyond(lacks, k, found.times.seconds, limitSeconds(prepared, query));
    return { key: service, sites: sites.length };
  });
  const groups = combinations(lacks, who);
  const sum = (test: (mask: number) => boolean) =>
    groups.reduce((people, group) => (test(group.mask) ? people + group.people : people), 0);
  const nothing = maskOf(keys, keys);
  const keysOf = (mask: number) => keys.filter((_, k) => mask & (1 << k));
  const wanted = ask.lacking && maskOf(ask.lacking, keys);
  const shown = lackingPlaces(lacks, who, wanted);
  return {
    people: everybody(who),
    services: each.map((service, k) => ({ ...service, covered: sum((m) => !(m & (1 << k))) })),
    all: sum((mask) => mask === 0),
    any: sum((mask) => mask !== nothing),
    none: sum((mask) => mask === nothing),
    groups: groups.map(({ mask, people, places }) => ({ lacks: keysOf(mask), people, places })),
    places: shown.slice(0, PLACES_LISTED).map((i) => ({
      at: [places.lon[i], places.lat[i]],
      people: who.people[i],
      area: places.area[i],
      lacks: keysOf(lacks[i]),
    })),
    placeCount: shown.length,
    geojson: pointsGeoJson(
      prepared,
      shown.map((place) => {
        const which = keysOf(lacks[place]);
        const people = who.people[place];
        return { place, properties: { people, lacks: which.length, which: which.join(' ') } };
      }),
    ),
  };
}

function maskOf(some: string[], keys: string[]): number {
  return some.reduce((mask, key) => mask | (1 << keys.indexOf(key)), 0) >>> 0;
}

/** Places that lack exactly what `mask` says, or anything where it is null; most people first. */
function lackingPlaces(lacks: Uint32Array, who: Counted, mask: number | null): number[] {
  const found: number[] = [];
  for (let i = 0; i < lacks.length; i++) {
    if (!who.counted[i] || who.people[i] <= 0 || lacks[i] === 0) continue;
    if (mask === null || lacks[i] === mask) found.push(i);
  }
  return found.sort((a, b) => who.people[b] - who.people[a] || a - b);
}
