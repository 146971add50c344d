import { bd09FromGcj02, gcj02FromWgs84 } from './shifted.ts';

/** Coordinate systems that degrees come in. CGCS2000 is WGS 84 to a few centimetres, and taken as it. */
export const CRS = ['wgs84', 'gcj02', 'bd09'] as const;
export type Crs = (typeof CRS)[number];

type Position = [lon: number, lat: number];

/** A position of WGS 84 as `crs` writes it. Degrees. */
export function fromWgs84(crs: Crs, lon: number, lat: number): Position {
  if (crs === 'wgs84') return [lon, lat];
  const gcj = gcj02FromWgs84(lon, lat);
  return crs === 'gcj02' ? gcj : bd09FromGcj02(gcj[0], gcj[1]);
}

/** A position of `crs` in WGS 84. Degrees, to better than 1e-8° within China; outside nothing is shifted. */
export function toWgs84(crs: Crs, lon: number, lat: number): Position {
  if (crs === 'wgs84') return [lon, lat];
  const gcj = crs === 'bd09' ? unshift(bd09FromGcj02, lon, lat) : ([lon, lat] as Position);
  return unshift(gcj02FromWgs84, gcj[0], gcj[1]);
}

/** Degrees, a tenth of a millimetre. */
const CLOSE = 1e-9;

/**
 * What `shift` takes to (lon, lat), by fixed point: a shift differs by a few parts in a thousand
 * between a point and its image. Bounded, since across the edge of the shifted box there may be no such point.
 */
function unshift(
  shift: (lon: number, lat: number) => Position,
  lon: number,
  lat: number,
): Position {
  let [x, y] = [lon, lat];
  for (let round = 0; round < 12; round++) {
    const [sx, sy] = shift(x, y);
    const [dx, dy] = [sx - lon, sy - lat];
    x -= dx;
    y -= dy;
    if (Math.abs(dx) < CLOSE && Math.abs(dy) < CLOSE) return [x, y];
  }
  return shift(lon, lat)[0] === lon ? [lon, lat] : [x, y];
}
