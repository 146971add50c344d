import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/data/tables/csv.ts';
import { faultOf } from './fault-of.ts';

const read = (text: string) => readCsv(text, 'a.csv');
const lines = (text: string) => read(text).rows.map((row) => row.line);

describe('separators', () => {
  it.each([',', '\t', ';'])('finds %j by the column names', (mark) => {
    const table = read(['id', 'name', 'lon'].join(mark) + '\n' + ['1', 'a', '2'].join(mark));
    expect(table.header).toEqual(['id', 'name', 'lon']);
    expect(table.rows).toEqual([{ line: 2, cells: ['1', 'a', '2'] }]);
  });

  it('is not swayed by text that has more of another separator', () => {
    expect(read('id;name\n1;a,b,c,d\n2;e,f,g,h').rows.map((row) => row.cells[1])).toEqual([
      'a,b,c,d',
      'e,f,g,h',
    ]);
    expect(read('"id,;;;",name\n1,a').header).toEqual(['id,;;;', 'name']);
  });

  it('takes a single column as it is', () => {
    expect(read('id\n1\n2').rows.map((row) => row.cells)).toEqual([['1'], ['2']]);
  });
});

describe('line numbers', () => {
  it('are those of the file, blank lines and quoted line ends included', () => {
    const text = [
      '', // 1
      'id,name', // 2
      '1,"a', // 3
      'b"', // 4
      ' ', // 5
      ',', // 6
      '2,c', // 7
      '3,"d ""e""', // 8
      '', // 9
      'f"', // 10
      '4,g', // 11
      '',
    ].join('\n');
    expect(read(text).headerLine).toBe(2);
    expect(read(text).rows).toEqual([
      { line: 3, cells: ['1', 'a\nb'] },
      { line: 7, cells: ['2', 'c'] },
      { line: 8, cells: ['3', 'd "e"\n\nf'] },
      { line: 11, cells: ['4', 'g'] },
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('count %j as one line end', (end) => {
    expect(lines(['id,n', '1,a', '', '2,"b' + end + 'c"', '3,d', ''].join(end))).toEqual([2, 4, 6]);
  });

  it('hold in a file of mixed line ends, where rows must not run together', () => {
    const table = read('id,n\r\n1,a\n2,b\r3,c\r\n');
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
    expect(table.rows.map((row) => row.line)).toEqual([2, 3, 4]);
  });

  it('law: what is written comes back, cell by cell, line by line', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab养 ,;\t"\n'), maxLength: 6 });
    const row = fc.tuple(fc.constantFrom('x', 'y'), cell, cell);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        let text = 'id,b,c\n';
        const expected = rows.map((cells) => {
          const line = text.split('\n').length;
          text += cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',') + '\n';
          return { line, cells };
        });
        expect(read(text)).toMatchObject({ rows: expected, rejected: [] });
      }),
    );
  });
});

describe('width', () => {
  it('allows empty cells at the end of a row and of the header', () => {
    expect(read('id,n,,\n1,a,,\n2,b\n3,c, ,,,').rows.map((row) => row.cells)).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  it('rejects a row that is too wide or too narrow', () => {
    const table = read('id,n\n1,a,x\n2\n3,c');
    expect(table.rows).toHaveLength(1);
    expect(table.rejected.map((r) => [r.line, r.code, r.value])).toEqual([
      [2, 'width', '1,a,x'],
      [3, 'width', '2'],
    ]);
    expect(table.rejected[0].text.en).toBe(
      'the row has 3 cells, expected 2 as in the column names.',
    );
    expect(table.rejected[0].text.zh).toBe('这一行有 3 格，列名有 2 个。');
  });

  it('shows at most 80 characters of it', () => {
    expect(read('id,n\n' + 'x,'.repeat(500) + 'x\n1,a').rejected[0].value).toHaveLength(80);
  });
});

describe('quotes', () => {
  it('rejects a row that stray quotes have glued together, and says which lines', () => {
    const table = read('id,n\n1,"a" b\n2,"c"\n3,d');
    expect(table.rejected.map((r) => [r.line, r.code])).toEqual([[2, 'quotes']]);
    expect(table.rejected[0].text.en).toContain('lines 2–3');
    expect(table.rows).toEqual([{ line: 4, cells: ['3', 'd'] }]);
  });

  it('refuses the file where a quote never closes: the rows behind it cannot be told', () => {
    const fault = faultOf(() => read('id,n\n1,a\n2,"b\n3,c\n'));
    expect(fault.code).toBe('open-quote');
    expect(fault.text.en).toContain('line 3');
  });

  it('refuses a header whose quotes do not pair up', () => {
    expect(faultOf(() => read('"id" x,"n"\n1,a')).code).toBe('header-quotes');
  });

  it('leaves a quote inside an unquoted cell alone', () => {
    expect(read('id,n\n1,5" pipe').rows[0].cells[1]).toBe('5" pipe');
  });
});

describe('nothing to read', () => {
  it.each(['', '\n\n', ' , ,\n'])('%j is an empty file', (text) => {
    expect(faultOf(() => read(text)).code).toBe('empty-file');
  });

  it('only column names are no table', () => {
    const fault = faultOf(() => read('id,n\n\n'));
    expect(fault.code).toBe('no-rows');
    expect(fault.text.en).toMatch(/^a\.csv: .*line 1/);
  });
});
