import { METRES_PER_DEGREE, lonScale, type LonLat } from '../../../core/geo.ts';
import type { Text } from '../../../data/fault.ts';
import type { Bench } from '../../../engine/client.ts';
import { DragClient } from '../../../engine/drag-client.ts';
import { freshName, withEdits } from '../../../state/scenario-steps.ts';
import type { Session } from '../../../state/session.svelte.ts';

/** A facility in the hand, and where it is held. Degrees. */
export interface Held {
  id: string;
  name: string;
  lon: number;
  lat: number;
}

/** How the last move ended. */
export interface Dropped {
  name: string;
  /** People against before the move; null where it was called off. */
  change: { gained: number; lost: number } | null;
}

/** Six decimals are a tenth of a metre: no facility is known better. */
const round = (degrees: number) => Number(degrees.toFixed(6));

/**
 * Moves one facility at a time, however it is held: each place shows its figures, letting go makes
 * one edit, and calling off leaves everything as it was.
 */
export class Hand {
  held: Held | null = $state.raw(null);
  dropped: Dropped | null = $state.raw(null);
  /** Why the facility cannot be moved. */
  fault: Text | null = $state.raw(null);
  /** The software failed; the console says how. */
  broke = $state(false);
  readonly #session: Session;
  readonly #bench: Bench;
  readonly #client: DragClient;
  readonly #scenarioName: (n: string) => string;

  /** `scenarioName` is what the scenario is called that the first edit makes. */
  constructor(session: Session, bench: Bench, scenarioName: (n: string) => string) {
    this.#session = session;
    this.#bench = bench;
    this.#scenarioName = scenarioName;
    this.#client = new DragClient(
      bench,
      (frame) => this.held && session.showFrame(frame, this.held.id),
      (error) => this.#fail(error),
    );
  }

  /** Takes a facility of the scenario on screen. */
  take(id: string): void {
    const { facilities, question } = this.#session;
    const site = facilities.find((each) => each.id === id);
    if (!site || this.held) return;
    const { name, lon, lat } = site;
    this.held = { id, name, lon, lat };
    this.dropped = null;
    this.fault = null;
    this.#session.selectedSite = id;
    this.#client.start(question, id).then(
      (outcome) => {
        if (outcome.ok) return;
        this.fault = outcome.text;
        this.cancel();
      },
      (error) => this.#fail(error),
    );
  }

  to(lon: number, lat: number): void {
    if (!this.held) return;
    this.held = { ...this.held, lon: round(lon), lat: round(lat) };
    this.#client.to(this.held.lon, this.held.lat);
  }

  /** By metres to the east and to the north. */
  by(east: number, north: number): void {
    if (!this.held) return;
    const { lon, lat } = this.held;
    this.to(lon + east / (METRES_PER_DEGREE * lonScale(lat)), lat + north / METRES_PER_DEGREE);
  }

  /** Lets go: one edit, and the question is asked of it. */
  async drop(): Promise<void> {
    if (!this.held) return;
    const { id, name, lon, lat } = this.held;
    // Asked for before the drag is over: the last place may not have been answered yet.
    const last = this.#bench.dragTo(lon, lat);
    this.#letGo(() => this.#place(id, [lon, lat]));
    try {
      const frame = await last;
      if (frame && !this.held) this.dropped = { name, change: frame };
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Calls it off: the facility is where it was. */
  cancel(): void {
    if (!this.held) return;
    this.dropped = { name: this.held.name, change: null };
    this.#letGo(() => {});
  }

  /** Says no more how the last move ended. */
  forget(): void {
    this.dropped = null;
  }

  #place(id: string, [lon, lat]: LonLat): void {
    const { scenarios, view } = this.#session;
    if (!view) return;
    const name = freshName(scenarios.list, this.#scenarioName);
    const edit = { kind: 'move' as const, id, lon, lat };
    scenarios.step(withEdits(scenarios.desk, [edit], view.facilities, name));
  }

  #letGo(change: () => void): void {
    const { question } = this.#session;
    this.held = null;
    this.#client.end().catch((error) => this.#fail(error));
    change();
    // Where nothing has changed nobody else asks, and the figures are still those of the last frame.
    if (this.#session.view && this.#session.question === question) this.#session.ask(question);
  }

  #fail(error: unknown): void {
    console.error(error);
    this.held = null;
    this.broke = true;
  }
}
