import { crc32 } from '../crc32.ts';
import { directoriesOf, type Entry, type Gzip } from './directory.ts';
import { writeHeader, type ArchiveInfo } from './header.ts';
import { tileId, type TileAddress } from './tile-id.ts';

/** A finished PMTiles archive and its counts, as its header has them. */
export interface Archive {
  bytes: Uint8Array;
  minZoom: number;
  maxZoom: number;
  /** Tiles one can ask for. */
  tiles: number;
  /** Entries in the directories: runs of neighbours with the same bytes are one. */
  entries: number;
  /** Different contents. */
  contents: number;
}

/**
 * Collects tiles in any order and writes them as one PMTiles v3 archive: tiles by Hilbert number
 * ("clustered"), equal bytes stored once, directories and metadata in gzip. The same tiles give the
 * same bytes, whatever order they came in.
 */
export class ArchiveWriter {
  private readonly ids: number[] = [];
  /** Which of `contents` the tile of that position has. */
  private readonly content: number[] = [];
  private readonly contents: Uint8Array[] = [];
  private readonly known = new Map<number, number[]>();

  /** @param gzip for directories and metadata; the tiles must be in gzip already. */
  constructor(private readonly gzip: Gzip) {}

  get tiles(): number {
    return this.ids.length;
  }

  /** @param bytes the tile in gzip, not empty; each address at most once. */
  add(address: TileAddress, bytes: Uint8Array): void {
    this.ids.push(tileId(address));
    this.content.push(this.intern(bytes));
  }

  /** The archive; null where there are no tiles, since the format has no empty one. */
  finish(info: ArchiveInfo): Archive | null {
    if (!this.ids.length) return null;
    const { entries, order, length } = this.layOut();
    const { root, leaves } = directoriesOf(entries, this.gzip);
    const metadata = this.gzip(new TextEncoder().encode(JSON.stringify(info.metadata)));
    const counts = { tiles: this.ids.length, entries: entries.length, contents: order.length };
    const header = writeHeader(info, counts, {
      root: root.length,
      metadata: metadata.length,
      leaves: leaves.length,
      data: length,
    });
    const pieces = [header, root, metadata, leaves, ...order.map((c) => this.contents[c])];
    const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return { bytes, minZoom: info.minZoom, maxZoom: info.maxZoom, ...counts };
  }

  /** Entries by id; contents in the order of their first tile, one behind the other. */
  private layOut(): { entries: Entry[]; order: number[]; length: number } {
    const { ids, content, contents } = this;
    const offsets = new Float64Array(contents.length).fill(-1);
    const order: number[] = [];
    const entries: Entry[] = [];
    let length = 0;
    for (const k of Array.from(ids.keys()).sort((a, b) => ids[a] - ids[b])) {
      const c = content[k];
      const last = entries[entries.length - 1];
      if (last && ids[k] < last.id + last.run) throw new Error(`tile ${ids[k]} came twice`);
      if (offsets[c] < 0) {
        offsets[c] = length;
        length += contents[c].length;
        order.push(c);
      } else if (last && last.offset === offsets[c] && ids[k] === last.id + last.run) {
        last.run++;
        continue;
      }
      entries.push({ id: ids[k], offset: offsets[c], length: contents[c].length, run: 1 });
    }
    return { entries, order, length };
  }

  private intern(bytes: Uint8Array): number {
    const key = crc32(bytes);
    const alike = this.known.get(key) ?? [];
    const found = alike.find((c) => equal(this.contents[c], bytes));
    if (found !== undefined) return found;
    const index = this.contents.push(bytes) - 1;
    this.known.set(key, [...alike, index]);
    return index;
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}
