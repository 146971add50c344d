import { isWrong } from '../tables/table-faults.ts';
import type { RowRule } from './judge-row.ts';
import { placeOf } from './read-place.ts';
import type { SheetRow } from './sheet.ts';

/** Positions as the file has them, of as many rows as suffice to tell systems apart. Degrees. */
export function pointsOf(
  rows: readonly SheetRow[],
  rule: RowRule,
  most = 4000,
): [number, number][] {
  const points: [number, number][] = [];
  const step = Math.max(1, Math.ceil(rows.length / most));
  for (let k = 0; k < rows.length; k += step) {
    const row = rows[k];
    const cell = (field: string) => (row.cells[rule.columns.get(field) ?? -1] ?? '').trim();
    const place = row.wrong ? null : placeOf(row, rule, cell, []);
    if (place && !isWrong(place)) points.push(place);
  }
  return points;
}
