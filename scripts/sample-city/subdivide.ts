import { between, crossing, distance } from './point.ts';
import type { Point } from './point.ts';
import { areaOf, centroidOf, contains, longAxis, nearestOnRing } from './polygon.ts';
import type { Dice } from './random.ts';

export interface Cutting {
  /** Pieces below about this many square metres are not cut again. */
  area: number;
  /** No piece may become narrower than this (metres). */
  width: number;
  /** How far a cut may turn from square (radians) and wander from the middle (share of the length). */
  skew: number;
  drift: number;
  /** How far a cut may bow out (share of its own length): 0 is straight. */
  bow: number;
}

export interface Cut {
  line: Point[];
  /** 0 for the first cut across the whole ring. */
  depth: number;
  /** No other cut ends on this one, so it may be shortened. */
  last: boolean;
}

export interface Subdivided {
  leaves: Point[][];
  cuts: Cut[];
}

/** Cuts a ring across its longer side, again and again, as land is parcelled out over the years. */
export function subdivided(ring: Point[], cutting: Cutting, dice: Dice, depth = 0): Subdivided {
  const whole = { leaves: [ring], cuts: [] };
  if (areaOf(ring) < cutting.area * dice.between(1.15, 1.75)) return whole;
  // Sprawling rings are hard to cut: the larger they are, the longer it is worth trying.
  const attempts = areaOf(ring) > cutting.area * 3 ? 14 : 4;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const halves = cutAcross(ring, cutting, dice);
    if (!halves) continue;
    const [left, right, line] = halves;
    if (longAxis(left).short < cutting.width || longAxis(right).short < cutting.width) continue;
    const a = subdivided(left, cutting, dice, depth + 1);
    const b = subdivided(right, cutting, dice, depth + 1);
    const deeper = [...a.cuts, ...b.cuts];
    const cut = { line, depth, last: deeper.length === 0 };
    return { leaves: [...a.leaves, ...b.leaves], cuts: [cut, ...deeper] };
  }
  return whole;
}

/** Both halves and the line between them; null when the shape does not allow this cut. */
export function cutAcross(
  ring: Point[],
  { skew, drift, bow }: Pick<Cutting, 'skew' | 'drift' | 'bow'>,
  dice: Dice,
): [Point[], Point[], Point[]] | null {
  const { angle, long } = longAxis(ring);
  const off = dice.between(-drift, drift) * long;
  const centre = centroidOf(ring);
  const middle = { x: centre.x + Math.cos(angle) * off, y: centre.y + Math.sin(angle) * off };
  const heading = angle + Math.PI / 2 + dice.between(-skew, skew);
  return cutThrough(ring, middle, heading, (from, to) => bowed(from, to, bow, ring, dice));
}

/** Cuts a ring along the chord through `middle` in direction `heading`. */
export function cutThrough(
  ring: Point[],
  middle: Point,
  heading: number,
  shape: (from: Point, to: Point) => Point[] = (from, to) => [from, to],
): [Point[], Point[], Point[]] | null {
  const reach = 20_000;
  const a = { x: middle.x - Math.cos(heading) * reach, y: middle.y - Math.sin(heading) * reach };
  const b = { x: middle.x + Math.cos(heading) * reach, y: middle.y + Math.sin(heading) * reach };
  const hits: { t: number; edge: number; at: Point }[] = [];
  for (let edge = 0; edge < ring.length; edge++) {
    const c = ring[edge];
    const d = ring[edge + 1 < ring.length ? edge + 1 : 0];
    const hit = crossing(a, b, c, d);
    if (hit) hits.push({ t: hit.t, edge, at: between(c, d, hit.s) });
  }
  hits.sort((p, q) => p.t - q.t);
  const next = hits.findIndex(({ t }) => t > 0.5);
  if (next < 1) return null;
  const [first, second] = [hits[next - 1], hits[next]];
  if (first.edge === second.edge || !contains(ring, between(first.at, second.at, 0.5))) return null;
  const line = shape(first.at, second.at);
  const inner = line.slice(1, -1);
  const walk = (from: typeof first, to: typeof first) => {
    const out = [from.at];
    for (let i = from.edge; i !== to.edge; i = (i + 1) % ring.length)
      out.push(ring[(i + 1) % ring.length]);
    return [...out, to.at].filter((p, i, all) => i === 0 || distance(p, all[i - 1]) > 0.01);
  };
  return [
    [...walk(first, second), ...[...inner].reverse()],
    [...walk(second, first), ...inner],
    line,
  ];
}

/** A line that leaves the straight by up to `bow` of its length, if there is room for it. */
function bowed(from: Point, to: Point, bow: number, ring: Point[], dice: Dice): Point[] {
  const long = distance(from, to);
  const parts = Math.floor(long / (bow < 0.03 ? 90 : 38));
  const straight = [from, to];
  if (bow === 0 || parts < 2) return straight;
  const [belly, twist, phase] = [dice.between(-1, 1), dice.between(-0.6, 0.6), dice.between(0, 3)];
  const line = Array.from({ length: parts + 1 }, (_, i) => {
    if (i === 0) return from;
    if (i === parts) return to;
    const t = i / parts;
    const swing =
      bow *
        long *
        (belly * Math.sin(Math.PI * t) +
          twist * Math.sin(2 * Math.PI * t + phase) * Math.sin(Math.PI * t)) +
      dice.between(-45, 45) * bow;
    const p = between(from, to, t);
    return { x: p.x - ((to.y - from.y) / long) * swing, y: p.y + ((to.x - from.x) / long) * swing };
  });
  const inside = line
    .slice(1, -1)
    .every((p) => contains(ring, p) && nearestOnRing(ring, p).metres > 9);
  return inside ? line : straight;
}
