import type { LayerSpecification } from 'maplibre-gl';
import type { BackdropKind } from '../../data/streets/backdrop.ts';
import type { Palette } from './colours.ts';
import { SOURCE } from './sources.ts';

const source = SOURCE.backdrop;

/** The land and what people made of it: under the bands. */
export function landLayers(p: Palette): LayerSpecification[] {
  return [
    { id: 'land', type: 'background', paint: { 'background-color': p.land } },
    area('farm', p.farm),
    area('residential', p.residential),
    area('industrial', p.industrial),
  ];
}

/** Green and water, where nobody lives: over the bands. */
export function natureLayers(p: Palette): LayerSpecification[] {
  return [
    area('wood', p.wood),
    area('park', p.park),
    area('water', p.water),
    {
      id: 'river',
      type: 'line',
      source,
      filter: ['==', ['get', 'kind'], 'river'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': p.water,
        'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 9, 1.2, 14, 4, 18, 24],
      },
    },
  ];
}

/** Rails: a grey line with sleepers from close by. */
export function railLayers(p: Palette): LayerSpecification[] {
  const filter = ['==', ['get', 'kind'], 'rail'] as ['==', ['get', string], string];
  return [
    {
      id: 'rail',
      type: 'line',
      source,
      filter,
      paint: {
        'line-color': p.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.7, 14, 2.4, 18, 5],
      },
    },
    {
      id: 'rail-dash',
      type: 'line',
      source,
      filter,
      minzoom: 12,
      paint: {
        'line-color': p.halo,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.7, 14, 1.3, 18, 3],
        'line-dasharray': [6, 6],
      },
    },
  ];
}

function area(kind: BackdropKind, colour: string): LayerSpecification {
  return {
    id: kind,
    type: 'fill',
    source,
    filter: ['==', ['get', 'kind'], kind],
    paint: { 'fill-color': colour },
  };
}
