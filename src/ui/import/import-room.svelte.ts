import { proxy, type Remote } from 'comlink';
import type { Crs } from '../../data/crs/crs.ts';
import type { Text } from '../../data/fault.ts';
import type { Target } from '../../data/import/fields.ts';
import type { Geocoder } from '../../data/import/geocode.ts';
import type { ImportPlan } from '../../data/import/import-plan.ts';
import type { Account } from '../../data/import/settle-rows.ts';
import type { Bench } from '../../engine/client.ts';
import type { CrsHint } from '../../engine/import/crs-fit.ts';
import type { Laid, OpenedFile } from '../../engine/import/import-desk.ts';
import type { Importing, RowFilter, ShownRow } from '../../engine/import/importing.ts';
import { retireUrl } from '../../engine/object-url.ts';

export const PAGE_ROWS = 20;

/** Mappings people have chosen, by the set of column names they chose them for. */
export interface RememberedPlans {
  recall(hash: string): Pick<ImportPlan, 'mapping' | 'categories'> | null;
  keep(hash: string, plan: Pick<ImportPlan, 'mapping' | 'categories'>): void;
}

/** A file on its way in, as the page sees it: what the desk in the worker has made of it so far. */
export class ImportRoom {
  file: OpenedFile | null = $state.raw(null);
  name = $state('');
  laid: Laid | null = $state.raw(null);
  hint: CrsHint | null = $state.raw(null);
  /** Null until somebody has said it. */
  crs: Crs | null = $state(null);
  account: Account | null = $state.raw(null);
  fault: Text | null = $state.raw(null);
  /** What is being done, and how far. */
  busy: 'reading' | 'judging' | 'geocoding' | null = $state(null);
  done = $state(0);
  of = $state(0);
  found = $state(0);
  filter: RowFilter = $state('all');
  from = $state(0);
  rows: ShownRow[] = $state.raw([]);
  listed = $state(0);
  /** Object URL of the rows taken, for the map. */
  points: string | null = $state(null);
  #desk: Promise<Remote<Importing>> | null = null;
  readonly #bench: () => Promise<Bench>;
  readonly #plans: RememberedPlans;
  readonly #broke: Text;

  constructor(bench: () => Promise<Bench>, plans: RememberedPlans, broke: Text) {
    this.#bench = bench;
    this.#plans = plans;
    this.#broke = broke;
  }

  desk(): Promise<Remote<Importing>> {
    return (this.#desk ??= this.#bench().then(
      (bench) => bench.importing() as unknown as Promise<Remote<Importing>>,
    ));
  }

  async open(file: File): Promise<void> {
    this.putAway();
    await this.#try('reading', async () => {
      const desk = await this.desk();
      const opened = await desk.open(new Uint8Array(await file.arrayBuffer()), file.name);
      if (!opened.ok) {
        this.fault = opened.text;
        return;
      }
      this.name = file.name;
      this.file = opened.value;
      await this.#guess(0, 'facilities');
    });
  }

  /** Another sheet, or another kind of thing. */
  async guess(sheet: number, target: Target): Promise<void> {
    await this.#try('reading', () => this.#guess(sheet, target));
  }

  async #guess(sheet: number, target: Target): Promise<void> {
    const desk = await this.desk();
    this.#unjudge();
    this.laid = await desk.guess(sheet, target);
    const known = this.#plans.recall(`${target} ${this.laid.hash}`);
    if (known) this.laid = await desk.lay({ ...this.laid.plan, ...known });
    this.hint = await desk.hint();
  }

  /** The plan with something changed. */
  async change(part: Partial<ImportPlan>): Promise<void> {
    const { laid } = this;
    if (!laid) return;
    await this.#try('reading', async () => {
      const desk = await this.desk();
      this.#unjudge();
      this.laid = await desk.lay({ ...laid.plan, ...part });
      this.hint = await desk.hint();
    });
  }

  async judge(crs: Crs): Promise<void> {
    await this.change({ crs });
    const { laid } = this;
    if (!laid) return;
    await this.#try('judging', async () => {
      const desk = await this.desk();
      const judged = await desk.judge(proxy((done, of) => this.#progress(done, of, 0)));
      if (!judged.ok) {
        this.fault = judged.text;
        return;
      }
      if (!judged.value) return;
      const { mapping, categories, target } = laid.plan;
      this.#plans.keep(`${target} ${laid.hash}`, { mapping, categories });
      this.filter = judged.value.rejected ? 'rejected' : 'all';
      await this.take(judged.value);
    });
  }

  async stop(): Promise<void> {
    await (await this.desk()).stop();
  }

  async geocode(geocoder: Geocoder): Promise<void> {
    await this.#try('geocoding', async () => {
      const desk = await this.desk();
      const told = proxy((done: number, of: number, found: number) =>
        this.#progress(done, of, found),
      );
      const { account, fault } = await desk.geocode(geocoder, told);
      this.fault = fault;
      await this.take(account);
    });
  }

  /** What a step at the desk has made of the rows. */
  async take(account: Account): Promise<void> {
    this.account = account;
    await this.list(this.filter, this.from);
    this.#drop();
    this.points = await (await this.desk()).preview();
  }

  async list(filter: RowFilter, from: number): Promise<void> {
    const { rows, of } = await (await this.desk()).rows(filter, from, PAGE_ROWS);
    // A page that has emptied gives way to the one before.
    if (!rows.length && from > 0) return this.list(filter, Math.max(0, from - PAGE_ROWS));
    [this.filter, this.from, this.rows, this.listed] = [filter, from, rows, of];
  }

  putAway(): void {
    this.#unjudge();
    this.file = this.laid = this.hint = this.crs = this.fault = null;
  }

  #unjudge(): void {
    this.account = null;
    this.rows = [];
    this.listed = this.from = 0;
    this.#drop();
  }

  #drop(): void {
    this.points = retireUrl(this.points);
  }

  #progress(done: number, of: number, found: number): void {
    [this.done, this.of, this.found] = [done, of, found];
  }

  async #try(busy: NonNullable<ImportRoom['busy']>, run: () => Promise<void>): Promise<void> {
    this.busy = busy;
    this.fault = null;
    this.#progress(0, 0, 0);
    try {
      await run();
    } catch (error) {
      console.error(error);
      this.fault = this.#broke;
    } finally {
      this.busy = null;
    }
  }
}
