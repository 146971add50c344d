import { Fault } from '../../../src/data/fault.ts';

/** The Fault that `run` throws; anything else thrown, or nothing, fails the test. */
export function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a Fault, got none');
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
