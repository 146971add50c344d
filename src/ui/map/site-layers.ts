import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palettes.ts';
import { REGULAR } from './fonts.ts';
import { localName, type Language } from './local-name.ts';
import { SOURCE } from './sources.ts';

/** From this zoom on a facility is its icon; below it a dot. */
const ICONS_FROM = 12.5;
const NAMES_FROM = 14.5;

/** Facilities seen from afar: dots, which lie under the names of places. */
export function siteDotLayers(p: Palette): LayerSpecification[] {
  const source = SOURCE.sites;
  return [
    {
      id: 'site-hover',
      type: 'circle',
      source,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 7, ICONS_FROM, 12, 15, 16],
        'circle-opacity': 0,
        'circle-stroke-color': p.ink,
        'circle-stroke-width': ['case', ['boolean', ['feature-state', 'hover'], false], 3, 0],
      },
    },
    {
      id: 'site-dot',
      type: 'circle',
      source,
      maxzoom: ICONS_FROM,
      layout: { 'circle-sort-key': ['get', 'order'] },
      paint: {
        'circle-color': ['get', 'fill'],
        'circle-stroke-color': ['get', 'ring'],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 12, 4.2],
        'circle-stroke-width': 1.4,
      },
    },
  ];
}

/** Facilities from nearby. Icons may lie over each other: none is left out; names give way. */
export function siteLayers(p: Palette, language: Language): LayerSpecification[] {
  const source = SOURCE.sites;
  return [
    {
      id: 'site',
      type: 'symbol',
      source,
      minzoom: ICONS_FROM,
      layout: {
        'symbol-sort-key': ['get', 'order'],
        'icon-image': ['get', 'image'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], ICONS_FROM, 0.72, 15, 1],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['step', ['zoom'], '', NAMES_FROM, localName(language, 'nameEn')],
        'text-font': REGULAR,
        'text-size': 13,
        'text-anchor': 'top',
        'text-offset': [0, 1.2],
        'text-max-width': 9,
        'text-optional': true,
      },
      paint: { 'text-color': p.ink, 'text-halo-color': p.halo, 'text-halo-width': 1.6 },
    },
  ];
}
