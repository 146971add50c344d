import { ageRange, type AgeRange } from '../tables/age-range.ts';
import { resolvePeople } from '../tables/people-field.ts';
import type { Wrong } from '../tables/table-faults.ts';
import { peopleFaults } from './people-faults.ts';

/** Whether every age of `inner` is one of `outer`. */
export function includes(outer: AgeRange, inner: AgeRange): boolean {
  return outer.from <= inner.from && end(outer) >= end(inner);
}

export const end = (range: AgeRange) => range.to ?? Infinity;

/**
 * Why the numbers of one place or area contradict each other, or null.
 * @param fields `total` and age columns; @param people one number for each.
 */
export function agesWrong(fields: readonly string[], people: readonly number[]): Wrong | null {
  const total = people[fields.indexOf('total')];
  const ages = fields.flatMap((field, k) => {
    const range = ageRange(field);
    return range ? [{ field, range, people: people[k] }] : [];
  });
  const everybody = { field: 'total', range: { from: 0 }, people: total };
  for (const outer of [everybody, ...ages]) {
    const inside = ages.filter((age) => age !== outer && includes(outer.range, age.range));
    const { columns, sum } = mostApart(inside);
    if (sum > outer.people) return peopleFaults.agesExceed(columns, sum, outer.field, outer.people);
  }
  const tiles = resolvePeople(fields, { from: 0 }).columns;
  const tiled = tiles.reduce((all, field) => all + people[fields.indexOf(field)], 0);
  return tiled === total ? null : peopleFaults.agesMiss(tiles, tiled, total);
}

interface Age {
  field: string;
  range: AgeRange;
  people: number;
}

/** The most people in columns that share no age: nobody is in two of them. Best of the last ages first. */
function mostApart(ages: Age[]): { columns: string[]; sum: number } {
  const byEnd = [...ages].sort((a, b) => end(a.range) - end(b.range));
  const best: { columns: string[]; sum: number }[] = [{ columns: [], sum: 0 }];
  byEnd.forEach((age, k) => {
    // The last of those before it that ends before this one begins.
    let before = k;
    while (before > 0 && end(byEnd[before - 1].range) >= age.range.from) before--;
    const sum = best[before].sum + age.people;
    const taken = { columns: [...best[before].columns, age.field], sum };
    best.push(sum > best[k].sum ? taken : best[k]);
  });
  return best[byEnd.length];
}
