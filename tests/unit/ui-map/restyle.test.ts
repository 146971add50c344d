import type { Map } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { restyle } from '../../../src/ui/map/restyle.ts';
import { mapStyle } from '../../../src/ui/map/style.ts';
import { LIGHT } from './looks.ts';

const NIGHT = { ...LIGHT, theme: 'dark', language: 'en', density: 'full' } as const;
const PLAIN = { ...LIGHT, theme: 'contrast', language: 'en' } as const;

/** As much of a map as is asked to change: its layers, by id. */
function fakeMap(style = mapStyle(LIGHT)) {
  const layers = structuredClone(style.layers);
  const set = (part: 'paint' | 'layout') => (id: string, name: string, value: unknown) => {
    const layer = layers.find((one) => one.id === id);
    if (!layer) throw new Error(`no layer ${id}`);
    Object.assign(layer[part] ?? {}, { [name]: value });
  };
  const map = { setPaintProperty: set('paint'), setLayoutProperty: set('layout') };
  return { map: map as unknown as Map, layers };
}

describe('restyling in place', () => {
  it('leaves nothing of the theme and language before', () => {
    const { map, layers } = fakeMap();
    restyle(map, mapStyle(NIGHT));
    expect(layers).toEqual(mapStyle(NIGHT).layers);
  });

  it('is undone by the way back', () => {
    const { map, layers } = fakeMap();
    restyle(map, mapStyle(PLAIN));
    restyle(map, mapStyle(LIGHT));
    expect(layers).toEqual(mapStyle(LIGHT).layers);
  });
});
