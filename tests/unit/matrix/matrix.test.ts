import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCosts } from '../../../src/data/matrix/read-costs.ts';
import { readWeights } from '../../../src/data/matrix/read-weights.ts';
import { faultOf } from '../tables/fault-of.ts';
import { gbkBytes } from '../tables/gbk-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const costs = (text: string, origins = ['a', 'b', 'c'], destinations: string[] | null = null) =>
  readCosts(bytes(text), 'costs.csv', origins, destinations, {
    origins: 'demand.csv',
    destinations: 'supply.csv',
  });

/** The fault's code, and its English sentence; the Chinese one must be there too. */
function refusal(run: () => unknown): [code: string, sentence: string] {
  const { code, text } = faultOf(run);
  expect(text.zh).toMatch(/第 \d+ 行.*。$/);
  return [code, text.en];
}

describe('weights and capacities', () => {
  it('are read from a plain table, a table of Excel and one with Chinese names', () => {
    const plain = { ids: ['a', 'b'], values: Float64Array.of(100, 0.5) };
    expect(readWeights(bytes('id,weight\na,100\nb,0.5\n'), 'weight', 'd.csv')).toEqual(plain);
    const excel = bytes('\ufeffWeight;name;ID\r\n100;x;a\r\n0.5;y; b \r\n');
    expect(readWeights(excel, 'weight', 'd.csv')).toEqual(plain);
    const chinese = gbkBytes('编号,人口\na,100\nb,0.5\n');
    expect(readWeights(chinese, 'weight', 'd.csv')).toEqual(plain);
    expect(readWeights(bytes('id,capacity\na,100\nb,0.5'), 'capacity', 's.csv')).toEqual(plain);
  });

  it('keep an unknown capacity apart from nought where the caller can live with it', () => {
    const table = bytes('id,capacity\na,\nb,0\n');
    const { values } = readWeights(table, 'capacity', 's.csv', { absent: 'nan' });
    expect(values).toEqual(Float64Array.of(NaN, 0));
    expect(refusal(() => readWeights(table, 'capacity', 's.csv'))).toEqual([
      'no-data',
      's.csv: line 2: capacity is empty: no data is not zero. Expected a number; write 0 where there is nobody.',
    ]);
  });

  it.each([
    ['id,people\na,1', 'missing-columns', 'line 1 lacks the columns weight'],
    ['id,weight\na,1\na,2', 'duplicate-id', 'line 3: id “a” is already used by line 2'],
    ['id,weight\na,1\n,2', 'empty', 'line 3: id is empty'],
    ['id,weight\na,-1', 'negative', 'line 2: weight is “-1”; expected 0 or more'],
    ['id,weight\na,"1,000"', 'not-a-number', 'line 2: weight is “1,000”; expected a plain number'],
    ['id,weight\na,1e999', 'not-finite', 'line 2: weight is “1e999”'],
    ['id,weight\na', 'width', 'line 2: the row has 1 cells, expected 2'],
    ['id,weight\n', 'no-rows', 'expected at least one row'],
  ])('are refused with line and reason: %j', (text, code, part) => {
    const [got, sentence] = refusal(() => readWeights(bytes(text), 'weight', 'd.csv'));
    expect([got, sentence.startsWith('d.csv: ')]).toEqual([code, true]);
    expect(sentence).toContain(part);
  });
});

describe('a matrix of costs', () => {
  it('takes destinations as they appear, and what is not there is out of reach', () => {
    const { matrix, destinations } = costs('origin,destination,cost\nc,z,3\na,y,1.5\na,z,0\n');
    expect(destinations).toEqual(['z', 'y']);
    expect(matrix).toEqual({
      origins: 3,
      destinations: 2,
      start: Uint32Array.of(0, 2, 2, 3),
      destination: Uint32Array.of(0, 1, 0),
      cost: Float64Array.of(0, 1.5, 3),
    });
  });

  it('keeps to the destinations it is given, with Chinese names and a repeated pair', () => {
    const text = '起点;终点;时间\na;y;2\na;y;2.0\n';
    const { matrix, destinations } = costs(text, ['a'], ['x', 'y']);
    expect(destinations).toEqual(['x', 'y']);
    expect([...matrix.destination]).toEqual([1]);
    expect([...matrix.cost]).toEqual([2]);
  });

  it.each([
    ['q,z,1', 'unknown-id', 'line 2: origin is “q”, expected an id of demand.csv'],
    ['a,q,1', 'unknown-id', 'line 2: destination is “q”, expected an id of supply.csv'],
    ['a,,1', 'unknown-id', 'line 2: destination is “”'],
    ['a,z,-0.5', 'negative', 'line 2: cost is “-0.5”; expected 0 or more'],
    ['a,z,', 'no-cost', 'line 2: cost is empty'],
    ['a,z,inf', 'not-a-number', 'line 2: cost is “inf”'],
    ['a,z,1\nb,z,1\na,z,2', 'two-costs', '“a” to “z” is given twice, 1 on line 2 and 2 on line 4'],
    ['a,z,1\nb,z', 'width', 'line 3: the row has 2 cells, expected 3'],
  ])('is refused with line and reason: %j', (rows, code, part) => {
    const run = () => costs(`origin,destination,cost\n${rows}`, ['a', 'b'], ['z']);
    const [got, sentence] = refusal(run);
    expect([got, sentence.startsWith('costs.csv: ')]).toEqual([code, true]);
    expect(sentence).toContain(part);
  });

  it('is refused without its columns, and where a destination of its own has no id', () => {
    expect(refusal(() => costs('from,to,cost\na,z,1'))[0]).toBe('missing-columns');
    expect(refusal(() => costs('origin,destination,cost\na,,1'))[0]).toBe('unknown-id');
  });

  it('gives back any table of pairs in any order', () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.nat(6), fc.nat(6), fc.double({ min: 0, max: 99, noNaN: true })),
      { minLength: 1, selector: ([i, j]) => i * 7 + j },
    );
    fc.assert(
      fc.property(pairs, (rows) => {
        const ids = Array.from({ length: 7 }, (_, k) => `n${k}`);
        const text = rows.map(([i, j, cost]) => `n${i},n${j},${cost}`).join('\n');
        const { matrix } = costs(`origin,destination,cost\n${text}`, ids, ids);
        const back: number[][] = [];
        for (let i = 0; i < 7; i++) {
          for (let k = matrix.start[i]; k < matrix.start[i + 1]; k++) {
            back.push([i, matrix.destination[k], matrix.cost[k]]);
          }
        }
        const sorted = rows.map(([i, j, cost]) => [i, j, cost + 0]);
        expect(back).toEqual(sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
      { numRuns: 100 },
    );
  });
});
