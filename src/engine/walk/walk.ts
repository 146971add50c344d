import type { LonLat } from '../../core/geo.ts';
import type { Graph } from '../../core/graph.ts';
import { pieceLine } from '../../core/path-line.ts';
import { pathTo, type Path } from '../../core/path.ts';
import { pointTimes } from '../../core/point-times.ts';
import { walking } from '../../core/profile.ts';
import { searchReach } from '../../core/reach.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { siteSeeds } from '../site-seeds.ts';
import type { Streets } from '../streets.ts';
import { stepMetres, uphillSeconds } from './hardships.ts';
import { turnsOf, type Turn } from './turns.ts';

/** How somebody on foot uses the streets. */
export type OnFoot = 'foot' | 'step_free' | 'wheelchair';

/** The way from a point to a facility, as the engine times it. */
export interface Walk {
  seconds: number;
  metres: number;
  /** Degrees, off-street legs included. */
  line: LonLat[];
  turns: Turn[];
  /** Metres in a straight line from the point to the street, and from the street to the door. */
  offStart: number;
  offEnd: number;
  steps: { flights: number; metres: number };
  gates: number;
  /** Seconds that slopes add to the pieces that are slower for them. */
  uphillSeconds: number;
}

/** The fastest way at `speed` m/s from a point to the entrance that is reached first; null where there is none. */
export function walkTo(
  streets: Streets,
  at: LonLat,
  facility: Facility,
  travel: OnFoot,
  speed: number,
): Walk | null {
  const { region } = streets;
  const { network, snapper } = streets.travelled(travel, true);
  const from = snapper.snap([at[0]], [at[1]]);
  if (from.edge[0] < 0) return null;
  const pace = walking(speed);
  const reach = searchReach(network, from, pace, Infinity, { track: true });
  const doors = siteSeeds([facility]);
  const points = snapper.snap(doors.lon, doors.lat);
  const { seconds } = pointTimes(reach, points);
  let door = 0;
  for (let k = 1; k < seconds.length; k++) if (seconds[k] < seconds[door]) door = k;
  const path = pathTo(reach, points, door);
  if (!path) return null;
  const start = path.offSeed / pace.offSpeed;
  const turns = turnsOf(path, network, region.streetNames, start);
  const flights = turns.filter(({ way }) => way === 'steps');
  return {
    seconds: path.seconds,
    metres: path.metres,
    line: lineOf(path, region.graph, at, [doors.lon[door], doors.lat[door]]),
    turns,
    offStart: path.offSeed,
    offEnd: path.offPoint,
    steps: { flights: flights.length, metres: stepMetres(path, network) },
    gates: turns.filter(({ gate }) => gate).length,
    uphillSeconds: uphillSeconds(path, network, speed),
  };
}

function lineOf({ pieces }: Path, graph: Graph, from: LonLat, to: LonLat): LonLat[] {
  const all = [from, ...pieces.flatMap((piece) => pieceLine(graph, piece)), to];
  return all.filter(([x, y], k) => !k || x !== all[k - 1][0] || y !== all[k - 1][1]);
}

/** A way, and the one without steps where it has some. */
export interface WalkAndStepFree {
  walk: Walk;
  /**
   * Null where the way has no steps, `'none'` where there is no other without them. It takes no extra
   * seconds where it is even quicker: whoever stands beside a stair is joined to it as the nearest.
   */
  stepFree: (Walk & { extraSeconds: number }) | 'none' | null;
}

/** The way of somebody on foot or in a wheelchair; null where there is none. */
export function walkWithStepFree(
  streets: Streets,
  at: LonLat,
  facility: Facility,
  travel: Exclude<OnFoot, 'step_free'>,
  speed: number,
): WalkAndStepFree | null {
  const walk = walkTo(streets, at, facility, travel, speed);
  if (!walk) return null;
  // By metres: a way that begins on the edge of a stair has no turn onto it.
  if (!walk.steps.metres) return { walk, stepFree: null };
  const other = walkTo(streets, at, facility, 'step_free', speed);
  if (!other) return { walk, stepFree: 'none' };
  const stepFree = { ...other, extraSeconds: Math.max(0, other.seconds - walk.seconds) };
  return { walk, stepFree };
}
