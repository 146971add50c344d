import { Column } from '../osm/column.ts';

/** Bytes that grow, with the variable-length integers of protocol buffers and PMTiles. */
class ByteColumn extends Column<Uint8Array> {
  /** @param value a whole number from 0 to 2^53 − 1. */
  varint(value: number): void {
    while (value >= 128) {
      this.push((value % 128) | 128);
      value = Math.floor(value / 128);
    }
    this.push(value);
  }
}

export const byteColumn = () => new ByteColumn((length) => new Uint8Array(length));
