import { Fault } from '../../../src/data/fault.ts';

/** The Fault that `run` ends in; anything else thrown, or nothing, fails the test. */
export async function faultOf(run: () => unknown): Promise<Fault> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a Fault, got none');
}
