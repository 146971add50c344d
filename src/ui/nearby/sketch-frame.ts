import { METRES_PER_DEGREE, lonScale, type LonLat } from '../../core/geo.ts';

export type XY = [x: number, y: number];

/** The piece of ground a sketch shows, and where its points fall in it. North is up. */
export interface SketchFrame {
  width: number;
  height: number;
  /** Drawn units of one metre. */
  scale: number;
  place(at: LonLat): XY;
}

/** Metres across where there is nothing but the goal to show, and the least there ever are. */
const ALONE = 500;
const LEAST = 240;

/**
 * A frame of `width` × `height` drawn units around `points`, `margin` of them free on every side;
 * the first one alone is its middle.
 */
export function sketchFrame(
  points: readonly LonLat[],
  width: number,
  height: number,
  margin: number,
): SketchFrame {
  const across = METRES_PER_DEGREE * lonScale(points[0][1]);
  const metres = points.map(([lon, lat]): XY => [lon * across, lat * METRES_PER_DEGREE]);
  const span = (axis: 0 | 1): [low: number, high: number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const point of metres) {
      low = Math.min(low, point[axis]);
      high = Math.max(high, point[axis]);
    }
    return [low, high];
  };
  const [west, east] = span(0);
  const [south, north] = span(1);
  const least = metres.length > 1 ? LEAST : ALONE;
  const scale = Math.min(
    (width - 2 * margin) / Math.max(east - west, 1e-6),
    (height - 2 * margin) / Math.max(north - south, 1e-6),
    width / least,
  );
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return {
    width,
    height,
    scale,
    place: ([lon, lat]) => [
      width / 2 + (lon * across - x) * scale,
      height / 2 - (lat * METRES_PER_DEGREE - y) * scale,
    ],
  };
}

/** Widest ground drawn with its paths and steps, and with its streets, in metres to either side. */
const WITH_PATHS = 1500;
const WITH_STREETS = 4000;

/** How far around the goal a sketch of this way shows ground, and what is still worth drawing there. */
export function sketchGround(
  goal: LonLat,
  walk: readonly LonLat[],
): { metres: number; kinds: ReadonlySet<string> } {
  const farthest = Math.max(0, ...walk.map((at) => windTo(goal, at).metres));
  // A frame is about twice as wide as it is high, and the goal may stand at its edge.
  const metres = Math.max(ALONE, 2.5 * farthest);
  const kinds = ['main'];
  if (metres <= WITH_STREETS) kinds.push('street');
  if (metres <= WITH_PATHS) kinds.push('path', 'steps');
  return { metres, kinds: new Set(kinds) };
}

/** Metres of a bar that is 1, 2 or 5 times a power of ten and at most `units` long. */
export function barMetres(scale: number, units: number): number {
  const most = units / scale;
  const ten = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((n) => n * ten).find((metres) => metres <= most * (1 + 1e-9))!;
}

/** The part of a line segment inside the frame; null where there is none (Liang & Barsky 1984). */
export function inFrame(a: XY, b: XY, { width, height }: SketchFrame): [XY, XY] | null {
  let [from, to] = [0, 1];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  for (const [step, room] of [
    [-dx, a[0]],
    [dx, width - a[0]],
    [-dy, a[1]],
    [dy, height - a[1]],
  ]) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  if (from > to) return null;
  const at = (t: number): XY => [a[0] + dx * t, a[1] + dy * t];
  return [at(from), at(to)];
}

/** Which of the eight winds (0 north, 2 east, …) `to` lies in, and how far in metres. */
export function windTo(from: LonLat, to: LonLat): { wind: number; metres: number } {
  const east = (to[0] - from[0]) * METRES_PER_DEGREE * lonScale(from[1]);
  const north = (to[1] - from[1]) * METRES_PER_DEGREE;
  const eighths = Math.round((Math.atan2(east, north) / Math.PI) * 4);
  return { wind: (eighths + 8) % 8, metres: Math.hypot(east, north) };
}
