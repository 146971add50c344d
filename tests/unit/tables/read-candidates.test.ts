import { describe, expect, it } from 'vitest';
import { readCandidates } from '../../../src/data/tables/read-candidates.ts';
import { bytesOf, faultOf } from './fault-of.ts';

const read = (text: string) => readCandidates(bytesOf(text), 'c.csv');

describe('a table of candidates', () => {
  it('comes back row by row; what a row leaves open stays open', () => {
    const { rows, rejected } = read(
      'id,name,lon,lat,cost,capacity\nA,东苑,126.1,42.9,12.5,30\nB,,126.2,42.8,,\n',
    );
    expect(rows).toEqual([
      { id: 'A', name: '东苑', lon: 126.1, lat: 42.9, price: 12.5, capacity: 30 },
      { id: 'B', lon: 126.2, lat: 42.8 },
    ]);
    expect(rejected).toEqual([]);
  });

  it('may have Chinese columns', () => {
    expect(read('编号,名称,经度,纬度,造价,床位\n1,站,126.1,42.9,3,4').rows).toEqual([
      { id: '1', name: '站', lon: 126.1, lat: 42.9, price: 3, capacity: 4 },
    ]);
  });

  it.each([
    ['A,0,0,1,1', 2],
    ['A,400,42,1,1', 2],
    [',126,42,1,1', 2],
    ['A,126,42,-1,1', 2],
    ['A,126,42,1,many', 2],
    ['A,126,42,1,1\nA,126,43,1,1', 3],
  ])('refuses %j, and says on which line', (lines, line) => {
    const { rows, rejected } = read(`id,lon,lat,cost,capacity\n${lines}\nZ,126,44,1,1`);
    expect(rejected).toHaveLength(1);
    expect(rejected[0].line).toBe(line);
    for (const text of Object.values(rejected[0].text)) expect(text.length).toBeGreaterThan(5);
    expect(rows.length + rejected.length).toBe(lines.split('\n').length + 1);
  });

  it('needs its columns', () => {
    expect(faultOf(() => read('id,lon,cost\nA,126,1')).code).toBe('missing-columns');
  });
});
