import { float64Column, uint32Column, type Column } from './column.ts';
import { OsmColumns } from './osm-columns.ts';
import { readDense } from './pbf-dense.ts';
import { readNode, readWay } from './pbf-objects.ts';
import { packedIndices } from './pbf-packed.ts';
import { readRelation } from './pbf-relation.ts';
import { BlockStrings } from './pbf-strings.ts';
import { Wire } from './pbf-wire.ts';
import type { StringPool } from './string-pool.ts';

/**
 * Decodes PrimitiveBlocks, one after the other, into one set of columns.
 * Source: OSM PBF format, osmformat.proto.
 */
export class BlockReader {
  readonly columns = new OsmColumns();
  readonly strings: BlockStrings;
  /** Newest timestamp of the block's objects, ms since 1970; 0 when unknown or not wanted. */
  newest = 0;
  /** Nanodegrees per unit, and of the origin. */
  granularity = 100;
  lonOffset = 0;
  latOffset = 0;
  wire = new Wire(new Uint8Array(0), 0);
  readonly sums: Column<Float64Array> = float64Column();
  readonly keys: Column<Uint32Array> = uint32Column();
  private dateGranularity = 1000;
  private readonly groups = uint32Column();

  /** @param wantTimes whether to look at the objects' timestamps at all (a header may already have said). */
  constructor(
    pool: StringPool,
    readonly wantTimes: boolean,
  ) {
    this.strings = new BlockStrings(pool);
  }

  /**
   * Reads a block into `columns`, in place of the one before.
   * @param raw the unpacked PrimitiveBlock; `at` the blob's byte offset in the file.
   * @throws Fault (pbf-…) when anything in the block is out of place.
   */
  read(raw: Uint8Array, at: number): void {
    this.columns.clear();
    this.readFrame(raw, at);
    const { wire } = this;
    const groups = this.groups.view();
    for (let i = 0; i < groups.length; i += 2) {
      wire.pos = groups[i];
      wire.end = groups[i + 1];
      while (wire.next()) {
        if (wire.field === 1) readNode(this);
        else if (wire.field === 2) readDense(this);
        else if (wire.field === 3) readWay(this);
        else if (wire.field === 4) readRelation(this);
        else wire.skip();
      }
    }
  }

  /** A timestamp in the block's own units. */
  seen(timestamp: number): void {
    const time = timestamp * this.dateGranularity;
    if (time > this.newest) this.newest = time;
  }

  /**
   * Adds the tags of one object: parallel packed lists of keys and values.
   * @param keys first byte of the list of keys, or -1 for none; `values` alike.
   */
  tags(
    keys: number,
    keysStop: number,
    values: number,
    valuesStop: number,
    tags: Column<Uint32Array>,
    tagStart: Column<Uint32Array>,
  ): void {
    const { wire, strings } = this;
    const list = this.keys.reserve(keysStop - keys + valuesStop - values);
    const count = packedIndices(wire, keys, keysStop, list, 0);
    const got = packedIndices(wire, values, valuesStop, list, count);
    if (got !== count) throw wire.fault('pbf-unequal', { field: 'vals', got, expected: count });
    const data = tags.reserve(2 * count);
    let at = tags.length;
    for (let i = 0; i < count; i++) {
      data[at++] = strings.global(wire, list[i]);
      data[at++] = strings.global(wire, list[count + i]);
    }
    tags.length = at;
    tagStart.push(at / 2);
  }

  /** String table, scalars and where the groups lie: fields may stand in any order. */
  private readFrame(raw: Uint8Array, at: number): void {
    const wire = (this.wire = new Wire(raw, at));
    this.strings.clear();
    this.groups.length = 0;
    this.newest = this.lonOffset = this.latOffset = 0;
    this.granularity = 100;
    this.dateGranularity = 1000;
    while (wire.next()) {
      switch (wire.field) {
        case 1:
          this.strings.read(wire);
          break;
        case 2:
          wire.range();
          this.groups.push(wire.start);
          this.groups.push(wire.stop);
          break;
        case 17:
          this.granularity = positive(wire, 'granularity');
          break;
        case 18:
          this.dateGranularity = positive(wire, 'date_granularity');
          break;
        case 19:
          this.latOffset = wire.signed('lat_offset');
          break;
        case 20:
          this.lonOffset = wire.signed('lon_offset');
          break;
        default:
          wire.skip();
      }
    }
  }
}

function positive(wire: Wire, name: string): number {
  const value = wire.signed(name);
  if (value < 1 || value > 0x7fffffff) throw wire.fault('pbf-number', { field: name, got: value });
  return value;
}
