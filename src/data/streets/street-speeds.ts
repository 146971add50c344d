import type { TagOf } from '../osm/object-tags.ts';

/** Kilometres an hour a car drives where no sign says otherwise: ours, for towns and their county. */
const CLASS_KMH: Record<string, number> = {
  motorway: 100,
  trunk: 70,
  primary: 50,
  secondary: 45,
  tertiary: 40,
  unclassified: 30,
  residential: 25,
  road: 25,
  living_street: 10,
  service: 15,
  track: 15,
};
/** Ramps are driven at this share of their road's speed. */
const LINK = 0.6;
/** On anything else a car may be on: a forecourt, a lane of the old town. */
const WALKING = 6;
const MPH = 1.609344;
const LIMITS = [5, 130];

/** A car's speed in whole kilometres an hour: by the road's class, or as `maxspeed` says. */
export function carKmh(highway: string, tag: TagOf): number {
  const signed = maxspeed(tag('maxspeed'));
  if (signed !== null) return signed;
  const link = highway.endsWith('_link');
  const own = CLASS_KMH[link ? highway.slice(0, -5) : highway] ?? WALKING;
  return Math.round(link ? own * LINK : own);
}

/** `60`, `60 km/h`, `30 mph`, `CN:urban` …; null where there is no number to go by. */
function maxspeed(text: string | undefined): number | null {
  if (text === 'walk') return WALKING;
  const match = /^(\d+(?:\.\d+)?)\s*(km\/h|kmh|kph|mph)?$/.exec(text?.trim() ?? '');
  if (!match) return null;
  const kmh = Number(match[1]) * (match[2] === 'mph' ? MPH : 1);
  return Math.round(Math.min(LIMITS[1], Math.max(LIMITS[0], kmh)));
}
