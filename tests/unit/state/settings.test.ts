import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../../../src/core/profile.ts';
import { bandMinutes, zoneBandMinutes } from '../../../src/engine/asked.ts';
import { LANGUAGES, THEMES } from '../../../src/state/appearance.ts';
import { regionEntries } from '../../../src/state/region-list.ts';
import {
  DEFAULTS,
  TABS,
  formatSettings,
  parseSettings,
  type Settings,
} from '../../../src/state/settings.ts';

const SERVICES = ['clinic', 'school'];

describe('the address', () => {
  test('is empty for defaults, and an empty one means defaults', () => {
    expect(formatSettings(DEFAULTS)).toBe('');
    expect(parseSettings('', SERVICES)).toEqual({ settings: DEFAULTS, refused: [] });
  });

  test('gives back every setting it was made from', () => {
    const settings: fc.Arbitrary<Settings> = fc.record({
      region: fc.option(fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/)),
      service: fc.option(fc.constantFrom(...SERVICES)),
      minutes: fc.option(fc.integer({ min: 1, max: 30 })),
      profile: fc.option(fc.constantFrom(...PROFILES.map(({ key }) => key))),
      speed: fc.option(fc.constantFrom(0.5, 0.85, 1.5, 10)),
      method: fc.constantFrom('network', 'buffer'),
      detour: fc.constantFrom(1, 1.3, 1.45, 5),
      bands: fc.boolean(),
      places: fc.boolean(),
      evidence: fc.boolean(),
      language: fc.constantFrom(...LANGUAGES),
      theme: fc.constantFrom(...THEMES),
      detail: fc.boolean(),
      basemap: fc.option(fc.stringMatching(/^[\w-]{1,20}$/)),
      camera: fc.option(
        fc.record({
          lon: fc.constantFrom(-51.2, 0, 150.00001),
          lat: fc.constantFrom(-30.05, 0, 38.5),
          zoom: fc.constantFrom(0, 12.25, 22),
        }),
      ),
      tab: fc.constantFrom(...TABS),
    });
    fc.assert(
      fc.property(settings, (given) => {
        expect(parseSettings(formatSettings(given), SERVICES)).toEqual({
          settings: given,
          refused: [],
        });
      }),
    );
  });

  test.each([
    'service=bogus',
    'minutes=0',
    'detail=yes',
    'basemap=https://x',
    'minutes=31',
    'minutes=7.5',
    'minutes=',
    'profile=__proto__',
    'speed=0',
    'speed=NaN',
    'speed=1e9',
    'method=crow',
    'detour=0.5',
    'places=yes',
    'lang=fr',
    'theme=<script>',
    'at=0,0',
    'at=200,0,3',
    'at=a,b,c',
    'region=../../etc',
  ])('that says %s falls back and lists it', (search) => {
    const { settings, refused } = parseSettings(`?${search}`, SERVICES);
    expect(settings).toEqual(DEFAULTS);
    expect(refused).toEqual([search.slice(0, 60)]);
  });
});

test('bands are 5, 10 and 15 minutes below the limit, and the limit', () => {
  expect(bandMinutes(1)).toEqual([1]);
  expect(bandMinutes(10)).toEqual([5, 10]);
  expect(bandMinutes(15)).toEqual([5, 10, 15]);
  expect(bandMinutes(22)).toEqual([5, 10, 15, 22]);
  expect(bandMinutes(22, false)).toEqual([22]);
  expect(zoneBandMinutes({ urban: 15, rural: 30 }, false)).toEqual([15, 30]);
});

describe('the list of regions', () => {
  test('keeps sound entries, each id once', () => {
    const list = [
      { id: 'a', name: '甲', name_en: 'A', invented: true },
      { id: 'a', name: '又甲', invented: false },
      { id: 'b', name: '乙', nearby: 'nearby-0.bin' },
      { id: 'c', name: '丙', nearby: 7 },
    ];
    expect(regionEntries(list)).toEqual([
      { id: 'a', name: '甲', name_en: 'A', invented: true },
      { id: 'b', name: '乙', invented: false, nearby: 'nearby-0.bin' },
      { id: 'c', name: '丙', invented: false },
    ]);
  });

  test.each([null, {}, [null], [1], [{ id: 1, name: 'x' }], 'text'])('is empty for %j', (json) => {
    expect(regionEntries(json)).toEqual([]);
  });
});
