import { PLANNED_MOTORWAY } from './country-plan.ts';
import { between, crossing, distance } from './point.ts';
import type { Point } from './point.ts';
import { clipLine, lengthOf, offsetLine, pointAlong, smooth } from './polyline.ts';
import type { Street } from './street.ts';
import { FRAME, blob } from './terrain.ts';
import type { Warp } from './warp.ts';
import { Dice } from './random.ts';

/** From the middle to each carriageway, and half the length of a bridge over a road (metres). */
const HALF = 11;
const BRIDGE = 30;
/** A slip road leaves this far before the bridge, and meets the road this far from it. */
const SLIP = 400;
const FOOT = 110;

/** The middle of the expressway, from west to east and beyond the frame at both ends. */
export function motorwayLine(warp: Warp): Point[] {
  const stops = PLANNED_MOTORWAY.stops.map(([x, y]) => ({ x, y }));
  return smooth(stops, 70).map(warp);
}

/** Land behind the fence of the expressway and its junctions, where no track may run. */
export function motorwayReach(middle: Point[], roads: Street[]): Point[][] {
  const junctions = roads.filter(isJunction).flatMap(({ line }) => meetingsOf(middle, line));
  return [
    [...offsetLine(middle, 50), ...offsetLine(middle, -50).reverse()],
    ...junctions.map(({ at }) => blob(at, 520, 520, 0, new Dice(1))),
  ];
}

/**
 * Both carriageways and the slip roads. They are not woven into the streets: the expressway passes
 * over every road on a bridge and meets it only where the slip roads end, at a vertex of the road.
 */
export function motorwayOf(middle: Point[], all: Street[]): Street[] {
  const north = Math.max(...middle.map(({ y }) => y)) + 2 * SLIP;
  const streets = all.filter(({ line }) => line.some(({ y }) => y < north));
  return [offsetLine(middle, -HALF), offsetLine(middle, HALF).reverse()].flatMap((whole) => {
    const line = clipLine(whole, FRAME, 'inside')[0];
    const over = streets.flatMap((street) =>
      meetingsOf(line, street.line).map((meeting) => ({ ...meeting, street })),
    );
    const slips = over
      .filter(({ street }) => isJunction(street))
      .flatMap(({ metres, at }) => slipRoads(line, metres, roadFoot(line, metres, at, streets)));
    const ends = slips.flatMap((slip) => [slip.line[0], slip.line[slip.line.length - 1]]);
    const bridges = over.map(({ metres }) => metres);
    return [...carriageway(line, bridges, ends), ...slips];
  });
}

function isJunction({ name }: Street): boolean {
  return name !== undefined && PLANNED_MOTORWAY.junctions.includes(name[0]);
}

/** Where two lines cross, and how far along the first that is. */
function meetingsOf(line: Point[], other: Point[]): { at: Point; metres: number }[] {
  const found: { at: Point; metres: number }[] = [];
  let run = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const long = distance(a, b);
    for (let k = 1; k < other.length; k++) {
      const hit = crossing(a, b, other[k - 1], other[k]);
      if (hit) found.push({ at: between(a, b, hit.t), metres: run + hit.t * long });
    }
    run += long;
  }
  return found;
}

/** The carriageway with a vertex at each of `ends`, cut at both ends of every bridge. */
function carriageway(line: Point[], bridges: number[], ends: Point[]): Street[] {
  const vertices = line.map((at, i) => ({ at, metres: lengthOf(line.slice(0, i + 1)) }));
  for (const at of ends) {
    const metres = metresAt(line, at);
    if (metres !== null) vertices.push({ at, metres });
  }
  const edges = bridges.flatMap((metres) => [metres - BRIDGE, metres + BRIDGE]);
  for (const metres of edges) vertices.push({ at: pointAlong(line, metres), metres });
  vertices.sort((a, b) => a.metres - b.metres);
  const { name, ref } = PLANNED_MOTORWAY;
  const cuts = [0, ...edges.sort((a, b) => a - b), Infinity];
  return cuts.slice(1).map((to, i) => {
    const part = vertices.filter(({ metres }) => metres >= cuts[i] && metres <= to);
    const onBridge = bridges.some((metres) => cuts[i] < metres && metres < to);
    return {
      line: part.map(({ at }) => at),
      highway: 'motorway',
      name,
      tags: {
        ref,
        oneway: 'yes',
        lanes: '2',
        maxspeed: '100',
        ...(onBridge ? { bridge: 'yes', layer: '1' } : {}),
      },
    };
  });
}

function metresAt(line: Point[], p: Point): number | null {
  let run = 0;
  for (let i = 1; i < line.length; i++) {
    const [whole, part] = [distance(line[i - 1], line[i]), distance(line[i - 1], p)];
    if (part + distance(p, line[i]) - whole < 1e-6) return run + part;
    run += whole;
  }
  return null;
}

/** The vertex of the junction's road on the right of the carriageway, about FOOT metres off. */
function roadFoot(line: Point[], metres: number, at: Point, streets: Street[]): Point {
  const ahead = pointAlong(line, metres + 5);
  const right = (p: Point) => (ahead.x - at.x) * (p.y - at.y) - (ahead.y - at.y) * (p.x - at.x) < 0;
  const off = (p: Point) => Math.abs(distance(p, at) - FOOT);
  return streets
    .filter(isJunction)
    .flatMap((street) => street.line.filter(right))
    .reduce((a, b) => (off(b) < off(a) ? b : a));
}

/** One way off the carriageway down to the road, one way up from there. */
function slipRoads(line: Point[], metres: number, foot: Point): Street[] {
  const beside = (along: number, off: number) => {
    const [at, ahead] = [pointAlong(line, metres + along), pointAlong(line, metres + along + 5)];
    const long = distance(at, ahead);
    const [dx, dy] = [(ahead.x - at.x) / long, (ahead.y - at.y) / long];
    return { x: at.x + dy * off, y: at.y - dx * off };
  };
  const half = (way: number) =>
    smooth([beside(way * SLIP, 0), beside(way * 270, 9), beside(way * 120, 48), foot], 45);
  return [half(-1), half(1).reverse()].map((slip) => ({
    line: slip,
    highway: 'motorway_link',
    tags: { oneway: 'yes', maxspeed: '40' },
  }));
}
