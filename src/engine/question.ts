import type { Service } from '../data/services.ts';
import type { Facility } from '../data/tables/facility.ts';
import { resolvePeople, type PeopleField } from '../data/tables/people-field.ts';
import type { Prepared } from './prepared.ts';
import type { Query } from './query.ts';
import { applyEdits, ignoredEdits, openOn, type Edit } from './scenario/scenario.ts';
import { sitesOf } from './sites.ts';

/** A question from the page: a query whose people are chosen by the service, over a scenario. */
export type Question = Omit<Query, 'people'> & {
  /** Whether the populated places are wanted for the map, with their minutes. */
  places: boolean;
  /** What the scenario changes; none is the baseline. */
  edits: Edit[];
  /** The day the facilities are looked at, ISO; null for today's status as listed. */
  on: string | null;
};

/** A question with everything it names looked up. */
export interface Resolved {
  service: Service;
  query: Query;
  peopleField: PeopleField;
  /** All facilities of the scenario, of every service and status. */
  facilities: Facility[];
  /** Those of the service that count. */
  sites: Facility[];
  /** The edits that change nothing, see ignoredEdits. */
  ignored: Edit[];
}

/** Whom a service is for, in the columns that the region has. */
export function peopleFieldOf({ region }: Prepared, people: Service['people']): PeopleField {
  return resolvePeople(Object.keys(region.places.fields), people);
}

/** Throws where the service is not one of `services`: the page offers no other. */
export function resolve(prepared: Prepared, services: Service[], question: Question): Resolved {
  const { region } = prepared;
  const { places: _, edits, on, ...rest } = question;
  const service = services.find(({ key }) => key === question.service);
  if (!service) throw new Error(`no such service: ${question.service}`);
  const peopleField = peopleFieldOf(prepared, service.people);
  const edited = applyEdits(region.facilities, edits);
  const facilities = on === null ? edited : openOn(edited, on);
  return {
    service,
    query: { ...rest, people: peopleField.columns },
    peopleField,
    facilities,
    sites: sitesOf(facilities, service.key),
    ignored: ignoredEdits(region.facilities, edits),
  };
}
