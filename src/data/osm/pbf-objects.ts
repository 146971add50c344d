import type { BlockReader } from './pbf-block.ts';
import { writeCoordinates } from './pbf-coordinates.ts';
import { packedSums } from './pbf-packed.ts';

/** Reads the Node message (not dense) that is the wire's current field. */
export function readNode(block: BlockReader): void {
  const { wire, columns, sums } = block;
  const outer = wire.enter();
  const begin = wire.pos;
  let keys = -1;
  let keysStop = -1;
  let values = -1;
  let valuesStop = -1;
  let id = NaN;
  let lat = NaN;
  let lon = NaN;
  while (wire.next()) {
    switch (wire.field) {
      case 1:
        id = wire.zigzag('Node.id');
        break;
      case 2:
        keys = wire.once(keys);
        keysStop = wire.stop;
        break;
      case 3:
        values = wire.once(values);
        valuesStop = wire.stop;
        break;
      case 4:
        readInfo(block);
        break;
      case 8:
        lat = wire.zigzag('Node.lat');
        break;
      case 9:
        lon = wire.zigzag('Node.lon');
        break;
      default:
        wire.skip();
    }
  }
  wire.leave(outer);
  need(block, begin, 'Node', 'id', id);
  need(block, begin, 'Node', 'lat', lat);
  need(block, begin, 'Node', 'lon', lon);
  columns.nodeIds.push(id);
  const one = sums.reserve(1);
  one[0] = lat;
  writeCoordinates(block, one, 1, block.latOffset, 90, columns.nodeLat);
  one[0] = lon;
  writeCoordinates(block, one, 1, block.lonOffset, 180, columns.nodeLon);
  block.tags(keys, keysStop, values, valuesStop, columns.nodeTags, columns.nodeTagStart);
}

/** Reads the Way message that is the wire's current field. LocationsOnWays are left out. */
export function readWay(block: BlockReader): void {
  const { wire, columns } = block;
  const outer = wire.enter();
  const begin = wire.pos;
  let keys = -1;
  let keysStop = -1;
  let values = -1;
  let valuesStop = -1;
  let refs = -1;
  let refsStop = -1;
  let id = NaN;
  while (wire.next()) {
    switch (wire.field) {
      case 1:
        id = wire.signed('Way.id');
        break;
      case 2:
        keys = wire.once(keys);
        keysStop = wire.stop;
        break;
      case 3:
        values = wire.once(values);
        valuesStop = wire.stop;
        break;
      case 4:
        readInfo(block);
        break;
      case 8:
        refs = wire.once(refs);
        refsStop = wire.stop;
        break;
      default:
        wire.skip();
    }
  }
  wire.leave(outer);
  need(block, begin, 'Way', 'id', id);
  const { wayIds, wayRefs, wayRefStart } = columns;
  wayIds.push(id);
  const data = wayRefs.reserve(refsStop - refs);
  wayRefs.length += packedSums(wire, refs, refsStop, data, wayRefs.length);
  wayRefStart.push(wayRefs.length);
  block.tags(keys, keysStop, values, valuesStop, columns.wayTags, columns.wayTagStart);
}

/** The timestamp of an Info message, when it is wanted. */
export function readInfo(block: BlockReader): void {
  const { wire } = block;
  if (!block.wantTimes) return wire.skip();
  const outer = wire.enter();
  while (wire.next()) {
    if (wire.field === 2) {
      block.seen(wire.signed('Info.timestamp'));
      break;
    }
    wire.skip();
  }
  wire.leave(outer);
}

/** @throws Fault pbf-missing when a field of a message that begins at byte `at` was not there. */
export function need(
  block: BlockReader,
  at: number,
  message: string,
  field: string,
  value: number,
): void {
  if (Number.isNaN(value)) throw block.wire.fault('pbf-missing', { message, field }, at);
}
