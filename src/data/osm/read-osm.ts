import { Fault } from '../fault.ts';
import { fileKind, type ForeignKind } from './file-kind.ts';
import { gunzipPieces, type GunzipPieces } from './gunzip.ts';
import { inflateZlib } from './inflate.ts';
import { osmFault } from './osm-faults.ts';
import { decodePbf } from './pbf-decode.ts';
import { decodeOsmXml } from './xml-decode.ts';
import type { Inflate } from './pbf-blobs.ts';
import type { OsmData } from './osm.ts';

export interface ReadOsmOptions {
  /** For the texts of faults only: what the file is is told by its content. */
  fileName: string;
  /** Default: fflate. The CLI passes node:zlib, which is three times as fast. */
  inflate?: Inflate;
  gunzip?: GunzipPieces;
  /** Called with bytes read and bytes in all; for .gz these are unpacked bytes. */
  onProgress?: (done: number, total: number) => void;
  /** Bytes that a .gz may unpack to; default 8 GiB. */
  maxBytes?: number;
}

const MAX_BYTES = 8 * 1024 ** 3;
/** XML is read in pieces, so that progress is told and no offset is large. */
const PIECE = 1 << 20;
/** Bytes that `fileKind` looks at. */
const HEAD = 1024;
const GZIP_TWICE: ForeignKind = {
  looksLike: { zh: 'gzip 里又是 gzip', en: 'gzip in gzip' },
  advice: { zh: '请先解压一次。', en: 'Unpack it once first.' },
};

/**
 * Reads OSM data in any of the forms it is handed around in: .osm.pbf, .osm, .osm.gz.
 * @throws Fault (osm-…, gzip-…, pbf-…, xml-…) whose text begins with the file's name.
 */
export function readOsm(bytes: Uint8Array, options: ReadOsmOptions): OsmData {
  const { inflate = inflateZlib, onProgress } = options;
  try {
    if (bytes.length === 0) throw osmFault('osm-empty');
    const kind = fileKind(bytes);
    if (kind === 'pbf') return decodePbf(bytes, { inflate, onProgress });
    if (kind === 'xml') return decodeOsmXml(pieces(bytes), { onProgress, total: bytes.length });
    if (kind === 'gzip') return readGzip(bytes, options);
    throw osmFault('osm-foreign', kind);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { zh, en } = error.text;
    const { fileName } = options;
    throw new Fault(error.code, { zh: `${fileName}:${zh}`, en: `${fileName}: ${en}` });
  }
}

function readGzip(bytes: Uint8Array, options: ReadOsmOptions): OsmData {
  const { inflate = inflateZlib, gunzip = gunzipPieces, maxBytes = MAX_BYTES } = options;
  const { onProgress } = options;
  const rest = guarded(gunzip, bytes, maxBytes);
  const head = takeHead(rest);
  if (head.length === 0) throw osmFault('osm-empty');
  const kind = fileKind(head);
  if (kind === 'pbf') return decodePbf(joined([head, ...rest]), { inflate, onProgress });
  if (kind === 'gzip') throw osmFault('osm-foreign', GZIP_TWICE);
  if (kind !== 'xml') throw osmFault('osm-foreign', kind);
  // A gzip file ends with its unpacked length (modulo 2^32): good enough for progress.
  const total = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
  return decodeOsmXml(followedBy(head, rest), { onProgress, total });
}

/** The first pieces together, enough of them to tell the kind of file. */
function takeHead(pieces: Iterator<Uint8Array>): Uint8Array {
  const taken: Uint8Array[] = [];
  for (let length = 0; length < HEAD;) {
    const { done, value } = pieces.next();
    if (done) break;
    taken.push(value);
    length += value.length;
  }
  return joined(taken);
}

/** The pieces of an injected gunzip, with its errors as faults and its output counted. */
function* guarded(
  gunzip: GunzipPieces,
  bytes: Uint8Array,
  maxBytes: number,
): Generator<Uint8Array> {
  let total = 0;
  try {
    for (const piece of gunzip(bytes, maxBytes)) {
      total += piece.length;
      if (total > maxBytes) throw osmFault('gzip-too-large', { maxBytes });
      if (piece.length > 0) yield piece;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw osmFault('gzip-damaged', { reason: error instanceof Error ? error.message : '?' });
  }
}

function* followedBy(head: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield head;
  yield* rest;
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function joined(pieces: Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
