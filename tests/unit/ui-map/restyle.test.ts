import type { Map } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { restyle } from '../../../src/ui/map/restyle.ts';
import { mapStyle } from '../../../src/ui/map/style.ts';

/** As much of a map as is asked to change: its layers, by id. */
function fakeMap(style = mapStyle('light', 'zh')) {
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
    restyle(map, mapStyle('dark', 'en'));
    expect(layers).toEqual(mapStyle('dark', 'en').layers);
  });

  it('is undone by the way back', () => {
    const { map, layers } = fakeMap();
    restyle(map, mapStyle('contrast', 'en'));
    restyle(map, mapStyle('light', 'zh'));
    expect(layers).toEqual(mapStyle('light', 'zh').layers);
  });
});
