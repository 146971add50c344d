import type { Slopes } from '../../core/graph.ts';
import { slopeFactor, wholePercent } from '../../core/slope.ts';

/**
 * Slopes with the gradients that signs tell: a surveyed `incline` outranks an elevation model.
 * `incline` holds m gradients in percent, uphill along the edge, NaN without a sign. Null where
 * neither tells anything.
 */
export function withInclines(slopes: Slopes | null, incline: Float32Array | null): Slopes | null {
  if (!incline) return slopes;
  const m = incline.length;
  const told: Slopes = slopes
    ? {
        forth: slopes.forth.slice(),
        back: slopes.back.slice(),
        steepest: slopes.steepest.slice(),
      }
    : {
        forth: new Float32Array(m).fill(1),
        back: new Float32Array(m).fill(1),
        steepest: new Uint8Array(m),
      };
  incline.forEach((percent, e) => {
    if (Number.isNaN(percent)) return;
    told.forth[e] = slopeFactor(percent / 100);
    told.back[e] = slopeFactor(-percent / 100);
    told.steepest[e] = wholePercent(Math.abs(percent));
  });
  return told;
}
