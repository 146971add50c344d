import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/geo.ts';
import { findEstates } from '../../../src/data/osm-services/estates.ts';
import { MOST_ENTRANCES } from '../../../src/data/osm-services/entrances.ts';
import { ObjectPlaces } from '../../../src/data/osm-services/object-place.ts';
import { regionFacilities } from '../../../src/data/osm-services/region-facilities.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { ALL, RULES } from './shipped-rules.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');

/**
 * Figures by `osmium tags-filter -R FILE nwr/amenity=school` (and so on), nodes + ways; the estates
 * are ways with landuse=residential and a name.
 */
const FILES = [
  {
    file: 'beijing-haidian/thu_zhongguancun_2017.osm.gz',
    // Schools 5 n + 3 w, kindergarten 1 w, hospitals 2 w, parks 12 w.
    osm: { school: 8, kindergarten: 1, hospital: 2, park: 12 },
    skipped: 0,
    estates: 6,
    grounds: 18,
  },
  {
    file: 'beijing-haidian/bupt_2025.osm.gz',
    // Hospitals 2 w, of which one is a 社区卫生服务中心 as well; fitness stations 2 n + 2 w; the
    // kindergarten is tagged childcare; 7 w charging stations, none said to be for e-bikes.
    osm: { kindergarten: 1, clinic: 1, hospital: 2, fitness: 4 },
    skipped: 7,
    estates: 0,
    grounds: 6,
  },
  {
    file: 'monaco/monaco_2016.osm.pbf',
    // Schools 10 n + 6 w, kindergarten 1 n, hospitals 5 n, parks 16 w.
    osm: { school: 16, kindergarten: 1, hospital: 5, park: 16 },
    skipped: 0,
    estates: 3,
    grounds: 22,
  },
];

describe('services of real extracts', () => {
  for (const { file, ...expected } of FILES) {
    const path = resolve(folder, file);
    const absent = !existsSync(path);
    if (absent) console.log(`osm-services: ${path} is absent (HUIMIN_REAL_DATA): skipped`);

    it.skipIf(absent)(file, () => {
      const osm = readOsm(readFileSync(path), {
        fileName: file,
        inflate: (data, size) => inflateSync(data, { maxOutputLength: Math.max(1, size) }),
      });
      const places = new ObjectPlaces(osm);
      const { facilities, origins } = regionFacilities(osm, RULES, [], ALL, places);
      expect(origins.osm).toEqual(expected.osm);
      expect(origins.nowhere).toBe(0);
      expect(origins.skipped.reduce((sum, { count }) => sum + count, 0)).toBe(expected.skipped);
      expect(origins.with_entrances).toBe(expected.grounds);
      expect(new Set(facilities.map(({ id }) => id)).size).toBe(facilities.length);
      expect(findEstates(osm, places)).toHaveLength(expected.estates);
      for (const { entrances = [], lon, lat } of facilities) {
        expect(entrances.length).toBeLessThanOrEqual(MOST_ENTRANCES);
        // Not one is somewhere else altogether: the largest ground here is 圆明园, 2 km long.
        for (const [x, y] of entrances) expect(distance(lon, lat, x, y)).toBeLessThan(2000);
      }
    });
  }

  const thu = resolve(folder, FILES[0].file);
  it.skipIf(!existsSync(thu))('清华附中 is reached where its drives cross its line', () => {
    const osm = readOsm(readFileSync(thu), { fileName: 'thu' });
    const school = regionFacilities(osm, RULES, [], ALL).facilities.find(
      ({ id }) => id === 'osm-w412298166',
    );
    expect(school).toMatchObject({ name: '清华大学附属中学', service: 'school', status: 'open' });
    expect(school!.entrances).toHaveLength(3);
  });
});
