import { IMPASSABLE, ROUGH, SMOOTH, UNEVEN } from '../../core/travel.ts';
import type { TagOf } from '../osm/object-tags.ts';

/** What wheels make of OSM's surfaces; `smoothness`, where tagged, is the better witness. */
const SURFACES: Record<string, number> = {
  asphalt: SMOOTH,
  concrete: SMOOTH,
  'concrete:plates': SMOOTH,
  paved: SMOOTH,
  metal: SMOOTH,
  rubber: SMOOTH,
  tartan: SMOOTH,
  wood: SMOOTH,
  paving_stones: UNEVEN,
  'concrete:lanes': UNEVEN,
  bricks: UNEVEN,
  compacted: UNEVEN,
  fine_gravel: UNEVEN,
  sett: ROUGH,
  cobblestone: ROUGH,
  unhewn_cobblestone: ROUGH,
  gravel: ROUGH,
  pebblestone: ROUGH,
  unpaved: ROUGH,
  ground: ROUGH,
  earth: ROUGH,
  dirt: ROUGH,
  grass: ROUGH,
  grass_paver: ROUGH,
  woodchips: ROUGH,
  rock: IMPASSABLE,
  stepping_stones: IMPASSABLE,
  mud: IMPASSABLE,
  sand: IMPASSABLE,
};
const SMOOTHNESS: Record<string, number> = {
  excellent: SMOOTH,
  good: SMOOTH,
  intermediate: UNEVEN,
  bad: ROUGH,
  very_bad: IMPASSABLE,
  horrible: IMPASSABLE,
  very_horrible: IMPASSABLE,
  impassable: IMPASSABLE,
};

/** The ground of a way as Graph.edgeSurface says it; 0 where nothing is tagged. */
export function surfaceOf(tag: TagOf): number {
  return SMOOTHNESS[tag('smoothness') ?? ''] ?? SURFACES[tag('surface') ?? ''] ?? 0;
}

/** Steeper than any street: a slip of the pen, or a flight of steps. Percent. */
const STEEPEST = 45;

/** The `incline` of a way in percent, uphill along its line; null for `up`, `down` and what is no number. */
export function inclineOf(tag: TagOf): number | null {
  const match = /^(-?\d+(?:\.\d+)?)\s*(%|°)$/.exec(tag('incline')?.trim() ?? '');
  if (!match) return null;
  const value = Number(match[1]);
  const percent = match[2] === '%' ? value : Math.tan((value * Math.PI) / 180) * 100;
  return Math.abs(percent) <= STEEPEST ? percent : null;
}
