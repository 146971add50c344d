import type { Bbox, LonLat } from '../../core/geo.ts';

/** The pieces of a line inside a box, in its direction (after Liang and Barsky, segment by segment). */
export function clipLine(line: LonLat[], box: Bbox): LonLat[][] {
  const pieces: LonLat[][] = [];
  let piece: LonLat[] = [];
  const finish = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  for (let k = 1; k < line.length; k++) {
    const part = inside(line[k - 1], line[k], box);
    if (!part) {
      finish();
      continue;
    }
    if (!piece.length) piece.push(part[0]);
    piece.push(part[1]);
    // Cut short: the line leaves the box here.
    if (part[1] !== line[k]) finish();
  }
  finish();
  return pieces;
}

/** The part of a segment inside the box; its own ends where they lie inside. */
function inside(a: LonLat, b: LonLat, [west, south, east, north]: Bbox): [LonLat, LonLat] | null {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, a[0] - west],
    [dx, east - a[0]],
    [-dy, a[1] - south],
    [dy, north - a[1]],
  ]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  if (from >= to) return null;
  // On the very edge, whatever the rounding.
  const at = (t: number): LonLat => [
    Math.min(east, Math.max(west, a[0] + dx * t)),
    Math.min(north, Math.max(south, a[1] + dy * t)),
  ];
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}
