import type { ProfileKey } from '../core/profile.ts';

export type Method = 'network' | 'buffer';

/** One question, complete: nothing about it is taken from elsewhere. */
export interface Query {
  /** Key of a service. */
  service: string;
  /** Limits in minutes, ascending; the last one is the limit for gaps. */
  minutes: number[];
  profile: ProfileKey;
  /** Metres per second. */
  speed: number;
  method: Method;
  /** By how much a walk is longer than the straight line (buffer method). */
  detour: number;
  /** Population fields that are added up; disjoint, so that nobody counts twice. */
  people: string[];
}

/** How many times longer than the straight line a walk is taken to be, unless said otherwise. */
export const DEFAULT_DETOUR = 1.3;

/** How far a question has to be searched: to its last limit. */
export function horizonSeconds({ minutes }: Query): number {
  return Math.max(...minutes) * 60;
}
