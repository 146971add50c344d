import { Inflate } from 'fflate';

/** Pieces of packed data taken at a time: what they unpack to (at most 1032 times as much) is bounded. */
const PIECE = 32 * 1024;

/**
 * Unpacks the zlib data of a PBF blob in a browser or worker (the CLI passes node:zlib instead).
 * Never holds more than rawSize and one piece's worth; checks the Adler-32, which fflate does not.
 * @returns exactly rawSize bytes.
 * @throws Error when the data is cut, damaged, or not rawSize bytes long.
 */
export function inflateZlib(data: Uint8Array, rawSize: number): Uint8Array {
  const head = (data[0] << 8) | data[1];
  if (data.length < 6 || (data[0] & 15) !== 8 || head % 31 !== 0 || data[1] & 32) {
    throw new Error('not zlib data');
  }
  const end = data.length - 4;
  const out = inflateRaw(data.subarray(2, end), rawSize);
  const sum = new DataView(data.buffer, data.byteOffset + end).getUint32(0);
  if (adler32(out) !== sum) throw new Error('Adler-32 differs');
  return out;
}

/**
 * Unpacks raw deflate data (RFC 1951), holding no more than rawSize and one piece's worth.
 * @returns exactly rawSize bytes.
 * @throws Error when the data is cut, damaged, or not rawSize bytes long.
 */
export function inflateRaw(data: Uint8Array, rawSize: number): Uint8Array {
  const out = new Uint8Array(rawSize);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length > rawSize) throw new Error(`unpacks beyond ${rawSize} bytes`);
    out.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < data.length; at += PIECE) {
    stream.push(data.subarray(at, Math.min(at + PIECE, data.length)), at + PIECE >= data.length);
  }
  if (length !== rawSize) throw new Error(`unpacks to ${length} bytes, not ${rawSize}`);
  return out;
}

/** Source: RFC 1950. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length;) {
    // 3,800 additions stay below 2^31 in b, so that the remainder need not be taken each time.
    const stop = Math.min(at + 3800, bytes.length);
    for (; at < stop; at++) b += a += bytes[at];
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
