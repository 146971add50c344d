import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../../src/ui/map/colour-mix.ts';
import { palette } from '../../../src/ui/map/colours.ts';
import { mapStyle, type Look } from '../../../src/ui/map/style.ts';
import { GROUNDS, LIGHT, LOOKS } from './looks.ts';
import { SCHEMA } from './tile-schema.ts';

/** What must not differ on one ground, or changing the look in place would leave some of the old. */
function bones(look: Look) {
  const { layers, sources, state } = mapStyle(look);
  const kept = layers.map(({ paint = {}, layout = {}, ...rest }) => ({
    ...rest,
    properties: [...Object.keys(paint), ...Object.keys(layout)],
  }));
  return JSON.stringify({ kept, sources, state });
}

/** Every operator call in a value, innermost included. */
function calls(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(calls);
  return Array.isArray(value) ? [value, ...inner] : inner;
}

const colours = (value: unknown): string[] => JSON.stringify(value ?? '').match(/#\w{6}/g) ?? [];

describe.each(LOOKS)('the style: $theme, $language, $density, $ground.kind', (look) => {
  const style = mapStyle(look);

  it('is valid by MapLibre’s own rules', () => {
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('has no glyphs and no sprite, and asks no host but the ground’s own', () => {
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    const { ground, ...rest } = { ...style, ground: JSON.stringify(look.ground) };
    expect(JSON.stringify({ ...rest, sources: {} })).not.toMatch(/https?:|\/\//);
    for (const address of JSON.stringify(style.sources).match(/"[^"]*\/\/[^"]*"/g) ?? []) {
      expect(ground).toContain(address);
    }
  });

  it('differs from the others on its ground in paint and layout only', () => {
    expect(bones(look)).toBe(bones({ ...LIGHT, ground: look.ground }));
  });

  it('keeps every text readable on its halo and on bare land', () => {
    const { land } = palette(look.theme);
    for (const { id, type, paint } of style.layers) {
      if (type !== 'symbol' || ['gap-badge', 'one-way', 'chosen-rank'].includes(id)) continue;
      const halo = colours(paint?.['text-halo-color'])[0];
      const inks = colours(paint?.['text-color']);
      expect(inks.length, id).toBeGreaterThan(0);
      for (const ink of inks) {
        expect(contrast(ink, halo), `${id} ${ink}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, land), `${id} ${ink}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('keeps the rank of a chosen site readable on its disc', () => {
    const paint = (layer: string) => style.layers.find(({ id }) => id === layer)!.paint as never;
    const [disc] = colours(paint('chosen')['circle-color']);
    const [ink] = colours(paint('chosen-rank')['text-color']);
    expect(contrast(ink, disc)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the layers of our own tiles', () => {
  const layers = mapStyle({ ...LIGHT, density: 'full' }).layers.filter(
    (layer): layer is Extract<LayerSpecification, { 'source-layer'?: string }> =>
      'source' in layer && layer.source === 'basemap',
  );

  it('draw every layer of the schema', () => {
    const drawn = new Set(layers.map((layer) => layer['source-layer']));
    expect([...drawn].toSorted()).toEqual(Object.keys(SCHEMA).toSorted());
  });

  it.each(layers.map((layer) => [layer.id, layer] as const))(
    '%s reads only what the schema has',
    (_, layer) => {
      const attributes = SCHEMA[layer['source-layer']!];
      for (const [operator, name, ...rest] of calls(layer)) {
        if (operator === 'get' || operator === 'has') {
          expect(Object.keys(attributes)).toContain(name);
        }
        // match and in compare an attribute with words: words the tiles really have.
        const get = Array.isArray(name) && name[0] === 'get' ? String(name[1]) : null;
        if (!get || (operator !== 'match' && operator !== 'in' && operator !== '==')) continue;
        const known = attributes[get];
        if (!Array.isArray(known)) continue;
        const words = operator === 'match' ? rest.slice(0, -1).filter((_, i) => i % 2 === 0) : rest;
        for (const word of words.flat(3).filter((one) => one !== 'literal')) {
          expect(known, `${layer.id} ${get}`).toContain(word);
        }
      }
    },
  );

  it('never draw a national boundary', () => {
    const levels = layers
      .filter((layer) => layer['source-layer'] === 'boundary')
      .map(({ filter }) => filter as unknown[]);
    const passes = (filter: unknown[], level: number): boolean => {
      const [operator, ...parts] = filter as [string, ...never[]];
      if (operator === 'all') return parts.every((part) => passes(part, level));
      const limit = parts[1] as number;
      if (operator === '==') return level === limit;
      return operator === '>' ? level > limit : level <= limit;
    };
    for (let level = 1; level <= 11; level++) {
      const drawn = levels.filter((filter) => passes(filter, level)).length;
      expect(drawn, `level ${level}`).toBe(level >= 4 && level <= 9 ? 1 : 0);
    }
  });
});

describe('the drawing order', () => {
  const at = (id: string) => {
    const index = mapStyle(LIGHT).layers.findIndex((layer) => layer.id === id);
    expect(index, id).toBeGreaterThanOrEqual(0);
    return index;
  };

  it('lays land, bands, water, gaps, buildings, streets, hatch, places, names, facilities', () => {
    const ground = ['land', 'land-use', 'band', 'nature', 'water', 'gap', 'building', 'rail'];
    const streets = ['tunnel', 'path', 'street-casing', 'street', 'bridge-casing', 'bridge'];
    const ours = ['border', 'gap-hatch', 'place'];
    const names = ['one-way', 'street-name', 'area-name', 'station', 'village-name', 'city-name'];
    const order = [...ground, ...streets, ...ours, ...names, 'site', 'gap-badge'].map(at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe('names', () => {
  const field = (language: Look['language'], id: string) => {
    const layer = mapStyle({ ...LIGHT, language }).layers.find((one) => one.id === id);
    return JSON.stringify(layer?.layout);
  };

  it('are English in English where there is an English name', () => {
    for (const [id, english] of [
      ['town-name', 'name_en'],
      ['street-name', 'name_en'],
      ['site', 'nameEn'],
    ]) {
      expect(field('en', id)).toContain(`"${english}"`);
      expect(field('zh', id)).not.toContain(english);
    }
  });
});

describe('without tiles of our own', () => {
  it('all our data is drawn on the bare land', () => {
    const ids = mapStyle({ ...LIGHT, ground: GROUNDS.plain }).layers.map(({ id }) => id);
    expect(ids[0]).toBe('land');
    for (const id of ['band', 'gap', 'gap-hatch', 'border', 'place', 'site', 'gap-badge']) {
      expect(ids).toContain(id);
    }
    expect(ids).not.toContain('street');
  });

  it('pictures show through the bands, and only in the reader’s language', () => {
    const layers = (language: Look['language']) =>
      mapStyle({ ...LIGHT, language, ground: GROUNDS.pictures }).layers;
    const shown = (language: Look['language']) =>
      layers(language)
        .filter(({ type, layout }) => type === 'raster' && layout?.visibility === 'visible')
        .map(({ id }) => id);
    expect(shown('zh')).toEqual(['outside-0', 'outside-1']);
    expect(shown('en')).toEqual(['outside-0', 'outside-2']);
    const band = layers('zh').find(({ id }) => id === 'band');
    expect(JSON.stringify(band?.paint)).toContain('0.6');
  });
});
