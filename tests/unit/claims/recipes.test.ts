import { describe, expect, it } from 'vitest';
import { groundOf, site, STREET, tested, zh } from './claim-of.ts';

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

  it('160 of 200 are 80 % too, and another list: 151 are not 80 % of it', () => {
    const other = tested(claim, groundOf(estates(160, 40)));
    expect(other).toMatchObject({ computed: 0.8, verdict: 'cannot_tell' });
    expect(other.missing?.zh).toContain('应有 188 或 189 个小区，这里的有 200 个');
    // Without a count there is no more to hold against it.
    const plain = { kind: 'equipped', service: 'charging', percent: 80 } as const;
    expect(tested(plain, groundOf(estates(160, 40))).verdict).toBe('agrees');
    // Four years at 2 % may have made 188 of 200 or so, not of 210.
    const later = { data_date: '2028' };
    expect(tested(claim, groundOf(estates(160, 40), later)).verdict).toBe('agrees');
    expect(tested(claim, groundOf(estates(168, 42), later)).verdict).toBe('cannot_tell');
  });

  it('without a list the arithmetic stands alone', () => {
    for (const region of [
      STREET,
      estates(3, 0, { equipped: undefined }),
      estates(3, 1, { accuracy: 'osm' }),
    ]) {
      const result = tested(claim, groundOf(region));
      expect(result).toMatchObject({ verdict: 'cannot_tell', computed: null, denominator: null });
      expect(result.missing?.zh).toContain('小区清单');
      expect(result.missing?.en).toContain('188 or 189 in all');
      expect(zh(result)).toContain('188 或 189');
    }
  });

  it('two figures that cannot both be right are said to be so', () => {
    expect(zh(tested({ ...claim, count: 1 }, groundOf(STREET)))).toContain('不能都对');
    const listed = tested({ ...claim, count: 1 }, groundOf(estates(151, 37)));
    expect(listed.verdict).toBe('cannot_tell');
    expect(listed.missing?.en).toContain('no total makes both right');
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

  it('a list shorter than the report’s, or OpenStreetMap’s, proves nothing missing', () => {
    const short = tested({ ...full, count: 4 }, groundOf(at(0, 0, 2)));
    expect(short).toMatchObject({ verdict: 'cannot_tell', high: 1 });
    expect(short.missing?.zh).toContain('完整的设施清单');
    const osm = at(0, 0, 2);
    osm.facilities = osm.facilities.map((f) => ({ ...f, accuracy: 'osm' }));
    expect(tested(full, groundOf(osm)).missing?.zh).toContain('完整的设施清单');
    // Whatever else there is, each has one already.
    expect(tested({ ...full, count: 4 }, groundOf(at(0, 1, 2))).verdict).toBe('agrees');
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
  const count = { kind: 'count' as const, services: ['clinic'], count: 2 };
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
    const count = { kind: 'count' as const, services: ['clinic'], count: 1 };
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
    const count = { kind: 'count' as const, services: ['clinic'], count: 1 };
    expect(tested(count, groundOf(STREET, { id: 'mine' })).verdict).toBe('agrees');
  });
});
