import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Compression, TileType, tileIdToZxy } from 'pmtiles';
import { ArchiveWriter } from '../../../src/data/tiles/archive.ts';
import { directoriesOf, encodeDirectory, ROOT_LIMIT } from '../../../src/data/tiles/directory.ts';
import { openArchive } from './open-archive.ts';

const gzip = (bytes: Uint8Array) => gzipSync(bytes);
const packed = (text: string) => gzip(new TextEncoder().encode(text));
const INFO = {
  bbox: [150, 38, 150.5, 38.25] as [number, number, number, number],
  minZoom: 0,
  maxZoom: 12,
  metadata: { name: '示例城', vector_layers: [] },
};

/** A number from 0 to below `limit` that follows no pattern, the same each time. */
function mixed(k: number, limit: number): number {
  const a = Math.imul(k ^ (k >>> 15), 0x2c1b3c6d);
  return ((Math.imul(a ^ (a >>> 12), 0x297a2d39) ^ (a >>> 15)) >>> 0) % limit;
}

/** Tiles by their number: what each says. Written in the order given. */
function archiveOf(tiles: [id: number, text: string][]) {
  const writer = new ArchiveWriter(gzip);
  for (const [id, text] of tiles) {
    const [z, x, y] = tileIdToZxy(id);
    writer.add({ z, x, y }, packed(text));
  }
  return writer.finish(INFO)!;
}

async function read(bytes: Uint8Array, id: number): Promise<string | undefined> {
  const found = await openArchive(bytes).getZxy(...tileIdToZxy(id));
  return found && new TextDecoder().decode(found.data);
}

describe('an archive', () => {
  it('opens in the pmtiles package with its header and metadata', async () => {
    const { bytes } = archiveOf([[7, 'seven']]);
    const archive = openArchive(bytes);
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      internalCompression: Compression.Gzip,
      tileCompression: Compression.Gzip,
      tileType: TileType.Mvt,
      minZoom: 0,
      maxZoom: 12,
      minLon: 150,
      minLat: 38,
      maxLon: 150.5,
      maxLat: 38.25,
      centerLon: 150.25,
      centerLat: 38.125,
      centerZoom: 12,
      numAddressedTiles: 1,
      numTileEntries: 1,
      numTileContents: 1,
    });
    expect(await archive.getMetadata()).toEqual(INFO.metadata);
    expect(await read(bytes, 7)).toBe('seven');
    expect(await read(bytes, 8)).toBeUndefined();
  });

  it('stores equal bytes once, and neighbours of equal bytes as one run', async () => {
    // Sea at 5, 6, 7 and 9; land at 8.
    const archive = archiveOf([
      [5, 'sea'],
      [6, 'sea'],
      [7, 'sea'],
      [8, 'land'],
      [9, 'sea'],
    ]);
    expect(archive).toMatchObject({ tiles: 5, entries: 3, contents: 2 });
    const said = await Promise.all([4, 5, 6, 7, 8, 9, 10].map((id) => read(archive.bytes, id)));
    expect(said).toEqual([undefined, 'sea', 'sea', 'sea', 'land', 'sea', undefined]);
  });

  it('is the same whatever order its tiles come in', () => {
    const tiles = Array.from({ length: 40 }, (_, k): [number, string] => [k * 3, `t${k % 7}`]);
    fc.assert(
      fc.property(fc.shuffledSubarray(tiles, { minLength: 40 }), (shuffled) => {
        expect(archiveOf(shuffled).bytes).toEqual(archiveOf(tiles).bytes);
      }),
      { numRuns: 30 },
    );
  });

  it('of no tiles is none, and a tile that comes twice is a fault of ours', () => {
    expect(new ArchiveWriter(gzip).finish(INFO)).toBeNull();
    expect(() =>
      archiveOf([
        [3, 'a'],
        [3, 'b'],
      ]),
    ).toThrow(/came twice/);
    expect(() =>
      archiveOf([
        [3, 'a'],
        [4, 'a'],
        [4, 'a'],
      ]),
    ).toThrow(/came twice/);
  });

  it('gives back every tile of any set (law)', async () => {
    const some = fc.uniqueArray(fc.tuple(fc.nat(5000), fc.nat(5)), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(some, async (tiles) => {
        const archive = archiveOf(tiles.map(([id, content]) => [id, `content ${content}`]));
        for (const [id, content] of tiles)
          expect(await read(archive.bytes, id)).toBe(`content ${content}`);
        expect(archive.tiles).toBe(tiles.length);
        expect(archive.contents).toBe(new Set(tiles.map(([, content]) => content)).size);
      }),
      { numRuns: 60 },
    );
  });

  it('of 60,000 different tiles needs leaves, and still finds each one', async () => {
    const count = 60_000;
    const writer = new ArchiveWriter(gzip);
    // Lengths that follow no pattern, so that the directory does not pack well.
    const text = (k: number) => 'x'.repeat(1 + mixed(k, 250)) + k;
    for (let k = 0; k < count; k++) {
      const [z, x, y] = tileIdToZxy(100 + k + Math.floor(k / 3));
      writer.add({ z, x, y }, new TextEncoder().encode(text(k)));
    }
    const { bytes, entries } = writer.finish(INFO)!;
    const archive = openArchive(bytes);
    const header = await archive.getHeader();
    expect(entries).toBe(count);
    expect(header.numAddressedTiles).toBe(count);
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    const view = (at: number, length: number) =>
      new TextDecoder().decode(bytes.subarray(at, at + length));
    // These tiles are not in gzip: looked up in the directories, then read where they point.
    for (let k = 0; k < count; k += 997) {
      const entry = await entryOf(bytes, header, 100 + k + Math.floor(k / 3));
      expect(view(header.tileDataOffset + entry.offset, entry.length)).toBe(text(k));
    }
    expect(await archive.getZxy(...tileIdToZxy(103))).toBeUndefined();
  });
});

