import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agesWrong } from '../../../src/data/people/age-sums.ts';
import { spreadAges } from '../../../src/data/people/spread-ages.ts';
import { ageRange } from '../../../src/data/tables/age-range.ts';

const sum = (list: ArrayLike<number>) => Array.from(list).reduce((all, x) => all + x, 0);

describe('numbers that contradict each other', () => {
  it.each([
    ['fine', ['total', 'age_0_14', 'age_60_plus'], [100, 20, 30], null],
    ['nested and fine', ['total', 'age_60_plus', 'age_65_plus', 'age_80_plus'], [9, 5, 5, 1], null],
    ['overlapping in part, each fine', ['total', 'age_0_14', 'age_10_19'], [10, 8, 8], null],
    ['all ages and right', ['total', 'age_0_14', 'age_15_plus'], [10, 4, 6], null],
    ['more than all', ['total', 'age_0_14'], [10, 11], 'ages-exceed'],
    ['together more than all', ['total', 'age_0_14', 'age_60_plus'], [10, 6, 5], 'ages-exceed'],
    ['more of 80+ than of 60+', ['total', 'age_60_plus', 'age_80_plus'], [9, 2, 3], 'ages-exceed'],
    [
      'parts more than the whole of 60+',
      ['total', 'age_60_plus', 'age_60_79', 'age_80_plus'],
      [99, 10, 7, 4],
      'ages-exceed',
    ],
    ['all ages and too few', ['total', 'age_0_14', 'age_15_plus'], [10, 4, 5], 'ages-sum'],
    ['from nought and too few', ['total', 'age_0_plus'], [10, 9], 'ages-sum'],
  ])('%s', (_, fields, people, code) => {
    expect(agesWrong(fields, people)?.code ?? null).toBe(code);
  });

  it('the sentence names the columns and both numbers', () => {
    const why = agesWrong(['total', 'age_0_14', 'age_60_plus'], [10, 6, 5]);
    expect(why?.text.en).toBe(
      'age_0_14 + age_60_plus are 11 people, more than total, which includes them (10).',
    );
    expect(why?.text.zh).toContain('11 人，多于包含它们的 total（10 人）');
  });
});

describe('spreading ages', () => {
  it('four houses of 5: a tenth is two people, not the two largest houses', () => {
    const fields = ['total', 'age_0_14', 'age_60_plus'];
    const [, children, old] = spreadAges(fields, [20, 4, 2], Float64Array.of(5, 5, 5, 5));
    expect([...children]).toEqual([1, 1, 1, 1]);
    expect(sum(old)).toBe(2);
    expect(Math.max(...old)).toBe(1);
  });

  const FIELDS = [
    ['total', 'age_0_14', 'age_60_plus', 'age_65_plus', 'age_80_plus'],
    ['total', 'age_0_5', 'age_6_14', 'age_15_59', 'age_60_plus'],
    ['total', 'age_80_plus', 'age_60_plus', 'age_60_79', 'age_0_59'],
    ['total', 'age_10_19', 'age_0_14', 'age_15_59', 'age_60_plus', 'age_65_plus'],
  ];

  it('any town, any ages: exact sums, nobody twice, 80+ within 60+, all ages make the total', () => {
    const town = fc.record({
      fields: fc.constantFrom(...FIELDS),
      // People of 0 … 99 years, by ten-thousandths of chance rather than by house.
      years: fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 400 }),
      houses: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 50 }),
    });
    fc.assert(
      fc.property(town, ({ fields, years, houses }) => {
        const of = (field: string) => {
          const range = ageRange(field);
          if (!range) return years.length;
          return years.filter((y) => y >= range.from && y <= (range.to ?? 999)).length;
        };
        // The houses as drawn, the last filled up or all cut to the number of people.
        const total = Float64Array.from(houses);
        let over = sum(total) - years.length;
        for (let i = 0; i < total.length && over > 0; i++) {
          const taken = Math.min(over, total[i]);
          total[i] -= taken;
          over -= taken;
        }
        total[total.length - 1] -= Math.min(0, over);
        const sums = fields.map(of);
        expect(agesWrong(fields, sums)).toBeNull();
        const people = spreadAges(fields, sums, total);
        const at = (field: string) => people[fields.indexOf(field)];
        fields.forEach((field, k) => expect(sum(at(field)), field).toBe(sums[k]));
        for (let i = 0; i < total.length; i++) {
          for (const column of people) {
            expect(column[i]).toBeGreaterThanOrEqual(0);
            expect(column[i]).toBeLessThanOrEqual(total[i]);
          }
          const pairs: [string, string][] = [
            ['age_80_plus', 'age_65_plus'],
            ['age_80_plus', 'age_60_plus'],
            ['age_65_plus', 'age_60_plus'],
          ];
          for (const [inner, outer] of pairs) {
            if (at(inner) && at(outer)) expect(at(inner)[i]).toBeLessThanOrEqual(at(outer)[i]);
          }
          if (fields === FIELDS[1]) {
            expect(sum(fields.slice(1).map((field) => at(field)[i]))).toBe(total[i]);
          }
          if (fields === FIELDS[2]) {
            expect(at('age_60_79')[i] + at('age_80_plus')[i]).toBe(at('age_60_plus')[i]);
            expect(at('age_0_59')[i] + at('age_60_plus')[i]).toBe(total[i]);
          }
        }
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
