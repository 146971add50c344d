import { ageRange, type AgeRange } from '../tables/age-range.ts';
import { end, includes } from './age-sums.ts';
import { drawEvenly } from './apportion.ts';

interface Age {
  index: number;
  range: AgeRange;
  /** The narrowest column that includes this one; null for the total. */
  parent: Age | null;
}

/**
 * The people of an area's places → their ages. Every column is drawn from the narrowest that
 * includes it (80+ from 60+, 60+ from everybody); columns side by side are drawn one after the other
 * from whoever is left. So each column adds up to its sum, a place never has more people of an age
 * than people, nor more of 80+ than of 60+, and columns that tile all ages add up to its total.
 * Columns that overlap in part are drawn without regard to each other.
 * @param fields `total` and age columns; @param sums for each, that do not contradict (agesWrong)
 * @param total whole people per place, in an order in which neighbours are neighbours
 * @returns one array per field; total's is `total`
 */
export function spreadAges(
  fields: readonly string[],
  sums: readonly number[],
  total: Float64Array,
): Float64Array[] {
  const ages: Age[] = fields.flatMap((field, index) => {
    const range = ageRange(field);
    return range ? [{ index, range, parent: null }] : [];
  });
  // Widest first: whoever includes a column has been placed before it.
  const width = ({ range }: Age) => end(range) - range.from;
  ages.sort(
    (a, b) => (width(a) === width(b) ? 0 : width(b) - width(a)) || a.range.from - b.range.from,
  );
  const people: Float64Array[] = fields.map(() => total);
  ages.forEach((age, k) => {
    const outer = ages.slice(0, k).filter((other) => includes(other.range, age.range));
    age.parent = outer.at(-1) ?? null;
  });
  const left = new Map<Age | null, { rest: Float64Array; placed: AgeRange[] }>();
  for (const age of ages) {
    const whole = age.parent === null ? total : people[age.parent.index];
    const own = left.get(age.parent) ?? { rest: whole.slice(), placed: [] };
    left.set(age.parent, own);
    const apart = own.placed.every(
      (other) => end(other) < age.range.from || end(age.range) < other.from,
    );
    const drawn = drawEvenly(sums[age.index], apart ? own.rest : whole);
    people[age.index] = drawn;
    if (!apart) continue;
    own.placed.push(age.range);
    for (let i = 0; i < drawn.length; i++) own.rest[i] -= drawn[i];
  }
  return people;
}
