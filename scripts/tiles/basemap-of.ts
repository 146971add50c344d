import { gzipSync } from 'node:zlib';
import type { Bbox } from '../../src/core/geo.ts';
import { buildBasemap } from '../../src/data/basemap/build-basemap.ts';
import type { OsmData } from '../../src/data/osm/osm.ts';
import type { Manifest } from '../../src/data/region/manifest.ts';
import { sha256 } from '../region/sha256.ts';
import { tenths } from '../region/tenths.ts';
import { undrawn } from './undrawn.ts';

/** A region's basemap: the file's content, and what the manifest says of it. */
export interface BasemapFile {
  bytes: Uint8Array;
  entry: NonNullable<Manifest['basemap']>;
}

/** Cuts the tiles of a region and says what was made; null where the data has nothing to draw. */
export function basemapOf(
  osm: OsmData,
  region: { name: string; bbox: Bbox; invented: boolean },
  step: (text: string) => void,
): BasemapFile | null {
  const { archive, report, largest } = buildBasemap(osm, {
    name: region.name,
    bbox: region.bbox,
    attribution: region.invented
      ? '示例数据 invented sample data'
      : '© OpenStreetMap contributors (ODbL)',
    gzip: (bytes) => gzipSync(bytes),
    onProgress: tenths('basemap', step),
  });
  for (const line of undrawn(report)) step(`basemap: ${line}`);
  if (!archive || !largest) {
    step('basemap: nothing to draw');
    return null;
  }
  const { bytes, tiles, contents } = archive;
  const tile = `${largest.z}/${largest.x}/${largest.y}`;
  const size = `${(bytes.length / 1e6).toFixed(2)} MB`;
  step(
    `basemap: ${tiles} tiles (${contents} different), ${size}; the largest, ${tile}, has ${Math.ceil(largest.bytes / 1000)} kB`,
  );
  const hash = sha256(bytes);
  const file = `basemap-${hash.slice(0, 12)}.pmtiles`;
  return {
    bytes,
    entry: {
      file,
      bytes: bytes.length,
      sha256: hash,
      minzoom: archive.minZoom,
      maxzoom: archive.maxZoom,
      tiles,
    },
  };
}
