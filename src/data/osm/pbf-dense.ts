import type { BlockReader } from './pbf-block.ts';
import { packedIndices, packedSums } from './pbf-packed.ts';
import { writeCoordinates } from './pbf-coordinates.ts';
import type { Wire } from './pbf-wire.ts';

/** Reads the DenseNodes message that is the wire's current field into the block's node columns. */
export function readDense(block: BlockReader): void {
  const { wire, columns, sums } = block;
  const outer = wire.enter();
  const begin = wire.pos;
  let ids = -1;
  let idsStop = -1;
  let lats = -1;
  let latsStop = -1;
  let lons = -1;
  let lonsStop = -1;
  let tags = -1;
  let tagsStop = -1;
  let info = -1;
  let infoStop = -1;
  while (wire.next()) {
    switch (wire.field) {
      case 1:
        ids = wire.once(ids);
        idsStop = wire.stop;
        break;
      case 5:
        info = wire.once(info);
        infoStop = wire.stop;
        break;
      case 8:
        lats = wire.once(lats);
        latsStop = wire.stop;
        break;
      case 9:
        lons = wire.once(lons);
        lonsStop = wire.stop;
        break;
      case 10:
        tags = wire.once(tags);
        tagsStop = wire.stop;
        break;
      default:
        wire.skip();
    }
  }
  wire.leave(outer);

  const idData = columns.nodeIds.reserve(idsStop - ids);
  const count = packedSums(wire, ids, idsStop, idData, columns.nodeIds.length);
  columns.nodeIds.length += count;

  const data = sums.reserve(Math.max(latsStop - lats, lonsStop - lons, infoStop - info));
  const equal = (field: string, got: number) => {
    if (got !== count) throw wire.fault('pbf-unequal', { field, got, expected: count }, begin);
  };
  equal('lat', packedSums(wire, lats, latsStop, data, 0));
  writeCoordinates(block, data, count, block.latOffset, 90, columns.nodeLat);
  equal('lon', packedSums(wire, lons, lonsStop, data, 0));
  writeCoordinates(block, data, count, block.lonOffset, 180, columns.nodeLon);
  denseTags(block, tags, tagsStop, count);
  if (block.wantTimes && info !== -1) {
    const got = denseTimes(wire, info, infoStop, data);
    if (got !== 0) equal('timestamp', got);
    for (let i = 0; i < got; i++) block.seen(data[i]);
  }
}

/** The timestamps of the DenseInfo in bytes[start] to bytes[stop - 1], into `out`; how many. */
function denseTimes(wire: Wire, start: number, stop: number, out: Float64Array): number {
  const { pos, end } = wire;
  wire.pos = start;
  wire.end = stop;
  let times = -1;
  let timesStop = -1;
  while (wire.next()) {
    if (wire.field === 2) {
      times = wire.once(times);
      timesStop = wire.stop;
    } else wire.skip();
  }
  wire.pos = pos;
  wire.end = end;
  return packedSums(wire, times, timesStop, out, 0);
}

/** keys_vals: (key value)* 0 for every node in turn; left out when no node has a tag. */
function denseTags(block: BlockReader, start: number, stop: number, count: number): void {
  const { wire, strings } = block;
  const { nodeTags, nodeTagStart } = block.columns;
  const list = block.keys.reserve(stop - start);
  const length = packedIndices(wire, start, stop, list, 0);
  const starts = nodeTagStart.reserve(count);
  let startsAt = nodeTagStart.length;
  const tags = nodeTags.reserve(length);
  let tagsAt = nodeTags.length;
  let nodes = 0;
  if (length === 0) {
    for (; nodes < count; nodes++) starts[startsAt++] = tagsAt / 2;
  } else {
    for (let i = 0; i < length && nodes <= count; i++) {
      const key = list[i];
      if (key === 0) {
        if (nodes++ < count) starts[startsAt++] = tagsAt / 2;
      } else {
        // A key at the very end has no value: an index that no table has is then refused.
        const value = ++i < length ? list[i] : 0xffffffff;
        tags[tagsAt++] = strings.global(wire, key);
        tags[tagsAt++] = strings.global(wire, value);
      }
    }
    // One list for each node, and the last one closed by its 0.
    if (nodes !== count || starts[startsAt - 1] !== tagsAt / 2) {
      throw wire.fault('pbf-unequal', { field: 'keys_vals', got: nodes, expected: count }, start);
    }
  }
  nodeTagStart.length = startsAt;
  nodeTags.length = tagsAt;
}
