import { distance, type LonLat } from '../core/geo.ts';
import type { RegionEntry } from './region-list.ts';

/** Regions whose list says where they are, by their distance from a point, nearest first. */
export function regionsNear(list: readonly RegionEntry[], [lon, lat]: LonLat): RegionEntry[] {
  const far = ({ bbox }: RegionEntry): number => {
    if (!Array.isArray(bbox) || bbox.length !== 4 || !bbox.every(Number.isFinite)) return Infinity;
    const [west, south, east, north] = bbox as number[];
    const [x, y] = [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)];
    return distance(lon, lat, x, y);
  };
  const known = list.map((entry) => ({ entry, metres: far(entry) }));
  return known.sort((a, b) => a.metres - b.metres).map(({ entry }) => entry);
}
