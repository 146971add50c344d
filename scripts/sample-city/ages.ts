import type { Dice } from './random.ts';

export const AGE_COLUMNS = [
  'age_0_5',
  'age_6_14',
  'age_15_59',
  'age_60_69',
  'age_70_79',
  'age_80_plus',
] as const;

/** Shares of the ages above; each row adds up to 1. */
export const AGES = {
  newEstate: [0.067, 0.109, 0.678, 0.09, 0.041, 0.015],
  midEstate: [0.053, 0.093, 0.665, 0.112, 0.056, 0.021],
  oldEstate: [0.039, 0.073, 0.598, 0.157, 0.093, 0.04],
  oldTown: [0.035, 0.065, 0.58, 0.17, 0.105, 0.045],
  lowHouses: [0.041, 0.078, 0.611, 0.151, 0.085, 0.034],
  seat: [0.043, 0.08, 0.617, 0.147, 0.081, 0.032],
  village: [0.032, 0.066, 0.582, 0.178, 0.102, 0.04],
} as const;

/** The ages of an estate between old (0) and new (1). */
export function estateAges(era: number): number[] {
  const [low, high, t] =
    era < 0.5
      ? [AGES.oldEstate, AGES.midEstate, era * 2]
      : [AGES.midEstate, AGES.newEstate, era * 2 - 1];
  return low.map((share, i) => share + (high[i] - share) * t);
}

/** Whole people by age that add up to `total`, near the shares but never quite the same twice. */
export function peopleByAge(total: number, shares: readonly number[], dice: Dice): number[] {
  const wished = shares.map((share) => share * dice.between(0.78, 1.22));
  return apportioned(total, wished);
}

/** Splits a whole number in proportion to the weights (largest remainder); the parts add up. */
export function apportioned(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((a, b) => a + b, 0);
  exact
    .map((value, i) => ({ i, rest: value - parts[i] }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
    .slice(0, missing)
    .forEach(({ i }) => parts[i]++);
  return parts;
}
