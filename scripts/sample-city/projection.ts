import type { Point } from './point.ts';

/**
 * The middle of the sample city: open sea in the North Pacific, 800 km off the nearest coast, so
 * that nobody takes it for a real place and no real person stands on it.
 */
export const MIDDLE = { lon: 150, lat: 38 };

/** One degree of latitude on the sphere that the app measures with (radius 6,371,008.8 m). */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

/** Longitude and latitude as OSM keeps them: to 1e-7 degree, about a centimetre. */
export function lonLat({ x, y }: Point): [number, number] {
  const lon = MIDDLE.lon + x / (METRES_PER_DEGREE * Math.cos((MIDDLE.lat * Math.PI) / 180));
  const lat = MIDDLE.lat + y / METRES_PER_DEGREE;
  return [round(lon), round(lat)];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
