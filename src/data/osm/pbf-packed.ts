import type { Wire } from './pbf-wire.ts';

const TWO_32 = 4294967296;
/** Where `longVarint` stopped reading: a second return value without an object. */
let longEnd = 0;

/**
 * Decodes a packed sint64 field whose values are differences from the value before
 * (DenseNodes.id, Way.refs, …) into their running sums.
 * @param start first byte of the field in wire.bytes, `stop` the one after the last.
 * @param out has room for stop − start values from index `at` on.
 * @returns how many values there were.
 * @throws Fault pbf-varint, pbf-beyond, pbf-number (a difference or last sum beyond ±2^53).
 */
export function packedSums(
  wire: Wire,
  start: number,
  stop: number,
  out: Float64Array,
  at: number,
): number {
  const { bytes } = wire;
  let p = start;
  let n = at;
  let sum = 0;
  for (;;) {
    // Up to five bytes a value, without a call and without a bounds check per byte (it halves the
    // time): a byte after the block reads as undefined, which ends a varint, and a varint that
    // leaves its field is seen at the end.
    while (p < stop) {
      let byte = bytes[p++];
      let low = byte & 0x7f;
      if (byte > 127) {
        byte = bytes[p++];
        low |= (byte & 0x7f) << 7;
        if (byte > 127) {
          byte = bytes[p++];
          low |= (byte & 0x7f) << 14;
          if (byte > 127) {
            byte = bytes[p++];
            low |= (byte & 0x7f) << 21;
            if (byte > 127) {
              byte = bytes[p++];
              if (byte > 127) {
                p -= 5;
                break;
              }
              const half = (low >>> 1) + (byte & 0x7f) * 134217728;
              sum += low & 1 ? -half - 1 : half;
              out[n++] = sum;
              continue;
            }
          }
        }
      }
      sum += (low >>> 1) ^ -(low & 1);
      out[n++] = sum;
    }
    if (p >= stop) break;
    sum += longVarint(wire, p);
    p = longEnd;
    out[n++] = sum;
  }
  if (!Number.isSafeInteger(sum)) throw wire.fault('pbf-number', { field: 'sum', got: sum }, p);
  if (p > stop) throw wire.fault('pbf-beyond', { got: p, expected: stop }, start);
  return n - at;
}

/** A zigzag varint of any length at byte `from`; where it ends is left in `longEnd`. */
function longVarint(wire: Wire, from: number): number {
  const { bytes } = wire;
  let p = from;
  let byte = 128;
  let low = 0;
  let high = 0;
  // A byte after the block reads as undefined, which ends the varint; the caller sees that
  // it left its field.
  for (let shift = 0; byte > 127; shift += 7) {
    if (shift === 70) throw wire.fault('pbf-varint', {}, from);
    byte = bytes[p++];
    const bits = byte & 0x7f;
    if (shift < 28) low |= bits << shift;
    else if (shift === 28) {
      low |= bits << 28;
      high = bits >>> 4;
    } else high |= bits << (shift - 32);
  }
  longEnd = p;
  const half = (high >>> 1) * TWO_32 + (((low >>> 1) | (high << 31)) >>> 0);
  if (half > Number.MAX_SAFE_INTEGER)
    throw wire.fault('pbf-number', { field: 'sint64', got: half });
  return low & 1 ? -half - 1 : half;
}

/**
 * Decodes a packed uint32 (or never negative int32) field: string indices, member types.
 * A value that does not fit, such as a negative one, comes out as 0xffffffff, which no
 * table has and so is refused by the caller's own check.
 * @returns how many values there were, written to out from index `at` on.
 * @throws Fault pbf-varint, pbf-beyond.
 */
export function packedIndices(
  wire: Wire,
  start: number,
  stop: number,
  out: Uint32Array,
  at: number,
): number {
  const { bytes } = wire;
  const last = stop - 1;
  let p = start;
  let n = at;
  while (p < stop) {
    const first = bytes[p];
    if (p < last) {
      // One byte or two, without a branch on which.
      const second = bytes[p + 1];
      const two = first >>> 7;
      if ((second & first) < 128) {
        out[n++] = (first & 0x7f) | ((second << 7) & -two);
        p += 1 + two;
        continue;
      }
    }
    out[n++] = longIndex(wire, p);
    p = longEnd | 0;
  }
  if (p > stop) throw wire.fault('pbf-beyond', { got: p, expected: stop }, start);
  return n - at;
}

/** A varint of any length at byte `from` as an index; where it ends is left in `longEnd`. */
function longIndex(wire: Wire, from: number): number {
  let p = from;
  let byte = 128;
  let value = 0;
  for (let shift = 0; byte > 127; shift += 7) {
    if (shift === 70) throw wire.fault('pbf-varint', {}, from);
    byte = wire.bytes[p++];
    const bits = byte & 0x7f;
    if (shift < 28) value |= bits << shift;
    else if (bits !== 0) value = -1;
  }
  longEnd = p;
  return value;
}
