import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf, refused } from './refused.ts';
import { TOWN } from './town.ts';

const read = (name: string) => readFileSync(join(TOWN, name), 'utf8');
const [population, facilities, areas] = ['population.csv', 'facilities.csv', 'areas.geojson'].map(
  read,
);
const head = (csv: string) => csv.slice(0, csv.indexOf('\n') + 1);

type Role = 'population' | 'facilities' | 'areas' | 'study-area';

/** What is offered for which option, and what the sentence must say. */
const WRONG: [what: string, role: Role, content: string | Uint8Array, says: RegExp][] = [
  ['an empty population', 'population', '', /spoilt: the file is empty/],
  ['a population of column names only', 'population', head(population), /only the column names/],
  [
    'a population without total',
    'population',
    population.replace('total', 'sum'),
    /spoilt: line 1 lacks the columns total.*Found: id, lon, lat, sum/,
  ],
  ['a spreadsheet renamed', 'population', 'PK\x03\x04 workbook', /Excel workbook.*CSV UTF-8/],
  [
    'a population with lon and lat swapped everywhere',
    'population',
    population.replace(/(\d+\.\d+),(\d+\.\d+)/g, '$2,$1'),
    /All 12 rows of spoilt were rejected\. Line 2: .*swapped/,
  ],
  [
    'a population of another place',
    'population',
    population.replace(/,150\./g, ',151.').replace(/,149\./g, ',151.'),
    /Not one population point.*151, 38.*streets cover 149\.9700/,
  ],
  ['facilities without a service', 'facilities', facilities.replace('service', 'kind'), /service/],
  [
    'facilities of services nobody knows',
    'facilities',
    facilities.replace(/school,1|clinic,1/g, 'casino,1'),
    /All 3 rows of spoilt were rejected\. Line 2: .*“casino” is unknown; expected one of elder_care/,
  ],
  [
    'facilities of another place',
    'facilities',
    facilities.replace(/,38\./g, ',39.'),
    /Not one facilities point.*150, 39\.005/,
  ],
  ['an open quote', 'facilities', facilities.replace('东路', '"东路'), /line 3 is never closed/],
  ['areas cut off', 'areas', areas.slice(0, 200), /spoilt: not valid JSON at line \d+, column \d+/],
  ['areas that are a CSV', 'areas', population, /not valid JSON at line 1, column 1/],
  ['areas that are empty', 'areas', '{"type":"FeatureCollection","features":[]}', /no features/],
  [
    'areas in metres',
    'areas',
    areas.replace('{', '{"crs":{"type":"name","properties":{"name":"EPSG:3857"}},'),
    /EPSG:3857.*expected WGS 84/,
  ],
  [
    'areas of points',
    'areas',
    areas.replace(/Polygon/g, 'Point'),
    /All 2 rows of spoilt were rejected.*expected Polygon/,
  ],
  [
    'a study area elsewhere',
    'study-area',
    '{"type":"Polygon","coordinates":[[[10,10],[11,10],[11,11],[10,10]]]}',
    /No populated place lies inside the study area/,
  ],
  [
    'a study area that is not closed',
    'study-area',
    '{"type":"Polygon","coordinates":[[[149,37],[151,37],[151,39],[149,39]]]}',
    /feature 1: .*not closed/,
  ],
  ['bytes that are no text', 'areas', Uint8Array.of(0xff, 0xfe, 0xff), /UTF-16/],
];

describe('tables that are refused', () => {
  it.each(WRONG)('%s', async (_, role, content, says) => {
    const fault = await refused({ [role]: fileOf('spoilt', content) });
    expect(fault.text.en).toMatch(says);
  });

  it.each(['osm', 'population', 'facilities', 'areas', 'study-area'])(
    'a missing file, a folder instead of a file: --%s',
    async (role) => {
      const missing = await refused({ [role]: join(TOWN, 'nowhere.csv') });
      expect(missing.text.en).toMatch(/Cannot read .*nowhere\.csv \(no such file\)/);
      const folder = await refused({ [role]: TOWN });
      expect(folder.text.en).toMatch(/Cannot read .*town.* \(it is a folder, expected a file\)/);
    },
  );
});
