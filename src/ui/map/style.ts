import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { adminLayers } from './admin-layers.ts';
import {
  badgeLayers,
  bandLayers,
  gapGroundLayers,
  gapLayers,
  placeLayers,
} from './answer-layers.ts';
import { areaLayers } from './area-layers.ts';
import { palette } from './colours.ts';
import { evidenceLayers } from './evidence-layers.ts';
import {
  bareLand,
  buildingLayers,
  landUseLayers,
  natureLayers,
  pictureLayers,
} from './ground-layers.ts';
import { groundSources, type Ground } from './ground.ts';
import {
  areaNameLayers,
  lineNameLayers,
  placeNameLayers,
  stationLayers,
  type Density,
} from './label-layers.ts';
import type { Language } from './local-name.ts';
import type { Theme } from './palettes.ts';
import { lostLayers } from './lost-layers.ts';
import { railLayers } from './rail-layers.ts';
import { siteDotLayers, siteLayers } from './site-layers.ts';
import { emptySources } from './sources.ts';
import { arrowLayers, streetLayers } from './street-layers.ts';
import { studyLayers } from './study-layers.ts';

export interface Look {
  theme: Theme;
  language: Language;
  density: Density;
  /** What lies under our own data. */
  ground: Ground;
}

/**
 * The whole look of the map, a pure function. On one ground, themes, languages and densities differ
 * in paint and layout only, never in layers, filters or sources, so that one can be turned into
 * another in place.
 */
export function mapStyle({ theme, language, density, ground }: Look): StyleSpecification {
  const p = palette(theme);
  const pictures = ground.kind === 'pictures';
  /** Layers of our own tiles, where there are any. */
  const tiled = (make: () => LayerSpecification[]) => (ground.kind === 'tiles' ? make() : []);
  return {
    version: 8,
    // No glyphs: every character is drawn from local fonts and nothing is fetched.
    // What is chosen: the limit in minutes, a gap's rank, an area's id, whether places are shown, and
    // whether by evidence.
    state: {
      minutes: { default: 15 },
      gap: { default: -1 },
      area: { default: '' },
      places: { default: false },
      evidence: { default: false },
    },
    sources: { ...groundSources(ground), ...emptySources() },
    layers: [
      bareLand(p),
      ...(pictures ? pictureLayers(ground.layers, theme, language) : []),
      ...tiled(() => landUseLayers(p)),
      ...bandLayers(theme, p, pictures),
      ...tiled(() => natureLayers(p)),
      ...gapGroundLayers(p, pictures),
      ...tiled(() => [
        ...buildingLayers(p, density),
        ...railLayers(p),
        ...streetLayers(p),
        ...adminLayers(p),
      ]),
      ...areaLayers(p),
      ...gapLayers(p),
      ...placeLayers(p),
      ...evidenceLayers(p),
      ...lostLayers(p),
      ...siteDotLayers(p),
      ...tiled(() => [
        ...arrowLayers(p),
        ...lineNameLayers(p, language, density),
        ...areaNameLayers(p, language, density),
        ...stationLayers(p, language, density),
        ...placeNameLayers(p, language),
      ]),
      ...siteLayers(p, language),
      ...badgeLayers(p),
      ...studyLayers(p),
    ],
  };
}
