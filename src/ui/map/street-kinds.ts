import type { ExpressionSpecification } from 'maplibre-gl';
import { isOneOf } from './by-zoom.ts';

/** Classes of the street layer that are drawn, and named, alike. */
export const MAJOR = ['motorway', 'trunk', 'primary'];
export const MIDDLE = ['secondary', 'tertiary'];
export const MINOR = ['unclassified', 'residential', 'living_street', 'road', 'pedestrian'];

const PATHS = ['track', 'cycleway', 'bridleway', 'footway', 'path', 'steps'];
const INDOORS = ['corridor', 'crossing', 'platform'];

export const isPath: ExpressionSpecification = isOneOf('class', [...PATHS, ...INDOORS]);

const isRoad: ExpressionSpecification = ['!', isPath];
const bridge: ExpressionSpecification = ['has', 'bridge'];
const tunnel: ExpressionSpecification = ['has', 'tunnel'];

export const isBridge: ExpressionSpecification = ['all', isRoad, bridge];
export const isTunnel: ExpressionSpecification = ['all', isRoad, tunnel, ['!', bridge]];
export const isSurface: ExpressionSpecification = ['all', isRoad, ['!', bridge], ['!', tunnel]];
