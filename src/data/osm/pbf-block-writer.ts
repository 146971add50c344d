import { PbfWriter } from './pbf-writer.ts';
import type { OsmData } from './osm.ts';

const text = new TextEncoder();

/** Writes PrimitiveBlocks of one kind of object, each with the strings it needs. */
export class BlockWriter {
  private readonly block = new PbfWriter();
  private readonly group = new PbfWriter();
  private readonly object = new PbfWriter();
  private readonly list = new PbfWriter();
  /** Index in the block's table by index in the file's. */
  private readonly indices = new Map<number, number>();

  constructor(private readonly osm: OsmData) {}

  /** The block of nodes `from` to `to` − 1, as DenseNodes. Good until the next call, as all of these. */
  nodes(from: number, to: number): Uint8Array {
    const { ids, lat, lon, tags, tagStart } = this.osm.nodes;
    this.begin();
    this.deltas(1, ids, from, to);
    this.deltas(8, lat, from, to);
    this.deltas(9, lon, from, to);
    if (tagStart[to] > tagStart[from]) {
      this.list.clear();
      for (let i = from; i < to; i++) {
        for (let k = 2 * tagStart[i]; k < 2 * tagStart[i + 1]; k++) {
          this.list.varint(this.local(tags[k]));
        }
        this.list.varint(0);
      }
      this.object.range(10, this.list.view());
    }
    this.group.range(2, this.object.view());
    return this.end();
  }

  ways(from: number, to: number): Uint8Array {
    const { ids, refs, refStart, tags, tagStart } = this.osm.ways;
    this.begin();
    for (let i = from; i < to; i++) {
      this.object.clear();
      this.object.number(1, ids[i]);
      this.tags(tags, tagStart[i], tagStart[i + 1]);
      this.deltas(8, refs, refStart[i], refStart[i + 1]);
      this.group.range(3, this.object.view());
    }
    return this.end();
  }

  relations(from: number, to: number): Uint8Array {
    const { ids, memberIds, memberRoles, memberTypes, memberStart, tags, tagStart } =
      this.osm.relations;
    this.begin();
    for (let i = from; i < to; i++) {
      const [start, stop] = [memberStart[i], memberStart[i + 1]];
      this.object.clear();
      this.object.number(1, ids[i]);
      this.tags(tags, tagStart[i], tagStart[i + 1]);
      this.packed(8, start, stop, (m) => this.local(memberRoles[m]));
      this.deltas(9, memberIds, start, stop);
      this.packed(10, start, stop, (m) => memberTypes[m]);
      this.group.range(4, this.object.view());
    }
    return this.end();
  }

  private begin(): void {
    this.block.clear();
    this.group.clear();
    this.object.clear();
    this.indices.clear();
    // The empty string stands first: in DenseNodes its index ends a node's tags.
    this.indices.set(0, 0);
  }

  private end(): Uint8Array {
    const table = new PbfWriter();
    for (const index of this.indices.keys()) table.range(1, text.encode(this.osm.strings[index]));
    this.block.range(1, table.view());
    this.block.range(2, this.group.view());
    return this.block.view();
  }

  private local(index: number): number {
    let local = this.indices.get(index);
    if (local === undefined) this.indices.set(index, (local = this.indices.size));
    return local;
  }

  private tags(tags: Uint32Array, start: number, stop: number): void {
    if (start === stop) return;
    this.packed(2, start, stop, (k) => this.local(tags[2 * k]));
    this.packed(3, start, stop, (k) => this.local(tags[2 * k + 1]));
  }

  private packed(field: number, start: number, stop: number, value: (at: number) => number): void {
    this.list.clear();
    for (let at = start; at < stop; at++) this.list.varint(value(at));
    this.object.range(field, this.list.view());
  }

  private deltas(field: number, values: ArrayLike<number>, start: number, stop: number): void {
    this.list.clear();
    let before = 0;
    for (let at = start; at < stop; at++) {
      this.list.zigzag(values[at] - before);
      before = values[at];
    }
    this.object.range(field, this.list.view());
  }
}
