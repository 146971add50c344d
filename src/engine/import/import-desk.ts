import type { Text } from '../../data/fault.ts';
import type { Duplicate } from '../../data/import/find-duplicates.ts';
import type { Target } from '../../data/import/fields.ts';
import { guessColumns, type Rival } from '../../data/import/guess-columns.ts';
import {
  categoriesOf,
  dataRows,
  guessPlan,
  ruleOf,
  type Category,
  type ImportPlan,
} from '../../data/import/import-plan.ts';
import {
  judgeRow,
  type GivenPlace,
  type Judged,
  type RowRule,
} from '../../data/import/judge-row.ts';
import { columnNames, headerHash } from '../../data/import/lay-header.ts';
import { readSheets } from '../../data/import/read-sheets.ts';
import { repair } from '../../data/import/repair.ts';
import { settleRows, type Account, type Decision } from '../../data/import/settle-rows.ts';
import type { SheetFile, SheetRow } from '../../data/import/sheet.ts';
import { saidCrs, type SaidCrs } from '../../data/crs/said-crs.ts';
import type { Service } from '../../data/services.ts';
import type { Facility } from '../../data/tables/facility.ts';

/** What is known of a file once it is open. */
export interface OpenedFile {
  kind: SheetFile['kind'];
  sheets: { name: string; rows: number }[];
  saysCrs: string;
  notes: Text[];
}

/** What a plan makes of its sheet, before any row is judged. */
export interface Laid {
  plan: ImportPlan;
  /** Names of all columns. */
  columns: string[];
  /** What a mapping is remembered by. */
  hash: string;
  /** Columns that could have been meant as well. */
  rivals: Rival[];
  /** The first rows, each cell cut to 200 characters. */
  preview: { line: number; cells: string[] }[];
  rows: number;
  unit: 'line' | 'row' | 'feature';
  categories: Category[];
  /** Words of the category column that are not listed. */
  moreCategories: number;
  /** Coordinate systems that the file, its columns or its name speak of. */
  said: SaidCrs[];
}

const PREVIEW = 20;
const CUT = 200;
/** Rows judged between two looks at whether anybody has had enough. */
const STEP = 2000;

/**
 * A file on its way in: opened, laid out by a plan, its rows judged, mended one by one, and handed
 * over. Plain methods without DOM or network: the worker and the terminal use the same.
 * Faults of the file are thrown as `Fault`.
 */
export class ImportDesk {
  readonly services: readonly Service[];
  /** Facilities there already, which a row may repeat. */
  readonly #there: readonly Facility[];
  #name = '';
  #file: SheetFile | null = null;
  #plan: ImportPlan | null = null;
  #rule: RowRule | null = null;
  #rows: SheetRow[] = [];
  /** By line. */
  #index = new Map<number, number>();
  readonly #edits = new Map<number, Map<string, string>>();
  readonly #places = new Map<number, GivenPlace>();
  readonly #decisions = new Map<number, Decision>();
  /** Each row by itself, and with what its being there twice makes of it. */
  #alone: Judged[] = [];
  #judged: Judged[] = [];
  #duplicates: Duplicate[] = [];

  constructor(services: readonly Service[], there: readonly Facility[]) {
    this.services = services;
    this.#there = there;
  }

  async open(bytes: Uint8Array, name: string): Promise<OpenedFile> {
    this.#file = null;
    this.#forget();
    this.#file = await readSheets(bytes, name);
    this.#name = name;
    const { kind, sheets, saysCrs, notes } = this.#file;
    return {
      kind,
      sheets: sheets.map((one) => ({ name: one.name, rows: one.rows.length })),
      saysCrs,
      notes,
    };
  }

