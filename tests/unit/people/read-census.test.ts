import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { matchAreas } from '../../../src/data/people/match-areas.ts';
import { readCensus } from '../../../src/data/people/read-census.ts';
import type { Area } from '../../../src/data/tables/area.ts';
import { faultOf } from '../raster/fault-of.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const seed = resolve(
  root,
  process.env.HUIMIN_REAL_DATA ?? '../shared/data',
  'census/seed_census_2020.csv',
);
const absent = !existsSync(seed);
if (absent) console.log(`census: ${seed} is absent (HUIMIN_REAL_DATA): its test is skipped`);

const read = (text: string) => readCensus(new TextEncoder().encode(text), { fileName: 'c.csv' });

describe('a census', () => {
  it('in Chinese, with and without ids, other columns ignored', () => {
    const { fields, rows, rejected } = read(
      '区划代码,名称,户数,总人口,0-14岁,60岁及以上\n220402001,东吉街道,900,2000,300,500\n,南康街道,1,10,0,10\n',
    );
    expect(fields).toEqual(['total', 'age_0_14', 'age_60_plus']);
    expect(rows).toEqual([
      { line: 2, id: '220402001', name: '东吉街道', people: [2000, 300, 500] },
      { line: 3, id: '', name: '南康街道', people: [10, 0, 10] },
    ]);
    expect(rejected).toEqual([]);
  });

  it.each([
    ['total,name\n,甲\n', 'no-data', /total is empty: no data is not zero/],
    ['total,name\n-5,甲\n', 'negative', /-5/],
    ['total,name\n2.5,甲\n', 'not-whole', /2.5; a census counts whole people/],
    ['total,name\n"1,234",甲\n', 'not-a-number', /no commas/],
    ['id,name,total\n,,5\n', 'empty', /id and name are both empty/],
    ['name,total,age_0_14\n甲,5,6\n', 'ages-exceed', /age_0_14 is 6 people, more than total/],
    ['name,total,age_0_14,age_15_plus\n甲,5,2,2\n', 'ages-sum', /add up to 4 .* total is 5/],
  ])('a row refused: %j', (text, code, says) => {
    const { rows, rejected } = read(text);
    expect(rows).toEqual([]);
    expect(rejected[0].code).toBe(code);
    expect(rejected[0].line).toBe(2);
    expect(rejected[0].text.en).toMatch(says);
  });

  it('a table that names no areas, or says a thing twice', async () => {
    expect((await faultOf(() => read('total,age_0_14\n5,1\n'))).text.en).toMatch(/id \/ name/);
    expect((await faultOf(() => read('name,age_0_14\n甲,1\n'))).code).toBe('missing-columns');
    const twice = await faultOf(() => read('name,pop,人口\n甲,1,1\n'));
    expect(twice.code).toBe('double-column');
  });
});

const area = (id: string, name: string): Area => ({ id, name, polygons: [] });
const AREAS = [area('1', '甲'), area('2', '乙'), area('3', '丙'), area('4', '丙')];

describe('which area a row is of', () => {
  it('by id, else by name; others are rejected with the reason', () => {
    const { rows } = read(
      'id,name,total\n1,,10\n,乙,20\n,丙,30\n9,丁,40\n1,甲,50\n2,甲,60\n3,,70\n',
    );
    const { matched, rejected } = matchAreas(rows, AREAS, 'c.csv');
    expect([...matched].map(([a, row]) => [a, row.people[0]])).toEqual([
      [0, 10],
      [1, 20],
      [2, 70],
    ]);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [4, 'several-areas'],
      [5, 'no-area'],
      [6, 'duplicate-area'],
      [7, 'id-and-name'],
    ]);
    expect(matched.size + rejected.length).toBe(rows.length);
  });

  it('none at all: both lists are named', async () => {
    const { rows } = read('id,total\n77,1\n');
    const fault = await faultOf(() => matchAreas(rows, AREAS, 'c.csv'));
    expect(fault.code).toBe('census-no-match');
    expect(fault.text.en).toContain('The table has 77; the areas are 1 甲, 2 乙, 3 丙, 4 丙');
  });
});

describe.skipIf(absent)('the census of 2020 for nine districts', () => {
  it('pop, age0_14, age60p … are read; 龙山区 has 327,079 people, 74,784 of them 60 or more', () => {
    const { fields, rows, rejected } = readCensus(new Uint8Array(readFileSync(seed)), {
      fileName: 'seed_census_2020.csv',
    });
    expect(rejected).toEqual([]);
    expect(fields).toEqual(['total', 'age_0_14', 'age_60_plus', 'age_65_plus', 'age_80_plus']);
    expect(rows.length).toBe(9);
    expect(rows[0]).toEqual({
      line: 2,
      id: '220402',
      name: '龙山区',
      people: [327_079, 36_949, 74_784, 50_738, 8_693],
    });
  });
});
