import { basename } from 'node:path';
import type { Bbox } from '../../src/core/geo.ts';
import type { Graph, Slopes } from '../../src/core/graph.ts';
import { elevationSampler } from '../../src/data/raster/elevation-sampler.ts';
import { readRaster } from '../../src/data/raster/read-raster.ts';
import type { Manifest } from '../../src/data/region/manifest.ts';
import { slopesOf } from '../../src/data/streets/slopes.ts';

/** An elevation model put to use. */
export interface Elevation {
  /** Asked once, when the streets are a graph; `entry` is filled in by then. */
  slopes(graph: Graph): Slopes;
  entry: NonNullable<Manifest['elevation']>;
}

/** The bytes of an elevation model, as far as it covers `within`. Throws Fault. */
export async function readElevation(
  bytes: Uint8Array,
  path: string,
  within: Bbox,
): Promise<Elevation> {
  const heights = elevationSampler(await readRaster(bytes, { fileName: basename(path), within }));
  const entry = {
    file: basename(path),
    cell_metres: Math.round(heights.cellMetres * 10) / 10,
    street_share: 0,
    function: 'Tobler 1993',
  };
  return {
    slopes(graph) {
      const { slopes, share } = slopesOf(graph, heights);
      entry.street_share = share;
      return slopes;
    },
    entry,
  };
}
