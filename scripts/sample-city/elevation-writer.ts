import { writeArrayBuffer } from 'geotiff';
import { lonLat } from './projection.ts';
import type { Relief } from './relief.ts';
import { HALF_HEIGHT, HALF_WIDTH } from './terrain.ts';

/** Metres, both ways; the raster reaches this many cells beyond the frame. */
const CELL = 60;
const MARGIN = 2;

/** elevation.tif: metres above the sea at the middle of each cell, GeoTIFF in EPSG:4326, north up. */
export function elevationTiff(relief: Relief): Uint8Array {
  const east = HALF_WIDTH + MARGIN * CELL;
  const north = HALF_HEIGHT + MARGIN * CELL;
  const width = Math.ceil((2 * east) / CELL);
  const height = Math.ceil((2 * north) / CELL);
  const metres = new Float32Array(width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const p = { x: (column + 0.5) * CELL - east, y: north - (row + 0.5) * CELL };
      // Whole decimetres: the last bits of a sine need not be the same on every machine.
      metres[row * width + column] = Math.round(relief(p) * 10) / 10;
    }
  const [west, top] = lonLat({ x: -east, y: north });
  const [right, bottom] = lonLat({ x: width * CELL - east, y: north - height * CELL });
  const bytes = writeArrayBuffer(metres, {
    width,
    height,
    ModelPixelScale: [(right - west) / width, (top - bottom) / height, 0],
    ModelTiepoint: [0, 0, 0, west, top, 0],
    GTModelTypeGeoKey: 2,
    GTRasterTypeGeoKey: 1,
    GeographicTypeGeoKey: 4326,
    GTCitationGeoKey: 'WGS 84, sample data: every height is invented',
  });
  return new Uint8Array(bytes);
}
