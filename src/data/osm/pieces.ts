import { osmFault } from './osm-faults.ts';

export type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** Values in the first piece; each next piece is twice as long, up to the largest. */
const FIRST = 4096;
const LARGEST = 1 << 20;

/** A long column received in parts whose number is not known: pieces that never move, joined once. */
export class Pieces<A extends Numbers> {
  length = 0;
  private pieces: A[] = [];
  /** Room left in the last piece. */
  private room = 0;

  constructor(private readonly make: (length: number) => A) {}

  /** Adds a copy of the values. @throws Fault osm-memory. */
  append(values: A): void {
    for (let at = 0; at < values.length;) {
      if (this.room === 0) {
        this.room = Math.min(FIRST * 2 ** this.pieces.length, LARGEST);
        this.pieces.push(allocate(this.make, this.room));
      }
      const piece = this.pieces[this.pieces.length - 1];
      const stop = Math.min(at + this.room, values.length);
      piece.set(values.subarray(at, stop), piece.length - this.room);
      this.room -= stop - at;
      at = stop;
    }
    this.length += values.length;
  }

  /** The whole column, once: the pieces are given up. @throws Fault osm-memory. */
  joined(): A {
    const whole = allocate(this.make, this.length);
    let at = 0;
    for (const piece of this.pieces) {
      const used = piece.subarray(0, Math.min(piece.length, this.length - at));
      whole.set(used, at);
      at += used.length;
    }
    this.pieces = [];
    this.length = this.room = 0;
    return whole;
  }
}

/** A new array, or a Fault that tells the user what to do when the memory is not given. */
export function allocate<A extends Numbers>(make: (length: number) => A, length: number): A {
  try {
    return make(length);
  } catch {
    throw osmFault('osm-memory', { bytes: length * make(0).BYTES_PER_ELEMENT });
  }
}
