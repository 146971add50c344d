import { byOrigin, type CostMatrix } from '../../core/cost-matrix.ts';
import { matchColumns } from '../tables/columns.ts';
import { readCsv } from '../tables/csv.ts';
import { decodeText } from '../tables/decode-text.ts';
import { plainNumber } from '../tables/plain-number.ts';
import { infiniteWrong, negativeWrong, numberWrong } from '../tables/table-faults.ts';
import { noCost, rowFault, twoCosts, unknownId } from './matrix-faults.ts';

const COLUMN_OF = new Map([
  ...['origin', '起点', '需求点', '出发地'].map((name) => [name, 'origin'] as const),
  ...['destination', '终点', '设施', '候选点', '目的地'].map(
    (name) => [name, 'destination'] as const,
  ),
  ...['cost', '成本', '费用', '时间', '分钟', '距离', '阻抗'].map(
    (name) => [name, 'cost'] as const,
  ),
]);

/** The files in which ids were to be found, as faults name them. */
export interface ListedIn {
  origins: string;
  destinations: string;
}

/**
 * A table `origin,destination,cost` → costs of those origins to those destinations, whatever their
 * unit; `null` takes the destinations from the file, in order of appearance. A pair that is not there
 * is out of reach; a pair twice with one cost counts once.
 * Throws Fault for a file that is no such table, and for the first row that cannot be taken, with its
 * line: an id that is not listed, a cost that is absent, negative or no number, a pair with two costs.
 */
export function readCosts(
  bytes: Uint8Array,
  file: string,
  origins: readonly string[],
  destinations: readonly string[] | null,
  listedIn: ListedIn = { origins: 'demand', destinations: 'supply' },
): { matrix: CostMatrix; destinations: string[] } {
  const table = readCsv(decodeText(bytes, file).text, file);
  const columns = matchColumns(
    table,
    ['origin', 'destination', 'cost'],
    (key) => COLUMN_OF.get(key) ?? null,
    file,
  );
  const [fromAt, toAt, costAt] = ['origin', 'destination', 'cost'].map((c) => columns.get(c)!);
  for (const { line, ...wrong } of table.rejected) throw rowFault(file, line, wrong);

  const originOf = new Map(origins.map((id, i) => [id, i]));
  const destinationOf = new Map(destinations?.map((id, j) => [id, j]));
  const n = table.rows.length;
  const [from, to] = [new Uint32Array(n), new Uint32Array(n)];
  const cost = new Float64Array(n);
  table.rows.forEach(({ line, cells }, row) => {
    const origin = cells[fromAt].trim();
    const i = originOf.get(origin);
    if (i === undefined) throw unknownId(file, line, 'origin', origin, listedIn.origins);
    const destination = cells[toAt].trim();
    let j = destinationOf.get(destination);
    if (j === undefined) {
      if (destinations || !destination) {
        throw unknownId(file, line, 'destination', destination, listedIn.destinations);
      }
      destinationOf.set(destination, (j = destinationOf.size));
    }
    from[row] = i;
    to[row] = j;
    cost[row] = costOf(cells[costAt].trim(), file, line);
  });

  const names = [...destinationOf.keys()];
  const rowOf = rowsByPair(from, to, origins.length, names.length);
  const start = new Uint32Array(names.length + 1);
  const kept: number[] = [];
  for (const [k, row] of rowOf.entries()) {
    const before = k ? rowOf[k - 1] : -1;
    if (before < 0 || from[before] !== from[row] || to[before] !== to[row]) {
      kept.push(row);
      start[to[row] + 1]++;
    } else if (cost[before] !== cost[row]) {
      const lines: [number, number] = [table.rows[before].line, table.rows[row].line];
      throw twoCosts(file, lines, [origins[from[row]], names[to[row]]], [cost[before], cost[row]]);
    }
  }
  for (let j = 0; j < names.length; j++) start[j + 1] += start[j];
  const pairs = {
    start,
    origin: Uint32Array.from(kept, (row) => from[row]),
    cost: Float64Array.from(kept, (row) => cost[row]),
  };
  return { matrix: byOrigin(pairs, origins.length), destinations: names };
}

function costOf(cell: string, file: string, line: number): number {
  if (cell === '') throw noCost(file, line);
  const value = plainNumber(cell);
  if (Number.isNaN(value)) throw rowFault(file, line, numberWrong('cost', cell));
  if (!Number.isFinite(value)) throw rowFault(file, line, infiniteWrong('cost', cell));
  if (value < 0) throw rowFault(file, line, negativeWrong('cost', cell));
  return value + 0; // '-0' becomes 0
}

/** Rows by destination, then origin, then as they stand: two counting sorts. */
function rowsByPair(from: Uint32Array, to: Uint32Array, origins: number, destinations: number) {
  const asTheyStand = Uint32Array.from(from, (_, row) => row);
  return counted(counted(asTheyStand, from, origins), to, destinations);
}

function counted(rows: Uint32Array, key: Uint32Array, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const row of rows) next[key[row] + 1]++;
  for (let k = 0; k < keys; k++) next[k + 1] += next[k];
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[key[row]]++] = row;
  return sorted;
}
