import type { Figures } from '../../../engine/engine.ts';
import type { Zone } from '../../../engine/zones.ts';
import type { Area } from '../../../data/tables/area.ts';

/** One line of the table of areas. */
export interface AreaRow {
  id: string;
  name: string;
  zone: Zone;
  people: number;
  within: number;
  missing: number;
}

export const AREA_COLUMNS = ['name', 'share', 'within', 'missing', 'people'] as const;
export type AreaColumn = (typeof AREA_COLUMNS)[number];

/** The areas of an answer with their zones, by the name of a language. */
export function areaRows(figures: Figures, areas: Area[], english: boolean): AreaRow[] {
  const zones = new Map(areas.map(({ id, zone }) => [id, zone ?? null]));
  return figures.areas.map(({ id, name, nameEn, people, within }) => ({
    id,
    name: (english && nameEn) || name,
    zone: zones.get(id) ?? null,
    people,
    within,
    missing: people - within,
  }));
}

/** Sorted by a column; areas without anybody to count have no share and come last either way. */
export function sortedAreas(
  rows: AreaRow[],
  column: AreaColumn,
  descending: boolean,
  locale: string,
): AreaRow[] {
  const sign = descending ? -1 : 1;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const value = (row: AreaRow) =>
    column === 'share' ? row.within / row.people : column === 'name' ? 0 : row[column];
  return rows.toSorted((a, b) => {
    const empty = column === 'share' ? Number(!a.people) - Number(!b.people) : 0;
    if (empty || (column === 'share' && !a.people)) return empty;
    const order = column === 'name' ? compare(a.name, b.name) : value(a) - value(b);
    return sign * order || compare(a.name, b.name);
  });
}

/** Sums by zone; empty where no area states one. With people in no area they add up to everybody. */
export function zoneSums(
  rows: AreaRow[],
): { zone: Zone; areas: number; people: number; within: number }[] {
  if (!rows.some(({ zone }) => zone)) return [];
  return (['urban', 'rural', null] as const)
    .map((zone) => {
      const own = rows.filter((row) => row.zone === zone);
      const sum = (key: 'people' | 'within') => own.reduce((all, row) => all + row[key], 0);
      return { zone, areas: own.length, people: sum('people'), within: sum('within') };
    })
    .filter(({ areas }) => areas);
}
