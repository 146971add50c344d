import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Header } from 'pmtiles';
import { tileRange } from '../../../src/data/tiles/mercator.ts';

/** An archive in memory, opened by the `pmtiles` package, which shares no code with our writer. */
export function openArchive(bytes: Uint8Array): PMTiles {
  // A Buffer's own slice would share its memory.
  const memory = Uint8Array.from(bytes);
  return new PMTiles({
    getKey: () => 'memory',
    getBytes: (offset, length) =>
      Promise.resolve({ data: memory.slice(offset, offset + length).buffer }),
  });
}

export interface FoundTile {
  z: number;
  x: number;
  y: number;
  tile: VectorTile;
}

/** Asks for every address of the archive's zooms and box, and decodes what is there. */
export async function allTiles(bytes: Uint8Array): Promise<{ header: Header; tiles: FoundTile[] }> {
  const archive = openArchive(bytes);
  const header = await archive.getHeader();
  const { minLon, minLat, maxLon, maxLat } = header;
  const tiles: FoundTile[] = [];
  for (let z = header.minZoom; z <= header.maxZoom; z++) {
    const range = tileRange([minLon, minLat, maxLon, maxLat], z, 1);
    for (let x = range.west; x <= range.east; x++) {
      for (let y = range.north; y <= range.south; y++) {
        const found = await archive.getZxy(z, x, y);
        if (!found) continue;
        tiles.push({ z, x, y, tile: new VectorTile(new PbfReader(new Uint8Array(found.data))) });
      }
    }
  }
  return { header, tiles };
}

/** Features of a layer of one tile. */
export function featuresOf(tile: VectorTile, layer: string): VectorTileFeature[] {
  const there = tile.layers[layer];
  return Array.from({ length: there?.length ?? 0 }, (_, i) => there.feature(i));
}
