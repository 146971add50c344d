import { STEPS } from '../../core/graph.ts';
import type { Network } from '../../core/network.ts';
import type { Path } from '../../core/path.ts';
import { piece } from '../../core/reach.ts';

/** Metres of steps on a way. */
export function stepMetres({ pieces }: Path, { graph }: Network): number {
  let metres = 0;
  for (const { edge, begin, end } of pieces) {
    if (graph.edgeFlags[edge] & STEPS) metres += Math.abs(end - begin);
  }
  return metres;
}

/**
 * Seconds that slopes add to the pieces of a way that are slower for them, on the ground they are:
 * what downhill pieces gain is not set against it.
 */
export function uphillSeconds({ pieces }: Path, network: Network, speed: number): number {
  const { slopes } = network.graph;
  if (!slopes) return 0;
  let seconds = 0;
  for (const { edge, begin, end } of pieces) {
    const [slope, factor] =
      end >= begin
        ? [slopes.forth[edge], network.forth[edge]]
        : [slopes.back[edge], network.back[edge]];
    if (slope > 1) seconds += (piece(Math.abs(end - begin), factor) * (1 - 1 / slope)) / speed;
  }
  return seconds;
}
