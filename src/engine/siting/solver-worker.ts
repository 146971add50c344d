import { expose } from 'comlink';
import highsLoader from 'highs';
import wasm from 'highs/runtime?url';
import type { Mip, MipProgress } from '../../core/siting/mip.ts';
import { solveWithHighs } from './highs-solver.ts';

const loading = highsLoader({ locateFile: () => wasm });

/** HiGHS in a thread of its own, which may be ended while it works. */
export const solver = {
  async solve(
    mip: Mip,
    start: Float64Array | null,
    progress: (progress: MipProgress) => void,
    improved: (x: Float64Array) => void,
  ) {
    return solveWithHighs(await loading, mip, start, progress, improved);
  },
};

expose(solver);
