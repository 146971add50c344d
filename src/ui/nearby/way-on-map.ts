import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map } from 'maplibre-gl';
import type { LonLat } from '../../core/geo.ts';
import { palette } from '../map/colours.ts';
import type { Theme } from '../map/palettes.ts';

/** What the resident's map shows besides places. */
export interface WayShown {
  start: LonLat | null;
  line: LonLat[] | null;
  /** The way without steps, where it is another. */
  stepFree: LonLat[] | null;
}

const SOURCE = 'walk';
const LINES = ['walk-halo', 'walk-step-free', 'walk-line'];

/** Draws the start and the way on a map; the way without steps is dashed. */
export function showWay(map: Map, shown: WayShown, theme: Theme): void {
  const source = map.getSource<GeoJSONSource>(SOURCE);
  if (source) source.setData(featuresOf(shown));
  else addWay(map, shown);
  const { accent, halo, ink } = palette(theme);
  map.setPaintProperty('walk-halo', 'line-color', halo);
  map.setPaintProperty('walk-line', 'line-color', accent);
  map.setPaintProperty('walk-step-free', 'line-color', ink);
  map.setPaintProperty('walk-start', 'circle-color', halo);
  map.setPaintProperty('walk-start', 'circle-stroke-color', ink);
}

function addWay(map: Map, shown: WayShown): void {
  map.addSource(SOURCE, { type: 'geojson', data: featuresOf(shown) });
  const widths = { 'walk-halo': 9, 'walk-step-free': 4, 'walk-line': 5 };
  for (const id of LINES) {
    map.addLayer(
      {
        id,
        type: 'line',
        source: SOURCE,
        filter: ['in', ['get', 'kind'], ['literal', id === 'walk-halo' ? LINES : [id]]],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-width': widths[id as keyof typeof widths],
          ...(id === 'walk-step-free' && { 'line-dasharray': [0.5, 2] }),
        },
      },
      'site',
    );
  }
  map.addLayer({
    id: 'walk-start',
    type: 'circle',
    source: SOURCE,
    filter: ['==', ['get', 'kind'], 'start'],
    paint: { 'circle-radius': 8, 'circle-stroke-width': 4 },
  });
}

function featuresOf({ start, line, stepFree }: WayShown): FeatureCollection {
  const features: Feature[] = [];
  const add = (kind: string, geometry: Feature['geometry']) =>
    features.push({ type: 'Feature', properties: { kind }, geometry });
  if (stepFree) add('walk-step-free', { type: 'LineString', coordinates: stepFree });
  if (line) add('walk-line', { type: 'LineString', coordinates: line });
  if (start) add('start', { type: 'Point', coordinates: start });
  return { type: 'FeatureCollection', features };
}
