import type { Density } from '../../../src/ui/map/label-layers.ts';
import type { Language } from '../../../src/ui/map/local-name.ts';
import type { Ground } from '../../../src/ui/map/ground.ts';
import type { Theme } from '../../../src/ui/map/palettes.ts';
import type { Look } from '../../../src/ui/map/style.ts';

const THEMES: Theme[] = ['light', 'dark', 'contrast'];
const LANGUAGES: Language[] = ['zh', 'en'];
const DENSITIES: Density[] = ['quiet', 'full'];

/** One ground of each kind; the tiles' address is of the page's own host. */
export const GROUNDS: Record<Ground['kind'], Ground> = {
  plain: { kind: 'plain' },
  tiles: { kind: 'tiles', url: 'pmtiles://tiles/poa/basemap-0123456789ab.pmtiles' },
  pictures: {
    kind: 'pictures',
    layers: [
      { source: { tiles: ['//x/vec/{z}/{x}/{y}'] }, tileSize: 256, maxzoom: 18 },
      { source: { tiles: ['//x/cva/{z}/{x}/{y}'] }, tileSize: 256, maxzoom: 18, language: 'zh' },
      { source: { url: 'pmtiles:////x/eva' }, tileSize: 256, maxzoom: 18, language: 'en' },
    ],
  },
};

export const LIGHT: Look = {
  theme: 'light',
  language: 'zh',
  density: 'quiet',
  ground: GROUNDS.tiles,
};

/** Every look there is: theme × language × density, on each ground. */
export const LOOKS: Look[] = THEMES.flatMap((theme) =>
  LANGUAGES.flatMap((language) =>
    DENSITIES.flatMap((density) =>
      Object.values(GROUNDS).map((ground) => ({ theme, language, density, ground })),
    ),
  ),
);
