import type { Parsed, Rejection } from '../fault.ts';
import { matchColumns } from './columns.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { readQuantity } from './plain-number.ts';
import { readPosition } from './position.ts';
import { isWrong, rejection } from './table-faults.ts';
import { checkId } from './text-cell.ts';

const COLUMN_OF = new Map([
  ...['id', 'name', 'lon', 'lat', 'price', 'capacity'].map((name) => [name, name] as const),
  ['编号', 'id'],
  ['序号', 'id'],
  ['名称', 'name'],
  ['经度', 'lon'],
  ['lng', 'lon'],
  ['longitude', 'lon'],
  ['纬度', 'lat'],
  ['latitude', 'lat'],
  ['cost', 'price'],
  ['造价', 'price'],
  ['费用', 'price'],
  ['容量', 'capacity'],
  ['床位', 'capacity'],
]);

/** The canonical name of a column, or null for one that is not ours. */
export function candidateColumn(key: string): string | null {
  return COLUMN_OF.get(key) ?? null;
}

/** A point where a site could stand, as a table lists it. */
export interface CandidateRow {
  id: string;
  name?: string;
  /** Degrees, WGS 84. */
  lon: number;
  lat: number;
  /** In whatever currency the budget is in. */
  price?: number;
  /** People it has room for. */
  capacity?: number;
}

/**
 * A CSV of candidate points → rows. id, lon and lat are needed; name, cost (or price) and capacity
 * may be there or empty. Throws Fault for a file that is no such table (see decodeText, readCsv,
 * matchColumns).
 */
export function readCandidates(bytes: Uint8Array, file: string): Parsed<CandidateRow> {
  const table = readCsv(decodeText(bytes, file).text, file);
  const columns = matchColumns(table, ['id', 'lon', 'lat'], candidateColumn, file);
  const taken = new Map<string, number>();
  const rows: CandidateRow[] = [];
  const rejected: Rejection[] = table.rejected;
  for (const { line, cells } of table.rows) {
    const cell = (column: string) => cells[columns.get(column) ?? -1]?.trim() ?? '';
    const id = cell('id');
    const position = checkId(id, taken, 'line') ?? readPosition(cell('lon'), cell('lat'));
    const [price, capacity] = (['price', 'capacity'] as const).map((column) =>
      cell(column) === '' ? undefined : readQuantity(cell(column), column),
    );
    const wrong = [position, price, capacity].find((value) => isWrong(value as never));
    if (wrong !== undefined) {
      rejected.push(rejection(line, wrong as never));
      continue;
    }
    const [lon, lat] = position as [number, number];
    taken.set(id, line);
    rows.push({
      id,
      name: cell('name') || undefined,
      lon,
      lat,
      price: price as number | undefined,
      capacity: capacity as number | undefined,
    });
  }
  return { rows, rejected: rejected.sort((a, b) => a.line - b.line) };
}
