import type {
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { byWord, byZoom, isOneOf } from './by-zoom.ts';
import { REGULAR, STRONG } from './fonts.ts';
import { TILES } from './ground.ts';
import { localName, type Language } from './local-name.ts';
import { stationImage } from './map-images.ts';
import type { Palette } from './palettes.ts';
import { MAJOR, MIDDLE, MINOR } from './street-kinds.ts';

/** A quiet map has few names and our own data speaks; a full one is for close reading. */
export type Density = 'quiet' | 'full';

const WATERS = ['lake', 'river', 'reservoir', 'pond', 'sea'];
const GREEN = ['park', 'wood', 'grass', 'wetland', 'pitch', 'cemetery'];

type Text = string | ExpressionSpecification;

/** Names along streets and rivers. Main streets are named first, small ones from close by. */
export function lineNameLayers(
  p: Palette,
  language: Language,
  density: Density,
): LayerSpecification[] {
  const sooner = density === 'full' ? 1 : 0;
  const of = (classes: string[]): Text => [
    'case',
    isOneOf('class', classes),
    localName(language),
    '',
  ];
  return [
    along('street-name', 'street', 12, p.quietInk, p, {
      'symbol-sort-key': byWord(
        'class',
        [
          [MAJOR, 0],
          [MIDDLE, 1],
          [MINOR, 2],
        ],
        3,
      ),
      'symbol-spacing': 380,
      'text-field': [
        'step',
        ['zoom'],
        '',
        ...[14 - sooner, of(MAJOR)],
        ...[14.5 - sooner, of([...MAJOR, ...MIDDLE])],
        ...[15.5 - sooner, of([...MAJOR, ...MIDDLE, ...MINOR])],
        ...[16.5, localName(language)],
      ] as ExpressionSpecification,
      'text-size': byZoom(
        ...[13, byWord('class', [[MAJOR, 11.5]], 10.5)],
        ...[17, byWord('class', [[MAJOR, 14]], 13)],
      ),
      'text-letter-spacing': 0.04,
      'text-padding': 8,
    }),
    along('river-name', 'waterway', 12, p.waterInk, p, {
      'symbol-spacing': 460,
      'text-field': [
        'step',
        ['zoom'],
        ['case', ['==', ['get', 'kind'], 'river'], localName(language), ''],
        14,
        localName(language),
      ],
      'text-size': byZoom(12, 11.5, 16, 13.5),
      'text-letter-spacing': 0.15,
      'text-padding': 12,
    }),
  ];
}

/** Names of parks, waters, estates, schools and hospitals, the larger the sooner. */
export function areaNameLayers(
  p: Palette,
  language: Language,
  density: Density,
): LayerSpecification[] {
  const full = density === 'full';
  // Square metres that earn a name at zoom 11, 12 … 17; estates, schools and hospitals need more.
  const least = full ? [4e6, 1e6, 2.5e5, 5e4, 8e3, 1e3, 0] : [1e7, 3e6, 8e5, 2e5, 4e4, 6e3, 0];
  const calm = isOneOf('kind', [...WATERS, ...GREEN]);
  const named = (square: number): Text => [
    'case',
    ['>=', ['get', 'area'], ['case', calm, square, square * (full ? 1.5 : 6)]],
    localName(language),
    '',
  ];
  const steps = least.flatMap((square, i) => [11 + i, named(square)]);
  return [
    {
      id: 'area-name',
      type: 'symbol',
      source: TILES,
      'source-layer': 'label',
      minzoom: 11,
      filter: ['has', 'name'],
      layout: {
        'symbol-sort-key': ['-', 0, ['get', 'area']],
        'text-field': ['step', ['zoom'], '', ...steps] as unknown as ExpressionSpecification,
        'text-font': REGULAR,
        'text-size': byZoom(11, 11, 17, 13),
        'text-max-width': 7,
        'text-letter-spacing': 0.02,
        'text-padding': full ? 4 : 14,
      },
      paint: {
        'text-color': byWord(
          'kind',
          [
            [WATERS, p.waterInk],
            [GREEN, p.greenInk],
          ],
          p.quietInk,
        ),
        'text-halo-color': p.halo,
        'text-halo-width': 1.4,
      },
    },
  ];
}

/** Stations: a small square, its name beside it. */
export function stationLayers(
  p: Palette,
  language: Language,
  density: Density,
): LayerSpecification[] {
  return [
    {
      id: 'station',
      type: 'symbol',
      source: TILES,
      'source-layer': 'station',
      minzoom: 12,
      layout: {
        // From afar a square without a name says nothing.
        'icon-image': [
          'step',
          ['zoom'],
          '',
          density === 'full' ? 12 : 13.5,
          stationImage(p.quietInk, p.halo),
        ],
        'icon-size': byZoom(12, 0.75, 15, 1),
        'text-field': ['step', ['zoom'], '', density === 'full' ? 13 : 14, localName(language)],
        'text-font': REGULAR,
        'text-size': byZoom(13, 11, 16, 12.5),
        'text-max-width': 8,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.8,
        'text-justify': 'auto',
        'text-optional': true,
        'text-padding': 4,
      },
      paint: { 'text-color': p.quietInk, 'text-halo-color': p.halo, 'text-halo-width': 1.5 },
    },
  ];
}

/** Names of cities, towns, villages, each as long as its name says more than its streets do. */
export function placeNameLayers(p: Palette, language: Language): LayerSpecification[] {
  const place = (id: string, kinds: string[], zooms: [number, number], size: Text | number) =>
    placeName(p, language, { id, kinds, zooms, size, large: id === 'city' || id === 'town' });
  const people: ExpressionSpecification = ['coalesce', ['get', 'population'], 0];
  return [
    place('hamlet', ['hamlet', 'neighbourhood'], [13.5, 17], 12),
    place('village', ['village'], [11.5, 17], 13),
    place('suburb', ['suburb', 'quarter'], [11.5, 16], byWord('kind', [['suburb', 14]], 13)),
    place('town', ['town'], [8, 15], byZoom(8, 13, 12, ['case', ['>=', people, 50000], 18, 16])),
    place('city', ['city'], [8, 14.5], byZoom(8, ['case', ['>=', people, 1e6], 18, 16], 12, 21)),
  ];
}

interface PlaceName {
  id: string;
  kinds: string[];
  zooms: [from: number, to: number];
  size: Text | number;
  large: boolean;
}

function placeName(
  p: Palette,
  language: Language,
  { id, kinds, zooms: [minzoom, maxzoom], size, large }: PlaceName,
): LayerSpecification {
  return {
    id: `${id}-name`,
    type: 'symbol',
    source: TILES,
    'source-layer': 'place',
    minzoom,
    maxzoom,
    filter: ['all', isOneOf('kind', kinds), ['has', 'name']],
    layout: {
      'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'population'], 0]],
      'text-field': localName(language),
      'text-font': large ? STRONG : REGULAR,
      'text-size': size as number,
      'text-letter-spacing': large || id === 'suburb' ? 0.08 : 0.02,
      'text-max-width': 8,
      'text-padding': 8,
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

function along(
  id: string,
  layer: string,
  minzoom: number,
  colour: string,
  p: Palette,
  layout: SymbolLayerSpecification['layout'],
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: TILES,
    'source-layer': layer,
    minzoom,
    filter: ['has', 'name'],
    layout: {
      'symbol-placement': 'line',
      'text-font': REGULAR,
      'text-max-angle': 35,
      ...layout,
    },
    paint: { 'text-color': colour, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
  };
}
