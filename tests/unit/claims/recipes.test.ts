import { describe, expect, it } from 'vitest';
import { sharpenClaim } from '../../../src/engine/claims/sharpen-claim.ts';
import { testClaims } from '../../../src/engine/claims/test-claims.ts';
import { town } from '../core/town.ts';
import { law, regionOf } from '../engine/region-of.ts';
import { claimOf, groundOf, site, tested } from './claim-of.ts';

/** One clinic; 6 people 60 m off, 3 people 420 m, 1 person 900 m, and street enough to be one. */
const STREET = regionOf(town('A6-----3-------1----+', 60));

/** The same with one person every 500 m of 30 km × 30 km: 3,600 of them. */
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
const zh = (result: { steps: { zh: string }[] }) =>
  result.steps.map((step) => step.zh.replaceAll('\u202f', ' ')).join('\n');

describe('reach', () => {
  const reach = { kind: 'reach', service: 'clinic', minutes: [10] } as const;

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

describe('share equipped', () => {
  const estates = (on: number, off: number, more = {}) => ({
    ...STREET,
    facilities: Array.from({ length: on + off }, (_, k) =>
      site(`e${k}`, {
        service: 'charging',
        equipped: k < on,
        capacity: k < on ? 10 : 30,
        lon: STREET.places.lon[k % 3],
        ...more,
      }),
    ),
  });
  const claim = { kind: 'equipped', service: 'charging', count: 151, percent: 80 } as const;

  it('151 of 188 are 80 %, of 200 they are not', () => {
    const right = tested(claim, groundOf(estates(151, 37)));
    expect(right).toMatchObject({
      verdict: 'agrees',
      computed: 151 / 188,
      denominator: { count: 188 },
    });
    expect(zh(right)).toContain('总数应为 188 或 189 个');
    // Households and residents are other shares, and stand beside it: 1,510 of 2,620.
    expect(zh(right)).toContain('户数：1,510 ÷ 2,620 户 = 57.6');
    expect(zh(right)).toMatch(/居民：最近的小区在 200 米内的 10 人中/);
    expect(tested(claim, groundOf(estates(151, 49))).verdict).toBe('differs');
  });

  it('without a list the arithmetic stands alone', () => {
    for (const region of [
      STREET,
      estates(3, 0, { equipped: undefined }),
      estates(3, 1, { accuracy: 'osm' }),
    ]) {
      const result = tested(claim, groundOf(region));
      expect(result).toMatchObject({ verdict: 'cannot_tell', computed: null });
      expect(result.missing?.zh).toContain('小区清单');
      expect(zh(result)).toContain('188 或 189');
    }
  });

  it('two figures that cannot both be right are said to be so', () => {
    expect(zh(tested({ ...claim, count: 1 }, groundOf(STREET)))).toContain('不能都对');
  });
});

describe('one in every unit', () => {
  const square = (west: number): [number, number][][][] => [
    [
      [
        [west, -1],
        [west + 1, -1],
        [west + 1, 1],
        [west, 1],
        [west, -1],
      ],
    ],
  ];
  const areas = [0, 1, 2].map((west) => ({
    id: `a${west}`,
    name: `${west}街道`,
    polygons: square(west),
  }));
  const at = (...lons: number[]) => ({
    ...STREET,
    areas,
    facilities: lons.map((lon, k) => site(`s${k}`, { lon: lon + 0.5, lat: 0.5 })),
  });
  const full = { kind: 'units', service: 'clinic', full: true } as const;

  it('points in polygons; those without are named', () => {
    expect(tested(full, groundOf(at(0, 1, 2)))).toMatchObject({
      verdict: 'agrees',
      computed: 1,
      denominator: { count: 3 },
    });
    const two = tested(full, groundOf(at(0, 0, 2)));
    expect(two).toMatchObject({ verdict: 'differs', published: 1 });
    expect(two.computed).toBeCloseTo(2 / 3, 12);
    expect(zh(two)).toContain('没有的：1街道');
  });

  it('11 stations are in no more than 11 units, list or none', () => {
    const unlisted = { ...at(), areas };
    const few = tested({ kind: 'units', service: null, count: 2, full: true }, groundOf(unlisted));
    expect(few).toMatchObject({ verdict: 'differs', computed: null });
    expect(zh(few)).toContain('2 ÷ 3 = 66.7');
    const enough = tested(
      { kind: 'units', service: null, count: 3, full: true },
      groundOf(unlisted),
    );
    expect(enough).toMatchObject({ verdict: 'cannot_tell' });
    expect(enough.missing?.zh).toContain('设施清单');
  });

  it('no units, no verdict', () => {
    expect(tested(full, groundOf(STREET)).missing?.zh).toContain('单元的边界');
  });
});

describe('enrolment', () => {
  const enrolled = { kind: 'enrolled', count: 78_420, percent: 31, asks: 'share' } as const;
  const people = (total: number) => ({
    ...STREET,
    places: { ...STREET.places, fields: { total: Float64Array.of(total, 0, 0) } },
  });

  it('agrees between 248,952 and 257,115 people, and differs beyond', () => {
    const verdict = (total: number) => tested(enrolled, groundOf(people(total))).verdict;
    expect([248_900, 248_953, 257_114, 257_200].map(verdict)).toEqual([
      'differs',
      'agrees',
      'agrees',
      'differs',
    ]);
  });

  it('the census of 2020 is no proof of 2023, and says by how little', () => {
    const base = { people: 259_374, year: 2020, zh: '普查', en: 'census' };
    const asked = { ...enrolled, base };
    const year = { year: '2023' };
    const result = tested(asked, groundOf(STREET), year);
    expect(result).toMatchObject({ verdict: 'cannot_tell', dataDate: '2020' });
    expect(zh(result)).toContain('其中 78,420 是 30.2');
    // Nothing changed since: then it differs.
    expect(tested(asked, groundOf(STREET, {}, 0), year).verdict).toBe('differs');
    const count = tested({ ...asked, asks: 'count' }, groundOf(STREET, {}, 0), year);
    // 30.5 % and 31.5 % of 259,374 are 79,109 and 81,703.
    expect(count).toMatchObject({
      unit: 'number',
      published: 78_420,
      low: 79_109,
      high: 81_703,
      verdict: 'differs',
    });
  });

  it('is of a region only where the recipe brings no base of its own', () => {
    expect(
      tested(enrolled, groundOf(people(250_000), { id: 'other', name: '别处' })),
    ).toMatchObject({
      verdict: 'cannot_tell',
      published: 0.31,
      computed: null,
    });
  });
});

describe('numbers of sites', () => {
  const count = { kind: 'count', services: ['clinic'], count: 2 } as const;
  const list = (...sites: ReturnType<typeof site>[]) => groundOf({ ...STREET, facilities: sites });

  it('as many open ones in the list', () => {
    const ground = list(site('a'), site('b'), site('c', { status: 'planned' }));
    expect(tested(count, ground)).toMatchObject({
      verdict: 'agrees',
      computed: 2,
      denominator: { count: 3 },
    });
    expect(tested({ ...count, count: 3 }, ground).verdict).toBe('differs');
    expect(tested({ ...count, count: 1, status: 'planned' }, ground).verdict).toBe('agrees');
    expect(tested({ ...count, count: 1, atLeast: true }, ground).verdict).toBe('agrees');
  });

  it('names match however they are written', () => {
    const ground = list(
      site('a', { name: '崇文游园' }),
      site('b', { name: '錦繡游园' }),
      site('c'),
    );
    const result = tested({ ...count, names: ['崇文园游园', '锦绣游园'] }, ground);
    expect(result).toMatchObject({ verdict: 'agrees', computed: 2 });
    expect(zh(result)).toContain('“崇文园游园”对上“崇文游园”');
    const none = tested({ ...count, names: ['沟北', '锦绣游园'] }, ground);
    expect(zh(none)).toContain('“沟北”在清单里没有');
    expect(none).toMatchObject({ verdict: 'differs', computed: 1 });
  });

  it('of one kind, by words in their names', () => {
    const ground = list(
      site('a', { name: '南街养老服务中心' }),
      site('b', { name: '北街养老服务站' }),
    );
    expect(tested({ ...count, count: 1, named: ['中心'] }, ground).verdict).toBe('agrees');
  });

  it('another year’s list may have changed, OpenStreetMap’s may be short, none says nothing', () => {
    const many = Array.from({ length: 50 }, (_, k) => site(`s${k}`));
    const then = groundOf({ ...STREET, facilities: many }, { data_date: '2021-01' });
    expect(tested({ ...count, count: 52 }, then)).toMatchObject({
      verdict: 'cannot_tell',
      low: 47,
      high: 53,
    });
    expect(tested({ ...count, count: 60 }, then).verdict).toBe('differs');
    const osm = list(site('a', { accuracy: 'osm' }));
    expect(tested(count, osm)).toMatchObject({ verdict: 'cannot_tell', high: null });
    expect(tested({ ...count, services: ['school'] }, osm).missing?.zh).toBe('设施清单');
  });
});

describe('what cannot be told', () => {
  it('says why: no map, no register, another place, a part of the city', () => {
    const ground = groundOf(STREET);
    const count = { kind: 'count', services: ['clinic'], count: 1 } as const;
    expect(tested(null, ground).missing?.en).toContain('neither a map nor a list');
    expect(tested({ kind: 'needs', zh: '登记册', en: 'a register' }, ground).missing?.zh).toBe(
      '登记册',
    );
    const other = tested(count, ground, {
      place: { zh: '他乡', en: 'Elsewhere' },
      regions: ['other'],
    });
    expect(other).toMatchObject({ verdict: 'cannot_tell', published: 1, computed: null });
    expect(other.missing?.zh).toContain('他乡');
    const city = tested(count, ground, {
      place: { zh: '全市', en: 'the city' },
      regions: ['town', 'other'],
    });
    expect(city).toMatchObject({ verdict: 'cannot_tell', computed: 1 });
    expect(city.missing?.zh).toContain('一部分');
  });

  it('a region that was built under another id is known by its name', () => {
    const count = { kind: 'count', services: ['clinic'], count: 1 } as const;
    expect(tested(count, groundOf(STREET, { id: 'mine' })).verdict).toBe('agrees');
  });
});
