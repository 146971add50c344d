import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageRange } from '../../../src/data/tables/age-range.ts';
import { choosePeople, resolvePeople } from '../../../src/data/tables/people-field.ts';
import { faultOf } from './fault-of.ts';

const FALLBACK = { columns: ['total'], label: 'total', fallback: true };

describe('names of age columns', () => {
  it.each([
    ['age_6_14', { from: 6, to: 14 }],
    ['age_6_6', { from: 6, to: 6 }],
    ['age_60_plus', { from: 60 }],
    ['age_60plus', { from: 60 }],
    ['age_60+', { from: 60 }],
    ['age_60p', { from: 60 }],
    ['AGE_60_PLUS', { from: 60 }],
    ['age_14_6', null],
    ['age_60', null],
    ['age_', null],
    ['total', null],
    ['age_60_plus_share', null],
  ])('%s', (name, range) => expect(ageRange(name)).toEqual(range));
});

describe('who counts', () => {
  it('takes everybody where everybody is wanted', () => {
    const everybody = { columns: ['total'], label: 'total', fallback: false };
    expect(resolvePeople(['total', 'age_60_plus'], 'total')).toEqual(everybody);
    expect(resolvePeople(['total'], { from: 0 })).toEqual(everybody);
  });

  it('takes the exact column before any sum', () => {
    const fields = ['total', 'age_60_69', 'age_70_plus', 'age_60_plus'];
    expect(resolvePeople(fields, { from: 60 })).toEqual({
      columns: ['age_60_plus'],
      label: 'age_60_plus',
      fallback: false,
    });
  });

  it('adds up columns that tile the ages exactly, in order of age', () => {
    const fields = ['age_80+', 'total', 'age_70_79', 'age_60_69', 'age_0_59'];
    expect(resolvePeople(fields, { from: 60 })).toEqual({
      columns: ['age_60_69', 'age_70_79', 'age_80+'],
      label: 'age_60_69+age_70_79+age_80+',
      fallback: false,
    });
    expect(resolvePeople(['age_6_9', 'age_10_14', 'age_15_19'], { from: 6, to: 14 }).label).toBe(
      'age_6_9+age_10_14',
    );
  });

  it('finds the way round a column that leads nowhere', () => {
    const fields = ['age_60_72', 'age_60_64', 'age_65_74', 'age_65_79', 'age_80_plus'];
    expect(resolvePeople(fields, { from: 60 }).columns).toEqual([
      'age_60_64',
      'age_65_79',
      'age_80_plus',
    ]);
  });

  it.each([
    ['overlap', ['total', 'age_60_plus', 'age_80_plus'], { from: 65 }],
    ['gap', ['total', 'age_60_69', 'age_80_plus'], { from: 60 }],
    ['too wide', ['total', 'age_0_14'], { from: 6, to: 14 }],
    ['open above', ['total', 'age_6_plus'], { from: 6, to: 14 }],
    ['closed above', ['total', 'age_60_99'], { from: 60 }],
    ['no ages', ['total'], { from: 60 }],
  ])('%s: falls back to everybody and says so', (_why, fields, want) => {
    expect(resolvePeople(fields, want)).toEqual(FALLBACK);
  });

  it('law: every wanted year is counted exactly once, every other never', () => {
    const years = fc.integer({ min: 0, max: 12 });
    const column = fc
      .tuple(years, fc.option(years))
      .filter(([from, to]) => to === null || from <= to)
      .map(([from, to]) => (to === null ? `age_${from}_plus` : `age_${from}_${to}`));
    const want = fc
      .tuple(years, fc.option(years, { nil: undefined }))
      .filter(([from, to]) => to === undefined || from <= to)
      .map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(fc.uniqueArray(column, { maxLength: 12 }), want, (fields, wanted) => {
        const found = resolvePeople(['total', ...fields], wanted);
        if (found.columns[0] === 'total') return;
        for (let year = 0; year < 20; year++) {
          const counts = found.columns.map(ageRange).filter((r) => has(r!, year)).length;
          expect(counts).toBe(has(wanted, year) ? 1 : 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  const has = (range: { from: number; to?: number }, year: number) =>
    year >= range.from && year <= (range.to ?? Infinity);
});

describe('an explicit choice', () => {
  const fields = ['total', 'age_60_plus', 'age_80_plus', 'age_children'];

  it('takes a column by name, whatever the case, odd names too', () => {
    expect(choosePeople(fields, ' Age_80_Plus')).toEqual({
      columns: ['age_80_plus'],
      label: 'age_80_plus',
      fallback: false,
    });
    expect(choosePeople(fields, 'age_children').columns).toEqual(['age_children']);
    expect(choosePeople(fields, 'total').fallback).toBe(false);
  });

  it('finds the same ages under another spelling', () => {
    expect(choosePeople(fields, 'age_80+').label).toBe('age_80_plus');
  });

  it.each(['age_90_plus', '__proto__', '', 'age_60_79'])(
    '%j: a fault lists what exists',
    (name) => {
      const fault = faultOf(() => choosePeople(fields, name));
      expect(fault.code).toBe('no-such-people');
      expect(fault.text.en).toContain('total, age_60_plus, age_80_plus, age_children');
      expect(fault.text.zh).toContain('现有');
    },
  );
});
