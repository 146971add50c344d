import { shrunk } from './inset.ts';
import { SETBACK } from './lots.ts';
import type { Lot } from './lots.ts';
import { between, crossing, distance } from './point.ts';
import type { Point } from './point.ts';
import { areaOf, centroidOf, extent, longAxis, nearestOnRing } from './polygon.ts';
import { nearestOnLines } from './polyline.ts';
import type { Dice } from './random.ts';

export interface EstateLanes {
  lines: Point[][];
  /** Where the wall opens: the points of the barrier=gate nodes. */
  gates: Point[];
}

/**
 * The lanes inside a wall: a ring lane with rows across it (small lots: one lane with stubs), and
 * one or two gates, so that the way out is often longer than it looks. Null when no side of the
 * lot faces a street. `combs` is the share of lots with a middle lane instead of the ring.
 */
export function estateLanes(
  lot: Lot,
  gateCount: number,
  dice: Dice,
  { combs = 0.45 } = {},
): EstateLanes | null {
  const sites = gateSites(lot);
  if (sites.length === 0) return null;
  const ring = shrunk(lot.ring, dice.between(13, 19));
  const ringed = ring !== null && areaOf(ring) > 3600 && longAxis(ring).short > 38;
  const lines = ringed ? ringAndRows(ring, combs, dice) : spine(lot.ring);
  if (lines.length === 0) return null;
  const first = dice.pick(sites.slice(0, 3));
  const second = farthest(sites, first);
  const chosen =
    gateCount > 1 && distance(first.wall, second.wall) > 90 ? [first, second] : [first];
  for (const { street, wall } of chosen) lines.push([street, wall, nearestOnLines(lines, wall)]);
  return { lines, gates: chosen.map(({ wall }) => wall) };
}

/** Is this line of `lines` the way in through one of the gates (street, wall, lane)? */
export function isGateway(line: Point[], gates: Point[]): boolean {
  return line.length === 3 && gates.includes(line[1]);
}

/** The way from the street through the wall into a lot with one gate; null where no side faces a street. */
export function wayIn(lot: Lot, dice: Dice): { line: Point[]; gate: Point } | null {
  const sites = gateSites(lot);
  if (sites.length === 0) return null;
  const { street, wall } = dice.pick(sites.slice(0, 2));
  return {
    line: [street, wall, between(street, wall, 1 + 7 / distance(street, wall))],
    gate: wall,
  };
}

interface GateSite {
  street: Point;
  wall: Point;
}

/** Places on the wall that face a street squarely, longest sides first. */
function gateSites({ ring, block }: Lot): GateSite[] {
  const sites: (GateSite & { long: number })[] = [];
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length];
    const long = distance(a, b);
    if (long < 24) return;
    for (const t of long > 160 ? [0.2, 0.5, 0.8] : [0.35, 0.65]) {
      const wall = between(a, b, t);
      const { at, metres } = nearestOnRing(block.ring, wall);
      if (metres < SETBACK + 2.5) sites.push({ street: at, wall, long });
    }
  });
  return sites.sort((p, q) => q.long - p.long);
}

function farthest(sites: GateSite[], from: GateSite): GateSite {
  return sites.reduce((a, b) =>
    distance(b.wall, from.wall) > distance(a.wall, from.wall) ? b : a,
  );
}

/** Rows of houses with a lane round them, or hung on one lane through the middle like a comb. */
function ringAndRows(ring: Point[], combs: number, dice: Dice): Point[][] {
  // Houses face south here, so rows run east–west as far as the lot allows.
  const { angle } = longAxis(ring);
  const across = Math.abs(Math.cos(angle)) > 0.55 ? angle : angle + Math.PI / 2;
  const [, deep] = extent(ring, across);
  const rows = Math.max(0, Math.round(deep / dice.between(70, 98)) - 1);
  const comb = rows > 1 && dice.chance(combs) ? chordOf(ring, across + Math.PI / 2, 0) : null;
  const lines: Point[][] = [comb ?? [...ring, ring[0]]];
  for (let row = 1; row <= rows; row++) {
    const chord = chordOf(ring, across, (row / (rows + 1) - 0.5) * deep);
    if (!chord) continue;
    // Some rows end before the far side.
    lines.push(comb || dice.chance(0.75) ? chord : [chord[0], between(chord[0], chord[1], 0.72)]);
  }
  return lines;
}

/** One lane along a narrow lot. */
function spine(ring: Point[]): Point[][] {
  const chord = chordOf(ring, longAxis(ring).angle, 0);
  return chord ? [[between(chord[0], chord[1], 0.1), between(chord[0], chord[1], 0.9)]] : [];
}

/** The chord of the ring in direction `angle`, `off` metres to the left of its middle. */
function chordOf(ring: Point[], angle: number, off: number): [Point, Point] | null {
  const centre = centroidOf(ring);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const p = { x: centre.x - sin * off, y: centre.y + cos * off };
  const a = { x: p.x - cos * 2000, y: p.y - sin * 2000 };
  const b = { x: p.x + cos * 2000, y: p.y + sin * 2000 };
  const hits = ring.flatMap((c, i) => {
    const hit = crossing(a, b, c, ring[(i + 1) % ring.length]);
    return hit ? [hit.t] : [];
  });
  hits.sort((s, t) => s - t);
  return hits.length === 2 ? [between(a, b, hits[0]), between(a, b, hits[1])] : null;
}
