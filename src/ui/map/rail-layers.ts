import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { byWord, byZoom, isOneOf } from './by-zoom.ts';
import { TILES } from './ground.ts';
import type { Palette } from './palettes.ts';

const rail = { source: TILES, 'source-layer': 'rail' } as const;
const HEAVY = ['rail'];
const main: ExpressionSpecification = ['all', isOneOf('kind', HEAVY), ['!', ['has', 'service']]];
const onGround: ExpressionSpecification = ['all', main, ['!', ['has', 'tunnel']]];

/** Rails: a grey line with sleepers from close by; sidings, trams and the underground thinner. */
export function railLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'rail-light',
      type: 'line',
      ...rail,
      minzoom: 12,
      filter: ['!', isOneOf('kind', HEAVY)],
      paint: {
        'line-color': p.rail,
        'line-width': byZoom(12, 0.6, 15, 1.4, 18, 2.4),
        'line-dasharray': byWord('kind', [['subway', ['literal', [4, 3]]]], ['literal', [1, 0]]),
      },
    },
    {
      id: 'rail-siding',
      type: 'line',
      ...rail,
      minzoom: 13,
      filter: ['all', isOneOf('kind', HEAVY), ['has', 'service']],
      paint: { 'line-color': p.rail, 'line-width': byZoom(13, 0.4, 15, 0.9, 18, 2) },
    },
    {
      id: 'rail-tunnel',
      type: 'line',
      ...rail,
      minzoom: 11,
      filter: ['all', main, ['has', 'tunnel']],
      paint: {
        'line-color': p.rail,
        'line-width': byZoom(11, 0.6, 14, 1.4, 18, 3),
        'line-dasharray': [3, 2.5],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'rail',
      type: 'line',
      ...rail,
      filter: onGround,
      paint: { 'line-color': p.rail, 'line-width': byZoom(9, 0.7, 14, 2.2, 18, 4.5) },
    },
    {
      id: 'rail-dash',
      type: 'line',
      ...rail,
      minzoom: 12,
      filter: onGround,
      paint: {
        'line-color': p.halo,
        'line-width': byZoom(12, 0.5, 14, 1.1, 18, 2.6),
        'line-dasharray': [6, 6],
      },
    },
  ];
}
