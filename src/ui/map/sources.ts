import type { GeoJSONSourceSpecification } from 'maplibre-gl';

/** The map's sources; all begin empty and are filled by RegionMap. */
export const SOURCE = {
  backdrop: 'backdrop',
  streets: 'streets',
  bands: 'bands',
  areas: 'areas',
  borders: 'borders',
  gaps: 'gaps',
  gapCentres: 'gap-centres',
  places: 'places',
  sites: 'sites',
} as const;

export type SourceName = (typeof SOURCE)[keyof typeof SOURCE];

export const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** Every source of the style, without data. */
export function emptySources(): Record<SourceName, GeoJSONSourceSpecification> {
  const plain = (): GeoJSONSourceSpecification => ({ type: 'geojson', data: EMPTY });
  return {
    backdrop: { ...plain(), maxzoom: 15 },
    // Streets are many: fewer tiles and no room beyond the edge than a wide road needs.
    streets: { ...plain(), maxzoom: 15, buffer: 32 },
    bands: { ...plain(), maxzoom: 14 },
    areas: { ...plain(), maxzoom: 14 },
    borders: { ...plain(), maxzoom: 14 },
    gaps: { ...plain(), maxzoom: 14 },
    'gap-centres': plain(),
    places: { ...plain(), maxzoom: 14 },
    sites: { ...plain(), promoteId: 'id' },
  };
}
