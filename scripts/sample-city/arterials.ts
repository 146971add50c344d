import type { Point } from './point.ts';
import { keptClear, lengthOf, offsetLine, smooth, smoothRing } from './polyline.ts';
import type { Street } from './street.ts';
import { overAndUnder } from './crossings.ts';
import { grown } from './inset.ts';
import type { Terrain } from './terrain.ts';
import { DRAWN_ROADS, OLD_TOWN_RING, PLANNED_LINES, onGrid } from './town-plan.ts';
import type { Warp } from './warp.ts';

/** An arterial may stick out this far beyond its last junction before it is cut off. */
const TAIL = 260;

export interface Arterials {
  streets: Street[];
  /** The road round the old town. */
  oldTown: Point[];
}

/** The main streets of the town: both grids, the roads drawn by hand, embankments and railside. */
export function arterialsOf(terrain: Terrain, warp: Warp): Arterials {
  const oldTown = smoothRing(OLD_TOWN_RING.map(pointOf), 70).map(warp);
  const ring: Street = {
    line: [...oldTown, oldTown[0]],
    highway: 'secondary',
    name: ['环城路', 'Huancheng Road'],
  };
  const drawn = DRAWN_ROADS.flatMap(({ line, highway, name, crosses }) => {
    const whole = smooth(line.map(pointOf), 70).map(warp);
    const as = { highway, name, tail: TAIL };
    return crosses ? overAndUnder(whole, terrain, as) : [{ ...as, line: whole }];
  });
  const grid = PLANNED_LINES.flatMap(({ bank, along, at, from, to, highway, name }) => {
    const parts = Math.ceil((to - from) / 90);
    const line = Array.from({ length: parts + 1 }, (_, i) => {
      const way = from + ((to - from) * i) / parts;
      return warp(along === 'u' ? onGrid(bank, way, at) : onGrid(bank, at, way));
    });
    const pieces = keptClear(line, [
      terrain.riverReach,
      terrain.railReach,
      grown(terrain.hill, 35),
      oldTown,
    ]);
    // What lies beyond river, railway or old town belongs to another grid.
    const own = pieces.reduce((a, b) => (lengthOf(a) > lengthOf(b) ? a : b));
    return [{ line: own, highway, name, tail: TAIL }];
  });
  return {
    streets: [...drawn, ring, ...besideRiver(terrain), ...besideRailway(terrain), ...grid],
    oldTown,
  };
}

function besideRiver({ river, riverHalf }: Terrain): Street[] {
  const bank = (metres: number, from: number, to: number) => {
    const kept = river.map((_, i) => i).filter((i) => river[i].x > from && river[i].x < to);
    const line = offsetLine(
      river,
      riverHalf.map((half) => Math.sign(metres) * half + metres),
    );
    return kept.map((i) => line[i]);
  };
  return [
    {
      line: bank(58, -2600, 2900),
      highway: 'secondary',
      name: ['汀北路', 'Tingbei Road'],
      tail: TAIL,
    },
    {
      line: bank(-58, -1960, 3080),
      highway: 'secondary',
      name: ['汀南路', 'Tingnan Road'],
      tail: TAIL,
    },
  ];
}

function besideRailway({ railway }: Terrain): Street[] {
  const beside = (metres: number, from: number, to: number) =>
    offsetLine(
      railway.filter((p) => p.x > from && p.x < to),
      metres,
    );
  return [
    {
      line: beside(120, -2560, 2720),
      highway: 'tertiary',
      name: ['铁北街', 'Tiebei Street'],
      tail: TAIL,
    },
    {
      line: beside(-110, -1450, 2480),
      highway: 'tertiary',
      name: ['铁南街', 'Tienan Street'],
      tail: TAIL,
    },
  ];
}

function pointOf([x, y]: [number, number]): Point {
  return { x, y };
}
