import { Fault } from '../../../src/data/fault.ts';

/** The Fault that `run` throws. Anything else it throws, or nothing, fails the test. */
export function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a Fault, but nothing was thrown');
}
