import type { CostMatrix } from '../cost-matrix.ts';

/**
 * What is looked for:
 * - `mclp`: as many people as possible within the limit with k more sites (maximal covering location
 *   problem, Church & ReVelle 1974);
 * - `lscp`: as few (or as cheap) more sites as bring everybody, or a share, within the limit
 *   (location set covering problem, Toregas et al. 1971);
 * - `pmedian`: the least sum of people × cost with k more sites (Hakimi 1964).
 */
export const SITING_MODELS = ['mclp', 'lscp', 'pmedian'] as const;
export type SitingModel = (typeof SITING_MODELS)[number];

/** A question of siting. Demand is the origins of `costs`, sites and candidates its destinations. */
export interface SitingProblem {
  model: SitingModel;
  costs: CostMatrix;
  /** People of each demand. */
  weights: Float64Array;
  /** destinations; 1 for a site that stands already and stays. */
  fixed: Uint8Array;
  /** The cost within which demand is covered; p-median takes no notice of it. */
  limit: number | Float64Array;
  /** How many may be chosen at most; Infinity for as many as it takes. */
  k: number;
  /** lscp: the share of all people that must be covered, 0 … 1. */
  share: number;
  /**
   * pmedian: what somebody counts who reaches no site at all, at least the greatest cost; whoever
   * is farther than this counts as this.
   */
  farthest: number;
  /** Price of each destination, and what all chosen may cost together. */
  prices: Float64Array | null;
  budget: number;
  /** People each destination can take, fixed ones included; null where that is no matter. */
  capacities: Float64Array | null;
  /** Pairs of destinations that may not both be there, flat: a0, b0, a1, b1 … */
  apart: Uint32Array;
}

/** What a set of chosen destinations comes to. */
export interface SitingValue {
  /** People within the limit of a fixed or chosen site, and with capacities those it has room for. */
  covered: number;
  /** Σ people × cost to the nearest site (with capacities: of the cheapest assignment the model found). */
  cost: number;
}

/** The limit of demand i. */
export function limitOf({ limit }: Pick<SitingProblem, 'limit'>, i: number): number {
  return typeof limit === 'number' ? limit : limit[i];
}

/** Destinations that may be chosen: those that are not fixed and stand not too near to a fixed one. */
export function candidatesOf({ fixed, apart }: SitingProblem): number[] {
  const barred = new Uint8Array(fixed);
  for (let k = 0; k < apart.length; k += 2) {
    if (fixed[apart[k]]) barred[apart[k + 1]] = 1;
    if (fixed[apart[k + 1]]) barred[apart[k]] = 1;
  }
  return Array.from(fixed.keys()).filter((j) => !barred[j]);
}