  /** The plan that the sheet's own names suggest. */
  guess(sheet: number, target: Target): Laid {
    return this.lay(guessPlan(this.#opened().sheets, sheet, target));
  }

  /** What a plan makes of its sheet; forgets what was judged by another. */
  lay(plan: ImportPlan): Laid {
    this.#forget();
    const { sheets, saysCrs } = this.#opened();
    const sheet = sheets[plan.sheet];
    const columns = columnNames(sheet, plan.header);
    this.#plan = plan;
    this.#rows = dataRows(sheet, plan.header);
    this.#index = new Map(this.#rows.map(({ line }, k) => [line, k]));
    const category = plan.mapping.find(([field]) => field === 'service')?.[1];
    const at = category === undefined ? -1 : columns.indexOf(category);
    const found =
      at < 0 ? { categories: [], more: 0 } : categoriesOf(this.#rows, at, this.services);
    return {
      plan,
      columns,
      hash: headerHash(columns),
      rivals: guessColumns(plan.target, columns).rivals,
      preview: this.#rows.slice(0, PREVIEW).map(({ line, cells }) => ({
        line,
        cells: columns.map((_, c) => (cells[c] ?? '').slice(0, CUT)),
      })),
      rows: this.#rows.length,
      unit: sheet.unit,
      categories: found.categories,
      moreCategories: found.more,
      said: saidCrs([saysCrs, this.#name, sheet.name, ...columns].filter(Boolean)),
    };
  }

  /**
   * Judges every row by the plan, a few thousand at a time; `progress` hears how many are done and
   * answers false to stop. Null where it was stopped.
   */
  async judge(
    progress: (done: number, of: number) => boolean | Promise<boolean>,
  ): Promise<Account | null> {
    const rule = (this.#rule = this.rule());
    const rows = this.#rows;
    const alone: Judged[] = [];
    for (let from = 0; from < rows.length; from += STEP) {
      if (!(await progress(from, rows.length)) || rule !== this.#rule) return null;
      for (const row of rows.slice(from, from + STEP)) alone.push(this.#judgeOne(row, rule));
    }
    this.#alone = alone;
    return this.#settle();
  }

  /** Sets a cell of a row, by its field, and judges again. */
  edit(line: number, field: string, text: string): Account {
    const edits = this.#edits.get(line) ?? new Map<string, string>();
    this.#edits.set(line, edits.set(field, text));
    return this.#again(line);
  }

  /** Gives a row a position, WGS 84; `how` says where it comes from. Null takes it away. */
  place(line: number, place: GivenPlace | null): Account {
    if (place) this.#places.set(line, place);
    else this.#places.delete(line);
    return this.#again(line);
  }

  /** Gives several rows their positions. */
  placeAll(places: [line: number, place: GivenPlace][]): Account {
    for (const [line, place] of places) {
      this.#places.set(line, place);
      this.#judgeAgain(line);
    }
    return this.#settle();
  }

  /** Keeps or drops a row that is there twice, or any other; null takes the decision back. */
  decide(lines: number[], decision: Decision | null): Account {
    for (const line of lines) {
      if (decision) this.#decisions.set(line, decision);
      else this.#decisions.delete(line);
    }
    return this.#settle();
  }

  /** The rows as the plan lays them, and the rule they would be judged by. */
  get laidRows(): readonly SheetRow[] {
    return this.#rows;
  }

  /** Throws Faults of ruleOf. */
  rule(): RowRule {
    return ruleOf(this.#laid(), this.#opened().sheets[this.#laid().sheet], this.services);
  }

  /** All rows as they stand, in the order of the file. */
  get judged(): readonly Judged[] {
    return this.#judged;
  }

  get duplicates(): readonly Duplicate[] {
    return this.#duplicates;
  }

  get plan(): ImportPlan {
    return this.#laid();
  }

  get fileName(): string {
    return this.#name;
  }

  /** The cells of a row as they stand after edits, by field; each cut to 200 characters. */
  cells(line: number): [field: string, text: string][] {
    const row = this.#rows[this.#index.get(line) ?? -1];
    if (!row || !this.#rule) return [];
    const edits = this.#edits.get(line);
    return [...this.#rule.columns].map(([field, at]) => [
      field,
      (edits?.get(field) ?? row.cells[at] ?? '').slice(0, CUT),
    ]);
  }

  /** All columns of a row as the file has them. */
  row(line: number): SheetRow | null {
    return this.#rows[this.#index.get(line) ?? -1] ?? null;
  }

  get columnNames(): string[] {
    const plan = this.#laid();
    return columnNames(this.#opened().sheets[plan.sheet], plan.header);
  }

  #judgeOne(row: SheetRow, rule: RowRule): Judged {
    const edits = this.#edits.get(row.line);
    if (!edits) return judgeRow(row, rule, this.#places.get(row.line) ?? null);
    const cells = row.cells.slice();
    const added = new Map(rule.columns);
    const repairs = [...edits].map(([field, text]) => {
      let at = added.get(field);
      // A field that no column is chosen for gets a cell of its own behind the others.
      if (at === undefined)
        added.set(field, (at = Math.max(cells.length, ...added.values(), -1) + 1));
      const before = cells[at] ?? '';
      while (cells.length < at) cells.push('');
      cells[at] = text;
      return repair(field, before, text, '手工修改', 'changed by hand');
    });
    // Whoever has set its cells has told them apart.
    const judged = judgeRow(
      { ...row, cells, wrong: undefined },
      { ...rule, columns: added },
      this.#places.get(row.line) ?? null,
    );
    if (!judged.wrong) judged.repairs.unshift(...repairs);
    return judged;
  }

  #again(line: number): Account {
    this.#judgeAgain(line);
    return this.#settle();
  }

  #judgeAgain(line: number): void {
    const k = this.#index.get(line);
    if (k === undefined || !this.#rule || !this.#alone.length)
      throw new Error(`no row ${line} was judged`);
    this.#alone[k] = this.#judgeOne(this.#rows[k], this.#rule);
  }

  #settle(): Account {
    const { judged, duplicates, account } = settleRows(this.#alone, this.#decisions, this.#there);
    this.#judged = judged;
    this.#duplicates = duplicates;
    return account;
  }

  #forget(): void {
    this.#rule = null;
    this.#alone = [];
    this.#judged = [];
    this.#duplicates = [];
    this.#edits.clear();
    this.#places.clear();
    this.#decisions.clear();
  }

  #opened(): SheetFile {
    if (!this.#file) throw new Error('no file is open');
    return this.#file;
  }

  #laid(): ImportPlan {
    if (!this.#plan) throw new Error('no plan was laid');
    return this.#plan;
  }
}
