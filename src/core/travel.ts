import {
  BICYCLE_BACK,
  BICYCLE_ENDS,
  BICYCLE_FORTH,
  BICYCLE_PUSHED,
  CAR_BACK,
  CAR_ENDS,
  CAR_FORTH,
  FOOT,
  FOOT_ENDS,
  FOOT_NOT_BACK,
  FOOT_NOT_FORTH,
  NO_WHEELCHAIR,
  STEPS,
  type Graph,
} from './graph.ts';

/**
 * A way of using the streets; several profiles may share one at different speeds. `step_free` is on
 * foot without steps: for somebody who walks, and cannot climb them.
 */
export type TravelKey = 'foot' | 'step_free' | 'wheelchair' | 'bicycle' | 'ebike' | 'car';

/** Bits of Graph.nodeClosed: who cannot pass a node (a gate shut for good, a stile, a raised kerb). */
export const CLOSED_FOOT = 1;
export const CLOSED_WHEELCHAIR = 2;
export const CLOSED_BICYCLE = 4;
export const CLOSED_CAR = 8;

/** Ground under wheels, as Graph.edgeSurface says it. */
export const SMOOTH = 1;
export const UNEVEN = 2;
export const ROUGH = 3;
export const IMPASSABLE = 4;

/** Steeper than 1 in 12 is beyond a wheelchair (the ramp rule of GB 50763). Percent. */
export const WHEELCHAIR_STEEPEST = 8;

/** The kilometres an hour at which a car's factor is 1. */
export const REFERENCE_KMH = 50;

/** How much longer a metre takes on each surface, by wheels: [unknown, smooth, uneven, rough, impassable]. */
const WHEELCHAIR_SURFACE = [1, 1, 1.25, 2, Infinity];
const BICYCLE_SURFACE = [1, 1, 1.15, 1.6, 2.5];

/** A bicycle is pushed at a walker's 1.2 m/s: 15 and 20 km/h are so many times that. */
const PUSHED = { bicycle: 15 / 3.6 / 1.2, ebike: 20 / 3.6 / 1.2 };

/** What one way of moving makes of a graph's m edges. */
export interface Travelled {
  /** m; seconds per second on a reference street, first node to last and back; Infinity where not allowed. */
  forth: Float32Array;
  back: Float32Array;
  /** m; 1 where one may start or end but not pass through; null where nothing is such. */
  ends: Uint8Array | null;
  /** The bit of nodeClosed that stops it. */
  closed: number;
}

/** Who may use which edge how fast. O(m). */
export function travelled(graph: Graph, travel: TravelKey): Travelled {
  if (travel === 'car') return byCar(graph);
  if (travel === 'foot' || travel === 'step_free' || travel === 'wheelchair') {
    return onFoot(graph, travel);
  }
  return byBicycle(graph, PUSHED[travel]);
}

function onFoot(graph: Graph, travel: 'foot' | 'step_free' | 'wheelchair'): Travelled {
  const { edgeFlags, edgeSurface, slopes } = graph;
  const wheelchair = travel === 'wheelchair';
  const each = blank(graph);
  for (let e = 0; e < edgeFlags.length; e++) {
    const flags = edgeFlags[e];
    if (!(flags & FOOT)) continue;
    if (travel === 'step_free' && flags & STEPS) continue;
    let factor = 1;
    if (wheelchair) {
      if (flags & (STEPS | NO_WHEELCHAIR)) continue;
      if (slopes && slopes.steepest[e] > WHEELCHAIR_STEEPEST) continue;
      if (edgeSurface) factor = WHEELCHAIR_SURFACE[edgeSurface[e]];
    }
    each.forth[e] = flags & FOOT_NOT_FORTH ? Infinity : factor * (slopes ? slopes.forth[e] : 1);
    each.back[e] = flags & FOOT_NOT_BACK ? Infinity : factor * (slopes ? slopes.back[e] : 1);
  }
  return {
    ...each,
    ends: endsOf(edgeFlags, FOOT_ENDS),
    closed: wheelchair ? CLOSED_FOOT | CLOSED_WHEELCHAIR : CLOSED_FOOT,
  };
}

function byBicycle(graph: Graph, pushed: number): Travelled {
  const { edgeFlags, edgeSurface } = graph;
  const each = blank(graph);
  for (let e = 0; e < edgeFlags.length; e++) {
    const flags = edgeFlags[e];
    const factor =
      flags & BICYCLE_PUSHED ? pushed : edgeSurface ? BICYCLE_SURFACE[edgeSurface[e]] : 1;
    if (flags & BICYCLE_FORTH) each.forth[e] = factor;
    if (flags & BICYCLE_BACK) each.back[e] = factor;
  }
  return { ...each, ends: endsOf(edgeFlags, BICYCLE_ENDS), closed: CLOSED_BICYCLE };
}

function byCar(graph: Graph): Travelled {
  const { edgeFlags, edgeKmh } = graph;
  const each = blank(graph);
  for (let e = 0; e < edgeFlags.length; e++) {
    const flags = edgeFlags[e];
    const factor = REFERENCE_KMH / (edgeKmh?.[e] || REFERENCE_KMH);
    if (flags & CAR_FORTH) each.forth[e] = factor;
    if (flags & CAR_BACK) each.back[e] = factor;
  }
  return { ...each, ends: endsOf(edgeFlags, CAR_ENDS), closed: CLOSED_CAR };
}

function blank({ edgeFlags: { length } }: Graph) {
  return {
    forth: new Float32Array(length).fill(Infinity),
    back: new Float32Array(length).fill(Infinity),
  };
}

function endsOf(edgeFlags: Uint32Array, bit: number): Uint8Array | null {
  let ends: Uint8Array | null = null;
  for (let e = 0; e < edgeFlags.length; e++) {
    if (edgeFlags[e] & bit) (ends ??= new Uint8Array(edgeFlags.length))[e] = 1;
  }
  return ends;
}
