import type { Polygons } from './geo.ts';
import { traceAbove } from './marching-squares.ts';
import type { Lattice } from './surface.ts';

/**
 * Isochrones of a time surface, one per limit: everything reached within that many seconds.
 * For display only: no statistic is read from them.
 */
export function isochrones(grid: Lattice, seconds: Float64Array, limits: number[]): Polygons[] {
  // Beyond the horizon the field is finite, so that edges are interpolated and not cut at a cell.
  const cap = 2 * Math.max(...limits);
  const field = new Float64Array(seconds.length);
  for (let i = 0; i < field.length; i++) field[i] = -Math.min(seconds[i], cap);
  return limits.map((limit) => traceAbove(grid, field, -limit));
}
