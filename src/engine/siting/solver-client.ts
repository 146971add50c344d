import { proxy, wrap } from 'comlink';
import type { Mip, MipProgress, MipResult } from '../../core/siting/mip.ts';
import type { solver } from './solver-worker.ts';

/** One solving, in a worker of its own: it never keeps anybody else waiting, and can be stopped. */
export class Solving {
  #worker: Worker | null = null;
  #stop: (() => void) | null = null;
  #stopped = false;

  /** Solves; when stopped, the best solution so far with the bound that was reached. */
  async solve(
    mip: Mip,
    start: Float64Array | null,
    progress: (progress: MipProgress) => void,
  ): Promise<MipResult> {
    let best = start;
    let bound = mip.maximise ? Infinity : -Infinity;
    const stopped = (): MipResult => ({ status: 'stopped', x: best, bound });
    if (this.#stopped) return stopped();
    const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    try {
      return await Promise.race([
        wrap<typeof solver>(worker).solve(
          mip,
          start,
          proxy((now: MipProgress) => {
            bound = now.bound;
            progress(now);
          }),
          proxy((x: Float64Array) => void (best = x)),
        ),
        new Promise<MipResult>((resolve, reject) => {
          this.#stop = () => resolve(stopped());
          worker.onerror = (event) => reject(new Error(event.message || 'solver'));
        }),
      ]);
    } finally {
      worker.terminate();
      this.#worker = null;
    }
  }

  /** Lets others have their turn; false once it is stopped. */
  async pause(): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve));
    return !this.#stopped;
  }

  /** Ends the solving with what it has. */
  stop(): void {
    this.#stopped = true;
    this.#stop?.();
    this.#worker?.terminate();
  }
}
