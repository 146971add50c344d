import { E7, type Bbox } from '../../core/geo.ts';
import type { OsmData } from './osm.ts';

/** Box of all nodes of an extract, degrees, for files whose header states none; null without nodes. */
export function nodeBox({ nodes: { lon, lat } }: OsmData): Bbox | null {
  if (!lon.length) return null;
  let [w, s, e, n] = [lon[0], lat[0], lon[0], lat[0]];
  for (let i = 1; i < lon.length; i++) {
    w = Math.min(w, lon[i]);
    e = Math.max(e, lon[i]);
    s = Math.min(s, lat[i]);
    n = Math.max(n, lat[i]);
  }
  return [w / E7, s / E7, e / E7, n / E7];
}
