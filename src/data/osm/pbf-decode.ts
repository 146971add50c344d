import type { OsmParts } from './osm-columns.ts';
import { osmFault } from './osm-faults.ts';
import { OsmPieces } from './osm-pieces.ts';
import { isoTime } from './osm-time.ts';
import { BlockReader } from './pbf-block.ts';
import {
  bytesSource,
  pbfBlobs,
  unpackBlob,
  type Inflate,
  type PbfBlob,
  type PbfSource,
} from './pbf-blobs.ts';
import { readHeader, type PbfHeader } from './pbf-header.ts';
import { StringPool } from './string-pool.ts';
import type { OsmData } from './osm.ts';

export interface PbfOptions {
  inflate: Inflate;
  /** Called after each block with bytes read and bytes in all. */
  onProgress?: (done: number, total: number) => void;
}

/** The objects of one PrimitiveBlock. */
export interface PbfBlock {
  /** Byte offset of the block in the file. */
  at: number;
  /** Views that the next block overwrites: copy what is to stay. Starts count within the block. */
  parts: OsmParts;
  /** Newest timestamp in the block, ms since 1970; 0 when unknown or when the header has a date. */
  newest: number;
}

/** An opened file: its header, the string table its blocks share (growing), and its blocks. */
export interface PbfFile {
  header: PbfHeader;
  /** Every key, value and role of the blocks read so far; an index never changes its meaning. */
  strings: string[];
  /** Reads the file from its beginning, one block at a time; may be called again. */
  blocks(): Generator<PbfBlock>;
}

/**
 * Opens an OSM PBF file for reading block by block, in memory of one block.
 * @throws Fault (pbf-…) when it does not begin with a header this reader supports.
 */
export function openPbf(source: PbfSource, options: PbfOptions): PbfFile {
  const { inflate, onProgress } = options;
  const header = pbfHeader(source, inflate);
  const pool = new StringPool();

  function* blocks(): Generator<PbfBlock> {
    const reader = new BlockReader(pool, header.date === null);
    for (const blob of pbfBlobs(source)) {
      if (isData(blob)) {
        reader.read(unpackBlob(source, blob, inflate), blob.at);
        yield { at: blob.at, parts: reader.columns.view(), newest: reader.newest };
      }
      onProgress?.(blob.end, source.size);
    }
  }
  return { header, strings: pool.strings, blocks };
}

/**
 * Decodes a whole OSM PBF file: all of it, or a Fault.
 * Source: https://wiki.openstreetmap.org/wiki/PBF_Format
 * @returns objects in the order of the file; date (UTC, to the second) from the header's
 *   replication time, else the newest object's timestamp.
 * @throws Fault (pbf-…, osm-memory) that names the byte.
 */
export function decodePbf(bytes: Uint8Array, options: PbfOptions): OsmData {
  const { header, strings, blocks } = openPbf(bytesSource(bytes), options);
  const pieces = new OsmPieces();
  let newest = 0;
  for (const block of blocks()) {
    pieces.append(block.parts);
    if (block.newest > newest) newest = block.newest;
  }
  return { strings, ...pieces.joined(), bbox: header.bbox, date: header.date ?? isoTime(newest) };
}

/** The header a file begins with. @throws Fault osm-empty, pbf-no-header, and those of readHeader. */
export function pbfHeader(source: PbfSource, inflate: Inflate): PbfHeader {
  const first = pbfBlobs(source).next();
  if (first.done) throw osmFault('osm-empty');
  const { type, at } = first.value;
  if (type !== 'OSMHeader') throw osmFault('pbf-no-header', { at: 0, got: type });
  return readHeader(unpackBlob(source, first.value, inflate), at);
}

/** Whether a fileblock holds objects. Types unknown to the format are to be skipped. */
export function isData(blob: PbfBlob): boolean {
  if (blob.type === 'OSMHeader' && blob.at > 0) throw osmFault('pbf-second-header', blob);
  return blob.type === 'OSMData';
}
