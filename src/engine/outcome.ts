import { Fault } from '../data/fault.ts';
import type { Outcome } from './engine.ts';

/** What `run` gives; a user's fault as data, since an Error loses its fields between threads. Other faults blow up. */
export async function outcomeOf<T>(run: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, code: error.code, text: error.text };
  }
}
