import { Inflate } from 'fflate';

/*
 * The packings of TIFF blocks, each bounded by what the block should hold: geotiff's own decoders
 * unpack a bomb to the end. All throw Error for damaged data, and for data that unpacks to more than
 * `most` bytes; less is answered as it is.
 */

/** Pieces of packed data taken at a time; each unpacks to at most 1032 times as much. */
const PIECE = 32 * 1024;

/** Compression 8 and 32946: zlib. The checksum is not looked at: many writers leave it off. */
export function unpackDeflate(data: Uint8Array, most: number): Uint8Array {
  const head = (data[0] << 8) | data[1];
  if (data.length < 2 || (data[0] & 15) !== 8 || head % 31 !== 0 || data[1] & 32) {
    throw new Error('not zlib data');
  }
  const out = new Uint8Array(most);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > most) throw new Error(`unpacks beyond ${most} bytes`);
    out.set(piece, length);
    length += piece.length;
  });
  for (let at = 2; at < data.length; at += PIECE) {
    stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  }
  return out.subarray(0, length);
}

/** Compression 32773: runs of bytes. Source: TIFF 6.0, section 9. */
export function unpackBits(data: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  let length = 0;
  for (let at = 0; at < data.length && length < most;) {
    const head = data[at++];
    if (head === 128) continue;
    const count = head < 128 ? head + 1 : 257 - head;
    const needed = head < 128 ? count : 1;
    if (at + needed > data.length) throw new Error('a run is cut');
    // Some writers pad the last run beyond the block.
    const taken = Math.min(count, most - length);
    if (head < 128) out.set(data.subarray(at, at + taken), length);
    else out.fill(data[at], length, length + taken);
    at += needed;
    length += taken;
  }
  return out.subarray(0, length);
}

const CLEAR = 256;
const END = 257;

/** Compression 5: LZW, codes of 9 to 12 bits, high bit first. Source: TIFF 6.0, section 13. */
export function unpackLzw(data: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  // A code stands for bytes that were written already: start and length of them in `out`.
  const start = new Uint32Array(4096);
  const size = new Uint32Array(4096);
  let [next, width, before, length, bits, held] = [258, 9, -1, 0, 0, 0];
  for (let at = 0; ;) {
    while (bits < width && at < data.length) {
      held = ((held << 8) | data[at++]) & 0xffffff;
      bits += 8;
    }
    // Without an end code the data ends with the block.
    if (bits < width) break;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, before] = [258, 9, -1];
      continue;
    }
    const begin = length;
    if (code < CLEAR) {
      if (length >= most) throw new Error(`unpacks beyond ${most} bytes`);
      out[length++] = code;
    } else {
      // A code that is just being made is the one before and its own first byte.
      const made = code < next;
      if (!made && (code !== next || before < 0)) throw new Error(`no LZW code ${code}`);
      const from = made ? start[code] : before;
      const count = made ? size[code] : length - before + 1;
      if (length + count > most) throw new Error(`unpacks beyond ${most} bytes`);
      for (let k = 0; k < count; k++) out[length++] = out[from + k];
    }
    if (before >= 0 && next < 4096) {
      start[next] = before;
      size[next] = begin - before + 1;
      next++;
    }
    before = begin;
    // TIFF changes the width one code early.
    if (next + 1 >= 1 << width && width < 12) width++;
  }
  return out.subarray(0, length);
}
