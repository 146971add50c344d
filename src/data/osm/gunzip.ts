import { Gunzip } from 'fflate';
import { osmFault } from './osm-faults.ts';

/**
 * Unpacks gzip data piece by piece, all its members. Gives up with an error beyond maxBytes.
 * A caller in Node may pass `(data, maxBytes) => [gunzipSync(data, { maxOutputLength: maxBytes })]`.
 */
export type GunzipPieces = (data: Uint8Array, maxBytes: number) => Iterable<Uint8Array>;

/** Packed bytes taken at a time: they unpack to at most 1032 times as much. */
const PIECE = 64 * 1024;
const CRC_TABLE = crcTable();

/**
 * The default GunzipPieces, for browsers and workers: never holds more than one piece's worth,
 * and checks CRC-32 and length of every member, which fflate does not.
 * @throws Fault gzip-damaged, gzip-too-large.
 */
export function* gunzipPieces(data: Uint8Array, maxBytes: number): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let crc = -1;
  let length = 0;
  let total = 0;
  const stream = new Gunzip((piece) => {
    if (piece.length === 0) return;
    crc = crc32(crc, piece);
    length += piece.length;
    total += piece.length;
    if (total > maxBytes) throw osmFault('gzip-too-large', { maxBytes });
    pieces.push(piece);
  });
  const endMember = (end: number) => {
    if (end < 18) throw osmFault('gzip-damaged', { reason: `${end} bytes` });
    const view = new DataView(data.buffer, data.byteOffset + end - 8, 8);
    if (view.getUint32(0, true) !== ~crc >>> 0) {
      throw osmFault('gzip-damaged', { reason: 'CRC-32' });
    }
    if (view.getUint32(4, true) !== length >>> 0) {
      throw osmFault('gzip-damaged', { reason: 'length' });
    }
    crc = -1;
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

/** Source: RFC 1952. */
function crc32(before: number, bytes: Uint8Array): number {
  let crc = before;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return crc;
}

function crcTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, n) => {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
}
