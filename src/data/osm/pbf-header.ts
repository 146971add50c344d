import { osmFault } from './osm-faults.ts';
import { isoTime } from './osm-time.ts';
import { Wire } from './pbf-wire.ts';
import type { OsmData } from './osm.ts';

/** What the OSMHeader says of the data. */
export type PbfHeader = Pick<OsmData, 'bbox' | 'date'>;

const SUPPORTED = ['OsmSchema-V0.6', 'DenseNodes'];
const NANO = 1e9;

/**
 * Reads a HeaderBlock. Source: OSM PBF format, osmformat.proto.
 * @param raw the unpacked message; `at` its blob's byte offset in the file.
 * @returns bbox in degrees; date from osmosis_replication_timestamp.
 * @throws Fault pbf-history, pbf-feature, and those of a damaged message.
 */
export function readHeader(raw: Uint8Array, at: number): PbfHeader {
  const wire = new Wire(raw, at);
  const header: PbfHeader = { bbox: null, date: null };
  while (wire.next()) {
    if (wire.field === 1) header.bbox = readBbox(wire);
    else if (wire.field === 4) {
      wire.range();
      const feature = new TextDecoder().decode(raw.subarray(wire.start, wire.stop));
      if (feature === 'HistoricalInformation') throw osmFault('pbf-history', { at });
      if (!SUPPORTED.includes(feature)) {
        throw osmFault('pbf-feature', { at, got: feature.slice(0, 80) });
      }
    } else if (wire.field === 32) header.date = isoTime(wire.signed('timestamp') * 1000);
    else wire.skip();
  }
  return header;
}

/** HeaderBBox: nanodegrees, whatever the blocks' granularity. */
function readBbox(wire: Wire): [number, number, number, number] {
  const names = ['left', 'right', 'top', 'bottom'];
  const sides = [NaN, NaN, NaN, NaN];
  const outer = wire.enter();
  while (wire.next()) {
    if (wire.field <= 4) sides[wire.field - 1] = wire.zigzag('HeaderBBox') / NANO;
    else wire.skip();
  }
  wire.leave(outer);
  sides.forEach((side, i) => {
    if (Number.isNaN(side)) {
      throw wire.fault('pbf-missing', { message: 'HeaderBBox', field: names[i] });
    }
  });
  const [left, right, top, bottom] = sides;
  return [left, bottom, right, top];
}
