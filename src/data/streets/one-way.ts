import type { TagOf } from '../osm/object-tags.ts';

/** In which directions of the way's line one may go. */
export interface Directions {
  forth: boolean;
  back: boolean;
}

const BOTH: Directions = { forth: true, back: true };
const FORTH = new Set(['yes', 'true', '1']);
const BACK = new Set(['-1', 'reverse']);
/** Whose direction changes by the hour: nobody can be promised either. */
const NEITHER = new Set(['reversible', 'alternating']);
const ROUND = new Set(['roundabout', 'circular']);
const MOTORWAYS = new Set(['motorway', 'motorway_link']);

/** A car's directions: `oneway`, or what roundabouts and motorways mean without one. */
export function carDirections(tag: TagOf): Directions {
  return oneWay(tag('oneway') ?? implied(tag));
}

/** A bicycle's: as a car's, unless signs let it ride against the traffic. */
export function bicycleDirections(tag: TagOf): Directions {
  const own = tag('oneway:bicycle');
  if (own !== undefined) return oneWay(own);
  const lanes = ['cycleway', 'cycleway:left', 'cycleway:right', 'cycleway:both'].map(tag);
  if (lanes.some((lane) => lane?.startsWith('opposite'))) return BOTH;
  return carDirections(tag);
}

/** On foot both ways, but for the rare way that is one-way for walkers too. */
export function footDirections(tag: TagOf): Directions {
  const own = tag('oneway:foot');
  if (own !== undefined) return oneWay(own);
  return { forth: tag('foot:forward') !== 'no', back: tag('foot:backward') !== 'no' };
}

function implied(tag: TagOf): string | undefined {
  return ROUND.has(tag('junction') ?? '') || MOTORWAYS.has(tag('highway') ?? '')
    ? 'yes'
    : undefined;
}

function oneWay(value: string | undefined): Directions {
  if (value === undefined) return BOTH;
  if (FORTH.has(value)) return { forth: true, back: false };
  if (BACK.has(value)) return { forth: false, back: true };
  return NEITHER.has(value) ? { forth: false, back: false } : BOTH;
}
