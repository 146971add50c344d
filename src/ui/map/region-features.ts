import type { FeatureCollection, LineString, MultiPolygon } from 'geojson';
import type { LonLat } from '../../core/geo.ts';
import type { Area } from '../../data/tables/area.ts';

/** Boundaries of the areas with their id. */
export function areaFeatures(areas: Area[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ id, polygons }) => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: polygons },
      properties: { id },
    })),
  };
}

/**
 * Every boundary between areas once. Two neighbours' dashes over each other would be a full line.
 */
export function borderFeatures(areas: Area[]): FeatureCollection<LineString> {
  const seen = new Set<string>();
  const lines: LonLat[][] = [];
  for (const ring of areas.flatMap(({ polygons }) => polygons.flat())) {
    let line: LonLat[] = [];
    for (let i = 1; i < ring.length; i++) {
      const ends = [ring[i - 1].join(), ring[i].join()].sort().join(' ');
      if (!seen.has(ends)) {
        if (line.length === 0) lines.push((line = [ring[i - 1]]));
        line.push(ring[i]);
        seen.add(ends);
      } else line = [];
    }
  }
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: {},
    })),
  };
}
