import { allocate, type Numbers } from './pieces.ts';

/**
 * A typed array that grows. Hot loops call `reserve`, write into the array it returns
 * from index `length` on, and then set `length`; others call `push`.
 */
export class Column<A extends Numbers> {
  length = 0;
  private data: A;

  constructor(private readonly make: (length: number) => A) {
    this.data = make(64);
  }

  /**
   * The array, with room for `extra` more values.
   * @throws Fault osm-memory when the memory is not given.
   */
  reserve(extra: number): A {
    const need = this.length + extra;
    if (need > this.data.length) {
      const grown = allocate(this.make, Math.max(need, this.data.length * 2));
      grown.set(this.data.subarray(0, this.length));
      this.data = grown;
    }
    return this.data;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }

  /** What is filled; it changes with the next write. */
  view(): A {
    return this.data.subarray(0, this.length) as A;
  }
}

export const float64Column = () => new Column((length): Float64Array => new Float64Array(length));
export const int32Column = () => new Column((length): Int32Array => new Int32Array(length));
export const uint32Column = () => new Column((length): Uint32Array => new Uint32Array(length));
export const uint8Column = () => new Column((length): Uint8Array => new Uint8Array(length));
