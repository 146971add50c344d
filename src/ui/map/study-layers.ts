import type { GeoJSON } from 'geojson';
import type { ExpressionSpecification, GeoJSONSource, LayerSpecification, Map } from 'maplibre-gl';
import { STRONG } from './fonts.ts';
import type { Palette } from './palettes.ts';
import { EMPTY, SOURCE } from './sources.ts';

/** What the workbench draws over the answer. */
export type StudySource = 'difference' | 'lacking' | 'proposal' | 'drawn';

/** Shows a study on the map, or nothing of it any more. */
export function fillStudy(map: Map, source: StudySource, data: GeoJSON | string | null): void {
  map.getSource<GeoJSONSource>(source)?.setData(data ?? EMPTY);
}

/**
 * The studies of the workbench, empty until one is shown:
 * - difference: points with `change` gained or lost; a full disc against an open ring with a cross tint;
 * - lacking: points with `lacks`, the number of services a place is without;
 * - drawn: the polygon within which sites are looked for;
 * - proposal: points with `kind` chosen or candidate, and `rank` of what is chosen.
 */
export function studyLayers(p: Palette): LayerSpecification[] {
  const gained: ExpressionSpecification = ['==', ['get', 'change'], 'gained'];
  const chosen: ExpressionSpecification = ['==', ['get', 'kind'], 'chosen'];
  return [
    {
      id: 'drawn',
      type: 'line',
      source: SOURCE.drawn,
      paint: { 'line-color': p.accent, 'line-width': 2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'lacking',
      type: 'circle',
      source: SOURCE.lacking,
      layout: { 'circle-sort-key': ['get', 'lacks'] },
      paint: {
        'circle-color': ['case', ['>=', ['get', 'lacks'], 2], p.gap, p.gapTint],
        'circle-stroke-color': p.gap,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.3, 14, 1.5],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1, 11.5, 2, 14, 4, 17, 7],
      },
    },
    {
      id: 'difference',
      type: 'circle',
      source: SOURCE.difference,
      paint: {
        'circle-color': ['case', gained, p.accent, p.halo],
        'circle-stroke-color': ['case', gained, p.halo, p.gap],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.4, 14, 2],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 11.5, 2.2, 14, 4.5, 17, 8],
      },
    },
    {
      id: 'candidate',
      type: 'circle',
      source: SOURCE.proposal,
      filter: ['!=', ['get', 'kind'], 'chosen'],
      paint: {
        'circle-color': p.halo,
        'circle-stroke-color': p.ink,
        'circle-stroke-width': 1,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, 14, 4],
      },
    },
    {
      id: 'chosen',
      type: 'circle',
      source: SOURCE.proposal,
      filter: chosen,
      paint: {
        'circle-color': p.accent,
        'circle-stroke-color': p.halo,
        'circle-stroke-width': 2,
        'circle-radius': 13,
      },
    },
    {
      id: 'chosen-rank',
      type: 'symbol',
      source: SOURCE.proposal,
      filter: chosen,
      layout: {
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': STRONG,
        'text-size': 15,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': p.glyph },
    },
  ];
}
