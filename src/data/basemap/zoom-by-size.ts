import { lonScale } from '../../core/geo.ts';
import { MAX_ZOOM, MIN_ZOOM } from './schema.ts';

/** Metres per pixel at zoom 0 on the equator, for tiles of 512 pixels. */
const METRES_PER_PIXEL = 78_271.517;

/**
 * The first zoom, from `from` to the last, at which an area is as large as a square of this many pixels.
 * @param area m².
 */
export function zoomBySize(area: number, lat: number, pixels: number, from = MIN_ZOOM): number {
  const metres = Math.sqrt(area) / (pixels * lonScale(lat));
  const zoom = Math.ceil(Math.log2(METRES_PER_PIXEL / metres));
  return Math.max(from, Math.min(MAX_ZOOM, zoom));
}
