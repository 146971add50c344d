import { proxy, wrap, type Remote } from 'comlink';
import type { Layer } from '../data/project/layer.ts';
import type { Service } from '../data/services.ts';
import type { Engine, Outcome, Part, RegionView } from './engine.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { Question } from './question.ts';
import type { Workbench } from './workbench.ts';

/** The workbench as the page sees it. */
export type Bench = Remote<Workbench>;

/**
 * The engine as the page sees it. The newest question wins: while one is being answered only the
 * latest of those asked meanwhile is kept, and parts of an overtaken answer are not delivered.
 */
export class EngineClient {
  readonly #engine: Remote<Engine>;
  #ticket = 0;
  #busy = false;
  #waiting: (() => Promise<void>) | null = null;
  #bench: Promise<Bench> | null = null;

  /** `broke` is called when the worker itself fails: it will answer nothing any more. */
  constructor(worker: Worker, broke: (error: unknown) => void) {
    worker.addEventListener('error', (event) => broke(event.message || 'worker'));
    worker.addEventListener('messageerror', () => broke('messageerror'));
    this.#engine = wrap<Engine>(worker);
  }

  async open(base: string, id: string, services: Service[]): Promise<Outcome<RegionView>> {
    this.#ticket++;
    this.#waiting = null;
    return this.#engine.open(base, id, services);
  }

  /** Calls `deliver` with each part of the answer, unless a newer question is asked first. */
  ask(question: Question, deliver: (part: Part) => void, fail: (error: unknown) => void): void {
    const ticket = ++this.#ticket;
    const emit = proxy((part: Part) => {
      if (ticket === this.#ticket) deliver(part);
      else if ('url' in part) URL.revokeObjectURL(part.url);
    });
    this.#waiting = () =>
      this.#engine.ask(question, emit).catch((error) => {
        if (ticket === this.#ticket) fail(error);
      });
    if (!this.#busy) void this.#drain();
  }

  /** Lays what was brought along over the open region, see Engine.lay. */
  lay(layers: readonly Layer[]): Promise<Outcome<Facility[]>> {
    return this.#engine.lay(layers);
  }

  /** Loads the workbench on first use. A study is not overtaken by a question: whoever asks both sees to that. */
  workbench(): Promise<Bench> {
    return (this.#bench ??= this.#engine.workbench() as unknown as Promise<Bench>);
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#waiting) {
      const next = this.#waiting;
      this.#waiting = null;
      await next();
    }
    this.#busy = false;
  }
}

/** Starts the worker. */
export function startEngine(broke: (error: unknown) => void): EngineClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new EngineClient(worker, broke);
}
