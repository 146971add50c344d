/** A mixed-integer linear program, rows sparse: optimise cost · x with rowLower ≤ A x ≤ rowUpper. */
export interface Mip {
  maximise: boolean;
  /** Added to the objective. */
  offset: number;
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** 1 where x must be whole. */
  integer: Uint8Array;
  /** rows + 1. */
  rowStart: Int32Array;
  rowIndex: Int32Array;
  rowValue: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
}

export interface MipProgress {
  /** Objective of the best solution so far; null before there is one. */
  best: number | null;
  /** What no solution can be better than. */
  bound: number;
  seconds: number;
}

export interface MipResult {
  /** `stopped`: by a limit of time or by the user, with the best solution so far. */
  status: 'optimal' | 'stopped' | 'infeasible';
  x: Float64Array | null;
  bound: number;
}

/** Solves a program, beginning from a known solution where there is one. */
export type SolveMip = (
  mip: Mip,
  start: Float64Array | null,
  progress: (progress: MipProgress) => void,
) => Promise<MipResult>;

/** Collects the columns and rows of a program. */
export class MipBuilder {
  readonly #cost: number[] = [];
  readonly #upper: number[] = [];
  readonly #integer: number[] = [];
  readonly #rowStart = [0];
  readonly #rowIndex: number[] = [];
  readonly #rowValue: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];

  /** A column 0 ≤ x ≤ upper; its index. */
  column(cost: number, upper: number, integer = false): number {
    this.#cost.push(cost);
    this.#upper.push(upper);
    return this.#integer.push(Number(integer)) - 1;
  }

  /** Adds value · x[column] to the row that is being written. */
  term(column: number, value: number): void {
    this.#rowIndex.push(column);
    this.#rowValue.push(value);
  }

  /** Ends the row. */
  row(lower: number, upper: number): void {
    this.#rowStart.push(this.#rowIndex.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
  }

  build(maximise: boolean, offset: number): Mip {
    return {
      maximise,
      offset,
      cost: Float64Array.from(this.#cost),
      lower: new Float64Array(this.#cost.length),
      upper: Float64Array.from(this.#upper),
      integer: Uint8Array.from(this.#integer),
      rowStart: Int32Array.from(this.#rowStart),
      rowIndex: Int32Array.from(this.#rowIndex),
      rowValue: Float64Array.from(this.#rowValue),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
    };
  }
}
