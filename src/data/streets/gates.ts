import { CLOSED_BICYCLE, CLOSED_CAR, CLOSED_FOOT, CLOSED_WHEELCHAIR } from '../../core/travel.ts';
import type { TagOf } from '../osm/object-tags.ts';
import { accessOf, allowedByName } from './access.ts';

/** Barriers that stop some by what they are, whoever has leave to pass. */
const STOPS: Record<string, number> = {
  bollard: CLOSED_CAR,
  block: CLOSED_CAR,
  jersey_barrier: CLOSED_CAR,
  chain: CLOSED_CAR,
  planter: CLOSED_CAR,
  cycle_barrier: CLOSED_CAR | CLOSED_WHEELCHAIR,
  motorcycle_barrier: CLOSED_CAR,
  stile: CLOSED_CAR | CLOSED_BICYCLE | CLOSED_WHEELCHAIR,
  kissing_gate: CLOSED_CAR | CLOSED_BICYCLE | CLOSED_WHEELCHAIR,
  turnstile: CLOSED_CAR | CLOSED_BICYCLE | CLOSED_WHEELCHAIR,
  'full-height_turnstile': CLOSED_CAR | CLOSED_BICYCLE | CLOSED_WHEELCHAIR,
  horse_stile: CLOSED_CAR | CLOSED_WHEELCHAIR,
  step: CLOSED_CAR | CLOSED_WHEELCHAIR,
  log: CLOSED_CAR | CLOSED_WHEELCHAIR,
  debris: CLOSED_CAR,
  bus_trap: CLOSED_CAR,
  sump_buster: CLOSED_CAR,
};
/** What has a leaf that can be shut: their access tags are believed. */
const GATES = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'sliding_beam',
  'hampshire_gate',
  'wicket_gate',
  'entrance',
  'yes',
  ...Object.keys(STOPS),
]);

/**
 * Who cannot pass a node, as bits of Graph.nodeClosed. Only a gate with access=no (or foot=no,
 * motor_vehicle=no …) is shut; one that is private leads into ways that say so themselves.
 */
export function closedAt(tag: TagOf): number {
  const barrier = tag('barrier');
  let closed = 0;
  if (barrier !== undefined && GATES.has(barrier)) {
    closed = STOPS[barrier] ?? 0;
    // A bollard that is let down for some says so.
    if (allowedByName(tag, 'car')) closed &= ~CLOSED_CAR;
    if (accessOf(tag, 'car') === 'closed') closed |= CLOSED_CAR;
    if (accessOf(tag, 'foot') === 'closed') {
      closed |= CLOSED_FOOT;
      // Where walkers pass, a bicycle is pushed through.
      if (accessOf(tag, 'bicycle') === 'closed') closed |= CLOSED_BICYCLE;
    }
  }
  // A kerb across the way itself: at a crossing, or where a path meets a road.
  if (tag('kerb') === 'raised' || tag('wheelchair') === 'no') closed |= CLOSED_WHEELCHAIR;
  return closed;
}
