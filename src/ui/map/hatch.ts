import { rgb } from './colour-mix.ts';

/** Pixels as MapLibre's addImage takes them: RGBA, not premultiplied, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Images are drawn at twice their size, for sharp screens. */
export const PIXEL_RATIO = 2;

/**
 * A square tile of 45° lines that continues into its neighbours on all sides.
 * @param colour #RRGGBB
 * @param line width of a line in CSS pixels
 * @param size side of the tile in CSS pixels; a line runs through it once
 */
export function hatch(colour: string, line: number, size = 8): Pixels {
  const side = size * PIXEL_RATIO;
  const half = (line * PIXEL_RATIO) / 2;
  const data = new Uint8ClampedArray(side * side * 4);
  const [r, g, b] = rgb(colour);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      // How far the pixel lies along the diagonal from the nearest line's middle, in pixels across.
      const along = (x + y + 1) % side;
      const away = Math.min(along, side - along) * Math.SQRT1_2;
      const cover = Math.min(1, Math.max(0, half - away + 0.5));
      data.set([r, g, b, Math.round(cover * 255)], (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data };
}
