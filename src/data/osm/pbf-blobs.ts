import { osmFault } from './osm-faults.ts';
import { Fault } from '../fault.ts';
import { Wire } from './pbf-wire.ts';

/** The format's own limits: a BlobHeader, and a Blob's content unpacked. */
export const MAX_BLOB_HEADER = 64 * 1024;
export const MAX_BLOB = 32 * 1024 * 1024;

const UNSUPPORTED: Record<number, string> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

/**
 * Where the bytes of a file come from: a Uint8Array, or pieces of a file too large to load.
 * `read` gives exactly `length` bytes; it is never asked for more than `size` holds.
 */
export interface PbfSource {
  size: number;
  read(offset: number, length: number): Uint8Array;
}

/**
 * Unpacks zlib data. It must return exactly rawSize bytes, and must give up with an error
 * rather than unpack much more than that. In a browser `inflateZlib`; in Node, three times as fast,
 * `(d, n) => inflateSync(d, { maxOutputLength: Math.max(1, n), chunkSize: Math.max(64, n) })`
 * of node:zlib (a chunk as large as the result saves a copy).
 */
export type Inflate = (data: Uint8Array, rawSize: number) => Uint8Array;

/** One fileblock: its type, where it begins in the file and ends, and its content when asked for. */
export interface PbfBlob {
  type: string;
  /** Byte offset of the fileblock in the file, of its Blob message, and one past it. */
  at: number;
  dataAt: number;
  end: number;
}

/** A whole file in memory as a source. */
export function bytesSource(bytes: Uint8Array): PbfSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

/**
 * The fileblocks of a file in order, framing only: no content is read or unpacked.
 * Source: OSM PBF format, fileformat.proto.
 * @throws Fault pbf-cut, pbf-blob-header-size, pbf-blob-size, and those of a damaged message.
 */
export function* pbfBlobs(source: PbfSource): Generator<PbfBlob> {
  for (let at = 0; at < source.size;) {
    const prefix = take(source, at, 4);
    const headerSize = new DataView(prefix.buffer, prefix.byteOffset).getUint32(0);
    if (headerSize < 1 || headerSize > MAX_BLOB_HEADER) {
      throw osmFault('pbf-blob-header-size', { at, got: headerSize, limit: MAX_BLOB_HEADER });
    }
    const wire = new Wire(take(source, at + 4, headerSize), at);
    let type: string | null = null;
    let size: number | null = null;
    while (wire.next()) {
      if (wire.field === 1) {
        wire.range();
        type = String.fromCharCode(...wire.bytes.subarray(wire.start, wire.stop).subarray(0, 80));
      } else if (wire.field === 3) size = wire.signed('datasize');
      else wire.skip();
    }
    if (type === null) throw missing(wire, 'type');
    if (size === null) throw missing(wire, 'datasize');
    if (size < 0 || size > MAX_BLOB) {
      throw osmFault('pbf-blob-size', { at, got: size, limit: MAX_BLOB });
    }
    const dataAt = at + 4 + headerSize;
    const end = dataAt + size;
    if (end > source.size) {
      throw osmFault('pbf-cut', { at: dataAt, got: source.size - dataAt, expected: size });
    }
    yield { type, at, dataAt, end };
    at = end;
  }
}

/**
 * The unpacked content of a fileblock.
 * @throws Fault pbf-blob-size, pbf-compression, pbf-no-data, pbf-inflate.
 */
export function unpackBlob(source: PbfSource, blob: PbfBlob, inflate: Inflate): Uint8Array {
  const { at } = blob;
  const wire = new Wire(source.read(blob.dataAt, blob.end - blob.dataAt), at);
  let raw: Uint8Array | null = null;
  let zlib: Uint8Array | null = null;
  let rawSize = -1;
  while (wire.next()) {
    if (wire.field === 1) {
      wire.range();
      raw = wire.bytes.subarray(wire.start, wire.stop);
    } else if (wire.field === 2) {
      rawSize = wire.signed('raw_size');
      if (rawSize < 0 || rawSize > MAX_BLOB) {
        throw osmFault('pbf-blob-size', { at, got: rawSize, limit: MAX_BLOB });
      }
    } else if (wire.field === 3) {
      wire.range();
      zlib = wire.bytes.subarray(wire.start, wire.stop);
    } else if (wire.field in UNSUPPORTED) {
      throw osmFault('pbf-compression', { at, got: UNSUPPORTED[wire.field] });
    } else wire.skip();
  }
  if (raw) return raw;
  if (!zlib || rawSize === -1) throw osmFault('pbf-no-data', { at });
  return inflated(zlib, rawSize, at, inflate);
}

function inflated(zlib: Uint8Array, rawSize: number, at: number, inflate: Inflate): Uint8Array {
  let unpacked: Uint8Array;
  try {
    unpacked = inflate(zlib, rawSize);
  } catch (error) {
    if (error instanceof Fault) throw error;
    // Whatever the injected inflate throws, it is the data that it did not like.
    const reason = error instanceof Error ? error.message : String(error);
    throw osmFault('pbf-inflate', { at, rawSize, reason });
  }
  if (unpacked.length !== rawSize) {
    throw osmFault('pbf-inflate', { at, rawSize, reason: `${unpacked.length} ≠ ${rawSize}` });
  }
  return unpacked;
}

function take(source: PbfSource, at: number, length: number): Uint8Array {
  if (at + length > source.size) {
    throw osmFault('pbf-cut', { at, got: source.size - at, expected: length });
  }
  return source.read(at, length);
}

function missing(wire: Wire, field: string): Fault {
  return wire.fault('pbf-missing', { message: 'BlobHeader', field });
}
