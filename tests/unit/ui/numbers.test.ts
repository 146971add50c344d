import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Numbers } from '../../../src/ui/shared/numbers.ts';

const zh = new Numbers('zh');

it.each([
  [0, '0'],
  [7, '7'],
  [999.4, '999'],
  [999.5, '1,000'],
  [31204, '31,204'],
  [1234567, '1,234,567'],
  [-1234.4, '-1,234'],
])('whole: %s is %s', (value, text) => expect(zh.whole(value)).toBe(text));

it.each([
  [0.9, '0.9'],
  [1.25, '1.25'],
  [1.256, '1.26'],
  [31204.5, '31,204.5'],
])('plain: %s is %s', (value, text) => expect(zh.plain(value)).toBe(text));

it.each([
  [1, 1, '100.0\u202f%'],
  [199_999, 200_000, '99.9\u202f%'],
  [1, 200_000, '0.1\u202f%'],
  [0, 200_000, '0.0\u202f%'],
  [5, 7, '71.4\u202f%'],
  [0, 0, '–'],
])('share: %s of %s is %s', (part, all, text) => expect(zh.share(part, all)).toBe(text));

it.each([
  [10, '10'],
  [10.0000000001, '10'],
  [10.2, '11'],
])('minutes: %s is read as %s', (value, text) => expect(zh.minutes(value)).toBe(text));

it('are what the browser’s own formats say, in both languages', () => {
  for (const [language, locale] of [
    ['zh', 'zh-Hans'],
    ['en', 'en'],
  ] as const) {
    const numbers = new Numbers(language);
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const near = fc.oneof(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: -4_000_000, max: 4_000_000 }).map((n) => n / 8),
      fc.integer({ min: 0, max: 100_000 }).map((n) => n / 100),
    );
    fc.assert(
      fc.property(near, (value) => {
        // A zero has no sign for people.
        expect(numbers.whole(value)).toBe(whole.format(value).replace(/^-0$/, '0'));
        expect(numbers.plain(value)).toBe(plain.format(value + 0));
      }),
      { numRuns: 500 },
    );
  }
});
