import type { Crs } from '../crs/crs.ts';
import type { Service } from '../services.ts';
import { ageRange } from '../tables/age-range.ts';
import { guessService } from './category-words.ts';
import { FIELDS, isField, NEEDED, type Target } from './fields.ts';
import { guessColumns, type Mapping } from './guess-columns.ts';
import { importFaults } from './import-faults.ts';
import type { RowRule } from './judge-row.ts';
import { columnNames, findHeader, type HeaderRows } from './lay-header.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { widthWrong } from '../tables/table-faults.ts';

/** Everything that is chosen about a sheet before its rows are judged; plain data, to be kept and sent. */
export interface ImportPlan {
  target: Target;
  /** Index of the sheet. */
  sheet: number;
  header: HeaderRows;
  mapping: Mapping;
  crs: Crs;
  swapped: boolean;
  /** Key of the service of every row that names no category; null for none. */
  service: string | null;
  /** What words of the category column stand for; '' for not to be brought in. */
  categories: [word: string, service: string][];
}

/** The plan that a sheet's own names suggest. Its coordinate system is WGS 84 until somebody says otherwise. */
export function guessPlan(sheets: readonly Sheet[], sheet: number, target: Target): ImportPlan {
  const header = findHeader(sheets[sheet]);
  const { mapping } = guessColumns(target, columnNames(sheets[sheet], header));
  return {
    target,
    sheet,
    header,
    mapping,
    crs: 'wgs84',
    swapped: false,
    service: null,
    categories: [],
  };
}

/** The rows below the header; those of a text file that are too long or too short say so. */
export function dataRows(sheet: Sheet, header: HeaderRows): SheetRow[] {
  const rows = sheet.rows.slice(header.from + header.rows);
  const width = columnNames(sheet, header).length;
  return rows.map((row) => {
    let filled = row.cells.length;
    while (filled > width && row.cells[filled - 1].trim() === '') filled--;
    if (row.wrong || filled === width || (sheet.ragged && filled < width)) return row;
    return { ...row, wrong: widthWrong(row.cells.join(',').slice(0, 200), filled, width) };
  });
}

/**
 * A plan → the rule its rows are judged by. Throws Faults `no-such-field`, `no-such-column`,
 * `double-column`, `unmapped` where it cannot be followed.
 */
export function ruleOf(plan: ImportPlan, sheet: Sheet, services: readonly Service[]): RowRule {
  const names = columnNames(sheet, plan.header);
  const columns = new Map<string, number>();
  for (const [field, column] of plan.mapping) {
    if (!isField(plan.target, field)) throw importFaults.noField(field, FIELDS[plan.target]);
    const at = names.indexOf(column);
    if (at < 0) throw importFaults.noColumn(field, column, names);
    columns.set(field, at);
  }
  const missing = NEEDED[plan.target].filter((field) => !columns.has(field));
  if (missing.length) throw importFaults.unmapped(missing);
  return {
    target: plan.target,
    columns,
    crs: plan.crs,
    swapped: plan.swapped,
    services,
    service: plan.service,
    categories: new Map(plan.categories),
  };
}

/** A word of the category column: how many rows have it, and what it stands for unless somebody says otherwise. */
export interface Category {
  word: string;
  rows: number;
  service: string | null;
  /** 'name' where it is a service's own name, 'guess' for a likely word, 'unknown' for neither. */
  by: 'name' | 'guess' | 'unknown';
}

/** More words than that are no categories but something else: a column of names, say. */
const MOST_CATEGORIES = 200;

/** The words of the category column, most frequent first; `more` words are not listed. */
export function categoriesOf(
  rows: readonly SheetRow[],
  at: number,
  services: readonly Service[],
): { categories: Category[]; more: number } {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const word = (cells[at] ?? '').trim().slice(0, 200);
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_CATEGORIES);
  const categories = words.map(([word, count]): Category => {
    const own = services.find(({ key, zh, en }) =>
      [key, zh, en].some((name) => name.toLowerCase() === word.toLowerCase()),
    );
    const service = own?.key ?? guessService(word, services);
    return { word, rows: count, service, by: own ? 'name' : service ? 'guess' : 'unknown' };
  });
  return { categories, more: counts.size - words.length };
}

/** Fields of people: those that are fixed, and the ages that a file has. */
export function fieldsOf(target: Target, mapping: Mapping): string[] {
  const ages = mapping.map(([field]) => field).filter((field) => ageRange(field) !== null);
  return [...FIELDS[target], ...ages.filter((field) => !FIELDS[target].includes(field))];
}
