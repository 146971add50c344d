import { profileOf } from '../../core/profile.ts';
import type { Manifest } from '../../data/region/manifest.ts';
import type { Service } from '../../data/services.ts';
import type { PeopleField } from '../../data/tables/people-field.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Prepared } from '../prepared.ts';
import type { Query } from '../query.ts';
import { resolve, type Question } from '../question.ts';
import { applyEdits, openOn, type Edit } from '../scenario/scenario.ts';
import { sitesOf } from '../sites.ts';

/** What is handed in: a question, complete, and where and when it was asked. */
export interface Subject {
  service: Service;
  services: Service[];
  query: Query;
  peopleField: PeopleField;
  /** All facilities of the scenario. */
  facilities: Facility[];
  /** Those that count. */
  sites: Facility[];
  scenario: { name: string; edits: Edit[] } | null;
  /** The day the facilities are looked at, ISO; null for their status as listed. */
  on: string | null;
  manifest: Manifest;
  language: 'zh' | 'en';
  /** The day it is made, ISO. */
  made: string;
  /** Version of the software. */
  software: string;
}

/** What the caller knows of a subject and the question does not. */
export type Occasion = Pick<Subject, 'manifest' | 'language' | 'made' | 'software'> & {
  /** Name of the question's scenario. */
  scenarioName: string | null;
};

/** The subject of a question from the page. */
export function subjectOfQuestion(
  prepared: Prepared,
  services: Service[],
  question: Question,
  { scenarioName, ...occasion }: Occasion,
): Subject {
  const { service, query, peopleField, facilities, sites } = resolve(prepared, services, question);
  const { edits, on } = question;
  const scenario = edits.length ? { name: scenarioName ?? '', edits } : null;
  return {
    service,
    services,
    query,
    peopleField,
    facilities,
    sites,
    scenario,
    on,
    ...occasion,
  };
}

/** The subject of a whole query, as the terminal has it. */
export function subjectOfQuery(
  prepared: Prepared,
  services: Service[],
  query: Query,
  parts: Omit<Subject, 'query' | 'service' | 'services' | 'facilities' | 'sites'>,
): Subject {
  const { on, scenario } = parts;
  const edited = applyEdits(prepared.region.facilities, scenario?.edits ?? []);
  const facilities = on === null ? edited : openOn(edited, on);
  const service = services.find(({ key }) => key === query.service)!;
  return {
    ...parts,
    services,
    service,
    query,
    facilities,
    sites: sitesOf(facilities, query.service),
  };
}

/** Seconds before anybody moves. */
export function startSecondsOf({ startSeconds, profile }: Query): number {
  return startSeconds ?? profileOf(profile)!.startSeconds;
}
