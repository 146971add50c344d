import type { GeoJSONSourceSpecification } from 'maplibre-gl';

/** The sources of our own data; all begin empty and are filled by RegionMap and the workbench. */
export const SOURCE = {
  bands: 'bands',
  areas: 'areas',
  borders: 'borders',
  gaps: 'gaps',
  gapCentres: 'gap-centres',
  places: 'places',
  lost: 'lost',
  sites: 'sites',
  difference: 'difference',
  lacking: 'lacking',
  proposal: 'proposal',
  drawn: 'drawn',
} as const;

export type SourceName = (typeof SOURCE)[keyof typeof SOURCE];

export const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** Every source of our own data, without data. */
export function emptySources(): Record<SourceName, GeoJSONSourceSpecification> {
  const plain = (): GeoJSONSourceSpecification => ({ type: 'geojson', data: EMPTY });
  return {
    bands: { ...plain(), maxzoom: 14 },
    areas: { ...plain(), maxzoom: 14 },
    borders: { ...plain(), maxzoom: 14 },
    gaps: { ...plain(), maxzoom: 14 },
    'gap-centres': plain(),
    places: { ...plain(), maxzoom: 14 },
    lost: { ...plain(), maxzoom: 14 },
    sites: { ...plain(), promoteId: 'id' },
    difference: { ...plain(), maxzoom: 14 },
    lacking: { ...plain(), maxzoom: 14 },
    proposal: plain(),
    drawn: plain(),
  };
}
