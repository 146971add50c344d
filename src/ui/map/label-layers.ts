import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './colours.ts';
import { REGULAR, STRONG } from './fonts.ts';
import { localName, type Language } from './local-name.ts';
import { SOURCE } from './sources.ts';

/** Few names: streets from close by, rivers, and places by rank. */
export function streetNameLayers(p: Palette, language: Language): LayerSpecification[] {
  return [
    {
      id: 'street-name',
      type: 'symbol',
      source: SOURCE.streets,
      minzoom: 14.5,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 360,
        'text-field': localName(language),
        'text-font': REGULAR,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14.5, 11, 17, 13],
        'text-letter-spacing': 0.04,
        'text-padding': 8,
        'text-max-angle': 35,
      },
      paint: { 'text-color': p.quietInk, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
    },
  ];
}

export function placeNameLayers(p: Palette, language: Language): LayerSpecification[] {
  const named = (kind: string): ExpressionSpecification => [
    'all',
    ['==', ['get', 'kind'], kind],
    ['has', 'name'],
  ];
  return [
    {
      id: 'river-name',
      type: 'symbol',
      source: SOURCE.backdrop,
      minzoom: 12,
      filter: named('river'),
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': localName(language),
        'text-font': REGULAR,
        'text-size': 12,
        'text-letter-spacing': 0.15,
      },
      paint: { 'text-color': p.waterInk, 'text-halo-color': p.halo, 'text-halo-width': 1.2 },
    },
    settlement('hamlet', p, language, {
      minzoom: 13,
      maxzoom: 17,
      ranks: ['hamlet', 'quarter'],
      size: 12,
    }),
    settlement('village', p, language, { minzoom: 11, maxzoom: 17, ranks: ['village'], size: 13 }),
    settlement('suburb', p, language, { minzoom: 11, maxzoom: 15.5, ranks: ['suburb'], size: 14 }),
    settlement('town', p, language, {
      minzoom: 8,
      maxzoom: 14.5,
      ranks: ['town', 'city'],
      size: 17,
    }),
  ];
}

interface Settlement {
  minzoom: number;
  maxzoom: number;
  ranks: string[];
  size: number;
}

function settlement(
  id: string,
  p: Palette,
  language: Language,
  { minzoom, maxzoom, ranks, size }: Settlement,
): LayerSpecification {
  const large = size > 13;
  return {
    id: `${id}-name`,
    type: 'symbol',
    source: SOURCE.backdrop,
    minzoom,
    // A town's name among its own streets says nothing new.
    maxzoom,
    filter: ['all', ['==', ['get', 'kind'], 'place'], ['in', ['get', 'rank'], ['literal', ranks]]],
    layout: {
      'text-field': localName(language),
      'text-font': large ? STRONG : REGULAR,
      'text-size': size,
      'text-letter-spacing': large ? 0.08 : 0.02,
      'text-max-width': 8,
      'text-padding': 6,
      // Beside the point, where the village's own facility is likely to stand.
      'text-variable-anchor': ['bottom', 'top'],
      'text-radial-offset': 0.55,
    },
    paint: {
      'text-color': large ? p.ink : p.quietInk,
      'text-halo-color': p.halo,
      'text-halo-width': 1.6,
    },
  };
}
