import type { Facility } from '../data/tables/facility.ts';
import type { Outcome } from './engine.ts';
import type { Question } from './question.ts';
import type { DragFrame } from './scenario/drag.ts';
import type { Workbench } from './workbench.ts';

/** What a drag needs of the workbench; a Bench has it. */
export type Dragging = Pick<Workbench, 'startDrag' | 'dragTo' | 'endDrag'>;

/**
 * A drag as the page drives it. One frame is asked for at a time, and of the places the pin has
 * been at meanwhile only the latest; every frame that comes is shown, so that the figures follow
 * the hand however fast it moves.
 */
export class DragClient {
  readonly #bench: Dragging;
  readonly #show: (frame: DragFrame) => void;
  readonly #fail: (error: unknown) => void;
  #wanted: [lon: number, lat: number] | null = null;
  #busy = false;
  /** Which drag this is; frames of one that has ended are not shown. */
  #ticket = 0;

  constructor(bench: Dragging, show: (frame: DragFrame) => void, fail: (error: unknown) => void) {
    this.#bench = bench;
    this.#show = show;
    this.#fail = fail;
  }

  /** Takes a facility in hand, see Workbench.startDrag. Its first frame is shown, unless the drag is over by then. */
  async start(question: Question, picked: string | Facility): Promise<Outcome<DragFrame>> {
    const ticket = ++this.#ticket;
    this.#wanted = null;
    const outcome = await this.#bench.startDrag(question, picked);
    if (ticket === this.#ticket && outcome.ok) this.#show(outcome.value);
    return outcome;
  }

  /** Wants the frame of this place. May be called before `start` is through. */
  to(lon: number, lat: number): void {
    this.#wanted = [lon, lat];
    if (!this.#busy) void this.#drain();
  }

  /** Lets go; what was still wanted is forgotten, since the whole answer is asked for next. */
  async end(): Promise<void> {
    this.#ticket++;
    this.#wanted = null;
    await this.#bench.endDrag();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#wanted) {
      const [lon, lat] = this.#wanted;
      this.#wanted = null;
      const ticket = this.#ticket;
      try {
        const frame = await this.#bench.dragTo(lon, lat);
        if (frame && ticket === this.#ticket) this.#show(frame);
      } catch (error) {
        if (ticket === this.#ticket) this.#fail(error);
      }
    }
    this.#busy = false;
  }
}
