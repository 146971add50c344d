import fc from 'fast-check';
import type { Service } from '../../../src/data/services.ts';
import type { Question } from '../../../src/engine/question.ts';
import { wildAsked, type Asked } from '../engine/region-of.ts';

const service = (key: string, parts: Partial<Service> = {}): Service => ({
  key,
  zh: key,
  en: key,
  icon: 'cross',
  colour: '#000000',
  people: 'total',
  minutes: 15,
  measure: 'reach',
  ...parts,
});

/** Three services; the third comes by ambulance. */
export const SERVICES = [
  service('clinic'),
  service('school'),
  service('ambulance_base', { profile: 'ambulance' }),
];

export interface Studied extends Asked {
  question: Question;
}

/** A random region whose facilities are dealt out to the first two services, and its question. */
export const studied: fc.Arbitrary<Studied> = fc
  .tuple(wildAsked, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([asked, deal]) => {
    asked.region.facilities = asked.sites.map((site, k) => ({
      ...site,
      service: deal[k] ? 'clinic' : 'school',
    }));
    const { people: _, ...query } = asked.query;
    return { ...asked, question: { ...query, places: false, edits: [], on: null } };
  });

/** A question on foot at the general pace, by streets, unless said otherwise. */
export function question(parts: Partial<Question> = {}): Question {
  return {
    service: 'clinic',
    minutes: [10],
    profile: 'general',
    speed: 1.2,
    method: 'network',
    detour: 1.3,
    places: false,
    edits: [],
    on: null,
    ...parts,
  };
}
