import { describe, expect, it } from 'vitest';
import { plainNumber, readQuantity } from '../../../src/data/tables/plain-number.ts';
import { readPosition } from '../../../src/data/tables/position.ts';
import type { Wrong } from '../../../src/data/tables/table-faults.ts';

describe('plain numbers', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    ['007', 7],
  ])('%s is read', (cell, value) => expect(plainNumber(cell)).toBe(value));

  it.each(['', '-', '.', 'e5', '1,234', '1，234', '0x10', '１２', 'Infinity', 'NaN', '1_000'])(
    '%j is none',
    (cell) => expect(plainNumber(cell)).toBeNaN(),
  );

  it('takes no time over a long run of digits', () => {
    expect(plainNumber('1'.repeat(100_000) + 'x')).toBeNaN();
  });

  it.each([
    ['', 'no-data'],
    ['many', 'not-a-number'],
    ['1e999', 'not-finite'],
    ['-1', 'negative'],
  ])('as a quantity %j is %s', (cell, code) => {
    expect(readQuantity(cell, 'total')).toMatchObject({ code });
  });

  it('says which habit is at fault', () => {
    const en = (cell: string) => (readQuantity(cell, 'total') as Wrong).text.en;
    expect(en('1,234')).toContain('no commas');
    expect(en('１２')).toContain('no full-width digits');
    expect(en('abc')).toBe('total is “abc”; expected a plain number: as in 1234.5.');
  });

  it('knows no minus nought', () => expect(Object.is(readQuantity('-0', 'total'), 0)).toBe(true));
});

describe('positions', () => {
  it.each([
    ['116.4', '39.9', [116.4, 39.9]],
    ['-180', '90', [-180, 90]],
    ['0', '51.5', [0, 51.5]],
    // Swapped, but valid both ways: nothing is guessed.
    ['39.9', '87.6', [39.9, 87.6]],
  ])('%s, %s is taken as written', (lon, lat, expected) => {
    expect(readPosition(lon, lat)).toEqual(expected);
  });

  it.each([
    ['39.9', '116.4', 'swapped'],
    ['-90', '180', 'swapped'],
    ['116.4', '116.4', 'out-of-range'],
    ['181', '39.9', 'out-of-range'],
    ['39.9', '181', 'out-of-range'],
    ['441235.1', '4419532.8', 'out-of-range'],
    ['0', '0', 'null-island'],
    ['-0', '0.0', 'null-island'],
    ['', '39.9', 'empty'],
    ['116.4', '', 'empty'],
    ["116°24'", '39.9', 'not-a-number'],
    ['113,5', '22.7', 'not-a-number'],
    ['1e999', '22.7', 'not-finite'],
  ])('%s, %s is refused: %s', (lon, lat, code) => {
    expect(readPosition(lon, lat)).toMatchObject({ code });
  });

  it('says in both languages what was got', () => {
    const { text } = readPosition('39.9', '116.4') as Wrong;
    expect(text.en).toBe(
      'lon 39.9, lat 116.4: looks as if lon and lat are swapped; expected lat within −90…90.',
    );
    expect(text.zh).toContain('经纬度写反了');
  });
});
