import { coverageCurve, everybody, type Counted } from '../core/coverage.ts';
import type { Reach } from '../core/reach.ts';
import type { Service } from '../data/services.ts';
import type { PeopleField } from '../data/tables/people-field.ts';
import { peopleOf, timesTo } from './assess.ts';
import { CURVE_MINUTES } from './curve.ts';
import type { Prepared } from './prepared.ts';
import { resolve, type Question } from './question.ts';

/** How many people reach one service within 0 … 30 minutes. */
export interface ServiceCurve {
  service: string;
  /** Each service counts its own people. */
  peopleField: PeopleField;
  people: number;
  sites: number;
  reached: number[];
}

/** The curve of each service, all by the question's way of going. */
export function serviceCurves(
  prepared: Prepared,
  services: Service[],
  question: Question,
  keys: string[],
): ServiceCurve[] {
  const { counted } = prepared.region.places;
  let recycle: Reach | undefined;
  return keys.map((service) => {
    const asked = resolve(prepared, services, { ...question, service });
    const { query, peopleField, sites } = asked;
    const who: Counted = { people: peopleOf(prepared, query.people), counted };
    const found = timesTo(prepared, sites, query, CURVE_MINUTES * 60, recycle);
    recycle = found.reach ?? undefined;
    return {
      service,
      peopleField,
      people: everybody(who),
      sites: sites.length,
      reached: Array.from(coverageCurve(found.times.seconds, who, CURVE_MINUTES)),
    };
  });
}
