import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { asGround, byWord, byZoom, isOneOf } from './by-zoom.ts';
import { TILES } from './ground.ts';
import { arrowImage } from './map-images.ts';
import type { Palette } from './palettes.ts';
import { isBridge, isPath, isSurface, isTunnel, MAJOR, MIDDLE, MINOR } from './street-kinds.ts';

const street = { source: TILES, 'source-layer': 'street' } as const;
const has = (name: string): ExpressionSpecification => ['has', name];
const isPrivate: ExpressionSpecification = ['==', ['get', 'access'], 'private'];

/** Widths in pixels of the classes at some zooms: motorway and trunk, primary, … , service. */
const WIDTHS: [zoom: number, ...widths: [number, number, number, number, number, number]][] = [
  [8, 1.1, 0.8, 0.5, 0.3, 0.1, 0.1],
  [10, 1.5, 1.1, 0.8, 0.5, 0.2, 0.1],
  [12, 2.6, 2, 1.5, 1.1, 0.5, 0.25],
  [14, 5, 4.2, 3.4, 2.7, 1.5, 0.7],
  [16, 11.5, 10, 8.5, 7, 4.6, 2.3],
  [18, 32, 28, 25, 21, 15, 7.5],
];

/**
 * Streets from below to above: tunnels dashed, paths, then all casings under all fillings so that
 * crossings are open, the wider over the narrower, links under their roads, bridges over all.
 */
export function streetLayers(p: Palette): LayerSpecification[] {
  return [
    casing('tunnel-casing', isTunnel, p.casing, p.casingStrength, { 'line-dasharray': [2.4, 1.6] }),
    filling('tunnel', isTunnel, p.tunnel),
    paths('path', ['all', isPath, ['!', isOneOf('class', ['steps'])]], p.path, [2.6, 1.6], 1),
    paths('steps', ['all', isPath, isOneOf('class', ['steps'])], p.path, [0.7, 0.5], 2),
    casing('street-casing', isSurface, p.casing, p.casingStrength),
    filling('street', isSurface, fillColour(p)),
    {
      id: 'street-private',
      type: 'line',
      ...street,
      minzoom: 15,
      filter: ['all', ['!', isPath], isPrivate],
      paint: {
        'line-color': p.casing,
        'line-width': byZoom(15, 0.8, 18, 2),
        'line-dasharray': [1, 2.4],
        'line-opacity': p.casingStrength * 1.4,
      },
    },
    casing('bridge-casing', isBridge, p.bridge, 1),
    filling('bridge', isBridge, fillColour(p)),
  ];
}

/** Arrows along one-way streets, from close by. */
export function arrowLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'one-way',
      type: 'symbol',
      ...street,
      minzoom: 16,
      filter: ['all', ['!', isPath], has('oneway')],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 110,
        'icon-image': arrowImage(p.arrow),
        'icon-size': byZoom(16, 0.7, 18, 1.1),
        'icon-rotation-alignment': 'map',
        'icon-padding': 4,
      },
    },
  ];
}

function fillColour(p: Palette): ExpressionSpecification {
  const near: ExpressionSpecification = [
    'case',
    isPrivate,
    p.privateRoad,
    byWord('class', [[['motorway', 'trunk'], p.motorway]], p.road),
  ];
  // From afar a main road has no casing to be seen by.
  const far = byWord('class', [[[...MAJOR, ...MIDDLE], p.roadFar]], p.road);
  return byZoom(10, far, 11.5, near);
}

function paths(
  id: string,
  filter: ExpressionSpecification,
  colour: string,
  dashes: number[],
  width: number,
): LayerSpecification {
  return {
    id,
    type: 'line',
    ...street,
    minzoom: 13,
    filter,
    paint: {
      'line-color': colour,
      'line-width': asGround(1.5, 13, 0.4 * width, 15, 0.9 * width, 18, 2.4 * width),
      'line-dasharray': dashes,
      'line-opacity': byZoom(13, 0.5, 15, 1),
    },
  };
}

function casing(
  id: string,
  filter: ExpressionSpecification,
  colour: string,
  strength: number,
  more: { 'line-dasharray'?: number[] } = {},
): LayerSpecification {
  // A thin line has to be darker to be seen as well.
  const far = Math.min(1, strength * 1.6);
  return {
    id,
    type: 'line',
    ...street,
    minzoom: 11,
    filter,
    layout: {
      // A bridge ends square: its sides must not close over the road that leads onto it.
      'line-cap': id === 'street-casing' ? 'round' : 'butt',
      'line-join': 'round',
      'line-sort-key': sortKey,
    },
    paint: {
      'line-color': colour,
      'line-width': width(1.5),
      // Small streets only get their sides where there is room between them.
      'line-opacity': byZoom(
        ...[11, byWord('class', [[[...MAJOR, ...MIDDLE], far]], 0)],
        ...[13, byWord('class', [[[...MAJOR, ...MIDDLE], far]], 0.25 * strength)],
        ...[14.5, strength],
      ),
      ...more,
    },
  };
}

function filling(
  id: string,
  filter: ExpressionSpecification,
  colour: string | ExpressionSpecification,
): LayerSpecification {
  return {
    id,
    type: 'line',
    ...street,
    filter,
    layout: {
      'line-cap': id === 'tunnel' ? 'butt' : 'round',
      'line-join': 'round',
      'line-sort-key': sortKey,
    },
    paint: {
      'line-color': colour,
      'line-width': width(0),
      // From afar the small streets are a texture, not the message.
      'line-opacity': byZoom(
        ...[12, byWord('class', [[[...MAJOR, ...MIDDLE], 1]], 0.55)],
        ...[13.5, byWord('class', [[['service'], 0.7]], 1)],
        ...[14.5, 1],
      ),
    },
  };
}

/** The wider the higher; a link under the roads it joins. */
const sortKey: ExpressionSpecification = [
  '-',
  byWord(
    'class',
    [
      ['motorway', 9],
      ['trunk', 8],
      ['primary', 7],
      ['secondary', 6],
      ['tertiary', 5],
      [MINOR, 3],
    ],
    1,
  ),
  ['case', has('link'), 1.5, 0],
];

/** Width by class and zoom, `more` pixels wider at zoom 14 and in keeping elsewhere. */
function width(more: number): ExpressionSpecification {
  const stops = WIDTHS.flatMap(
    ([zoom, ...[widest, primary, secondary, tertiary, minor, service]]) => {
      const own = byWord(
        'class',
        [
          [['motorway', 'trunk'], widest],
          ['primary', primary],
          ['secondary', secondary],
          ['tertiary', tertiary],
          [MINOR, minor],
        ],
        service,
      );
      const sides = more * Math.min(1.4, Math.max(0.6, (zoom - 8) / 6));
      return [zoom, ['+', ['*', own, ['case', has('link'), 0.62, 1]], sides] as const];
    },
  );
  return asGround(1.5, ...(stops as (number | ExpressionSpecification)[]));
}
