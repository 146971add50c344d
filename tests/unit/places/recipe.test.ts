import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/geo.ts';
import {
  overpassQuery,
  parseRecipe,
  widened,
  type Recipe,
} from '../../../src/data/places/recipe.ts';
import { faultOf } from '../osm/fault-of.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = `${root}data/places/`;
const files = readdirSync(folder).sort();
const recipes = files.map((file) =>
  parseRecipe(JSON.parse(readFileSync(folder + file, 'utf8')), file),
);
const shared = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');

/** Roughly where each place lies: its seat, degrees, from general knowledge. */
const SEATS: Record<string, [lon: number, lat: number]> = {
  dongfeng: [125.53, 42.68],
  dongliao: [124.99, 42.93],
  fengman: [126.57, 43.82],
  linhe: [107.36, 40.76],
  longshan: [125.14, 42.9],
  'weihai-jingkai': [122.17, 37.4],
  'xian-liaoyuan': [125.15, 42.93],
};

describe('the seven recipes', () => {
  it('are there, each under its own id', () => {
    expect(recipes.map(({ id }) => id)).toEqual(Object.keys(SEATS));
    expect(files).toEqual(recipes.map(({ id }) => `${id}.json`));
  });

  it.each(recipes.map((recipe) => [recipe.id, recipe] as const))('%s is sound', (id, recipe) => {
    const [west, south, east, north] = recipe.bbox;
    const [lon, lat] = SEATS[id];
    expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
    // A district or a county: more than 15 km across, less than 150.
    const across = distance(west, south, east, north) / 1000;
    expect(across).toBeGreaterThan(15);
    expect(across).toBeLessThan(150);
    const province = { 22: 'jilin', 37: 'shandong', 15: 'inner-mongolia' }[
      recipe.adcode.slice(0, 2)
    ];
    expect(recipe.extract.file).toBe(`asia/china/${province}-latest.osm.pbf`);
    // Two to five people a household in these parts.
    const { people, households } = recipe.census!;
    expect(people / households).toBeGreaterThan(2);
    expect(people / households).toBeLessThan(5);
  });

  it('say Liaoyuan where they mean not the city of Xi’an', () => {
    const xian = recipes.find(({ name }) => name === '西安区')!;
    expect([xian.id, xian.adcode, xian.within.zh]).toEqual([
      'xian-liaoyuan',
      '220403',
      '吉林省辽源市',
    ]);
  });

  const census = resolve(shared, 'census/seed_census_2020.csv');
  if (!existsSync(census)) console.warn(`${census} is absent (HUIMIN_REAL_DATA): not compared`);
  it.skipIf(!existsSync(census))('agree with the census table to the person', () => {
    const [head, ...lines] = readFileSync(census, 'utf8').trim().split(/\r?\n/);
    expect(head).toBe('adcode,province,city,county,pop,age0_14,age60p,age65p,age80p,households');
    const rows = new Map(
      lines.map((line) => [line.split(',')[0], line.split(',').slice(4).map(Number)]),
    );
    for (const { adcode, census } of recipes) {
      const c = census!;
      expect(rows.get(adcode), adcode).toEqual([
        c.people,
        c.age_0_14,
        c.age_60_plus,
        c.age_65_plus,
        c.age_80_plus,
        c.households,
      ]);
    }
  });

  const claims = resolve(shared, '../facts/claims.json');
  if (!existsSync(claims)) console.warn(`${claims} is absent: expected figures not compared`);
  it.skipIf(!existsSync(claims))('restate published figures of their own place and year', () => {
    const json = JSON.parse(readFileSync(claims, 'utf8'));
    const list: { id: string; place: string; figure: string; year: string; source: string }[] =
      Array.isArray(json) ? json : json.claims;
    for (const { name, expected, within } of recipes) {
      for (const { claim, count, year, scope } of expected) {
        const found = list.find(({ id }) => id === claim)!;
        expect(found.year, claim).toBe(year);
        const place = scope === 'place' ? name : within.zh.slice(3);
        expect(found.place.startsWith(place), `${claim}: ${found.place}`).toBe(true);
        const numbers = found.figure.replaceAll(',', '').match(/\d+/g)!.map(Number);
        // C046 tells the two schools one by one: "1 middle, 1 primary"; C020 and C021 tell one by its area.
        const told =
          count === 2 && claim === 'C046' ? [2] : /m2/.test(found.figure) ? [1] : numbers;
        expect(told, claim).toContain(count);
      }
    }
  });
});

