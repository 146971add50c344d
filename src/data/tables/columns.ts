import type { Table } from './csv.ts';
import { doubleColumn, missingColumns } from './table-faults.ts';

/** How names are compared: trimmed, lower case, spaces and hyphens as one underscore. */
export function headerKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Canonical column name → index of the cell. `canonicalOf` gets the compared form of a name and
 * answers the canonical one, or null for a column that is not ours (ignored). A column that bears the
 * canonical name itself wins over aliases; two aliases of one column are a Fault, not a guess.
 * Throws Fault `missing-columns`, `double-column`.
 */
export function matchColumns(
  table: Table,
  needed: readonly string[],
  canonicalOf: (key: string) => string | null,
  fileName: string,
): Map<string, number> {
  const claims = new Map<string, number[]>();
  const keys = table.header.map(headerKey);
  keys.forEach((key, index) => {
    const column = canonicalOf(key);
    if (column === null) return;
    const claim = claims.get(column);
    if (claim === undefined) claims.set(column, [index]);
    else claim.push(index);
  });

  const missing = needed.filter((column) => !claims.has(column));
  if (missing.length > 0) {
    throw missingColumns(fileName, table.headerLine, missing, table.header, needed);
  }
  const columns = new Map<string, number>();
  for (const [column, indices] of claims) {
    const exact = indices.filter((index) => keys[index] === column);
    const best = exact.length > 0 ? exact : indices;
    if (best.length > 1) {
      const names = best.map((index) => table.header[index]);
      throw doubleColumn(fileName, column, names);
    }
    columns.set(column, best[0]);
  }
  return columns;
}
