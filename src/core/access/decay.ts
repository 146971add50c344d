/** How much less somebody counts for a site the farther away they are. Costs in the matrix's unit. */
export type Decay =
  /** All alike within the limit (2SFCA: Luo & Wang 2003). */
  | { kind: 'binary'; limit: number }
  /**
   * Zones up to and including each `upTo`, ascending, each with a weight; nothing beyond the last
   * (enhanced 2SFCA: Luo & Qi 2009).
   */
  | { kind: 'steps'; steps: { upTo: number; weight: number }[]; limit: number }
  /** exp(−t²/2σ²) within the limit (Gaussian 2SFCA: Dai 2010). */
  | { kind: 'gaussian'; sigma: number; limit: number };

/** Zones of ten minutes with the first of the two sets of weights of Luo & Qi (2009). */
export const LUO_QI_STEPS = [
  { upTo: 10, weight: 1 },
  { upTo: 20, weight: 0.68 },
  { upTo: 30, weight: 0.22 },
];

/** The σ at which the weight has fallen to 0.01 at the limit (Kwan 1998). */
export function sigmaOf(limit: number): number {
  return limit / Math.sqrt(2 * Math.log(100));
}

/** The weight of each cost, 0 … 1; 0 beyond the limit. Limits may be Infinity. */
export function decayWeights(costs: Float64Array, decay: Decay): Float64Array {
  return costs.map((cost) => (cost <= decay.limit ? weightAt(cost, decay) : 0));
}

function weightAt(cost: number, decay: Decay): number {
  if (decay.kind === 'binary') return 1;
  if (decay.kind === 'gaussian') return Math.exp((-cost * cost) / (2 * decay.sigma * decay.sigma));
  return decay.steps.find(({ upTo }) => cost <= upTo)?.weight ?? 0;
}
