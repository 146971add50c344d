import type { DrawnGeometry, Sheet, SheetRow } from './sheet.ts';
import { MOST_CELLS, MOST_COLUMNS } from './sheet.ts';
import { importFaults } from './import-faults.ts';

/** Collects features, whose properties differ from one to the next, into a sheet of columns. */
export class FeatureSheet {
  readonly #columns = new Map<string, number>();
  readonly #rows: SheetRow[] = [];
  readonly #file: string;
  #cells = 0;
  #line = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes one feature; a list of names and texts, so that no name can be a key of an object. */
  take(properties: Iterable<[string, string]>, geometry: DrawnGeometry | null): SheetRow {
    const cells: string[] = [];
    for (const [name, text] of properties) {
      let at = this.#columns.get(name);
      if (at === undefined) this.#columns.set(name, (at = this.#columns.size));
      if (at >= MOST_COLUMNS) throw importFaults.tooWide(this.#file, at + 1);
      this.#cells += Math.max(0, at + 1 - cells.length);
      if (this.#cells > MOST_CELLS) throw importFaults.tooManyCells(this.#file);
      while (cells.length < at) cells.push('');
      cells[at] = text;
    }
    const row: SheetRow = { line: ++this.#line, cells, geometry };
    this.#rows.push(row);
    return row;
  }

  sheet(name = ''): Sheet {
    return {
      name,
      unit: 'feature',
      rows: this.#rows,
      columns: [...this.#columns.keys()],
      ragged: true,
    };
  }

  get size(): number {
    return this.#rows.length;
  }
}

/** A JSON value as the text of a cell; what is nested is written down as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '[…]'; // nested too deep to write down
  }
}
