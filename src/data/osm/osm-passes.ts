import type { OsmParts } from './osm-columns.ts';
import { isoTime } from './osm-time.ts';
import { BlockReader } from './pbf-block.ts';
import { pbfBlobs, unpackBlob, type PbfBlob, type PbfSource } from './pbf-blobs.ts';
import { isData, pbfHeader, type PbfOptions } from './pbf-decode.ts';
import { StringPool } from './string-pool.ts';
import type { OsmData } from './osm.ts';

export type OsmKind = 'nodes' | 'ways' | 'relations';

/** Some objects of a file, and the table their string indices count in. */
export interface OsmBlock {
  /** Views that the next block overwrites. */
  parts: OsmParts;
  strings: readonly string[];
}

/** OSM data that can be read from its beginning as often as it takes. */
export interface OsmPasses {
  bbox: OsmData['bbox'];
  /** As in OsmData; known once a first pass is through. */
  date(): OsmData['date'];
  /** Every block that holds objects of this kind; it may hold others as well. */
  blocks(kind: OsmKind): Iterable<OsmBlock>;
}

/** Strings that one table may hold before a new one is begun: a province has millions. */
const MOST_STRINGS = 1 << 16;

/** A block, and which kinds it holds. */
interface Known {
  blob: PbfBlob;
  holds: Record<OsmKind, boolean>;
}

/** Data that is in memory already, as one block. */
export function wholeInPasses(osm: OsmData): OsmPasses {
  const block = { parts: osm, strings: osm.strings };
  return { bbox: osm.bbox, date: () => osm.date, blocks: () => [block] };
}

/**
 * An OSM PBF of any size as passes, in the memory of one block and one small string table. The first
 * pass learns which blocks hold what, and later ones unpack only what they need; neither types nor
 * ids need be in order.
 * @throws Fault (pbf-…, osm-empty) as decodePbf does.
 */
export function pbfPasses(source: PbfSource, { inflate, onProgress }: PbfOptions): OsmPasses {
  const header = pbfHeader(source, inflate);
  let known: Known[] | null = null;
  let newest = 0;

  function* blocks(kind: OsmKind): Generator<OsmBlock> {
    let pool = new StringPool();
    let reader = new BlockReader(pool, false);
    const read = (blob: PbfBlob, wantTimes: boolean): OsmParts => {
      if (pool.strings.length > MOST_STRINGS || reader.wantTimes !== wantTimes) {
        pool = new StringPool();
        reader = new BlockReader(pool, wantTimes);
      }
      reader.read(unpackBlob(source, blob, inflate), blob.at);
      newest = Math.max(newest, reader.newest);
      onProgress?.(blob.end, source.size);
      return reader.columns.view();
    };
    if (known) {
      for (const { blob, holds } of known) {
        if (holds[kind]) yield { parts: read(blob, false), strings: pool.strings };
      }
      return;
    }
    const seen: Known[] = [];
    for (const blob of pbfBlobs(source)) {
      if (!isData(blob)) continue;
      const parts = read(blob, header.date === null);
      const holds = {
        nodes: parts.nodes.ids.length > 0,
        ways: parts.ways.ids.length > 0,
        relations: parts.relations.ids.length > 0,
      };
      seen.push({ blob, holds });
      if (holds[kind]) yield { parts, strings: pool.strings };
    }
    known = seen;
  }
  return { bbox: header.bbox, date: () => header.date ?? isoTime(newest), blocks };
}
