import type { Bbox } from '../../core/geo.ts';
import type { TileAddress } from './tile-id.ts';

/** Beyond this latitude the square world of web maps ends. */
export const MERCATOR_LIMIT = 85.0511287798;

const RAD = Math.PI / 180;

/** Position in the square world: 0 west and north, 1 east and south; what lies beyond comes to its edge. */
export function mercator(lon: number, lat: number): [x: number, y: number] {
  const sin = Math.sin(Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, lat)) * RAD);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return [Math.max(0, Math.min(1, lon / 360 + 0.5)), Math.max(0, Math.min(1, y))];
}

/** A box in tiles of one zoom: first and last column, first and last row. */
export interface TileRange {
  west: number;
  east: number;
  north: number;
  south: number;
}

/** Tiles of a zoom that a box touches, with `margin` (in tiles) around it. */
export function tileRange([west, south, east, north]: Bbox, z: number, margin = 0): TileRange {
  const side = 2 ** z;
  const [left, top] = mercator(west, north);
  const [right, bottom] = mercator(east, south);
  const column = (v: number) => Math.max(0, Math.min(side - 1, Math.floor(v)));
  return {
    west: column(left * side - margin),
    east: column(right * side + margin),
    north: column(top * side - margin),
    south: column(bottom * side + margin),
  };
}

export function inRange({ west, east, north, south }: TileRange, { x, y }: TileAddress): boolean {
  return x >= west && x <= east && y >= north && y <= south;
}
