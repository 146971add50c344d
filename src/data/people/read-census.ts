import type { Rejection } from '../fault.ts';
import { matchColumns } from '../tables/columns.ts';
import { readCsv } from '../tables/csv.ts';
import { decodeText } from '../tables/decode-text.ts';
import { readQuantity } from '../tables/plain-number.ts';
import { populationColumn } from '../tables/read-population.ts';
import { isWrong, missingColumns, rejection, type Wrong } from '../tables/table-faults.ts';
import { checkLength, NAME_LIMIT } from '../tables/text-cell.ts';
import { agesWrong } from './age-sums.ts';
import { peopleFaults } from './people-faults.ts';

/** The people of one area. */
export interface CensusRow {
  /** 1-based line of the file. */
  line: number;
  /** At least one of the two is not ''. */
  id: string;
  name: string;
  /** Whole people by field, in the order of Census.fields. */
  people: number[];
}

export interface Census {
  /** `total` first, then any `age_…`. */
  fields: string[];
  rows: CensusRow[];
  rejected: Rejection[];
}

const OWN_COLUMNS = new Map([
  ['adcode', 'id'],
  ['code', 'id'],
  ['代码', 'id'],
  ['行政区划代码', 'id'],
  ['区划代码', 'id'],
  ['name', 'name'],
  ['名称', 'name'],
  ['地区', 'name'],
  ['区划', 'name'],
  ['区划名称', 'name'],
  ['county', 'name'],
  ['街道', 'name'],
  ['社区', 'name'],
  ['pop', 'total'],
]);

/** Names as population tables have them, and age0_14 → age_0_14, age60p → age_60_plus. */
function censusColumn(key: string): string | null {
  const own = OWN_COLUMNS.get(key);
  if (own !== undefined) return own;
  const range = /^age_?(\d{1,3})_(\d{1,3})$/.exec(key);
  if (range !== null) return `age_${Number(range[1])}_${Number(range[2])}`;
  const plus = /^age_?(\d{1,3})(?:_?plus|\+|p)$/.exec(key);
  if (plus !== null) return `age_${Number(plus[1])}_plus`;
  const column = populationColumn(key);
  // A census names areas; where a point of theirs lies is of no use.
  return column === 'lon' || column === 'lat' ? null : column;
}

/**
 * A CSV of people by area → rows. `id` or `name` and `total` are needed, every age column is read as
 * well, other columns are ignored. Numbers are whole people; ages may overlap (60+, 65+), but no age
 * may have more people than one that includes it, nor ages side by side more than the total, and
 * ages that tile all of life must add up to it. A row that breaks this is rejected.
 * Throws Fault for a file that is no such table (see decodeText, readCsv, matchColumns).
 */
export function readCensus(bytes: Uint8Array, { fileName }: { fileName: string }): Census {
  const table = readCsv(decodeText(bytes, fileName).text, fileName);
  const columns = matchColumns(table, ['total'], censusColumn, fileName);
  const idAt = columns.get('id');
  const nameAt = columns.get('name');
  if (idAt === undefined && nameAt === undefined) {
    const needed = ['id / name', 'total'];
    throw missingColumns(fileName, table.headerLine, ['id / name'], table.header, needed);
  }
  const fields = ['total', ...[...columns.keys()].filter((column) => column.startsWith('age_'))];
  const rows: CensusRow[] = [];
  const rejected = table.rejected;
  for (const { line, cells } of table.rows) {
    const id = idAt === undefined ? '' : cells[idAt].trim();
    const name = nameAt === undefined ? '' : cells[nameAt].trim();
    const people = readPeople(cells, fields, columns);
    const why =
      (id === '' && name === '' ? peopleFaults.unnamed() : null) ??
      checkLength(id, 'id', NAME_LIMIT) ??
      checkLength(name, 'name', NAME_LIMIT) ??
      (isWrong(people) ? people : agesWrong(fields, people));
    if (why !== null) rejected.push(rejection(line, why));
    else rows.push({ line, id, name, people: people as number[] });
  }
  return { fields, rows, rejected: rejected.sort((a, b) => a.line - b.line) };
}

function readPeople(
  cells: string[],
  fields: string[],
  columns: Map<string, number>,
): number[] | Wrong {
  const people: number[] = [];
  for (const field of fields) {
    const value = readQuantity(cells[columns.get(field)!].trim(), field);
    if (typeof value !== 'number') return value;
    if (!Number.isInteger(value)) return peopleFaults.notWhole(field, String(value));
    people.push(value);
  }
  return people;
}
