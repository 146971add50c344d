import { PIXEL_RATIO, type Pixels } from './hatch.ts';

export type Context = CanvasRenderingContext2D;

/** What `paint` draws on a square of `side` CSS pixels. */
export function draw(side: number, paint: (c: Context) => void): Pixels {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * PIXEL_RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  paint(context);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { data, width, height };
}
