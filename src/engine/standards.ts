import { everybody, peopleWithin, type Counted } from '../core/coverage.ts';
import { profileOf, type ProfileKey } from '../core/profile.ts';
import type { Service } from '../data/services.ts';
import type { Limit } from '../data/standards.ts';
import { choosePeople, type PeopleField } from '../data/tables/people-field.ts';
import { peopleOf, timesTo } from './assess.ts';
import type { Prepared } from './prepared.ts';
import type { Query } from './query.ts';
import { resolve, type Question } from './question.ts';
import { byZone } from './zones.ts';

/** How metres are measured: along the streets, or as the radius of a circle. */
export type MetresBy = 'streets' | 'circle';

/** One service and what it is held to. */
export interface StandardAsk {
  service: string;
  /** Null where there is no standard. */
  limit: Limit | null;
  /** A population field; null for the service's own people. */
  people: string | null;
}

/** How the limit of a service was measured. */
export type MeasuredBy =
  | { by: 'circle' }
  | { by: 'metres'; speed: number }
  | { by: 'minutes'; profile: ProfileKey; speed: number; method: Query['method'] };

/** A service against its standard. */
export interface AgainstStandard {
  service: string;
  /**
   * `unlisted`: no facility of it is listed at all, so nothing can be said; `nobody`: none of these
   * people live here.
   */
  verdict: 'meets' | 'short' | 'none' | 'unlisted' | 'nobody';
  peopleField: PeopleField;
  people: number;
  sites: number;
  limit: Limit | null;
  measured: MeasuredBy | null;
  /** People within the limit; null where there is none, or no list. */
  covered: number | null;
  /** By how many people it falls short of the wanted share; 0 unless the verdict is `short`. */
  missing: number;
}

/** Metres along streets are walked at a general walker's pace, so a slope counts as farther. */
const WALK = profileOf('general')!.speed;

/**
 * Every service against the standard chosen for it: the wanted share (0 … 1) of its people must be
 * within the limit. People without a zone are held to the urban limit.
 */
export function againstStandards(
  prepared: Prepared,
  services: Service[],
  question: Question,
  asks: StandardAsk[],
  wanted: number,
  metresBy: MetresBy,
): AgainstStandard[] {
  const { region } = prepared;
  return asks.map(({ service: key, limit, people }) => {
    const asked = resolve(prepared, services, { ...question, service: key });
    const { service, sites, facilities } = asked;
    const fields = Object.keys(region.places.fields);
    const peopleField = people === null ? asked.peopleField : choosePeople(fields, people);
    const who: Counted = {
      people: peopleOf(prepared, peopleField.columns),
      counted: region.places.counted,
    };
    const all = everybody(who);
    const row = { service: key, peopleField, people: all, sites: sites.length, limit };
    const nothing = { ...row, measured: null, covered: null, missing: 0 };
    if (!limit) return { ...nothing, verdict: 'none' };
    if (!facilities.some((f) => f.service === key)) return { ...nothing, verdict: 'unlisted' };
    const measured = measuredBy(service, question, limit, metresBy);
    const perUnit = measured.by === 'minutes' ? 60 : measured.by === 'metres' ? 1 / WALK : 1;
    const [urban, rural] = [limit.urban * perUnit, limit.rural * perUnit];
    const query = { ...asked.query, ...queryBy(measured, asked.query) };
    const { seconds } = timesTo(prepared, sites, query, Math.max(urban, rural)).times;
    const limits = urban === rural ? urban : byZone(region, urban, rural);
    const covered = peopleWithin(seconds, who, limits);
    const missing = all * wanted - covered;
    // Sums of fractions of people are not exact.
    const short = missing > 1e-9 * all;
    return {
      ...row,
      measured,
      covered,
      missing: short ? missing : 0,
      verdict: !all ? 'nobody' : short ? 'short' : 'meets',
    };
  });
}

/**
 * Minutes are those of the service's own way of going, else of the walker asked about, else of a
 * general one: nobody is held to a pupil's standard by ambulance. A vehicle's metres are a circle.
 */
function measuredBy(
  { profile: own }: Service,
  question: Question,
  { unit }: Limit,
  metresBy: MetresBy,
): MeasuredBy {
  if (unit === 'metres') {
    return own || metresBy === 'circle' ? { by: 'circle' } : { by: 'metres', speed: WALK };
  }
  const { profile, speed, method } = question;
  if (own) return { by: 'minutes', profile: own, speed: profileOf(own)!.speed, method };
  const { travel } = profileOf(profile)!;
  if (travel === 'foot' || travel === 'wheelchair')
    return { by: 'minutes', profile, speed, method };
  return { by: 'minutes', profile: 'general', speed: WALK, method };
}

function queryBy(measured: MeasuredBy, { detour }: Query): Partial<Query> {
  const plain = { profile: 'general', startSeconds: undefined } as const;
  // At one metre per second a circle's seconds are its metres.
  if (measured.by === 'circle') return { ...plain, method: 'buffer', speed: 1, detour: 1 };
  if (measured.by === 'metres') return { ...plain, method: 'network', speed: WALK };
  const { profile, speed, method } = measured;
  return { profile, speed, method, detour, startSeconds: undefined };
}
