import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './colours.ts';
import { SOURCE } from './sources.ts';

const source = SOURCE.streets;

/** Streets fall into four widths and, thinner still, paths. */
const MAJOR = ['trunk', 'primary'];
const MIDDLE = ['secondary', 'tertiary'];
const MINOR = ['unclassified', 'residential', 'living_street', 'road', 'pedestrian'];
const PATHS = ['track', 'cycleway', 'bridleway', 'footway', 'path', 'steps'];
const INDOORS = ['corridor', 'crossing', 'platform'];

const isPath: ExpressionSpecification = [
  'in',
  ['get', 'class'],
  ['literal', [...PATHS, ...INDOORS]],
];
const isStreet: ExpressionSpecification = ['!', isPath];
const isBridge: ExpressionSpecification = ['all', isStreet, ['has', 'bridge']];
const isPlain: ExpressionSpecification = ['all', isStreet, ['!', ['has', 'bridge']]];

/** Streets with a casing, the wider over the narrower, bridges over all, paths dotted below. */
export function streetLayers(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'path',
      type: 'line',
      source,
      minzoom: 13,
      filter: isPath,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': p.path,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 13, 0.6, 15, 1.1, 18, 3],
        'line-dasharray': [3, 1.6],
      },
    },
    casing('street-casing', isPlain, p.casing),
    fill('street', isPlain, p.road),
    casing('bridge-casing', isBridge, p.bridge),
    fill('bridge', isBridge, p.road),
  ];
}

function casing(id: string, filter: ExpressionSpecification, colour: string): LayerSpecification {
  return {
    id,
    type: 'line',
    source,
    filter,
    minzoom: 11,
    layout: { 'line-cap': id === 'street-casing' ? 'round' : 'butt', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': width(0.7, 1.4),
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 14, 1],
    },
  };
}

function fill(id: string, filter: ExpressionSpecification, colour: string): LayerSpecification {
  return {
    id,
    type: 'line',
    source,
    filter,
    layout: {
      'line-cap': 'round',
      'line-join': 'round',
      'line-sort-key': byClass(3, 2, 1, 0),
    },
    paint: {
      'line-color': colour,
      'line-width': width(0, 0),
      // From afar the small streets are a texture, not the message.
      'line-opacity': [
        'interpolate',
        ['linear'],
        ['zoom'],
        10,
        byClass(0.9, 0.8, 0.35, 0.25),
        13,
        byClass(1, 1, 0.85, 0.7),
        14.5,
        1,
      ],
    },
  };
}

/** Width in pixels by class and zoom; a casing is wider by `far` below zoom 13 and `near` above. */
function width(far: number, near: number): ExpressionSpecification {
  return [
    'interpolate',
    ['exponential', 1.55],
    ['zoom'],
    9,
    byClass(0.8, 0.5, 0.15, 0.1, far / 2),
    12,
    byClass(1.9, 1.3, 0.65, 0.35, far),
    14,
    byClass(4.4, 3.4, 2.1, 1, near),
    16,
    byClass(10, 8, 6, 3, near),
    18,
    byClass(26, 21, 16, 8, near + 0.6),
  ];
}

function byClass(
  major: number,
  middle: number,
  minor: number,
  service: number,
  more = 0,
): ExpressionSpecification {
  return [
    'match',
    ['get', 'class'],
    MAJOR,
    major + more,
    MIDDLE,
    middle + more,
    MINOR,
    minor + more,
    service + more,
  ];
}
