import { Gunzip } from 'fflate';
import { crc32 } from '../crc32.ts';
import { osmFault } from './osm-faults.ts';

/**
 * Unpacks gzip data piece by piece, all its members. Gives up with an error beyond maxBytes.
 * A caller in Node may pass `(data, maxBytes) => [gunzipSync(data, { maxOutputLength: maxBytes })]`.
 */
export type GunzipPieces = (data: Uint8Array, maxBytes: number) => Iterable<Uint8Array>;

/** Packed bytes taken at a time: they unpack to at most 1032 times as much. */
const PIECE = 64 * 1024;

/**
 * The default GunzipPieces, for browsers and workers: never holds more than one piece's worth,
 * and checks CRC-32 and length of every member, which fflate does not.
 * @throws Fault gzip-damaged, gzip-too-large.
 */
export function* gunzipPieces(data: Uint8Array, maxBytes: number): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let crc = 0;
  let length = 0;
  let total = 0;
  const stream = new Gunzip((piece) => {
    if (piece.length === 0) return;
    crc = crc32(piece, crc);
    length += piece.length;
    total += piece.length;
    if (total > maxBytes) throw osmFault('gzip-too-large', { maxBytes });
    pieces.push(piece);
  });
  const endMember = (end: number) => {
    if (end < 18) throw osmFault('gzip-damaged', { reason: `${end} bytes` });
    const view = new DataView(data.buffer, data.byteOffset + end - 8, 8);
    if (view.getUint32(0, true) !== crc) {
      throw osmFault('gzip-damaged', { reason: 'CRC-32' });
    }
    if (view.getUint32(4, true) !== length >>> 0) {
      throw osmFault('gzip-damaged', { reason: 'length' });
    }
    crc = 0;
    length = 0;
  };
  stream.onmember = endMember;
  for (let at = 0; at < data.length; at += PIECE) {
    stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
    yield* pieces;
    pieces = [];
  }
  endMember(data.length);
}