describe('a recipe that is not sound', () => {
  const good = () => structuredClone(recipes[3]) as Recipe & Record<string, unknown>;
  const spoilt: [name: string, spoil: (r: ReturnType<typeof good>) => void, key: string][] = [
    ['a box inside out', (r) => (r.bbox = [107.8, 40.5, 107.1, 41.2]), 'bbox'],
    ['a box of half a continent', (r) => (r.bbox = [80, 20, 120, 45]), 'bbox'],
    ['a latitude of 95°', (r) => (r.bbox = [107, 40, 108, 95]), 'bbox.3'],
    [
      'more people of 65 than of 60',
      (r) => (r.census!.age_65_plus = r.census!.age_60_plus + 1),
      'census',
    ],
    [
      'more people of 80 than of 65',
      (r) => (r.census!.age_80_plus = r.census!.age_65_plus + 1),
      'census',
    ],
    [
      'more children and elders than people',
      (r) => (r.census!.age_0_14 = r.census!.people),
      'census',
    ],
    ['half a person', (r) => (r.census!.people += 0.5), 'census.people'],
    ['an adcode of five digits', (r) => (r.adcode = '15080'), 'adcode'],
    ['an extract that climbs out', (r) => (r.extract.file = '../secret.osm.pbf'), 'extract.file'],
    ['an extract that is no PBF', (r) => (r.extract.file = 'asia/china.zip'), 'extract.file'],
    ['a query without its box', (r) => (r.overpass = '[out:xml];node(1);out;'), 'overpass'],
    ['no names to look for', (r) => (r.boundary.names = []), 'boundary.names'],
    ['an id with a slash', (r) => (r.id = 'a/b'), 'id'],
  ];
  it.each(spoilt)('%s is refused with its key', (_, spoil, key) => {
    const recipe = good();
    spoil(recipe);
    const fault = faultOf(() => parseRecipe(recipe, 'x.json'));
    expect(fault.code).toBe('recipe');
    expect(fault.text.zh).toContain(`“${key}”`);
    expect(fault.text.en).toContain(`at "${key}" expected`);
    expect(fault.text.en).not.toMatch(/undefined|null\b|\[object/);
  });

  it.each([[null], [[]], ['x'], [7]])('%j is refused', (json) => {
    expect(faultOf(() => parseRecipe(json, 'x.json')).code).toBe('recipe');
  });
});

it('a box is widened by metres on every side, at least', () => {
  const [west, south, east, north] = widened([107, 40, 108, 41], 2000);
  expect(distance(107.5, 40, 107.5, south)).toBeCloseTo(2000, 3);
  expect(distance(107.5, 41, 107.5, north)).toBeCloseTo(2000, 3);
  for (const lat of [40, 40.5, 41]) {
    expect(distance(107, lat, west, lat)).toBeGreaterThan(1999.9);
    expect(distance(108, lat, east, lat)).toBeLessThan(2040);
  }
  expect(widened([-180, -90, 180, 90], 2000)).toEqual([-180, -90, 180, 90]);
});

it('the Overpass query has south, west, north, east', () => {
  const query = overpassQuery(recipes[3], [107.1, 40.5, 107.8, 41.3]);
  expect(query).toContain('way(40.500000,107.100000,41.300000,107.800000);');
  expect(query).not.toContain('{{');
});
