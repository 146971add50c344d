import type { LayerSpecification } from 'maplibre-gl';
import { asGround, byWord, byZoom, isOneOf } from './by-zoom.ts';
import { TILES, pictureSource, type PictureLayer } from './ground.ts';
import type { Density } from './label-layers.ts';
import type { Language } from './local-name.ts';
import type { Palette, Theme } from './palettes.ts';

const NATURE = ['grass', 'park', 'wood', 'wetland', 'pitch'] as const;
const USES = [
  'farm',
  'residential',
  'industrial',
  'railway',
  'commercial',
  'sand',
  'cemetery',
  'school',
  'hospital',
  'pedestrian',
] as const;

/** The bare land, under everything. */
export function bareLand(p: Palette): LayerSpecification {
  return { id: 'land', type: 'background', paint: { 'background-color': p.land } };
}

/** What people made of the land: under the bands. Small grounds lie on the large ones around them. */
export function landUseLayers(p: Palette): LayerSpecification[] {
  const colours: Record<(typeof USES)[number], string> = {
    farm: p.farm,
    residential: p.residential,
    industrial: p.industrial,
    railway: p.industrial,
    commercial: p.commercial,
    sand: p.sand,
    cemetery: p.cemetery,
    school: p.civic,
    hospital: p.civic,
    pedestrian: p.plaza,
  };
  return [
    {
      id: 'land-use',
      type: 'fill',
      source: TILES,
      'source-layer': 'land',
      filter: isOneOf('kind', USES),
      layout: { 'fill-sort-key': order(USES) },
      paint: { 'fill-color': byWord('kind', Object.entries(colours), p.land) },
    },
  ];
}

/** Green and water, where nobody lives: over the bands. */
export function natureLayers(p: Palette): LayerSpecification[] {
  const colours: Record<(typeof NATURE)[number], string> = {
    grass: p.grass,
    park: p.park,
    wood: p.wood,
    wetland: p.wetland,
    pitch: p.pitch,
  };
  return [
    {
      id: 'nature',
      type: 'fill',
      source: TILES,
      'source-layer': 'land',
      filter: isOneOf('kind', NATURE),
      layout: { 'fill-sort-key': order(NATURE) },
      paint: { 'fill-color': byWord('kind', Object.entries(colours), p.park) },
    },
    {
      id: 'waterway',
      type: 'line',
      source: TILES,
      'source-layer': 'waterway',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': p.water,
        'line-width': asGround(
          1.6,
          ...[9, byWord('kind', [['river', 1.1]], 0.2)],
          ...[12, byWord('kind', [['river', 2.2]], 0.7)],
          ...[14, byWord('kind', [['river', 4]], 1.4)],
          ...[18, byWord('kind', [['river', 20]], 7)],
        ),
      },
    },
    {
      id: 'water',
      type: 'fill',
      source: TILES,
      'source-layer': 'water',
      paint: { 'fill-color': p.water },
    },
  ];
}

/** Buildings, seen through: a band's colour stays the band's. A quiet map has them nearer only. */
export function buildingLayers(p: Palette, density: Density): LayerSpecification[] {
  const from = density === 'full' ? 13 : 14;
  const strength = p.buildingStrength;
  return [
    {
      id: 'building',
      type: 'fill',
      source: TILES,
      'source-layer': 'building',
      minzoom: 13,
      paint: {
        'fill-color': p.building,
        'fill-opacity': byZoom(from, 0, from + 0.5, strength * 0.7, 16, strength),
      },
    },
    {
      id: 'building-edge',
      type: 'line',
      source: TILES,
      'source-layer': 'building',
      minzoom: 14,
      paint: {
        'line-color': p.building,
        'line-width': byZoom(15, 0.4, 18, 1),
        'line-opacity': byZoom(from + 0.6, 0, 16, strength * 1.6),
      },
    },
  ];
}

/** Pictures from elsewhere, paler under our own data; those of the other language are not loaded. */
export function pictureLayers(
  layers: PictureLayer[],
  theme: Theme,
  language: Language,
): LayerSpecification[] {
  return layers.map((layer, i) => ({
    id: pictureSource(i),
    type: 'raster',
    source: pictureSource(i),
    layout: { visibility: (layer.language ?? language) === language ? 'visible' : 'none' },
    paint: {
      'raster-saturation': theme === 'contrast' ? 0 : -0.35,
      'raster-brightness-max': theme === 'dark' ? 0.55 : 1,
      'raster-fade-duration': 0,
    },
  }));
}

function order(kinds: readonly string[]) {
  return byWord(
    'kind',
    kinds.map((kind, i) => [kind, i]),
    0,
  );
}
