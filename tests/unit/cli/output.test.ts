import { describe, expect, it } from 'vitest';
import { toCsv, toTable } from '../../../scripts/huimin/output.ts';

const listing = (cell: string | number) => ({ columns: ['cell'], rows: [[cell]] });
const csvCell = (cell: string | number) => toCsv(listing(cell)).split('\r\n')[1];

describe('csv', () => {
  it.each(['=1+1', '+1', '@sum', '-cmd|x', '\tx'])('%j would run in a spreadsheet', (cell) => {
    expect(csvCell(cell)).toContain("'");
  });

  it.each(['-', '-5', '-51.2', 'a-b', '第一小学'])('%j is left as it is', (cell) => {
    expect(csvCell(cell)).toBe(cell);
  });

  it('quotes what has commas, quotes or line ends; a negative number stays a number', () => {
    expect(csvCell('a,"b"')).toBe('"a,""b"""');
    expect(csvCell(-51.2)).toBe('-51.2');
  });
});

describe('table', () => {
  it('counts Chinese characters as two columns', () => {
    const rows = [
      ['小镇', 1],
      ['ab', 22],
    ];
    expect(toTable({ columns: ['name', 'n'], rows })).toBe('name  n\n小镇   1\nab    22\n');
  });

  it('text of a file does not steer the terminal; no value is a dash', () => {
    const rows = [['a\u001b[31mb', null]];
    expect(toTable({ columns: ['x', 'y'], rows })).toBe('x        y\na [31mb  –\n');
  });
});
