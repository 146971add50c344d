import { fromVectorTileJs, type VectorTileFeatureLike } from '@maplibre/vt-pbf';
import type { RawFeature } from 'geojson-vt';
import { cleanLine, cleanRings } from './clean-geometry.ts';
import { LINE, POINT, POLYGON, type Attributes, type ShapeType } from './drawing.ts';

/** Units along a tile's side. */
export const EXTENT = 4096;

/** What geojson-vt carries along with a shape, by reference. */
export interface Drawn {
  layer: number;
  minZoom: number;
  attributes: Attributes;
}

type Flat = ArrayLike<number>;
const LONE_POINT = 4;

/**
 * One tile in the Mapbox Vector Tile format 2, before compression; null where nothing is left in it.
 * A point belongs to one tile only; lines and polygons reach over the edge by the buffer they were
 * cut with. Rings come out closed, with area, outer ones wound as the format asks.
 * @param layers names by index; empty ones are left out.
 */
export function encodeTile(features: readonly RawFeature[], z: number, layers: readonly string[]) {
  const filled = layers.map((): VectorTileFeatureLike[] => []);
  for (const feature of features) {
    const { layer, minZoom, attributes } = feature.tags as unknown as Drawn;
    if (minZoom > z) continue;
    const [type, parts] = partsOf(feature);
    if (parts.length) filled[layer].push(featureOf(type, parts, attributes));
  }
  const named = layers.flatMap((name, k) => {
    const list = filled[k];
    if (!list.length) return [];
    const feature = (i: number) => list[i];
    return [[name, { version: 2, name, extent: EXTENT, length: list.length, feature }] as const];
  });
  return named.length ? fromVectorTileJs({ layers: Object.fromEntries(named) }) : null;
}

function partsOf(feature: RawFeature): [ShapeType, Flat[]] {
  if (feature.type === LONE_POINT) {
    const { x, y } = feature;
    const inside = x >= 0 && x < EXTENT && y >= 0 && y < EXTENT;
    return [POINT, inside ? [[x, y]] : []];
  }
  if (feature.type === POLYGON) return [POLYGON, cleanRings(feature.geometry)];
  if (feature.type === LINE)
    return [LINE, feature.geometry.map(cleanLine).filter((line) => line.length > 2)];
  throw new Error('several points in one shape');
}

function featureOf(type: ShapeType, parts: Flat[], properties: Attributes): VectorTileFeatureLike {
  const loadGeometry = () =>
    parts.map((part) => {
      const points: { x: number; y: number }[] = [];
      for (let k = 0; k < part.length; k += 2) points.push({ x: part[k], y: part[k + 1] });
      return points;
    });
  // The encoder reads x and y of its points and nothing else.
  return {
    type,
    properties,
    id: undefined,
    extent: EXTENT,
    loadGeometry,
  } as unknown as VectorTileFeatureLike;
}
