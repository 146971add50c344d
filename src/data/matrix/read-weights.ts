import { matchColumns } from '../tables/columns.ts';
import { readCsv } from '../tables/csv.ts';
import { decodeText } from '../tables/decode-text.ts';
import { readQuantity } from '../tables/plain-number.ts';
import { checkId } from '../tables/text-cell.ts';
import { rowFault } from './matrix-faults.ts';

const ALIASES = {
  id: ['id', '编号', '序号', '代码'],
  weight: ['weight', '权重', '人口', '人口数', '总人口', '人数', '需求'],
  capacity: ['capacity', '容量', '床位', '床位数', '供给'],
};

/** One number by id. */
export interface Weights {
  ids: string[];
  /** As long as ids; NaN where a capacity is not known and the caller allows that. */
  values: Float64Array;
}

/**
 * A table `id,weight` or `id,capacity` → columns, in the order of the file; other columns are
 * ignored. With `absent: 'nan'` an empty cell is NaN: not known, which is neither nought nor without
 * end. Throws Fault for a file that is no such table (see decodeText, readCsv, matchColumns), and for
 * the first row that cannot be taken, with its line: an empty or repeated id, a value that is empty,
 * negative or no number.
 */
export function readWeights(
  bytes: Uint8Array,
  column: 'weight' | 'capacity',
  file: string,
  { absent = 'fault' }: { absent?: 'fault' | 'nan' } = {},
): Weights {
  const table = readCsv(decodeText(bytes, file).text, file);
  const canonical = (key: string) =>
    (['id', column] as const).find((name) => ALIASES[name].includes(key)) ?? null;
  const columns = matchColumns(table, ['id', column], canonical, file);
  const [idAt, valueAt] = [columns.get('id')!, columns.get(column)!];
  for (const { line, ...wrong } of table.rejected) throw rowFault(file, line, wrong);

  const lineOf = new Map<string, number>();
  const values = new Float64Array(table.rows.length);
  table.rows.forEach(({ line, cells }, n) => {
    const id = cells[idAt].trim();
    const wrongId = checkId(id, lineOf, 'line');
    if (wrongId) throw rowFault(file, line, wrongId);
    lineOf.set(id, line);
    const cell = cells[valueAt].trim();
    const value = cell === '' && absent === 'nan' ? NaN : readQuantity(cell, column);
    if (typeof value !== 'number') throw rowFault(file, line, value);
    values[n] = value;
  });
  return { ids: [...lineOf.keys()], values };
}
