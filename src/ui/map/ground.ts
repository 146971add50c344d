import type { SourceSpecification } from 'maplibre-gl';
import type { Language } from './local-name.ts';

/** A layer of pictures from elsewhere; `language` where it is only for readers of one. */
export interface PictureLayer {
  source: { tiles: string[] } | { url: string };
  tileSize: 256 | 512;
  maxzoom: number;
  language?: Language;
}

/**
 * What lies under our own data: nothing but the land's colour, tiles of our own schema (`url` as
 * archiveAddress gives it) drawn by our own style, or pictures.
 */
export type Ground =
  { kind: 'plain' } | { kind: 'tiles'; url: string } | { kind: 'pictures'; layers: PictureLayer[] };

export const PLAIN: Ground = { kind: 'plain' };

/** Source of the ground's tiles; pictures have one each, pictureSource(0) the lowest. */
export const TILES = 'basemap';
export const pictureSource = (index: number) => `outside-${index}`;

/** Whether a source is part of the ground, whose absence is no fault of the map's own data. */
export const isGround = (source: string) => source === TILES || source.startsWith('outside-');

/** The sources a ground needs. */
export function groundSources(ground: Ground): Record<string, SourceSpecification> {
  if (ground.kind === 'tiles') return { [TILES]: { type: 'vector', url: ground.url } };
  if (ground.kind === 'plain') return {};
  return Object.fromEntries(
    ground.layers.map(({ source, tileSize, maxzoom }, i) => [
      pictureSource(i),
      { type: 'raster', tileSize, ...source, ...('tiles' in source && { maxzoom }) },
    ]),
  );
}
