import type { BuildingKind } from './building-kinds.ts';
import type { ClearGround } from './clear-ground.ts';
import { shrunk } from './inset.ts';
import type { Tags } from './osm-writer.ts';
import type { Point } from './point.ts';
import { contains, longAxis } from './polygon.ts';
import type { Dice } from './random.ts';

export interface Building {
  /** Counter-clockwise, in metres. */
  ring: Point[];
  tags: Tags;
}

/** Steps (metres) in which free room is looked for, across the rows and along them. */
const ACROSS = 6;
const ALONG = 7;

/** Fills a piece of land with rows of houses that face south as far as its shape allows. */
export function buildingRows(
  land: Point[],
  kind: BuildingKind,
  ground: ClearGround,
  dice: Dice,
): Building[] {
  const inner = shrunk(land, kind.setback);
  if (!inner) return [];
  const frame = frameOf(inner);
  const [between, behind] = kind.gap;
  const made: Building[] = [];
  // One estate is built by one hand: all its rows have the same depth and nearly the same height.
  const deep = dice.between(...kind.deep);
  const usual = dice.whole(...kind.levels);
  for (let v = frame.v0; v + deep < frame.v1;) {
    let stood = false;
    for (let u = frame.u0 + dice.between(0, 5); u < frame.u1;) {
      if (made.length >= (kind.most ?? Infinity)) return made;
      const long = dice.between(...kind.long);
      if (!contains(inner, frame.at(u + long / 2, v + deep / 2))) {
        u += ALONG;
        continue;
      }
      const corners = footprint(u, v, long, deep, dice.chance(kind.winged ?? 0));
      const ring = corners.map(([east, north]) => frame.at(east, north));
      if (!ring.every((p) => contains(inner, p)) || !ground.isFree(ring)) {
        u += ALONG;
        continue;
      }
      stood = true;
      u += long + between;
      if (dice.chance(kind.gardens ?? 0)) continue;
      ground.take(ring, between / 2);
      const levels = clamped(usual + dice.whole(-1, 1), kind.levels);
      made.push({
        ring,
        tags: { building: dice.pick(kind.tags), 'building:levels': String(levels) },
      });
    }
    v += stood ? deep + behind : ACROSS;
  }
  return made;
}

/** A plain rectangle, or one with a wing to the back; u and v of the south-west corner. */
function footprint(
  u: number,
  v: number,
  long: number,
  deep: number,
  winged: boolean,
): [number, number][] {
  const [east, north] = [u + long, v + deep];
  if (!winged) return [[u, v], [east, v], [east, north], [u, north]]; // prettier-ignore
  const [wing, back] = [u + Math.min(deep, long * 0.4), north + deep * 0.8];
  return [[u, v], [east, v], [east, north], [wing, north], [wing, back], [u, back]]; // prettier-ignore
}

interface Frame {
  u0: number;
  u1: number;
  v0: number;
  v1: number;
  at: (u: number, v: number) => Point;
}

/** Coordinates along the rows (u) and across them (v). */
function frameOf(land: Point[]): Frame {
  const { angle } = longAxis(land);
  let turn = Math.abs(Math.cos(angle)) > 0.55 ? angle : angle + Math.PI / 2;
  if (Math.cos(turn) < 0) turn += Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const us = land.map(({ x, y }) => x * cos + y * sin);
  const vs = land.map(({ x, y }) => y * cos - x * sin);
  return {
    u0: Math.min(...us),
    u1: Math.max(...us),
    v0: Math.min(...vs),
    v1: Math.max(...vs),
    at: (u, v) => ({ x: u * cos - v * sin, y: u * sin + v * cos }),
  };
}

function clamped(value: number, [low, high]: [number, number]): number {
  return Math.min(high, Math.max(low, value));
}
