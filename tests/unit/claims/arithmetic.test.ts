import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaBound } from '../../../src/core/area-bound.ts';
import {
  exactly,
  impliedTotals,
  impliedWhole,
  judge,
  peopleThen,
  publishedShare,
  shareOfOthers,
  type Interval,
} from '../../../src/core/claims.ts';
import { distance } from '../../../src/core/geo.ts';

describe('a published percent', () => {
  it('stands for what rounds to it', () => {
    expect(publishedShare(80).low).toBeCloseTo(0.795, 12);
    expect(publishedShare(80).high).toBeCloseTo(0.805, 12);
    expect(publishedShare(91.4, 1).low).toBeCloseTo(0.9135, 12);
    expect(publishedShare(100)).toEqual({ low: 0.995, high: 1 });
    expect(publishedShare(0)).toEqual({ low: 0, high: 0.005 });
    // Cut off, or taken up to the next.
    expect(publishedShare(80, 0, 'down')).toEqual({ low: 0.8, high: 0.81 });
    expect(publishedShare(80, 0, 'up')).toEqual({ low: 0.79, high: 0.8 });
  });

  it('151 estates at 80 % are 151 of 188 or of 189', () => {
    expect(impliedTotals(151, publishedShare(80))).toEqual({ low: 188, high: 189 });
    // Which totals do hangs on the rounding: 151 ÷ 187 = 80.75 %, 151 ÷ 190 = 79.47 %.
    expect(impliedTotals(151, publishedShare(80, 0, 'down'))).toEqual({ low: 187, high: 188 });
    expect(impliedTotals(151, publishedShare(80, 0, 'up'))).toEqual({ low: 189, high: 191 });
  });

  it('78,420 at 31 % imply 248,952 to 257,115', () => {
    const { low, high } = impliedWhole(78_420, publishedShare(31));
    expect([Math.round(low), Math.round(high)]).toEqual([248_952, 257_115]);
  });

  it('two figures that cannot both be right leave no total', () => {
    // 1 of anything is 100 %, 50 %, 33 %…; never 80 %.
    expect(impliedTotals(1, publishedShare(80))).toBeNull();
    expect(impliedWhole(1, publishedShare(0)).high).toBe(Infinity);
  });

  it('law: the totals are exactly those whose share rounds to the percent', () => {
    const percents = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), percents, (part, percent) => {
        const totals = impliedTotals(part, publishedShare(percent));
        const wholes = Array.from({ length: 400 }, (_, k) => part + k);
        // In whole numbers: |200 part − 2 percent × whole| ≤ whole.
        const right = wholes.filter((n) => Math.abs(200 * part - 2 * percent * n) <= n);
        const held = wholes.filter((n) => totals && n >= totals.low && n <= totals.high);
        expect(held).toEqual(right);
      }),
      { numRuns: 100 },
    );
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const interval = fc
  .tuple(share, share)
  .map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));

describe('a verdict', () => {
  it('agrees, differs, cannot tell', () => {
    const published = publishedShare(80);
    const own = (value: number, low = value, high = value) =>
      judge(published, exactly(value), { low, high });
    expect(own(0.803)).toBe('agrees');
    expect(own(0.7)).toBe('differs');
    // At another speed it might be.
    expect(own(0.7, 0.6, 0.796)).toBe('cannot_tell');
    expect(own(0.7, 0.6, 0.794)).toBe('differs');
    // “Full” is all of them.
    expect(judge(exactly(1), exactly(0.9999), { low: 0.5, high: 0.9999 })).toBe('differs');
    expect(judge(exactly(1), exactly(1), exactly(1))).toBe('agrees');
  });

  it('law: a wider doubt makes no claim right, and none wrong', () => {
    fc.assert(
      fc.property(interval, interval, interval, interval, (published, own, may, more) => {
        const narrow = judge(published, own, may);
        const wide = judge(published, own, {
          low: Math.min(may.low, more.low),
          high: Math.max(may.high, more.high),
        });
        if (narrow === 'agrees') expect(wide).toBe('agrees');
        else expect(wide).not.toBe('agrees');
        if (narrow === 'cannot_tell') expect(wide).toBe('cannot_tell');
      }),
    );
  });

  it('law: a more exact figure is agreed with only where a coarser one is', () => {
    fc.assert(
      fc.property(share, interval, interval, (value, own, may) => {
        const coarse = publishedShare(Math.round(value * 100));
        const fine = publishedShare(Math.round(value * 1000) / 10, 1);
        fc.pre(fine.low >= coarse.low && fine.high <= coarse.high);
        if (judge(fine, own, may) === 'agrees') expect(judge(coarse, own, may)).toBe('agrees');
        if (judge(coarse, own, may) === 'differs') expect(judge(fine, own, may)).toBe('differs');
      }),
    );
  });
});

