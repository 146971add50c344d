import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { OsmData } from '../../src/data/osm/osm.ts';
import { readOsm } from '../../src/data/osm/read-osm.ts';
import { tenths } from './tenths.ts';

/** Reads OSM data with Node's own unpacker, telling every tenth of the way. Throws Fault. */
export function osmFromBytes(
  bytes: Uint8Array,
  path: string,
  step: (text: string) => void,
): OsmData {
  return readOsm(bytes, {
    fileName: basename(path),
    inflate: (data, rawSize) =>
      inflateSync(data, {
        maxOutputLength: Math.max(1, rawSize),
        chunkSize: Math.max(64, rawSize),
      }),
    onProgress: tenths('streets', step),
  });
}
