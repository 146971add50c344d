import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAreas, readStudyArea } from '../../../src/data/tables/read-areas.ts';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import { readPopulation } from '../../../src/data/tables/read-population.ts';
import { faultOf } from './fault-of.ts';
import { SERVICES } from './services-json.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');
const absent = !existsSync(folder);
if (absent) console.log(`tables: no real data at ${folder} (HUIMIN_REAL_DATA): tests skipped`);

const file = (fileName: string) => [readFileSync(resolve(folder, fileName)), fileName] as const;

describe.skipIf(absent)('Porto Alegre', () => {
  it('population: every hexagon, 812,935 people', () => {
    const [bytes, fileName] = file('porto-alegre/population.csv');
    const { population, rejected } = readPopulation(bytes, { fileName });
    expect(rejected).toEqual([]);
    expect(population.ids).toHaveLength(1227);
    expect(population.fields.total.reduce((sum, people) => sum + people)).toBe(812_935);
  });

  it('facilities: 117 clinics, 177 schools', () => {
    const [bytes, fileName] = file('porto-alegre/facilities.csv');
    const { rows, rejected } = readFacilities(bytes, { fileName, services: SERVICES });
    expect(rejected).toEqual([]);
    expect(rows.filter((row) => row.service === 'clinic')).toHaveLength(117);
    expect(rows.filter((row) => row.service === 'school')).toHaveLength(177);
    expect(rows.every((row) => row.accuracy === 'approximate')).toBe(true);
  });

  it('areas: all 44, which are a study area as well', () => {
    const [bytes, fileName] = file('porto-alegre/areas.geojson');
    const { rows, rejected } = readAreas(bytes, { fileName });
    expect(rejected).toEqual([]);
    expect(rows).toHaveLength(44);
    expect(readStudyArea(bytes, { fileName })).toHaveLength(44);
  });
});

describe.skipIf(absent)('files that are something else', () => {
  it.each([
    ['porto-alegre/poa_osm.pbf', 'not-text'],
    ['porto-alegre/poa_elevation.tif', 'not-text'],
    ['guixi/guixi_2024.osm.gz', 'not-text'],
    ['shenzhen-ev/stations_gcj02.csv', 'missing-columns'],
    ['census/seed_census_2020.csv', 'missing-columns'],
  ])('%s: %s', (name, code) => {
    const [bytes, fileName] = file(name);
    expect(faultOf(() => readPopulation(bytes, { fileName })).code).toBe(code);
  });
});
