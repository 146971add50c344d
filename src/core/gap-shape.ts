import { ringArea, type Bbox, type Polygons } from './geo.ts';
import type { Gap } from './gaps.ts';
import { above } from './isochrone.ts';
import { lattice } from './surface.ts';

export interface GapShape {
  polygons: Polygons;
  /** Square kilometres of the polygons. */
  areaKm2: number;
}

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
  const grid = lattice(bbox, radius * 1.25, radius / 5, 400);
  // Metres inside the nearest disc, negative outside: its zero line is the outline.
  const field = new Float32Array(grid.columns * grid.rows).fill(-radius);
  // A coarse lattice must still see every disc.
  const r = Math.max(radius, grid.metres);
  const wide = Math.ceil(r / grid.metres);
  for (const i of gap.places) {
    const x = (lon[i] - grid.west) / grid.stepLon;
    const y = (lat[i] - grid.south) / grid.stepLat;
    for (let row = Math.floor(y) - wide; row <= Math.ceil(y) + wide; row++) {
      if (row < 0 || row >= grid.rows) continue;
      for (let column = Math.floor(x) - wide; column <= Math.ceil(x) + wide; column++) {
        if (column < 0 || column >= grid.columns) continue;
        const inside = r - Math.hypot(column - x, row - y) * grid.metres;
        const at = row * grid.columns + column;
        if (inside > field[at]) field[at] = inside;
      }
    }
  }
  const polygons = above(grid, field, 0);
  let square = 0;
  for (const rings of polygons) {
    rings.forEach((ring, k) => (square += (k ? -1 : 1) * Math.abs(ringArea(ring))));
  }
  return { polygons, areaKm2: square / 1e6 };
}

