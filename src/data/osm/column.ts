import { osmFault } from './osm-faults.ts';

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * A typed array that grows. Hot loops call `reserve`, write into the array it returns
 * from index `length` on, and then set `length`; others call `push`.
 */
export class Column<A> {
  length = 0;

  constructor(
    private data: A & Numbers,
    private readonly make: (length: number) => A & Numbers,
  ) {}

  /**
   * The array, with room for `extra` more values.
   * @throws Fault osm-memory when the memory is not given.
   */
  reserve(extra: number): A & Numbers {
    const need = this.length + extra;
    if (need > this.data.length) {
      const length = Math.max(need, this.data.length * 2);
      let grown: A & Numbers;
      try {
        grown = this.make(length);
      } catch {
        throw osmFault('osm-memory', { bytes: length * this.data.BYTES_PER_ELEMENT });
      }
      grown.set(this.data.subarray(0, this.length));
      this.data = grown;
    }
    return this.data;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(1);
    this.data[this.length++] = value;
  }

  append(values: A & Numbers): void {
    this.reserve(values.length).set(values, this.length);
    this.length += values.length;
  }

  view(): A {
    return this.data.subarray(0, this.length) as A & Numbers;
  }

  copy(): A {
    return this.data.slice(0, this.length) as A & Numbers;
  }
}

export const float64Column = () => column((length) => new Float64Array(length));
export const int32Column = () => column((length) => new Int32Array(length));
export const uint32Column = () => column((length) => new Uint32Array(length));
export const uint8Column = () => column((length) => new Uint8Array(length));

function column<A extends Numbers>(make: (length: number) => A): Column<A> {
  return new Column<A>(make(64), make);
}
