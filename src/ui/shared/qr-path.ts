import { encode } from 'uqr';

/** Light modules around the code that ISO/IEC 18004 asks for. */
const QUIET = 4;

/**
 * The dark modules of a QR code of level M as one SVG path, in modules; `size` is the side of the
 * square, quiet zone included. Runs of a row are one rectangle, so that no hair lines show between.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const run = x - from + 1;
      path += `M${from} ${y}h${run}v1h-${run}z`;
    }
  });
  return { size, path };
}
