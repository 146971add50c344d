import { METRES_PER_DEGREE, lonScale, type Bbox } from './geo.ts';
import { hilbertOrder } from './hilbert.ts';
import { pointTimes } from './point-times.ts';
import type { Reach } from './reach.ts';
import type { Snapper, Snaps } from './snap.ts';

/** A lattice of points over a box; row 0 is the southernmost. */
export interface Lattice {
  columns: number;
  rows: number;
  /** Degrees of the first point and between points. */
  west: number;
  south: number;
  stepLon: number;
  stepLat: number;
  /** Metres between points. */
  metres: number;
}

/**
 * The finest lattice over the box (grown by `margin` metres) with square cells of at least
 * `metres`, and at most `most` points a side.
 */
export function lattice(bbox: Bbox, margin: number, metres: number, most: number): Lattice {
  const [west, south, east, north] = bbox;
  const middle = (south + north) / 2;
  const perLon = METRES_PER_DEGREE * Math.max(0.01, lonScale(middle));
  const width = (east - west) * perLon + 2 * margin;
  const height = (north - south) * METRES_PER_DEGREE + 2 * margin;
  const step = Math.max(metres, width / (most - 1), height / (most - 1));
  return {
    columns: Math.max(2, Math.ceil(width / step) + 1),
    rows: Math.max(2, Math.ceil(height / step) + 1),
    west: west - margin / perLon,
    south: south - margin / METRES_PER_DEGREE,
    stepLon: step / perLon,
    stepLat: step / METRES_PER_DEGREE,
    metres: step,
  };
}

/** The snaps of a lattice in Hilbert order, so that reading the streets' times stays local. */
export interface LatticeSnaps extends Snaps {
  /** The lattice point each snap is of. */
  point: Uint32Array;
}

/** Where each point of the lattice joins the streets, by the same rule as people. */
export function snapLattice(grid: Lattice, snapper: Snapper): LatticeSnaps {
  const n = grid.columns * grid.rows;
  const column = new Float64Array(n);
  const row = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    column[i] = i % grid.columns;
    row[i] = Math.floor(i / grid.columns);
  }
  const point = hilbertOrder(column, row);
  const lon = new Float64Array(n);
  const lat = new Float64Array(n);
  point.forEach((i, k) => {
    lon[k] = grid.west + column[i] * grid.stepLon;
    lat[k] = grid.south + row[i] * grid.stepLat;
  });
  return { ...snapper.snap(lon, lat), point };
}

/** Seconds at every lattice point: the times a person standing there would have. */
export function surface(reach: Reach, snaps: LatticeSnaps): Float64Array {
  const { seconds } = pointTimes(reach, snaps);
  const field = new Float64Array(seconds.length);
  for (let k = 0; k < field.length; k++) field[snaps.point[k]] = seconds[k];
  return field;
}