describe('directories', () => {
  const entries = Array.from({ length: 30_000 }, (_, k) => ({
    id: k * 2,
    offset: k * 1000 + mixed(k, 500),
    length: 1 + mixed(k + 7, 498),
    run: 1,
  }));

  it('write ids as differences and offsets that follow as 0', () => {
    const two = [
      { id: 5, offset: 0, length: 300, run: 2 },
      { id: 9, offset: 300, length: 7, run: 1 },
    ];
    // Two entries; ids 5, +4; runs; lengths 300 (two bytes) and 7; offset 0 + 1, then 0: it follows.
    expect([...encodeDirectory(two)]).toEqual([2, 5, 4, 2, 1, 0xac, 2, 7, 1, 0]);
  });

  it('stay in the root while they fit, and go to larger leaves until the root fits', () => {
    expect(directoriesOf(entries.slice(0, 100), gzip).leaves).toHaveLength(0);
    const { root, leaves } = directoriesOf(entries, gzip);
    expect(root.length).toBeLessThanOrEqual(ROOT_LIMIT);
    expect(leaves.length).toBeGreaterThan(ROOT_LIMIT);
    const narrow = directoriesOf(entries, gzip, 45);
    expect(narrow.root.length).toBeLessThanOrEqual(45);
    expect(gunzipSync(narrow.root)[0]).toBeLessThan(gunzipSync(root)[0]);
  });
});

/** Follows the directories by hand, as the specification says. */
async function entryOf(
  bytes: Uint8Array,
  header: Awaited<ReturnType<ReturnType<typeof openArchive>['getHeader']>>,
  id: number,
) {
  const archive = openArchive(bytes);
  let [at, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
  for (;;) {
    const entries = await archive.cache.getDirectory(archive.source, at, length, header);
    const entry = entries.findLast(({ tileId }) => tileId <= id)!;
    if (entry.runLength) {
      expect(id).toBeLessThan(entry.tileId + entry.runLength);
      return entry;
    }
    [at, length] = [header.leafDirectoryOffset + entry.offset, entry.length];
  }
}
