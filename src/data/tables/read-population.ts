import type { Rejection } from '../fault.ts';
import { matchColumns } from './columns.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { readQuantity } from './plain-number.ts';
import type { Population } from './population.ts';
import { readPosition } from './position.ts';
import { isWrong, rejection, type Wrong } from './table-faults.ts';
import { checkId } from './text-cell.ts';

const NEEDED = ['id', 'lon', 'lat', 'total'];

const COLUMN_OF = new Map([
  ...NEEDED.map((name) => [name, name] as const),
  ['编号', 'id'],
  ['序号', 'id'],
  ['经度', 'lon'],
  ['lng', 'lon'],
  ['long', 'lon'],
  ['longitude', 'lon'],
  ['纬度', 'lat'],
  ['latitude', 'lat'],
  ['人口', 'total'],
  ['人口数', 'total'],
  ['总人口', 'total'],
  ['常住人口', 'total'],
  ['population', 'total'],
]);

const AGE_PLUS = /^(\d{1,3})周?岁(?:及?以上|\+)(?:人口|人数)?$/;
const AGE_FROM_TO = /^(\d{1,3})(?:周?岁)?[_~～—–至到]+(\d{1,3})周?岁(?:人口|人数)?$/;
const AGE_UP_TO = /^(\d{1,3})周?岁及以下(?:人口|人数)?$/;

/**
 * 60岁以上 → age_60_plus, 0-14岁 → age_0_14, 14岁及以下 → age_0_14; age_… stays. Bare 15岁以下 is left
 * alone: some tables mean under 15, others up to 15. So are shares (60岁以上占比): they count nobody.
 */
export function populationColumn(key: string): string | null {
  const plus = AGE_PLUS.exec(key);
  if (plus !== null) return `age_${Number(plus[1])}_plus`;
  const range = AGE_FROM_TO.exec(key);
  if (range !== null) return `age_${Number(range[1])}_${Number(range[2])}`;
  const upTo = AGE_UP_TO.exec(key);
  if (upTo !== null) return `age_0_${Number(upTo[1])}`;
  return key.startsWith('age_') ? key : (COLUMN_OF.get(key) ?? null);
}

/**
 * A CSV of populated places → columns. id, lon, lat (WGS 84 degrees) and total (people, decimals
 * allowed) are needed; every age_… column is read as well, other columns are ignored. No data is not
 * zero: an empty total or age cell rejects the row. Where every row is rejected the population is
 * empty and no Fault is thrown: the caller decides.
 * Throws Fault for a file that is no such table (see decodeText, readCsv, matchColumns).
 */
export function readPopulation(
  bytes: Uint8Array,
  { fileName }: { fileName: string },
): { population: Population; rejected: Rejection[] } {
  const table = readCsv(decodeText(bytes, fileName).text, fileName);
  const columns = matchColumns(table, NEEDED, populationColumn, fileName);
  const at = (column: string) => columns.get(column)!;
  const [idAt, lonAt, latAt] = [at('id'), at('lon'), at('lat')];
  const fieldNames = [...columns.keys()].filter((c) => c === 'total' || c.startsWith('age_'));
  const fieldAt = fieldNames.map(at);

  const ids: string[] = [];
  const lon = new Float64Array(table.rows.length);
  const lat = new Float64Array(table.rows.length);
  const people = fieldNames.map(() => new Float64Array(table.rows.length));
  const rejected = table.rejected;
  const taken = new Map<string, number>();

  for (const { line, cells } of table.rows) {
    const id = cells[idAt].trim();
    const n = ids.length;
    const position =
      checkId(id, taken, 'line') ?? readPosition(cells[lonAt].trim(), cells[latAt].trim());
    // A row refused half-way leaves numbers at n; the next accepted row overwrites them.
    const why = isWrong(position) ? position : readPeople(cells, fieldNames, fieldAt, people, n);
    if (isWrong(position) || why !== null) {
      rejected.push(rejection(line, why!));
      continue;
    }
    [lon[n], lat[n]] = position;
    taken.set(id, line);
    ids.push(id);
  }

  const fields = Object.fromEntries(
    fieldNames.map((name, k) => [name, people[k].slice(0, ids.length)]),
  );
  const population = { ids, lon: lon.slice(0, ids.length), lat: lat.slice(0, ids.length), fields };
  return { population, rejected: rejected.sort((a, b) => a.line - b.line) };
}

function readPeople(
  cells: string[],
  names: string[],
  at: number[],
  people: Float64Array[],
  n: number,
): Wrong | null {
  for (let k = 0; k < names.length; k++) {
    const value = readQuantity(cells[at[k]].trim(), names[k]);
    if (typeof value !== 'number') return value;
    people[k][n] = value;
  }
  return null;
}
