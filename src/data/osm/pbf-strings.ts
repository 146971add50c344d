import { uint32Column } from './column.ts';
import type { StringPool } from './string-pool.ts';
import type { Wire } from './pbf-wire.ts';

const UNUSED = 0xffffffff;

/**
 * The string table of the block being read, and where its strings stand in the table of
 * the file. A string is looked up when an object first uses it: the names of users,
 * which no object here uses, never leave the block.
 */
export class BlockStrings {
  count = 0;
  private readonly starts = uint32Column();
  private readonly stops = uint32Column();
  /** Index in the pool by index in the block. */
  private readonly found = uint32Column();

  constructor(private readonly pool: StringPool) {}

  clear(): void {
    this.count = this.starts.length = this.stops.length = this.found.length = 0;
  }

  /** Reads a StringTable message, which `wire` has as its current field. */
  read(wire: Wire): void {
    const outer = wire.enter();
    while (wire.next()) {
      if (wire.field === 1) {
        wire.range();
        this.starts.push(wire.start);
        this.stops.push(wire.stop);
        this.found.push(UNUSED);
      } else wire.skip();
    }
    wire.leave(outer);
    this.count = this.starts.length;
  }

  /**
   * The index in the file's table of string `index` of the block.
   * @throws Fault pbf-string-index beyond the table, pbf-utf8.
   */
  global(wire: Wire, index: number): number {
    if (index >= this.count) {
      throw wire.fault('pbf-string-index', { got: index, count: this.count });
    }
    const found = this.found.reserve(0);
    const known = found[index];
    if (known !== UNUSED) return known;
    const start = this.starts.reserve(0)[index];
    const added = this.pool.intern(wire.bytes, start, this.stops.reserve(0)[index]);
    if (added === -1) throw wire.fault('pbf-utf8', {}, start);
    found[index] = added;
    return added;
  }
}
