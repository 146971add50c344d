import { facesOf } from './faces.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';
import { areaOf, contains, longAxis, simplified } from './polygon.ts';
import { clipLine, keptClear, lengthOf, nearestOnLine } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Street } from './street.ts';
import { subdivided } from './subdivide.ts';
import { FRAME } from './terrain.ts';
import type { Terrain } from './terrain.ts';
import type { Village } from './villages.ts';
import { motorwayReach } from './motorway.ts';
import { woven } from './weave.ts';

export interface Field {
  ring: Point[];
  landuse: 'farmland' | 'forest';
}

export interface Fields {
  fields: Field[];
  tracks: Street[];
}

/** This share of the plain fields has been planted with trees. */
const PLANTED = 0.05;

/** Tracks are kept this near to a village; farther out the fields are worked from the roads. */
const TRACK_REACH = 1000;

/** The open country between roads, water and woods, parcelled into fields, with some tracks. */
export function fieldsOf(
  terrain: Terrain,
  roads: Street[],
  motorway: Point[],
  villages: Village[],
  built: Point[][],
  lonely: Point[],
  dice: Dice,
): Fields {
  const ponds = [terrain.reservoir, ...terrain.ponds].map(({ ring }) => ring);
  const taken = [terrain.hill, ...terrain.woods, ...ponds];
  const closed = [terrain.riverReach, terrain.railReach, ...motorwayReach(motorway, roads)];
  const outlines = villages.map(({ outline }) => outline);
  const edges = [...taken, ...outlines, terrain.riverWater, FRAME].map((ring) => [
    ...ring,
    ring[0],
  ]);
  // An island of wood or water in a field would be a hole in it: a hedge to the nearest road opens it.
  const shores = [...roads.map(({ line }) => line), terrain.river, [...FRAME, FRAME[0]]];
  const hedges = taken.map((ring) => hedgeTo(shores, ring));
  const lines = [...edges, ...hedges, terrain.railway, ...clipLine(motorway, FRAME, 'inside')].map(
    (line): Street => ({
      line,
      highway: 'edge',
    }),
  );
  const fields: Field[] = [];
  const tracks: Street[] = [];
  for (const face of facesOf(woven([...roads, ...lines]))) {
    const inner = innerPoint(face);
    if (!inner || areaOf(face) < 3000) continue;
    if ([...taken, ...outlines, ...built, terrain.riverWater].some((ring) => contains(ring, inner)))
      continue;
    const shape = { area: 260_000, width: 190, skew: 0.2, drift: 0.15, bow: 0 };
    const { leaves, cuts } = subdivided(face, shape, dice);
    for (const ring of leaves)
      fields.push({
        ring: simplified(ring, 4),
        landuse: landuseOf(ring, dice),
      });
    for (const { line } of cuts)
      if (isTrack(line, villages, lonely, dice)) tracks.push(...trackOf(line, closed));
  }
  return { fields, tracks };
}

/** The shortest of the ways from some vertices of a ring to the nearest of the lines. */
function hedgeTo(lines: Point[][], ring: Point[]): Point[] {
  let best = { from: ring[0], at: ring[0], metres: Infinity };
  for (let i = 0; i < ring.length; i += 6)
    for (const line of lines) {
      const near = nearestOnLine(line, ring[i]);
      if (near.metres < best.metres) best = { ...near, from: ring[i] };
    }
  return [best.from, best.at];
}

/** Plantations are plain and not too large; a sprawling one would pass for a wood that got lost. */
function landuseOf(ring: Point[], dice: Dice): Field['landuse'] {
  const { long, short } = longAxis(ring);
  const plain = areaOf(ring) < 330_000 && areaOf(ring) > 0.62 * long * short;
  return plain && dice.chance(PLANTED) ? 'forest' : 'farmland';
}

function isTrack(line: Point[], villages: Village[], lonely: Point[], dice: Dice): boolean {
  const middle = line[Math.floor(line.length / 2)];
  if (lonely.some((p) => line.some((q) => distance(p, q) < 900))) return false;
  return villages.some(({ middle: p }) => distance(p, middle) < TRACK_REACH) && dice.chance(0.3);
}

/** Fields reach to the bank, the ballast and the fence; tracks stop short of them. */
function trackOf(line: Point[], closed: Point[][]): Street[] {
  const dry = keptClear(line, closed);
  return dry
    .filter((piece) => lengthOf(piece) > 60)
    .map((piece) => ({ line: piece, highway: 'track' }));
}

/** Some point just inside the ring's edge (its middle may lie on an island). */
function innerPoint(ring: Point[]): Point | null {
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
    const long = distance(a, b) || 1;
    const p = {
      x: (a.x + b.x) / 2 - ((b.y - a.y) / long) * 4,
      y: (a.y + b.y) / 2 + ((b.x - a.x) / long) * 4,
    };
    if (contains(ring, p)) return p;
  }
  return null;
}
