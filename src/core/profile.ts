import type { TravelKey } from './travel.ts';

/** Who moves, and how. Speeds in metres per second are always printed beside a result and always editable. */
export type ProfileKey =
  'general' | 'older' | 'slow' | 'wheelchair' | 'bicycle' | 'ebike' | 'car' | 'ambulance';

export interface Profile {
  key: ProfileKey;
  /** How it uses the streets. */
  travel: TravelKey;
  /**
   * Metres per second on a flat, smooth street of the reference kind; for a car on a street of
   * REFERENCE_KMH. Another speed makes every piece of street slower or faster in proportion.
   */
  speed: number;
  /** Metres per second off the streets; null where it is `speed` itself (people on foot). */
  offSpeed: number | null;
  /** People go to the facility, or the facility comes to the people (an ambulance from its base). */
  towards: 'facility' | 'people';
  /** Seconds before anybody moves: an ambulance's turn-out. */
  startSeconds: number;
  /** Limits in minutes by the zone of a person's area, where areas say so and nothing else is asked. */
  zoneMinutes?: ZoneMinutes;
}

/** A limit in minutes for each zone; people in areas without a zone are held to the urban one. */
export interface ZoneMinutes {
  urban: number;
  rural: number;
}

/** Whoever leaves a vehicle goes on at a general walker's pace. */
const ON_FOOT = 1.2;
const KMH = 1 / 3.6;

const walker = { offSpeed: null, towards: 'facility', startSeconds: 0 } as const;
const rider = { offSpeed: ON_FOOT, towards: 'facility', startSeconds: 0 } as const;

/** An ambulance is on its way two minutes after the call: ours, a plain assumption, editable. */
export const TURN_OUT_SECONDS = 120;

export const PROFILES: readonly Profile[] = [
  { key: 'general', travel: 'foot', speed: 1.2, ...walker },
  { key: 'older', travel: 'foot', speed: 0.9, ...walker },
  { key: 'slow', travel: 'foot', speed: 0.7, ...walker },
  { key: 'wheelchair', travel: 'wheelchair', speed: 0.65, ...walker },
  { key: 'bicycle', travel: 'bicycle', speed: 15 * KMH, ...rider },
  { key: 'ebike', travel: 'ebike', speed: 20 * KMH, ...rider },
  { key: 'car', travel: 'car', speed: 50 * KMH, ...rider },
  {
    key: 'ambulance',
    travel: 'car',
    speed: 50 * KMH,
    offSpeed: ON_FOOT,
    towards: 'people',
    startSeconds: TURN_OUT_SECONDS,
    zoneMinutes: { urban: 15, rural: 30 },
  },
];

/** The profile of this key; null where there is none. */
export function profileOf(key: string): Profile | null {
  return PROFILES.find((profile) => profile.key === key) ?? null;
}

/** No faster than this may be asked for: 144 km/h. Metres per second. */
export const MOST_SPEED = 40;

/** How fast a search goes. */
export interface Pace {
  /** Metres per second on a street of factor 1. */
  speed: number;
  /** Metres per second between a street and a point off it. */
  offSpeed: number;
  /** Seconds on the clock when it leaves the seeds. */
  startSeconds: number;
}

/** The pace of somebody on foot. */
export function walking(speed: number): Pace {
  return { speed, offSpeed: speed, startSeconds: 0 };
}

/** The pace of a profile at its own speed, or at another one. */
export function paceOf(
  { speed: own, offSpeed, startSeconds: start }: Profile,
  speed = own,
  startSeconds = start,
): Pace {
  return { speed, offSpeed: offSpeed ?? speed, startSeconds };
}
