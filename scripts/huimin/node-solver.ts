import highsLoader, { type Highs } from 'highs';
import type { SolveMip } from '../../src/core/siting/mip.ts';
import { solveWithHighs } from '../../src/engine/siting/highs-solver.ts';

/** Loaded when a program has to be solved: many proposals need none. */
let loading: Promise<Highs> | null = null;

/** HiGHS in this process. */
export const solveInProcess: SolveMip = async (mip, start, progress) =>
  solveWithHighs(await (loading ??= highsLoader()), mip, start, progress);
