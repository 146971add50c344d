import type { Rejection } from '../fault.ts';
import type { Area } from '../tables/area.ts';
import { isWrong, rejection, type Wrong } from '../tables/table-faults.ts';
import { peopleFaults } from './people-faults.ts';
import type { CensusRow } from './read-census.ts';

/**
 * Which area each row of a census is of: by id, else by name; every area at most once.
 * Throws Fault `census-no-match` where not one row has an area.
 */
export function matchAreas(
  rows: CensusRow[],
  areas: Area[],
  fileName: string,
): { matched: Map<number, CensusRow>; rejected: Rejection[] } {
  const byId = new Map(areas.map(({ id }, a) => [id, a]));
  const byName = new Map<string, number[]>();
  areas.forEach(({ name }, a) => byName.set(name, [...(byName.get(name) ?? []), a]));
  const matched = new Map<number, CensusRow>();
  const rejected: Rejection[] = [];
  for (const row of rows) {
    const area = areaOf(row, byId, byName);
    const first = isWrong(area) ? undefined : matched.get(area);
    const label = row.name || row.id;
    if (isWrong(area)) rejected.push(rejection(row.line, area));
    else if (first) rejected.push(rejection(row.line, peopleFaults.areaTwice(label, first.line)));
    else matched.set(area, row);
  }
  if (!matched.size) {
    const named = rows.map(({ id, name }) => [id, name].filter(Boolean).join(' '));
    throw peopleFaults.noneMatch(
      fileName,
      named,
      areas.map(({ id, name }) => `${id} ${name}`),
    );
  }
  return { matched, rejected };
}

function areaOf(
  { id, name }: CensusRow,
  byId: Map<string, number>,
  byName: Map<string, number[]>,
): number | Wrong {
  const named = byName.get(name) ?? [];
  const identified = byId.get(id);
  if (identified !== undefined) {
    // A row whose two names point to two areas was pasted together wrongly.
    if (named.length && !named.includes(identified)) return peopleFaults.idAndName(id, name);
    return identified;
  }
  if (!named.length) return peopleFaults.noArea(name || id);
  return named.length > 1 ? peopleFaults.severalAreas(name) : named[0];
}
