import { ageRange, type AgeRange } from './age-range.ts';
import { Fault } from '../fault.ts';
import { got, listed } from './quoted.ts';

/** Which columns of a Population count, and how to name them. */
export interface PeopleField {
  /** Disjoint columns to add up. */
  columns: string[];
  /** The columns joined with '+'. */
  label: string;
  /** True when everybody is counted because the wanted ages are not in the file. */
  fallback: boolean;
}

/**
 * The columns that count `want`: the exact column, else the fewest columns that tile the ages without
 * gap or overlap, else `total` with fallback. Nobody is ever counted twice.
 */
export function resolvePeople(fields: readonly string[], want: 'total' | AgeRange): PeopleField {
  if (want === 'total') return chosen(['total']);
  const tiles = tile(fields, want);
  if (tiles !== null) return chosen(tiles);
  // Everybody from nought is everybody: that is no fallback.
  const everybody = want.from === 0 && want.to === undefined;
  return { columns: ['total'], label: 'total', fallback: !everybody };
}

/**
 * An explicit choice by column name; age_80+ also finds age_80_plus.
 * Throws Fault `no-such-people` that lists what exists.
 */
export function choosePeople(fields: readonly string[], name: string): PeopleField {
  const wanted = name.trim().toLowerCase();
  const same = fields.find((field) => field.toLowerCase() === wanted);
  if (same !== undefined) return chosen([same]);
  const range = ageRange(wanted);
  const alike = range && fields.find((field) => sameRange(ageRange(field), range));
  if (alike) return chosen([alike]);
  throw noSuchPeople(name, fields);
}

const chosen = (columns: string[]): PeopleField => ({
  columns,
  label: columns.join('+'),
  fallback: false,
});

const sameRange = (a: AgeRange | null, b: AgeRange) =>
  a !== null && a.from === b.from && a.to === b.to;

/** Breadth first over ages: a column leads from its first year to the year after its last. */
function tile(fields: readonly string[], want: AgeRange): string[] | null {
  const end = after(want);
  const paths = new Map<number, string[]>([[want.from, []]]);
  // A Map hands out entries added during the loop, so it is the queue as well.
  for (const [age, path] of paths) {
    if (age === end) return path;
    for (const field of fields) {
      const range = ageRange(field);
      if (range === null || range.from !== age) continue;
      const next = after(range);
      if (next <= end && !paths.has(next)) paths.set(next, [...path, field]);
    }
  }
  return null;
}

const after = (range: AgeRange) => (range.to === undefined ? Infinity : range.to + 1);

const noSuchPeople = (name: string, fields: readonly string[]) =>
  new Fault('no-such-people', {
    zh: `人口表里没有 ${got(name)} 这一列。现有：${listed(fields)}。`,
    en: `The population has no column ${got(name)}. It has: ${listed(fields)}.`,
  });
