import { ringArea, type Bbox, type Polygons } from './geo.ts';
import type { Gap } from './gaps.ts';
import { traceAbove } from './marching-squares.ts';
import { lattice } from './surface.ts';

export interface GapShape {
  polygons: Polygons;
  /** Square kilometres of the polygons. */
  areaKm2: number;
}

/** Points a side of a gap's lattice; a gap wider than this many steps is drawn more coarsely. */
const MOST_POINTS = 256;

/**
 * The ground of each gap: everything within half a link of one of its places, traced on a
 * lattice. Two gaps are more than a link apart, so their shapes never meet.
 */
export function gapShapes(
  gaps: Gap[],
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  linkMetres: number,
): GapShape[] {
  return gaps.map((gap) => shapeOf(gap, lon, lat, linkMetres / 2));
}

function shapeOf(
  gap: Gap,
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  radius: number,
): GapShape {
  const bbox: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of gap.places) {
    bbox[0] = Math.min(bbox[0], lon[i]);
    bbox[1] = Math.min(bbox[1], lat[i]);
    bbox[2] = Math.max(bbox[2], lon[i]);
    bbox[3] = Math.max(bbox[3], lat[i]);
  }
  const grid = lattice(bbox, radius * 1.25, radius / 5, MOST_POINTS);
  // A coarse lattice must still see every disc.
  const r = Math.max(radius, grid.metres);
  const wide = Math.ceil(r / grid.metres);
  // The square of the steps to the nearest place, as far as a disc and its outline need it.
  const field = new Float32Array(grid.columns * grid.rows).fill((wide + 1) ** 2 * 2);
  for (const i of gap.places) {
    const x = (lon[i] - grid.west) / grid.stepLon;
    const y = (lat[i] - grid.south) / grid.stepLat;
    const south = Math.max(0, Math.floor(y) - wide);
    const north = Math.min(grid.rows - 1, Math.ceil(y) + wide);
    const west = Math.max(0, Math.floor(x) - wide);
    const east = Math.min(grid.columns - 1, Math.ceil(x) + wide);
    for (let row = south; row <= north; row++) {
      for (let column = west; column <= east; column++) {
        const at = row * grid.columns + column;
        const steps2 = (column - x) * (column - x) + (row - y) * (row - y);
        if (steps2 < field[at]) field[at] = steps2;
      }
    }
  }
  // Metres inside the nearest disc, negative outside: its zero line is the outline.
  for (let at = 0; at < field.length; at++) field[at] = r - Math.sqrt(field[at]) * grid.metres;
  const polygons = traceAbove(grid, field, 0);
  let square = 0;
  for (const rings of polygons) {
    rings.forEach((ring, k) => (square += (k ? -1 : 1) * Math.abs(ringArea(ring))));
  }
  return { polygons, areaKm2: square / 1e6 };
}
