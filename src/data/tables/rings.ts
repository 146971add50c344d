import {
  flatRingWrong,
  geometryWrong,
  noRingsWrong,
  openRingWrong,
  positionWrong,
  shortRingWrong,
  type RingPlace,
} from './area-faults.ts';
import { checkDegrees } from './position.ts';
import { isWrong, type Wrong } from './table-faults.ts';

type Position = [number, number];

/**
 * A GeoJSON Polygon or MultiPolygon of unknown quality → MultiPolygon coordinates in WGS 84 degrees,
 * or why not. Heights are left off. An unclosed ring is refused, not repaired: it may be half a ring.
 */
export function readPolygons(geometry: unknown): Position[][][] | Wrong {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') return geometryWrong(type ?? geometry ?? null);
  const given = type === 'Polygon' ? [coordinates] : coordinates;
  if (!Array.isArray(given) || given.length === 0) return noRingsWrong(given);

  const polygons: Position[][][] = [];
  for (let p = 0; p < given.length; p++) {
    const rings: unknown = given[p];
    if (!Array.isArray(rings) || rings.length === 0) return noRingsWrong(rings);
    const polygon: Position[][] = [];
    for (let r = 0; r < rings.length; r++) {
      const ring = readRing(rings[r], { polygon: p + 1, ring: r + 1 });
      if (isWrong(ring)) return ring;
      polygon.push(ring);
    }
    polygons.push(polygon);
  }
  return polygons;
}

function readRing(given: unknown, at: RingPlace): Position[] | Wrong {
  if (!Array.isArray(given) || given.length < 4) return shortRingWrong(at, given);
  const ring: Position[] = [];
  for (const position of given as unknown[]) {
    if (!Array.isArray(position)) return positionWrong(at, position);
    const [lon, lat] = position as unknown[];
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return positionWrong(at, position);
    const why = checkDegrees(lon as number, lat as number);
    if (why !== null) return why;
    ring.push([lon as number, lat as number]);
  }
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first[0] !== last[0] || first[1] !== last[1]) return openRingWrong(at, last);
  return twiceArea(ring) === 0 ? flatRingWrong(at, given) : ring;
}

/** Square degrees, signed; taken from the first position so that far-off rings keep their digits. */
function twiceArea(ring: Position[]): number {
  const [x0, y0] = ring[0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum;
}
