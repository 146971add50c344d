import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseServices } from '../../../src/data/services.ts';
import { ownStandard, parseStandards, type Limit } from '../../../src/data/standards.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { againstStandards, type MetresBy } from '../../../src/engine/standards.ts';
import { town } from '../core/town.ts';
import { regionOf } from '../engine/region-of.ts';
import { question, SERVICES } from './services-of.ts';

const json = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8'));
const metres = (urban: number, rural = urban): Limit => ({ unit: 'metres', urban, rural });
const minutes = (value: number): Limit => ({ unit: 'minutes', urban: value, rural: value });

describe('the list of standards', () => {
  const standards = parseStandards(json('standards'));
  const services = parseServices(json('services')).map(({ key }) => key);

  it('names only services there are, and says of each how sure we are', () => {
    expect(standards.length).toBeGreaterThan(25);
    for (const { services: named, confidence, basis } of standards) {
      for (const key of named) expect(services).toContain(key);
      expect(['secondary', 'partly_memory', 'memory']).toContain(confidence);
      expect(basis.zh).not.toBe('');
    }
  });

  it('holds schools to the primary school’s, and what has no figure to nothing', () => {
    expect(ownStandard(standards, 'school')).toMatchObject({
      key: 'primary',
      limits: [minutes(10), metres(500)],
    });
    expect(ownStandard(standards, 'ambulance_base')!.limits[1]).toEqual(metres(5000, 20000));
    expect(ownStandard(standards, 'jikang')).toBeNull();
    expect(ownStandard(standards, 'hospital')).toBeNull();
  });

  it.each([
    ['no list', {}, 'standards'],
    ['no number', [{ ...json('standards')[0], limits: [{ metres: 'far' }] }], 'standards'],
    ['two units', [{ ...json('standards')[0], limits: [{ metres: 5, minutes: 5 }] }], 'standards'],
    ['no confidence', [{ ...json('standards')[0], confidence: 'sure' }], 'standards'],
    ['one twice', [json('standards')[0], json('standards')[0]], 'double-standard'],
  ])('refuses %s in a sentence', (_, list, code) => {
    expect(() => parseStandards(list)).toThrow(expect.objectContaining({ code }));
  });
});

describe('services against their standards', () => {
  // The street to the clinic A bends.
  const region = regionOf(
    town(
      `
+A-1+------+
    |
    |
    2
    |
    |
    3
    |
    +`,
      100,
    ),
    {
      fields: {
        total: Float64Array.of(1, 2, 3),
        age_60_plus: Float64Array.of(1, 1, 0),
        age_90_plus: Float64Array.of(0, 0, 0),
      },
    },
  );
  const prepared = new Prepared(region);
  const one = (
    limit: Limit | null,
    more: { wanted?: number; by?: MetresBy; people?: string } = {},
  ) =>
    againstStandards(
      prepared,
      SERVICES,
      question({ profile: 'older', speed: 0.9 }),
      [{ service: 'clinic', limit, people: more.people ?? null }],
      more.wanted ?? 1,
      more.by ?? 'streets',
    )[0];

  it('measures metres along streets, or as a circle’s radius', () => {
    // 2 stands 3 cells east and 3 south of A: 600 m by street, 424 m straight.
    expect(one(metres(599)).covered).toBe(1);
    expect(one(metres(602)).covered).toBe(3);
    expect(one(metres(420), { by: 'circle' }).covered).toBe(1);
    expect(one(metres(426), { by: 'circle' }).covered).toBe(3);
    expect(one(metres(426), { by: 'circle' }).measured).toEqual({ by: 'circle' });
  });

  it('measures minutes at the asked walker’s pace', () => {
    // 600 m at 0.9 m/s are 11.1 minutes.
    expect(one(minutes(11)).covered).toBe(1);
    expect(one(minutes(12)).covered).toBe(3);
    expect(one(minutes(12)).measured).toEqual({
      by: 'minutes',
      profile: 'older',
      speed: 0.9,
      method: 'network',
    });
  });

  it('says what it falls short by, of the share that is wanted', () => {
    expect(one(metres(602))).toMatchObject({ verdict: 'short', people: 6, missing: 3 });
    expect(one(metres(602), { wanted: 0.5 })).toMatchObject({ verdict: 'meets', missing: 0 });
    expect(one(metres(602), { wanted: 0.75 })).toMatchObject({ verdict: 'short', missing: 1.5 });
    expect(one(metres(5000))).toMatchObject({ verdict: 'meets', covered: 6 });
  });

  it('counts the people it is told to', () => {
    expect(one(metres(602), { people: 'age_60_plus' })).toMatchObject({
      verdict: 'meets',
      people: 2,
      covered: 2,
    });
    expect(one(metres(602), { people: 'age_90_plus' }).verdict).toBe('nobody');
    expect(() => one(metres(602), { people: 'age_1_2' })).toThrow(
      expect.objectContaining({ code: 'no-such-people' }),
    );
  });

  it('does not judge what has no standard, or no list', () => {
    expect(one(null)).toMatchObject({ verdict: 'none', covered: null, missing: 0 });
    const [school] = againstStandards(
      prepared,
      SERVICES,
      question(),
      [{ service: 'school', limit: minutes(10), people: null }],
      1,
      'streets',
    );
    expect(school).toMatchObject({ verdict: 'unlisted', covered: null });
  });

  it('holds the country to its own limit, and an ambulance to a circle or its own way', () => {
    const zoned = regionOf(town('+A----1----2+', 100), { area: Int32Array.of(0, 1) });
    zoned.areas = [
      { id: 'town', name: '城', polygons: [], zone: 'urban' },
      { id: 'country', name: '乡', polygons: [], zone: 'rural' },
    ];
    zoned.facilities[0].service = 'ambulance_base';
    const at = (limit: Limit) =>
      againstStandards(
        new Prepared(zoned),
        SERVICES,
        question(),
        [{ service: 'ambulance_base', limit, people: null }],
        1,
        'streets',
      )[0];
    expect(at(metres(600, 600)).covered).toBe(1);
    expect(at(metres(600, 1100)).covered).toBe(3);
    expect(at(metres(400, 1100)).covered).toBe(2);
    expect(at(metres(600)).measured).toEqual({ by: 'circle' });
    expect(at(minutes(15)).measured).toMatchObject({ profile: 'ambulance' });
  });
});
