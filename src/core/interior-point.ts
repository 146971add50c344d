import { centroid, inPolygons, type LonLat, type Polygons, type Ring } from './geo.ts';

/**
 * A point inside the first of the polygons: its centre of gravity where that lies inside, else the
 * middle of the widest stretch a parallel of latitude has in it, near the centre rather than far.
 */
export function interiorPoint(polygons: Polygons): LonLat {
  const [rings] = polygons;
  const centre = centroid(rings[0]);
  if (inPolygons([rings], ...centre)) return centre;
  const lats = rings[0].map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  // Parallels between vertices, so that none runs along a side.
  for (const share of [0.5, 0.37, 0.63, 0.23, 0.77, 0.11, 0.89]) {
    const point = widestStretch(rings, south + share * (north - south));
    if (point) return point;
  }
  return rings[0][0];
}

function widestStretch(rings: Ring[], lat: number): LonLat | null {
  const cuts: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > lat !== by > lat) cuts.push(ax + ((lat - ay) / (by - ay)) * (bx - ax));
    }
  }
  cuts.sort((a, b) => a - b);
  let [best, width] = [-1, 0];
  for (let k = 0; k + 1 < cuts.length; k += 2) {
    if (cuts[k + 1] - cuts[k] <= width) continue;
    [best, width] = [k, cuts[k + 1] - cuts[k]];
  }
  return best < 0 ? null : [(cuts[best] + cuts[best + 1]) / 2, lat];
}
