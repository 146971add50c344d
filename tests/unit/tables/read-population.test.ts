import { describe, expect, it } from 'vitest';
import { readPopulation } from '../../../src/data/tables/read-population.ts';
import { bytesOf, faultOf } from './fault-of.ts';

const read = (text: string) => readPopulation(bytesOf(text), { fileName: 'p.csv' });
const fieldsOf = (header: string) =>
  Object.keys(read(`id,lon,lat,total,${header}\n1,116.4,39.9,5,1`).population.fields);

describe('a population table', () => {
  it('comes back as columns', () => {
    const { population, rejected } = read(
      'id,lon,lat,total,age_60_plus,note\na,116.4,39.9,10.5,2,x\nb,116.5,39.8,0,0,y\n',
    );
    expect(population).toEqual({
      ids: ['a', 'b'],
      lon: Float64Array.of(116.4, 116.5),
      lat: Float64Array.of(39.9, 39.8),
      fields: { total: Float64Array.of(10.5, 0), age_60_plus: Float64Array.of(2, 0) },
    });
    expect(rejected).toEqual([]);
  });

  it.each(['人口', '总人口', '常住人口', 'Population'])('%s is the total', (name) => {
    expect(read(`编号,经度,纬度,${name}\n1,116.4,39.9,5`).population.fields.total[0]).toBe(5);
  });

  it('does not guess which of two totals is meant', () => {
    expect(faultOf(() => read('id,lon,lat,总人口,常住人口\n1,1,2,3,4')).code).toBe('double-column');
  });

  it.each([
    ['age_6_14', 'age_6_14'],
    ['AGE_60+', 'age_60+'],
    ['age_children', 'age_children'],
    ['60岁以上', 'age_60_plus'],
    ['65岁及以上', 'age_65_plus'],
    ['60周岁及以上人口', 'age_60_plus'],
    ['80岁+', 'age_80_plus'],
    ['0-14岁', 'age_0_14'],
    ['0～14岁', 'age_0_14'],
    ['6岁至14岁人口', 'age_6_14'],
    ['14岁及以下', 'age_0_14'],
  ])('%s is %s', (header, field) => expect(fieldsOf(header)).toEqual(['total', field]));

  it.each(['60岁以上占比', '60岁以上(%)', '15岁以下', '平均年龄', '户数', '__proto__'])(
    '%s counts nobody',
    (header) => expect(fieldsOf(header)).toEqual(['total']),
  );

  it('needs its columns', () => {
    const fault = faultOf(() => read('id,lon,lat,people\n1,1,2,3'));
    expect(fault.code).toBe('missing-columns');
    expect(fault.text.en).toContain('lacks the columns total');
  });
});

describe('rows that are refused', () => {
  it.each([
    ['1,116.4,39.9,,2', 'no-data', 'total'],
    ['1,116.4,39.9,10,', 'no-data', 'age_60_plus'],
    ['1,116.4,39.9,NaN,2', 'not-a-number', 'total'],
    ['1,116.4,39.9,Infinity,2', 'not-a-number', 'total'],
    ['1,116.4,39.9,1e400,2', 'not-finite', 'total'],
    ['1,116.4,39.9,-1,2', 'negative', 'total'],
    ['1,116.4,39.9,"1,000",2', 'not-a-number', 'total'],
    ['1,116.4,39.9,10,many', 'not-a-number', 'age_60_plus'],
    ['1,39.9,116.4,10,2', 'swapped', 'lon'],
    [',116.4,39.9,10,2', 'empty', 'id'],
    ['good,116.4,39.9,10,2', 'duplicate-id', 'id'],
  ])('%s: %s of %s', (row, code, column) => {
    const text = `id,lon,lat,total,age_60_plus\ngood,1,2,3,4\n${row}\nlast,5,6,7,8\n`;
    const { population, rejected } = read(text);
    expect(rejected).toMatchObject([{ line: 3, code }]);
    expect(rejected[0].text.en).toContain(column);
    // A row refused half-way must leave nothing behind in the columns.
    expect(population).toEqual({
      ids: ['good', 'last'],
      lon: Float64Array.of(1, 5),
      lat: Float64Array.of(2, 6),
      fields: { total: Float64Array.of(3, 7), age_60_plus: Float64Array.of(4, 8) },
    });
  });

  it('says that no data is not zero', () => {
    const { text } = read('id,lon,lat,total\n1,116.4,39.9,').rejected[0];
    expect(text.en).toContain('no data is not zero');
    expect(text.zh).toContain('没有数据不等于零');
  });

  it('may be all of them: an empty population, no fault', () => {
    const { population, rejected } = read('id,lon,lat,total\n1,0,0,5');
    expect([population.ids.length, population.lon.length, rejected.length]).toEqual([0, 0, 1]);
  });
});
