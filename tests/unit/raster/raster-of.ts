import { frameBox } from '../../../src/data/raster/raster-frame.ts';
import type { Raster } from '../../../src/data/raster/read-raster.ts';

/** A raster written down row by row, north above; NaN is no data. */
export function rasterOf(
  rows: number[][],
  { west, north, step }: { west: number; north: number; step: number },
): Raster {
  const frame = { west, north, stepLon: step, stepLat: step };
  const [width, height] = [rows[0].length, rows.length];
  return {
    ...{ ...frame, width, height, firstColumn: 0, firstRow: 0, noData: null, bandNames: [''] },
    bands: [Float64Array.from(rows.flat())],
    bbox: frameBox(frame, width, height),
  };
}