describe('data of another year', () => {
  it('80 % with 6 % of the people others: 74 % to 86 %', () => {
    const { low, high } = shareOfOthers(exactly(0.8), 0.06);
    expect(low).toBeCloseTo(0.74, 12);
    expect(high).toBeCloseTo(0.86, 12);
    expect(shareOfOthers(exactly(0.8), 0)).toEqual(exactly(0.8));
    expect(shareOfOthers(exactly(0.8), 2)).toEqual({ low: 0, high: 1 });
    expect(peopleThen(exactly(1000), 0.06)).toEqual({ low: 940, high: 1060 });
  });

  it('law: who replaces a part of the people never leaves the interval', () => {
    const people = fc.array(fc.boolean(), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(people, people, (before, fresh) => {
        const gone = Math.min(fresh.length, before.length);
        const now = [...fresh.slice(0, gone), ...before.slice(gone)];
        const shareIn = (list: boolean[]) => list.filter(Boolean).length / list.length;
        const { low, high } = shareOfOthers(exactly(shareIn(before)), gone / before.length);
        expect(shareIn(now)).toBeGreaterThanOrEqual(low - 1e-12);
        expect(shareIn(now)).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });
});

describe('what n circles hold at most', () => {
  const counted = (n: number) => new Uint8Array(n).fill(1);

  it('two crowds far apart: one circle holds the larger, two hold both', () => {
    const lon = Float64Array.of(0, 0.001, 1);
    const lat = Float64Array.of(0, 0, 0);
    const who = { people: Float64Array.of(30, 40, 50), counted: counted(3) };
    const bound = (n: number) => areaBound(lon, lat, who, n, 300);
    expect(bound(1)).toMatchObject({ people: 120, most: 120 });
    // A bound, not the truth: a circle of 300 m could touch the squares of both.
    const wide = areaBound(lon, lat, who, 1, 300);
    expect(wide.most).toBeGreaterThanOrEqual(70);
    expect(bound(2).most).toBe(120);
    expect(bound(2).circlesKm2).toBeCloseTo((2 * Math.PI * 0.09) / 1, 6);
  });

  it('people spread evenly over 10 km × 10 km: little more than the share of the ground', () => {
    const [lon, lat]: [number[], number[]] = [[], []];
    for (let x = 0; x < 200; x++) {
      for (let y = 0; y < 200; y++) {
        lon.push(x * 0.00045);
        lat.push(y * 0.00045);
      }
    }
    const who = { people: new Float64Array(40_000).fill(1), counted: counted(40_000) };
    const { most, people } = areaBound(
      Float64Array.from(lon),
      Float64Array.from(lat),
      who,
      5,
      1000,
    );
    const ground = (5 * Math.PI) / 100;
    expect(most / people).toBeGreaterThan(ground);
    expect(most / people).toBeLessThan(ground * 2);
  });

  it('law: never less than circles that somebody has drawn; more circles or wider ones hold no less', () => {
    const place = fc.record({
      lon: fc.double({ min: 10, max: 10.03, noNaN: true }),
      lat: fc.double({ min: 44, max: 44.03, noNaN: true }),
      people: fc.nat(100),
    });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 40 }),
        fc.array(place, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 50, max: 1500 }),
        (places, middles, radius) => {
          const column = (key: 'lon' | 'lat' | 'people') =>
            Float64Array.from(places, (p) => p[key]);
          const who = { people: column('people'), counted: counted(places.length) };
          const of = (n: number, r: number) =>
            areaBound(column('lon'), column('lat'), who, n, r).most;
          const drawn = places
            .filter((p) => middles.some((m) => distance(m.lon, m.lat, p.lon, p.lat) <= radius))
            .reduce((sum, p) => sum + p.people, 0);
          const n = middles.length;
          expect(of(n, radius)).toBeGreaterThanOrEqual(drawn);
          expect(of(n + 1, radius)).toBeGreaterThanOrEqual(of(n, radius));
        },
      ),
      { numRuns: 200 },
    );
  });
});
