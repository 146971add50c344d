import type { Edit, Scenario } from '../engine/scenario/scenario.ts';

/** The scenarios of a region and which one is on screen; null is the baseline. Never changed in place. */
export interface Desk {
  list: Scenario[];
  chosen: string | null;
}

/** A region's desk with every desk before it, and those that were undone. */
interface Shelf {
  desk: Desk;
  past: Desk[];
  future: Desk[];
  /** The list as it was last written to a file or a project. */
  saved: Scenario[];
}

const NO_EDITS: Edit[] = [];
const EMPTY: Shelf = { desk: { list: [], chosen: null }, past: [], future: [], saved: [] };

/**
 * The scenarios of the open region, and which one is on screen. What can be done with them is in
 * scenario-steps.ts, which the base page does not load.
 */
export class Scenarios {
  #shelf: Shelf = $state.raw(EMPTY);
  /** Regions are left and come back to: nobody loses a scenario by looking at another town. */
  #others: { region: string; shelf: Shelf }[] = [];
  #region = '';
  /** The day looked at, ISO; null for the facilities as listed. */
  on: string | null = $state(null);

  readonly desk: Desk = $derived(this.#shelf.desk);
  readonly list: Scenario[] = $derived(this.desk.list);
  /** The scenario on screen; null for the baseline. */
  readonly current: Scenario | null = $derived.by(
    () => this.list.find(({ id }) => id === this.desk.chosen) ?? null,
  );
  /** Edits of the scenario on screen; none is the baseline. */
  readonly edits: Edit[] = $derived(this.current?.edits ?? NO_EDITS);
  readonly canUndo: boolean = $derived(this.#shelf.past.length > 0);
  readonly canRedo: boolean = $derived(this.#shelf.future.length > 0);

  /** Turns to the scenarios of a region. */
  enter(region: string): void {
    if (region === this.#region) return;
    const all = [...this.#others, { region: this.#region, shelf: this.#shelf }];
    this.#shelf = all.find((each) => each.region === region)?.shelf ?? EMPTY;
    this.#others = all.filter((each) => each.region !== region);
    this.#region = region;
    this.on = null;
  }

  /** Shows one of them, or the baseline: no step, since nothing is changed. */
  choose(chosen: string | null): void {
    this.#shelf = { ...this.#shelf, desk: { ...this.desk, chosen } };
  }

  /** Takes the next step; one that changes nothing is none. */
  step(next: Desk): void {
    const { desk, past, saved } = this.#shelf;
    if (next === desk) return;
    this.#shelf = { desk: next, past: [...past, desk], future: [], saved };
  }

  undo(): void {
    const { desk, past, future, saved } = this.#shelf;
    if (!past.length) return;
    this.#shelf = {
      desk: past[past.length - 1],
      past: past.slice(0, -1),
      future: [...future, desk],
      saved,
    };
  }

  redo(): void {
    const { desk, past, future, saved } = this.#shelf;
    if (!future.length) return;
    this.#shelf = {
      desk: future[future.length - 1],
      past: [...past, desk],
      future: future.slice(0, -1),
      saved,
    };
  }

  /** A desk from elsewhere in place of the one there is, for the region that is open. */
  restore(desk: Desk, on: string | null): void {
    this.#shelf = { desk, past: [], future: [], saved: desk.list };
    this.on = on;
  }

  /** A list that is, or was, on a desk has been written to a file or a project. */
  markSaved(list = this.list): void {
    const mark = (shelf: Shelf) =>
      [shelf.desk, ...shelf.past, ...shelf.future].some((desk) => desk.list === list)
        ? { ...shelf, saved: list }
        : shelf;
    this.#shelf = mark(this.#shelf);
    this.#others = this.#others.map(({ region, shelf }) => ({ region, shelf: mark(shelf) }));
  }

  /** Whether closing the page would lose edits, of this region or of one looked at before. */
  get unsaved(): boolean {
    return [this.#shelf, ...this.#others.map(({ shelf }) => shelf)].some(
      ({ desk: { list }, saved }) => list !== saved && list.some(({ edits }) => edits.length > 0),
    );
  }
}
