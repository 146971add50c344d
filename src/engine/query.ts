import {
  paceOf,
  profileOf,
  type Pace,
  type ProfileKey,
  type ZoneMinutes,
} from '../core/profile.ts';

export type Method = 'network' | 'buffer';

/** One question, complete: nothing about it is taken from elsewhere. */
export interface Query {
  /** Key of a service. */
  service: string;
  /** Limits in minutes, ascending; the last one is the limit for gaps unless zones have their own. */
  minutes: number[];
  /** Limits by the zone of a person's area: a figure of its own, and the limit for gaps. */
  zoneMinutes?: ZoneMinutes;
  profile: ProfileKey;
  /** Metres per second, as in Profile.speed. */
  speed: number;
  /** Seconds before anybody moves; the profile's own unless given. */
  startSeconds?: number;
  method: Method;
  /** By how much a walk is longer than the straight line (buffer method). */
  detour: number;
  /** Population fields that are added up; disjoint, so that nobody counts twice. */
  people: string[];
}

/** How many times longer than the straight line a walk is taken to be, unless said otherwise. */
export const DEFAULT_DETOUR = 1.3;

/** How far a question has to be searched: to its last limit. */
export function horizonSeconds({ minutes, zoneMinutes }: Query): number {
  return Math.max(...minutes, zoneMinutes?.urban ?? 0, zoneMinutes?.rural ?? 0) * 60;
}

/** How fast a question's search goes. */
export function queryPace({ profile, speed, startSeconds }: Query): Pace {
  return paceOf(profileOf(profile)!, speed, startSeconds);
}
