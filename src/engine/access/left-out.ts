import { everybody, type Counted } from '../../core/coverage.ts';
import { equityOf, lorenzAt, sliceMeans, weightedQuantile } from '../../core/equity.ts';
import type { AgeRange } from '../../data/tables/age-range.ts';
import type { PeopleField } from '../../data/tables/people-field.ts';
import { limitSeconds, peopleOf, timesTo } from '../assess.ts';
import { CURVE_MINUTES } from '../curve.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds } from '../query.ts';
import type { Resolved } from '../question.ts';
import { ageGroups } from './age-groups.ts';

/** Who is beyond the limit, by age; and how unequally minutes are shared out. */
export interface LeftOut {
  peopleField: PeopleField;
  /** Whom the question counts, and those of them beyond their limit. */
  people: number;
  uncovered: number;
  /** Everybody by age, youngest first; empty where the region has no ages. */
  groups: AgeFigures[];
  /** Age fields that overlap with the groups and are not shown. */
  overlapping: string[];
  /** Null where nobody is counted, or there is no site. */
  minutes: MinutesFigures | null;
}

export interface AgeFigures {
  /** Null for whoever is in no age group of the region. */
  range: AgeRange | null;
  people: number;
  uncovered: number;
  /** Whether the question counts them. */
  asked: boolean;
}

/** Of the people whom the question counts; nobody is left out of it. */
export interface MinutesFigures {
  /** Whoever is farther than this, or cannot get there at all, is taken to be just so far. */
  cap: number;
  /** People taken to be so far, though they are farther. */
  capped: number;
  mean: number;
  median: number;
  gini: number;
  /** Share of all minutes that the best-served 0, 1, 2 … 100 % of people spend. */
  lorenz: number[];
  /** Mean minutes of the best-served tenth and of the worst-served four tenths. */
  bestTenth: number;
  worstFourTenths: number;
}

/**
 * Inequality is counted over everybody: leaving out those who reach nothing would make a region the
 * more equal the fewer it serves. Nobody knows their minutes, so they are put at the horizon of the
 * curve (30 minutes), which is the least it can be: the coefficient is that of capped minutes.
 */
export function leftOut(
  prepared: Prepared,
  { query, sites, peopleField }: Pick<Resolved, 'query' | 'sites' | 'peopleField'>,
): LeftOut {
  const { fields, counted } = prepared.region.places;
  const cap = Math.max(CURVE_MINUTES * 60, horizonSeconds(query));
  const { seconds } = timesTo(prepared, sites, query, cap).times;
  const limit = limitSeconds(prepared, query);
  const late = seconds.map((own, i) =>
    own <= (typeof limit === 'number' ? limit : limit[i]) ? 0 : 1,
  );
  const figures = (who: Counted) => ({
    people: everybody(who),
    uncovered: everybody({ ...who, people: who.people.map((people, i) => people * late[i]) }),
  });
  const who = { people: peopleOf(prepared, query.people), counted };
  const { groups, left } = ageGroups(fields);
  const all = figures(who);
  return {
    peopleField,
    ...all,
    groups: groups.map(({ range, field, people }) => ({
      range,
      ...figures({ people, counted }),
      asked: query.people.includes(field ?? 'total') || query.people.includes('total'),
    })),
    overlapping: left,
    minutes: all.people > 0 && sites.length ? minutesOf(seconds, who, cap) : null,
  };
}

function minutesOf(
  seconds: Float64Array,
  { people, counted }: Counted,
  cap: number,
): MinutesFigures {
  const minutes = seconds.map((own) => Math.min(own, cap) / 60);
  const inside = people.map((persons, i) => (counted[i] ? persons : 0));
  const capped = inside.reduce((sum, persons, i) => (seconds[i] > cap ? sum + persons : sum), 0);
  const { gini, mean, lorenz } = equityOf(minutes, inside);
  const [bestTenth, worstFourTenths] = sliceMeans(minutes, inside, [
    [0, 0.1],
    [0.6, 1],
  ]);
  return {
    cap: cap / 60,
    capped,
    mean,
    median: weightedQuantile(minutes, inside, 0.5),
    gini,
    lorenz: Array.from({ length: 101 }, (_, k) => lorenzAt(lorenz, k / 100)),
    bestTenth,
    worstFourTenths,
  };
}
