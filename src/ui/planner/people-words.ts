import { ageRange } from '../../data/tables/age-range.ts';
import { type PeopleField } from '../../data/tables/people-field.ts';
import type { Words } from '../shared/words.ts';

/** Who is counted, in words: "60 岁及以上居民" for the field age_60_plus. */
export function peopleWords({ columns }: PeopleField, words: Words): string {
  const ranges = columns.map((column) => ageRange(column));
  if (!ranges.length || ranges.includes(null)) return words.residents;
  const from = Math.min(...ranges.map((range) => range!.from));
  const to = Math.max(...ranges.map((range) => range!.to ?? Infinity));
  return to === Infinity
    ? words.agedFrom(String(from))
    : words.agedBetween(String(from), String(to));
}
