import { plainNumber } from './plain-number.ts';
import {
  emptyWrong,
  infiniteWrong,
  nullIslandWrong,
  numberWrong,
  rangeWrong,
  swappedWrong,
  type Wrong,
} from './table-faults.ts';

/**
 * Why a lon/lat pair in degrees cannot be right, or null. A pair that is valid both ways round is
 * taken as written: nothing is guessed.
 */
export function checkDegrees(lon: number, lat: number): Wrong | null {
  const x = Math.abs(lon);
  const y = Math.abs(lat);
  if (x <= 180 && y <= 90) return null;
  return y <= 180 && x <= 90 ? swappedWrong(lon, lat) : rangeWrong(lon, lat);
}

/** Two trimmed cells → [lon, lat] in degrees, or why not. (0, 0) is a missing position, not a place. */
export function readPosition(lonCell: string, latCell: string): [number, number] | Wrong {
  const lon = readDegrees(lonCell, 'lon');
  if (typeof lon !== 'number') return lon;
  const lat = readDegrees(latCell, 'lat');
  if (typeof lat !== 'number') return lat;
  if (lon === 0 && lat === 0) return nullIslandWrong();
  return checkDegrees(lon, lat) ?? [lon, lat];
}

function readDegrees(cell: string, column: string): number | Wrong {
  if (cell === '') return emptyWrong(column);
  const value = plainNumber(cell);
  if (Number.isNaN(value)) return numberWrong(column, cell);
  return Number.isFinite(value) ? value : infiniteWrong(column, cell);
}
