import { distance, lonScale } from '../../core/geo.ts';
import type { Facility } from '../tables/facility.ts';
import type { Judged } from './judge-row.ts';
import { foldName } from '../names/fold-name.ts';

/** Places of one name this near each other are most likely one place, listed twice. Metres. */
export const SAME_PLACE_METRES = 50;
/** Degrees of latitude of a cell that is a little larger. */
const CELL = 0.0005;

/** A row that looks like another: which, and how. Line 0 is a facility the region has already. */
export interface Duplicate {
  line: number;
  of: number;
  /** Null for the same id. */
  metres: number | null;
}

/**
 * Rows taken whose id is taken already, or whose name is that of an earlier row (or of `there`)
 * within 50 m and of the same service. A row is compared with those that are no duplicates
 * themselves: a pile of copies costs no more than one.
 */
export function findDuplicates(rows: readonly Judged[], there: readonly Facility[]): Duplicate[] {
  const ids = new Map<string, number>();
  const places = new Map<string, [lon: number, lat: number, line: number][]>();
  for (const { name, service, lon, lat } of there)
    enter(places, `${service} ${foldName(name)}`, lon, lat, 0);
  const found: Duplicate[] = [];
  for (const { value, line } of rows) {
    if (!value) continue;
    const first = ids.get(value.id);
    if (first !== undefined) {
      found.push({ line, of: first, metres: null });
      continue;
    }
    ids.set(value.id, line);
    if (!('lon' in value) || !('name' in value) || !value.name) continue;
    const name = `${'service' in value ? value.service : ''} ${foldName(value.name)}`;
    const near = nearest(places, name, value.lon, value.lat);
    if (near) found.push({ line, of: near.line, metres: near.metres });
    else enter(places, name, value.lon, value.lat, line);
  }
  return found;
}

type Places = Map<string, [lon: number, lat: number, line: number][]>;

function enter(places: Places, name: string, lon: number, lat: number, line: number): void {
  const [key] = keys(name, lon, lat);
  const list = places.get(key);
  if (list) list.push([lon, lat, line]);
  else places.set(key, [[lon, lat, line]]);
}

function nearest(
  places: Places,
  name: string,
  lon: number,
  lat: number,
): { line: number; metres: number } | null {
  let best: { line: number; metres: number } | null = null;
  for (const key of keys(name, lon, lat)) {
    for (const [x, y, line] of places.get(key) ?? []) {
      const metres = distance(lon, lat, x, y);
      if (metres <= SAME_PLACE_METRES && (!best || metres < best.metres)) best = { line, metres };
    }
  }
  return best;
}

/** Its own cell and the eight around it. */
function keys(name: string, lon: number, lat: number): string[] {
  const row = Math.floor(lat / CELL);
  const list: string[] = [];
  for (const r of [row, row - 1, row + 1]) {
    // Cells of a row share the row's own width, or neighbours would not meet.
    const column = Math.floor(lon / (CELL / Math.max(0.01, lonScale(r * CELL))));
    for (const c of [column, column - 1, column + 1]) list.push(`${r} ${c} ${name}`);
  }
  return list;
}
