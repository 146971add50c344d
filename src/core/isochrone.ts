import { contours } from 'd3-contour';
import type { Polygons } from './geo.ts';
import type { Lattice } from './surface.ts';

/**
 * The area where a field is at least `threshold`, as polygons in degrees (marching squares with
 * linear interpolation). For display only: no statistic is read from it.
 */
export function above(grid: Lattice, field: ArrayLike<number>, threshold: number): Polygons {
  const trace = contours().size([grid.columns, grid.rows]).thresholds([threshold]);
  // d3-contour only indexes the values, but its types ask for an array.
  const [{ coordinates }] = trace(field as unknown as number[]);
  // d3-contour puts the value of cell (i, j) at (i + 0.5, j + 0.5).
  return coordinates.map((rings) =>
    rings.map((ring) =>
      ring.map(([x, y]) => [
        grid.west + (x - 0.5) * grid.stepLon,
        grid.south + (y - 0.5) * grid.stepLat,
      ]),
    ),
  );
}

/** Isochrones of a time surface, one per limit: everything reached within that many seconds. */
export function isochrones(grid: Lattice, seconds: Float64Array, limits: number[]): Polygons[] {
  // Beyond the horizon the field is finite, so that edges are interpolated and not cut at a cell.
  const cap = 2 * Math.max(...limits);
  const field = Float64Array.from(seconds, (s) => -Math.min(s, cap));
  return limits.map((limit) => above(grid, field, -limit));
}
