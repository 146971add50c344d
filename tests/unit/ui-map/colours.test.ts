import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseServices } from '../../../src/data/services.ts';
import { contrast, mix, readable } from '../../../src/ui/map/colour-mix.ts';
import { bandColour, palette, serviceColour } from '../../../src/ui/map/colours.ts';
import type { Theme } from '../../../src/ui/map/palettes.ts';
import { apart, SIGHTS } from './colour-sight.ts';

const services = parseServices(JSON.parse(readFileSync('data/services.json', 'utf8')));
const LIMITS = [5, 10, 15, 30];

describe.each<Theme>(['light', 'dark', 'contrast'])('colours in %s', (theme) => {
  const p = palette(theme);
  const bands = LIMITS.map((minutes) => bandColour(theme, minutes));

  it.each(services.map(({ key, colour }) => [key, colour]))('show the icon of %s', (_, colour) => {
    expect(contrast(serviceColour(theme, colour), p.glyph)).toBeGreaterThanOrEqual(3);
  });

  it('show a gap’s number and its hatch', () => {
    expect(contrast(p.gapNumber, p.gap)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(p.gap, p.gapTint)).toBeGreaterThanOrEqual(3);
  });

  it('keep every text readable on its halo', () => {
    for (const ink of [p.ink, p.quietInk, p.waterInk, p.greenInk]) {
      expect(contrast(ink, p.halo), ink).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep the names of waters, parks and quarters readable on their own ground', () => {
    const grounds: [ink: string, ...grounds: string[]][] = [
      [p.waterInk, p.water],
      [p.greenInk, p.park, p.wood, p.grass, p.wetland, p.pitch, p.cemetery],
      [p.quietInk, p.residential, p.civic, p.industrial, p.commercial, p.farm, p.road],
      [p.ink, p.residential, p.farm, p.land],
    ];
    for (const [ink, ...below] of grounds) {
      for (const ground of below) {
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('keep a street to be told from what it runs through', () => {
    for (const ground of [p.land, p.residential, p.wood, ...bands]) {
      const sides = mix(p.casing, ground, p.casingStrength);
      const told = Math.max(apart(p.road, ground, 'usual'), apart(sides, ground, 'usual'));
      expect(told, ground).toBeGreaterThan(7);
    }
  });

  it.each(SIGHTS)('keep bands apart from each other and from the land: %s', (sight) => {
    const ramp = [...bands, p.land];
    expect(apart(bands[3], p.farm, sight), 'farm').toBeGreaterThan(3.5);
    for (let k = 1; k < ramp.length; k++) {
      expect(apart(ramp[k - 1], ramp[k], sight), `${k}`).toBeGreaterThan(4);
    }
  });

  it.each(SIGHTS)('keep a gap apart from every band: %s', (sight) => {
    for (const band of bands) {
      const told = Math.max(apart(p.gap, band, sight), apart(p.gapTint, band, sight));
      expect(told, band).toBeGreaterThan(12);
    }
  });
});

describe('the ramp', () => {
  it('gives a limit the step it ends', () => {
    expect(bandColour('light', 12)).toBe(bandColour('light', 15));
    expect(bandColour('light', 5)).not.toBe(bandColour('light', 6));
    expect(bandColour('light', 45)).toBe(bandColour('light', 30));
  });
});

describe('mixing', () => {
  it('is what a translucent layer shows', () => {
    expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080');
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  });

  it('moves a colour only as far as it must', () => {
    expect(readable('#1F5FA8', '#FFFFFF', '#000000', 3)).toBe('#1f5fa8');
    expect(contrast(readable('#FFFF00', '#FFFFFF', '#000000', 4.5), '#FFFFFF')).toBeGreaterThan(
      4.5,
    );
  });
});
