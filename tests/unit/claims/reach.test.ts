import { describe, expect, it } from 'vitest';
import { sharpenClaim } from '../../../src/engine/claims/sharpen-claim.ts';
import { testClaims } from '../../../src/engine/claims/test-claims.ts';
import { town } from '../core/town.ts';
import { law, regionOf } from '../engine/region-of.ts';
import { claimOf, groundOf, site, STREET, tested, zh } from './claim-of.ts';

/** STREET with one person every 500 m of 30 km × 30 km: 3,600 of them. */
const PLAIN = {
  ...STREET,
  places: {
    ...STREET.places,
    lon: Float64Array.from({ length: 3600 }, (_, k) => (k % 60) * 0.0045),
    lat: Float64Array.from({ length: 3600 }, (_, k) => Math.floor(k / 60) * 0.0045),
    fields: { total: new Float64Array(3600).fill(1) },
    counted: new Uint8Array(3600).fill(1),
    area: new Int32Array(3600).fill(-1),
  },
  facilities: [],
};
describe('reach', () => {
  const reach = { kind: 'reach' as const, service: 'clinic', minutes: [10] };

  it('60 % and 90 % by the streets; the speed decides what may be', () => {
    // 10 minutes at 1.2 m/s are 720 m: 9 of 10. At 0.8 m/s 480 m: 9 as well; at 1.4 m/s 840 m.
    const ninety = tested({ ...reach, percent: 90 }, groundOf(STREET));
    expect(ninety).toMatchObject({
      published: 0.9,
      computed: 0.9,
      low: 0.9,
      high: 0.9,
      verdict: 'agrees',
      missing: null,
      denominator: { count: 10, of: { zh: '居民' } },
      dataDate: '2024-06-01',
    });
    expect(zh(ninety)).toContain('1.2 米/秒 一般（本规则）：10 分钟内 9 ÷ 10 = 90.0 %');
    const all = tested({ ...reach, full: true }, groundOf(STREET));
    expect(all).toMatchObject({ published: 1, verdict: 'differs' });
    // 12 minutes: 864 m at 1.2 m/s, 1,008 m at 1.4 m/s: everybody, if they hurry.
    const maybe = tested({ ...reach, minutes: [12], full: true }, groundOf(STREET));
    expect(maybe).toMatchObject({ computed: 0.9, low: 0.9, high: 1, verdict: 'cannot_tell' });
    expect(maybe.missing?.zh).toContain('步速');
  });

  it('“10–15 minutes” is anything from the stricter to the looser reading', () => {
    // 15 minutes at 1.2 m/s are 1,080 m: everybody.
    const both = tested({ ...reach, minutes: [10, 15], percent: 95 }, groundOf(STREET));
    expect(both).toMatchObject({ computed: 1, low: 0.9, high: 1, verdict: 'agrees' });
  });

  it('older people are tried at the three paces', () => {
    const region = {
      ...STREET,
      places: {
        ...STREET.places,
        fields: { total: STREET.places.fields.total, age_60_plus: Float64Array.of(1, 2, 1) },
      },
      facilities: [site('s', { service: 'elder', lon: STREET.facilities[0].lon })],
    };
    // 15 minutes: 630 m at 0.7 m/s, 810 m at 0.9, 1,080 m at 1.2.
    const result = tested(
      { kind: 'reach', service: 'elder', minutes: [15], profile: 'older', full: true },
      groundOf(region),
    );
    expect(result).toMatchObject({ computed: 0.75, low: 0.75, high: 1, verdict: 'cannot_tell' });
    expect(result.denominator).toEqual({
      count: 4,
      of: { zh: '60 岁及以上居民', en: 'residents aged 60 and over' },
    });
    expect(result.steps.filter((step) => step.en.includes(' m/s'))).toHaveLength(3);
  });

  it('data of another year widen it: three years at 2 % are 6 %', () => {
    const result = tested({ ...reach, percent: 98 }, groundOf(STREET, { data_date: '2021' }));
    expect(result.low).toBeCloseTo(0.84, 12);
    expect(result.high).toBeCloseTo(0.96, 12);
    expect(result.verdict).toBe('differs');
    expect(zh(result)).toContain('相差 3 年');
    expect(tested({ ...reach, percent: 90 }, groundOf(STREET, { data_date: '2021' })).verdict).toBe(
      'agrees',
    );
  });

  it('nobody who counts, no verdict', () => {
    const empty = {
      ...STREET,
      places: { ...STREET.places, fields: { total: new Float64Array(3) } },
    };
    const result = tested({ ...reach, percent: 0 }, groundOf(empty));
    expect(result).toMatchObject({ verdict: 'cannot_tell', denominator: { count: 0 } });
    expect(result.missing?.zh).toContain('分母');
  });

  it('no date of the data, no verdict', () => {
    const result = tested({ ...reach, percent: 90 }, groundOf(STREET, { data_date: null }));
    expect(result).toMatchObject({ verdict: 'cannot_tell', computed: 0.9 });
    expect(result.missing?.en).toContain('date');
  });

  it('without a list a bound on any n sites may rule it out', () => {
    // A circle of 840 m is 2.2 km² of 900 km²; the bound is coarser than that, and far from full.
    const ground = groundOf(PLAIN);
    const one = tested({ ...reach, sites: 1, full: true }, ground);
    expect(one).toMatchObject({ computed: null, low: 0, verdict: 'differs' });
    expect(one.high).toBeGreaterThan(0.0025);
    expect(one.high).toBeLessThan(0.02);
    expect(zh(one)).toContain('无论建在哪里');
    const many = tested({ ...reach, sites: 900, full: true }, ground);
    expect(many).toMatchObject({ high: 1, verdict: 'cannot_tell', sharper: true });
    expect(many.missing?.zh).toContain('清单');
    const none = tested({ ...reach, full: true }, ground);
    expect(none).toMatchObject({ low: 0, high: 1, verdict: 'cannot_tell', sharper: false });
  });

  it('a list shorter than the report’s, or OpenStreetMap’s, proves nothing missing', () => {
    const more = tested({ ...reach, sites: 2, full: true }, groundOf(STREET));
    expect(more).toMatchObject({ computed: 0.9, verdict: 'cannot_tell' });
    expect(more.missing?.zh).toContain('完整的设施清单');
    const osm = { ...STREET, facilities: [{ ...STREET.facilities[0], accuracy: 'osm' }] };
    expect(tested({ ...reach, full: true }, groundOf(osm)).verdict).toBe('cannot_tell');
    // What is reached already is more than was claimed, whatever else there is.
    expect(tested({ ...reach, percent: 50 }, groundOf(osm)).verdict).toBe('differs');
  });

  it('limits by zone: 5 minutes in town, 15 in the country', () => {
    const area = (id: string, zone: 'urban' | 'rural') => ({ id, name: id, polygons: [], zone });
    const region = {
      ...STREET,
      areas: [area('a', 'urban'), area('b', 'rural')],
      places: { ...STREET.places, area: Int32Array.of(0, 0, 1) },
    };
    // 50 s, 350 s and 750 s at 1.2 m/s: 6 of the 9 in town, and the one in the country.
    const result = tested(
      { ...reach, minutes: [5, 15], zones: { urban: 5, rural: 15 }, percent: 70 },
      groundOf(region),
    );
    expect(result).toMatchObject({ computed: 0.7, verdict: 'agrees', denominator: { count: 10 } });
    // At 1.4 m/s the 3 are 300 s away.
    expect(result).toMatchObject({ low: 0.6, high: 1 });
    expect(zh(result)).toContain('城镇 5 分钟、农村 15 分钟');
  });

  it('limits by zone need zones', () => {
    const zoned = tested(
      {
        kind: 'reach',
        service: 'clinic',
        minutes: [15, 30],
        zones: { urban: 15, rural: 30 },
        full: true,
      },
      groundOf(STREET),
    );
    expect(zoned.verdict).toBe('cannot_tell');
    expect(zoned.missing?.zh).toContain('城镇与农村');
  });

  it('on the streets the bound is sharper than on bare ground', async () => {
    // Two rows of houses 240 m apart, joined only far away: no single point serves both in 5 minutes.
    const picture = [
      '9--------------------+',
      '                     |',
      '                     |',
      '                     |',
      '9--------------------+',
    ];
    const region = { ...regionOf(town(picture.join('\n'), 60)), facilities: [] };
    const ground = groundOf(region);
    const claim = claimOf({ kind: 'reach', service: 'clinic', minutes: [5], sites: 1, full: true });
    expect(testClaims([claim], ground)[0]).toMatchObject({
      verdict: 'cannot_tell',
      high: 1,
      sharper: true,
    });
    const bound = await sharpenClaim(claim, ground, async () => false);
    expect(bound?.share).toBe(0.5);
    expect(testClaims([claim], ground, { c: bound! })[0]).toMatchObject({
      verdict: 'differs',
      high: 0.5,
    });
  });

  it('law: whoever is reached is within the bound of as many sites anywhere', () => {
    law(({ region, prepared, sites }) => {
      const ground = { ...groundOf(region), prepared };
      const n = sites.length;
      const recipe = { ...reach, sites: n, percent: 50 };
      const listed = tested(recipe, ground);
      const empty = prepared.withFacilities([]);
      const unlisted = tested(recipe, { ...ground, prepared: empty });
      if (listed.denominator!.count)
        expect(unlisted.high!).toBeGreaterThanOrEqual(listed.high! - 1e-12);
      // What a list shows to be so, no bound rules out.
      if (listed.verdict === 'agrees') expect(unlisted.verdict).toBe('cannot_tell');
    }, 25);
  });
});
