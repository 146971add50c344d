import {
  bboxOf,
  inPolygons,
  ringArea,
  type Bbox,
  type LonLat,
  type Polygons,
  type Ring,
} from '../../core/geo.ts';

/** A ring that has its place; looked at again for each smaller one. */
interface Nested {
  ring: Ring;
  box: Bbox;
  /** Its positions, to tell which of another ring's are its own as well. */
  corners: Set<string>;
  /** The polygon it is the outer ring of; null for a hole. */
  polygon: Ring[] | null;
}

/**
 * Closed rings → polygons with their holes, by which ring lies in which. Outer rings come out
 * counter-clockwise, holes clockwise; the largest polygon first.
 * @returns also `stray`: rings without area, and rings called holes that lie in no other.
 */
export function nestRings(rings: { ring: Ring; inner: boolean }[]): {
  polygons: Polygons;
  stray: number;
} {
  const sized = rings
    .map(({ ring, inner }) => ({ ring, inner, area: ring.length > 3 ? ringArea(ring) : 0 }))
    .filter(({ area }) => area !== 0)
    .sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
  const placed: Nested[] = [];
  const polygons: Polygons = [];
  for (const { ring, inner, area } of sized) {
    const box = bboxOf(ring)!;
    const around = placed.filter((other) => boxInside(box, other.box) && inside(ring, other));
    if (inner && !around.length) continue;
    // A ring in an odd number of others is a hole of the smallest outer one among them.
    const owner = around.length % 2 ? around.findLast(({ polygon }) => polygon) : undefined;
    const wound = area > 0 === Boolean(owner) ? [...ring].reverse() : ring;
    const polygon = owner ? null : [wound];
    placed.push({ ring, box, corners: new Set(ring.map(String)), polygon });
    if (polygon) polygons.push(polygon);
    else owner!.polygon!.push(wound);
  }
  return { polygons, stray: rings.length - placed.length };
}

function boxInside(a: Bbox, b: Bbox): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

/**
 * Whether `ring` lies within `other`, when the two do not cross: judged by a vertex that is none of
 * the other's, or, where they share all of them, by the middle of a side.
 */
function inside(ring: Ring, other: Nested): boolean {
  const own = ring.find((position) => !other.corners.has(String(position)));
  if (own) return inPolygons([[other.ring]], ...own);
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    // A side that both rings have in common tells nothing.
    if (hasSide(other.ring, a, b)) continue;
    return inPolygons([[other.ring]], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
  }
  return false;
}

function hasSide(ring: Ring, a: LonLat, b: LonLat): boolean {
  const is = (p: LonLat, q: LonLat) => p[0] === q[0] && p[1] === q[1];
  return ring.some(
    (p, i) => i > 0 && ((is(ring[i - 1], a) && is(p, b)) || (is(ring[i - 1], b) && is(p, a))),
  );
}
