import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import type { Band } from '../../engine/isochrone-bands.ts';
import type { RankedGap } from '../../engine/rank-gaps.ts';

/** Bands in the order given, widest first, so that a narrower one is drawn over it. */
export function bandFeatures(bands: Band[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: bands.map(({ minutes, polygons }) => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: polygons },
      properties: { minutes },
    })),
  };
}

/** The ground of each gap. */
export function gapFeatures(gaps: RankedGap[]): FeatureCollection<MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: gaps.map(({ rank, polygons }) => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: polygons },
      properties: { rank },
    })),
  };
}

/** Where each gap's number stands. */
export function gapCentres(gaps: Pick<RankedGap, 'rank' | 'centre'>[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: gaps.map(({ rank, centre }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: centre },
      properties: { rank },
    })),
  };
}
