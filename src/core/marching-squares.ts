import type { LonLat, Polygons, Ring } from './geo.ts';
import type { Lattice } from './surface.ts';

/**
 * The area where a field on a lattice is at least `threshold`, as polygons in degrees: marching
 * squares with linear interpolation, outer rings counter-clockwise, holes clockwise (RFC 7946).
 * Beyond the lattice nothing is above: there the outline runs half a step outside.
 * Cost grows with the lattice (one comparison a point) and with the outline; each hole finds its
 * polygon by the ring met before it on its row, not by trying all polygons.
 */
export function traceAbove(grid: Lattice, field: ArrayLike<number>, threshold: number): Polygons {
  const { columns, rows } = grid;
  // One point of border all round, so that no step asks whether it leaves the lattice.
  const wide = columns + 2;
  const inside = new Uint8Array(wide * (rows + 2));
  for (let row = 0, i = 0; row < rows; row++) {
    const from = (row + 1) * wide + 1;
    for (let column = 0; column < columns; column++, i++) {
      if (field[i] >= threshold) inside[from + column] = 1;
    }
  }
  // The ring, from 1, that crosses the line between point k and its eastern neighbour.
  const ringAt = new Int32Array(inside.length);
  const polygonOf: number[] = [-1];
  const polygons: Polygons = [];
  let before = 0;
  for (let k = 0; k < inside.length - 1; k++) {
    if (inside[k] === inside[k + 1]) continue;
    let ring = ringAt[k];
    if (!ring) {
      // Seen from the west a ring that is entered here is an outer one, else a hole.
      const outer = inside[k] === 0;
      ring = polygonOf.push(outer ? polygons.length : polygonOf[before]) - 1;
      if (outer) polygons.push([]);
      const line = walk(outer ? k + 1 : k, outer ? k : k + 1, ring);
      // A single point exactly at the threshold has no area.
      if (line.length > 3) polygons[polygonOf[ring]].push(line);
    }
    before = ring;
  }
  return polygons.filter((rings) => rings.length);

  /** Follows the outline from between two points, `left` inside and `right` outside, and back. */
  function walk(left: number, right: number, ring: number): Ring {
    const line: Ring = [];
    const [first, other] = [left, right];
    let ahead = left > right ? -wide : wide;
    do {
      const gap = left - right;
      if (gap === 1) ringAt[right] = ring;
      else if (gap === -1) ringAt[left] = ring;
      const at = crossing(left, right);
      const last = line[line.length - 1];
      if (!last || at[0] !== last[0] || at[1] !== last[1]) line.push(at);
      if (!inside[left + ahead]) {
        right = left + ahead;
        ahead = gap;
      } else if (!inside[right + ahead]) {
        left += ahead;
        right += ahead;
      } else {
        left = right + ahead;
        ahead = -gap;
      }
    } while (left !== first || right !== other);
    const [start, end] = [line[0], line[line.length - 1]];
    if (start[0] !== end[0] || start[1] !== end[1]) line.push([start[0], start[1]]);
    return line;
  }

  /** Where the field passes the threshold between two neighbouring points. */
  function crossing(left: number, right: number): LonLat {
    const row = Math.floor(left / wide);
    const x = left - row * wide - 1;
    const y = row - 1;
    const gap = right - left;
    const dx = gap === 1 || gap === -1 ? gap : 0;
    const dy = dx ? 0 : gap / wide;
    let t = 0.5;
    if (x + dx >= 0 && x + dx < columns && y + dy >= 0 && y + dy < rows) {
      const here = field[y * columns + x];
      t = (here - threshold) / (here - field[(y + dy) * columns + x + dx]);
    }
    return [grid.west + (x + t * dx) * grid.stepLon, grid.south + (y + t * dy) * grid.stepLat];
  }
}
