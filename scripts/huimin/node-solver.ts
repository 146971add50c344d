import highsLoader from 'highs';
import type { SolveMip } from '../../src/core/siting/mip.ts';
import { solveWithHighs } from '../../src/engine/siting/highs-solver.ts';

/** HiGHS in this process. */
export const solveInProcess: SolveMip = async (mip, start, progress) =>
  solveWithHighs(await highsLoader(), mip, start, progress);
