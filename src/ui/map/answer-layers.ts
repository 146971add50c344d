import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { bandColour, MINUTE_STEPS } from './colours.ts';
import { BY_EVIDENCE } from './evidence-layers.ts';
import { STRONG } from './fonts.ts';
import { badgeImage, hatchImage } from './map-images.ts';
import type { Palette, Theme } from './palettes.ts';
import { SOURCE } from './sources.ts';

const LIMIT: ExpressionSpecification = ['global-state', 'minutes'];
const minutes: ExpressionSpecification = ['get', 'minutes'];

/**
 * Ground reached within each limit. Opaque, so that a colour is the legend's whatever is below,
 * unless there are pictures below, which are all the map there is; pale while the populated places
 * are shown, whose shades tell the same.
 */
export function bandLayers(theme: Theme, p: Palette, pictures: boolean): LayerSpecification[] {
  return [
    {
      id: 'band',
      type: 'fill',
      source: SOURCE.bands,
      paint: {
        'fill-color': ramp(
          MINUTE_STEPS.map((end) => bandColour(theme, end)),
          bandColour(theme, 30),
        ),

        'fill-opacity': ['case', ['global-state', 'places'], 0.3, pictures ? 0.6 : 1],
      },
    },
    {
      id: 'band-edge',
      type: 'line',
      source: SOURCE.bands,
      filter: ['==', minutes, LIMIT],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': p.accent,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 15, 1.4],
        'line-opacity': 0.7,
      },
    },
  ];
}

/** The ground of the gaps, below the streets: whoever plans there wants to read them. */
export function gapGroundLayers(p: Palette, pictures: boolean): LayerSpecification[] {
  const paint = { 'fill-color': p.gapTint, 'fill-opacity': pictures ? 0.6 : 1 };
  return [{ id: 'gap', type: 'fill', source: SOURCE.gaps, paint }];
}

/** Hatch and outline of each gap, over the streets: it is told without colour too. */
export function gapLayers(p: Palette): LayerSpecification[] {
  const source = SOURCE.gaps;
  return [
    {
      id: 'gap-hatch',
      type: 'fill',
      source,
      paint: {
        'fill-pattern': hatchImage(p.gap, p.hatch),
        // Where streets are read one by one, the hatch lets them through.
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 1, 15, p.hatchNear],
      },
    },
    {
      id: 'gap-outline',
      type: 'line',
      source,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': p.gap,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.5 * p.hatch, 15, 1.3 * p.hatch],
      },
    },
    {
      id: 'gap-selected-halo',
      type: 'line',
      source,
      filter: ['==', ['get', 'rank'], ['global-state', 'gap']],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.halo, 'line-width': 8 },
    },
    {
      id: 'gap-selected',
      type: 'line',
      source,
      filter: ['==', ['get', 'rank'], ['global-state', 'gap']],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.gap, 'line-width': 4 },
    },
  ];
}

/** The numbers of the gaps: the first twenty from afar, all of them from nearby. */
export function badgeLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'gap-badge',
      type: 'symbol',
      source: SOURCE.gapCentres,
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 10, 10.5, 20, 13, 99]],
      layout: {
        'symbol-sort-key': [
          'case',
          ['==', ['get', 'rank'], ['global-state', 'gap']],
          0,
          ['get', 'rank'],
        ],
        'icon-image': badgeImage(p.gap, p.halo),
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': STRONG,
        'text-size': 12,
        'icon-padding': 0,
        'text-padding': 0,
      },
      paint: { 'text-color': p.gapNumber },
    },
  ];
}

/** Populated places: size by people, colour by minutes, burnt orange beyond the limit. */
export function placeLayers(p: Palette): LayerSpecification[] {
  const [near, ...rest] = p.minutes;
  const size = (factor: number, least: number, most: number): ExpressionSpecification => [
    'min',
    most,
    ['max', least, ['*', factor, ['sqrt', ['get', 'people']]]],
  ];
  return [
    {
      id: 'place',
      type: 'circle',
      source: SOURCE.places,
      filter: ['!', BY_EVIDENCE],
      layout: { 'circle-sort-key': ['-', 0, ['get', 'people']] },
      paint: {
        'circle-color': [
          'case',
          ['==', minutes, null],
          p.gap,
          ['>', minutes, LIMIT],
          p.gap,
          ramp([near, rest[0], rest[1]], rest[2]),
        ],
        'circle-radius': [
          'interpolate',
          ['linear'],
          ['zoom'],
          11,
          size(0.09, 1.6, 5),
          15,
          size(0.3, 3, 14),
        ],
        'circle-stroke-color': p.halo,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11, 0.4, 14, 1],
        'circle-opacity': 0.9,
      },
    },
  ];
}

/** Colours of minutes as steps; the ends belong to the step below them. */
function ramp(colours: string[], last: string): ExpressionSpecification {
  const cases = MINUTE_STEPS.flatMap((end, k) => [['<=', minutes, end], colours[k]]);
  return ['case', ...cases, last] as unknown as ExpressionSpecification;
}
