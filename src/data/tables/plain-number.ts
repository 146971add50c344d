import {
  infiniteWrong,
  negativeWrong,
  noDataWrong,
  numberWrong,
  tooManyWrong,
  type Wrong,
} from './table-faults.ts';

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A trimmed cell → number: decimal or exponent form only. NaN for anything else (empty, hex, '1,234',
 * full-width digits); ±Infinity for what a double cannot hold ('1e999').
 */
export function plainNumber(cell: string): number {
  return PLAIN.test(cell) ? Number(cell) : NaN;
}

/** No place holds more people and no facility more beds; sums of such rows stay exact. */
const MOST = 100_000_000;

/** A trimmed cell → finite number ≥ 0, or why not. `column` is named in the reason. */
export function readQuantity(cell: string, column: string): number | Wrong {
  if (cell === '') return noDataWrong(column);
  const value = plainNumber(cell);
  if (Number.isNaN(value)) return numberWrong(column, cell);
  if (!Number.isFinite(value)) return infiniteWrong(column, cell);
  if (value < 0) return negativeWrong(column, cell);
  if (value > MOST) return tooManyWrong(column, cell, MOST);
  return value + 0; // '-0' becomes 0
}
