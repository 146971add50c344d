import { everybody, peopleWithin, type Counted } from '../core/coverage.ts';
import { profileOf } from '../core/profile.ts';
import type { Reach } from '../core/reach.ts';
import type { Facility } from '../data/tables/facility.ts';
import { limitSeconds, peopleOf, timesTo } from './assess.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds, type Query } from './query.ts';

/** Walkers are tried at these metres per second, whoever they are taken to be. */
export const WALKING_SPEEDS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4];
/** Whoever rides or drives is tried at these multiples of their own speed. */
export const RIDING_FACTORS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.2];

/** How far an answer hangs on the speed. */
export interface Sensitivity {
  /** The denominator. */
  people: number;
  /** Metres per second, ascending, the question's own among them; and people covered at each. */
  steps: { speed: number; covered: number }[];
  /** The question's own speed, and people covered at it. */
  own: { speed: number; covered: number };
}

/**
 * The speeds an answer is tried at, ascending, in metres per second. The question's own is always
 * among them, so that the interval holds its figure: a slower walker than 0.8 widens the range.
 */
export function triedSpeeds({ profile, speed }: Pick<Query, 'profile' | 'speed'>): number[] {
  const { travel } = profileOf(profile)!;
  const walks = travel === 'foot' || travel === 'wheelchair';
  const tried = walks ? WALKING_SPEEDS : RIDING_FACTORS.map((factor) => factor * speed);
  return [...new Set([...tried, speed])].sort((a, b) => a - b);
}

/** The question's figure at each of the tried speeds; people covered never fall with the speed. */
export function sensitivity(prepared: Prepared, sites: Facility[], query: Query): Sensitivity {
  const { counted } = prepared.region.places;
  const who: Counted = { people: peopleOf(prepared, query.people), counted };
  const limit = limitSeconds(prepared, query);
  let recycle: Reach | undefined;
  const steps = triedSpeeds(query).map((speed) => {
    const asked = { ...query, speed };
    const found = timesTo(prepared, sites, asked, horizonSeconds(query), recycle);
    recycle = found.reach ?? undefined;
    return { speed, covered: peopleWithin(found.times.seconds, who, limit) };
  });
  const own = steps.find(({ speed }) => speed === query.speed)!;
  return { people: everybody(who), steps, own };
}
