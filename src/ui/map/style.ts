import type { StyleSpecification } from 'maplibre-gl';
import {
  badgeLayers,
  bandLayers,
  gapGroundLayers,
  gapLayers,
  placeLayers,
} from './answer-layers.ts';
import { areaLayers } from './area-layers.ts';
import { palette, type Theme } from './colours.ts';
import { landLayers, natureLayers, railLayers } from './ground-layers.ts';
import { placeNameLayers, streetNameLayers } from './label-layers.ts';
import type { Language } from './local-name.ts';
import { siteLayers } from './site-layers.ts';
import { emptySources } from './sources.ts';
import { streetLayers } from './street-layers.ts';

/**
 * The whole look of the map, a pure function. Themes and languages differ in paint and layout only,
 * never in layers, filters or sources, so that one can be turned into another in place.
 */
export function mapStyle(theme: Theme, language: Language): StyleSpecification {
  const p = palette(theme);
  return {
    version: 8,
    // No glyphs: every character is drawn from local fonts and nothing is fetched.
    // What is chosen: the limit in minutes, a gap's rank, an area's id, whether places are shown.
    state: {
      minutes: { default: 15 },
      gap: { default: -1 },
      area: { default: '' },
      places: { default: false },
    },
    sources: emptySources(),
    layers: [
      ...landLayers(p),
      ...bandLayers(theme, p),
      ...natureLayers(p),
      ...gapGroundLayers(p),
      ...railLayers(p),
      ...streetLayers(p),
      ...areaLayers(p),
      ...gapLayers(p),
      ...placeLayers(p),
      ...streetNameLayers(p, language),
      ...placeNameLayers(p, language),
      ...siteLayers(p, language),
      ...badgeLayers(p),
    ],
  };
}
