import { BlockWriter } from './pbf-block-writer.ts';
import { PbfWriter } from './pbf-writer.ts';
import type { OsmData } from './osm.ts';

/** Packs bytes as zlib does. */
export type Deflate = (data: Uint8Array) => Uint8Array;

/** Objects of a block, as other writers have it: well below the format's 32 MiB. */
const PER_BLOCK = 8000;
const text = new TextEncoder();

/**
 * An OsmData as the fileblocks of an OSM PBF, one at a time; what decodePbf reads back is the same but
 * for the order of its string table.
 * Source: https://wiki.openstreetmap.org/wiki/PBF_Format
 */
export function* encodePbf(osm: OsmData, deflate: Deflate): Generator<Uint8Array> {
  yield fileblock('OSMHeader', headerOf(osm), deflate);
  const block = new BlockWriter(osm);
  const kinds = [
    [osm.nodes.ids.length, block.nodes],
    [osm.ways.ids.length, block.ways],
    [osm.relations.ids.length, block.relations],
  ] as const;
  for (const [count, write] of kinds) {
    for (let from = 0; from < count; from += PER_BLOCK) {
      const content = write.call(block, from, Math.min(from + PER_BLOCK, count));
      yield fileblock('OSMData', content, deflate);
    }
  }
}

function headerOf({ bbox, date, nodes, ways, relations }: OsmData): Uint8Array {
  const header = new PbfWriter();
  if (bbox) {
    const [west, south, east, north] = bbox.map((degree) => Math.round(degree * 1e9));
    const box = new PbfWriter();
    [west, east, north, south].forEach((side, i) => box.signed(i + 1, side));
    header.range(1, box.view());
  }
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) header.range(4, text.encode(feature));
  if ([nodes, ways, relations].every(({ ids }) => isAscending(ids))) {
    header.range(5, text.encode('Sort.Type_then_ID'));
  }
  header.range(16, text.encode('huimin-circle'));
  const seconds = date === null ? NaN : Date.parse(date) / 1000;
  if (seconds > 0) header.number(32, Math.floor(seconds));
  return header.view();
}

function isAscending(ids: Float64Array): boolean {
  for (let i = 1; i < ids.length; i++) if (ids[i - 1] >= ids[i]) return false;
  return true;
}

function fileblock(type: string, content: Uint8Array, deflate: Deflate): Uint8Array {
  const blob = new PbfWriter();
  blob.number(2, content.length);
  blob.range(3, deflate(content));
  const data = blob.view();
  const header = new PbfWriter();
  header.range(1, text.encode(type));
  header.number(3, data.length);
  const head = header.view();
  const whole = new Uint8Array(4 + head.length + data.length);
  new DataView(whole.buffer).setUint32(0, head.length);
  whole.set(head, 4);
  whole.set(data, 4 + head.length);
  return whole;
}
