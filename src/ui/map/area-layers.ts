import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palettes.ts';
import { SOURCE } from './sources.ts';

/** Boundaries of the units results are listed by; the chosen one stands out. */
export function areaLayers(p: Palette): LayerSpecification[] {
  const source = SOURCE.areas;
  return [
    {
      id: 'border-halo',
      type: 'line',
      source: SOURCE.borders,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.halo, 'line-width': 3, 'line-opacity': 0.45 },
    },
    {
      id: 'border',
      type: 'line',
      source: SOURCE.borders,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': p.boundary,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.7, 15, 1.3],
        'line-dasharray': [4, 2.5],
      },
    },
    {
      id: 'area-selected-halo',
      type: 'line',
      source,
      filter: ['==', ['get', 'id'], ['global-state', 'area']],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.halo, 'line-width': 7 },
    },
    {
      id: 'area-selected',
      type: 'line',
      source,
      filter: ['==', ['get', 'id'], ['global-state', 'area']],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.ink, 'line-width': 3 },
    },
  ];
}
