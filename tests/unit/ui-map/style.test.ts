import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../../src/ui/map/colours.ts';
import type { Language } from '../../../src/ui/map/local-name.ts';
import { mapStyle } from '../../../src/ui/map/style.ts';

const THEMES: Theme[] = ['light', 'dark', 'contrast'];
const LANGUAGES: Language[] = ['zh', 'en'];
const ALL = THEMES.flatMap((theme) => LANGUAGES.map((language) => [theme, language] as const));

/** What must not differ, or changing the theme in place would leave something of the old one. */
function bones(theme: Theme, language: Language) {
  const { layers, sources, state } = mapStyle(theme, language);
  const kept = layers.map(({ paint = {}, layout = {}, ...rest }) => ({
    ...rest,
    properties: [...Object.keys(paint), ...Object.keys(layout)],
  }));
  return JSON.stringify({ kept, sources, state });
}

describe.each(ALL)('the style in %s and %s', (theme, language) => {
  const style = mapStyle(theme, language);

  it('is valid by MapLibre’s own rules', () => {
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('asks nobody for anything: no glyphs, no sprite, no address', () => {
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(JSON.stringify(style)).not.toMatch(/https?:|\/\//);
  });

  it('differs from the others in paint and layout only', () => {
    expect(bones(theme, language)).toBe(bones('light', 'zh'));
  });
});

describe('the drawing order', () => {
  const at = (id: string) => {
    const index = mapStyle('light', 'zh').layers.findIndex((layer) => layer.id === id);
    expect(index, id).toBeGreaterThanOrEqual(0);
    return index;
  };

  it('lays land, bands, water, gaps, streets, hatch, places, facilities, numbers', () => {
    const order = ['land', 'residential', 'band', 'water', 'gap', 'street', 'border', 'gap-hatch'];
    const places = [...order, 'place', 'street-name', 'site', 'gap-badge'].map(at);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('names', () => {
  const field = (language: Language) => {
    const layer = mapStyle('light', language).layers.find(({ id }) => id === 'town-name');
    return JSON.stringify(layer?.layout);
  };

  it('are English in English where there is an English name', () => {
    expect(field('en')).toContain('nameEn');
    expect(field('zh')).not.toContain('nameEn');
  });
});
