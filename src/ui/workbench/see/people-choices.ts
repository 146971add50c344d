import { choosePeople } from '../../../data/tables/people-field.ts';
import { peopleWords } from '../../planner/people-words.ts';
import type { Words } from '../../shared/words.ts';

/** The population fields of a region as choices, everybody first; fields that are no ages are left out. */
export function peopleChoices(fields: string[], words: Words): { field: string; name: string }[] {
  const ages = fields.filter((field) => /^age_\d/.test(field));
  return ['total', ...ages].map((field) => ({
    field,
    name: peopleWords(choosePeople(fields, field), words),
  }));
}
