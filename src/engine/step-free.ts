import { profileOf } from '../core/profile.ts';
import { timesTo, type Assessment } from './assess.ts';
import type { Prepared } from './prepared.ts';
import { horizonSeconds, type Query } from './query.ts';

/** What a wheelchair loses against an older person who can use steps, in people, at the last limit. */
export interface StepFree {
  minutes: number;
  /** People whom an older walker's pace and streets bring there. */
  older: number;
  /** Of these, the people a wheelchair does not bring there … */
  lost: number;
  /** … because of steps, kerbs, slopes and ground: at equal pace it would not either … */
  lostToBarriers: number;
  /** … or only because it is slower. */
  lostToPace: number;
  /** People a wheelchair brings there alone: their nearest street is a flight of steps. */
  gained: number;
  /** The places of the lost, and what each is lost to. */
  places: { place: number; to: 'barriers' | 'pace' }[];
}

/** Sets a wheelchair's answer on streets against the older walker's; null for any other answer. */
export function stepFree(prepared: Prepared, answer: Assessment): StepFree | null {
  const { query, sites, times, who } = answer;
  if (query.profile !== 'wheelchair' || query.method !== 'network') return null;
  const older = profileOf('older')!;
  const walked = (speed: number) => {
    const question: Query = { ...query, profile: older.key, speed };
    return timesTo(prepared, sites, question, horizonSeconds(query)).times.seconds;
  };
  const [own, equal] = [walked(older.speed), walked(query.speed)];
  const minutes = query.minutes[query.minutes.length - 1];
  const limit = minutes * 60;
  const found: StepFree = {
    minutes,
    older: 0,
    lost: 0,
    lostToBarriers: 0,
    lostToPace: 0,
    gained: 0,
    places: [],
  };
  for (let place = 0; place < own.length; place++) {
    const people = who.people[place];
    if (!who.counted[place] || people <= 0) continue;
    const rolled = times.seconds[place] <= limit;
    if (own[place] > limit) {
      if (rolled) found.gained += people;
      continue;
    }
    found.older += people;
    if (rolled) continue;
    const to = equal[place] <= limit ? 'barriers' : 'pace';
    found.lost += people;
    found[to === 'barriers' ? 'lostToBarriers' : 'lostToPace'] += people;
    found.places.push({ place, to });
  }
  return found;
}
