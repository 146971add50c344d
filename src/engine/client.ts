import { proxy, wrap, type Remote } from 'comlink';
import type { Service } from '../data/services.ts';
import type { Engine, Outcome, Part, Question, RegionView } from './engine.ts';

/**
 * The engine as the page sees it. The newest question wins: while one is being answered only the
 * latest of those asked meanwhile is kept, and parts of an overtaken answer are not delivered.
 */
export class EngineClient {
  readonly #engine: Remote<Engine>;
  #ticket = 0;
  #busy = false;
  #waiting: (() => Promise<void>) | null = null;

  constructor(worker: Worker) {
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
      else if (part.kind === 'places') URL.revokeObjectURL(part.url);
    });
    this.#waiting = () => this.#engine.ask(question, emit).catch(fail);
    if (!this.#busy) void this.#drain();
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
export function startEngine(): EngineClient {
  return new EngineClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
}
