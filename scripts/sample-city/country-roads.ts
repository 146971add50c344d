import { PLANNED_ROADS, PLANNED_VILLAGES } from './country-plan.ts';
import type { Stop } from './country-plan.ts';
import { bridged, joinedOnTheLevel } from './crossings.ts';
import type { Point } from './point.ts';
import { clipLine, nearestOnLines, smooth } from './polyline.ts';
import type { Street } from './street.ts';
import { FRAME } from './terrain.ts';
import type { Terrain } from './terrain.ts';
import type { Warp } from './warp.ts';

/** A road may be drawn this far across the one that it joins; the rest is cut off (metres). */
const OVERSHOOT = 90;

export interface CountryRoads {
  streets: Street[];
  /** Where a road crosses the railway with a barrier; a vertex of both. */
  levelCrossings: Point[];
}

/** The roads between town and villages, out to the edge of the frame. */
export function countryRoads(terrain: Terrain, town: Street[], warp: Warp): CountryRoads {
  const levelCrossings: Point[] = [];
  const streets = PLANNED_ROADS.flatMap(({ highway, name, stops, joins, crosses }) => {
    const whole = smooth(stops.map(pointOf), 75).map(warp);
    if (joins)
      whole[0] = nearestOnLines(
        town.map(({ line }) => line),
        whole[0],
      );
    if (crosses) {
      const at = joinedOnTheLevel(whole, terrain.railway);
      if (at) levelCrossings.push(at);
    }
    return clipLine(whole, FRAME, 'inside').flatMap((line) =>
      bridged(line, terrain, { highway, name, tail: OVERSHOOT }),
    );
  });
  return { streets, levelCrossings };
}

function pointOf(stop: Stop): Point {
  if (typeof stop !== 'string') return { x: stop[0], y: stop[1] };
  const { x, y } = PLANNED_VILLAGES.find(({ key }) => key === stop)!;
  return { x, y };
}
