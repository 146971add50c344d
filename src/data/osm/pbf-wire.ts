import { osmFault, type OsmFaultCode } from './osm-faults.ts';
import type { Fault } from '../fault.ts';

/** Protobuf wire types that OSM PBF uses. */
export const VARINT = 0;
export const BYTES = 2;

const TWO_32 = 4294967296;

/**
 * Walks the fields of protobuf messages in one unpacked block, without objects per message:
 * `while (wire.next()) switch (wire.field) …`, and `enter`/`leave` around a nested message.
 * Whatever is wrong in the bytes is thrown as a Fault that names block and byte.
 * Source: protobuf encoding guide; OSM PBF format, fileformat.proto and osmformat.proto.
 */
export class Wire {
  field = 0;
  type = 0;
  /** The bytes of the last length-delimited field: bytes[start] to bytes[stop - 1]. */
  start = 0;
  stop = 0;
  private low = 0;
  private high = 0;

  /**
   * @param block byte offset of the block in the file, for the texts of faults.
   * @param pos first byte to read; `end` the one after the last.
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly block: number,
    public pos = 0,
    public end = bytes.length,
  ) {}

  /** Steps to the next field of this message; false at its end. */
  next(): boolean {
    if (this.pos >= this.end) return false;
    let tag = this.bytes[this.pos];
    if (tag < 0x80) this.pos++;
    else {
      this.varint();
      if (this.high !== 0) throw this.number('tag', this.high * TWO_32 + this.low);
      tag = this.low;
    }
    this.field = tag >>> 3;
    this.type = tag & 7;
    if (this.field === 0) throw this.number('field', 0);
    return true;
  }

  /** An unsigned varint field, at most 2^53 − 1. */
  unsigned(name: string): number {
    this.expect(VARINT);
    this.varint();
    const value = this.high * TWO_32 + this.low;
    if (value > Number.MAX_SAFE_INTEGER) throw this.number(name, value);
    return value;
  }

  /** A signed varint field (int32, int64): two's complement in 64 bits. */
  signed(name: string): number {
    this.expect(VARINT);
    this.varint();
    return this.safe(name, (this.high | 0) * TWO_32 + this.low);
  }

  /** A zigzag varint field (sint64). */
  zigzag(name: string): number {
    this.expect(VARINT);
    this.varint();
    const half = (this.high >>> 1) * TWO_32 + (((this.low >>> 1) | (this.high << 31)) >>> 0);
    return this.safe(name, this.low & 1 ? -half - 1 : half);
  }

  /** Takes a length-delimited field into `start` and `stop` and steps over it. */
  range(): void {
    this.expect(BYTES);
    let size = this.bytes[this.pos];
    if (size < 0x80 && this.pos < this.end) this.pos++;
    else {
      this.varint();
      size = this.high * TWO_32 + this.low;
    }
    const stop = this.pos + size;
    if (stop > this.end) throw this.fault('pbf-beyond', { got: stop, expected: this.end });
    this.start = this.pos;
    this.stop = stop;
    this.pos = stop;
  }

  /**
   * Takes a length-delimited field that a message has at most once.
   * @param before what the last call for this field returned, or -1.
   * @returns its start; `stop` holds its end.
   */
  once(before: number): number {
    if (before !== -1) throw this.fault('pbf-repeated', { field: this.field });
    this.range();
    return this.start;
  }

  /** Goes into a nested message. @returns the outer end, to be given to `leave`. */
  enter(): number {
    this.range();
    const outer = this.end;
    this.pos = this.start;
    this.end = this.stop;
    return outer;
  }

  leave(outer: number): void {
    this.pos = this.end;
    this.end = outer;
  }

  /** Steps over a field that this reader does not need. */
  skip(): void {
    if (this.type === VARINT) this.varint();
    else if (this.type === BYTES) this.range();
    else if (this.type === 1 || this.type === 5) {
      const stop = this.pos + (this.type === 1 ? 8 : 4);
      if (stop > this.end) throw this.fault('pbf-beyond', { got: stop, expected: this.end });
      this.pos = stop;
    } else throw this.fault('pbf-wire-type', { field: this.field, got: this.type });
  }

  expect(type: number): void {
    if (this.type !== type) {
      throw this.fault('pbf-wire-type', { field: this.field, got: this.type });
    }
  }

  /** The fault of a code at byte `at` of this block. */
  fault(code: OsmFaultCode, values: Record<string, unknown>, at = this.pos): Fault {
    return osmFault(code, { block: this.block, at, ...values } as never);
  }

  private number(name: string, got: number): Fault {
    return this.fault('pbf-number', { field: name, got });
  }

  private safe(name: string, value: number): number {
    if (!Number.isSafeInteger(value)) throw this.number(name, value);
    return value;
  }

  /** Reads a varint of up to 64 bits into two unsigned halves, `low` and `high`. */
  private varint(): void {
    const { bytes, end } = this;
    let p = this.pos;
    const first = p < end ? bytes[p] : 0x80;
    if (first < 0x80) {
      this.low = first;
      this.high = 0;
      this.pos = p + 1;
      return;
    }
    let low = 0;
    let high = 0;
    for (let shift = 0; ; shift += 7) {
      if (p >= end) throw this.fault('pbf-beyond', { got: p + 1, expected: end });
      if (shift === 70) throw this.fault('pbf-varint', {});
      const byte = bytes[p++];
      const bits = byte & 0x7f;
      if (shift < 28) low |= bits << shift;
      else if (shift === 28) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (shift - 32);
      if (byte < 0x80) break;
    }
    this.low = low >>> 0;
    this.high = high >>> 0;
    this.pos = p;
  }
}
