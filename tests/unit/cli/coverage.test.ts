import { beforeAll, describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { builtTown } from './town.ts';

let town = '';
beforeAll(async () => {
  town = await builtTown();
});

const ask = (...options: string[]) =>
  coverageCommand(['--region', town, '--service', 'school', '--minutes', '5,10,15', ...options]);
const json = (...options: string[]) => JSON.parse(ask('--format', 'json', ...options));

describe('coverage --format json', () => {
  it('has the keys of the contract, and the numbers worked out by hand', () => {
    expect(json()).toMatchObject({
      region: 'town',
      service: 'school',
      method: 'network',
      profile: 'general',
      speed_mps: 1.2,
      people_field: 'age_6_14',
      people: 700,
      // f3 is planned: it does not count.
      facilities: 1,
      bands: [
        { minutes: 5, covered: 140, share: 140 / 700 },
        { minutes: 10, covered: 190, share: 190 / 700 },
        { minutes: 15, covered: 420, share: 420 / 700 },
      ],
      off_network: { facilities: 0, people: 110 },
      areas: [
        { id: 'south', name: '南街道', people: 270, covered: [140, 150, 270] },
        { id: 'north', name: '北街道', people: 320, covered: [0, 40, 150] },
      ],
    });
  });

  it('adds up: areas and the people in none are everybody', () => {
    const { areas, outside_areas, people, bands } = json();
    const all = [...areas, outside_areas] as { people: number; covered: number[] }[];
    expect(all.reduce((sum, area) => sum + area.people, 0)).toBe(people);
    bands.forEach((band: { covered: number }, k: number) =>
      expect(all.reduce((sum, area) => sum + area.covered[k], 0)).toBe(band.covered),
    );
  });

  it('says of whom: everybody on request, and a fall-back is called one', () => {
    expect(json('--people', 'total')).toMatchObject({ people_field: 'total', people: 7000 });
    const clinic = coverageCommand(
      `--region ${town} --service elder_care --people age_60+ --format json`.split(' '),
    );
    expect(JSON.parse(clinic)).toMatchObject({
      people_field: 'age_60_plus',
      people: 2100,
      people_fallback: false,
      facilities: 0,
      bands: [{ minutes: 15, covered: 0, share: 0 }],
    });
  });

  it('sorts limits and takes each once', () => {
    const minutes = json('--speed', '1.2').bands.map((band: { minutes: number }) => band.minutes);
    expect(minutes).toEqual([5, 10, 15]);
    const twice = coverageCommand(
      `--region ${town} --service school --minutes 15,5,15 --format json`.split(' '),
    );
    expect(JSON.parse(twice).bands.map((band: { minutes: number }) => band.minutes)).toEqual([
      5, 15,
    ]);
  });

  it('a wheelchair has no steps: p12 falls off the network', () => {
    // At 0.65 m/s: 195 m nobody; 390 m p02, p03, p09; 585 m and p01. p12 is 334 m from the steps' foot.
    expect(json('--profile', 'wheelchair')).toMatchObject({
      profile: 'wheelchair',
      speed_mps: 0.65,
      bands: [{ covered: 0 }, { covered: 140 }, { covered: 150 }],
      off_network: { people: 110 + 120 },
    });
  });

  it('circles: 1.2 m/s ÷ 1.3 for 5, 10, 15 min = 277, 554, 831 m as the crow flies', () => {
    // 277: p02 222. 554: and p03 334, p09 350, p12 hypot(438, 334) = 551. 831: and p01 556, p04 667, p05 778.
    // Beyond: p10 hypot(701, 556) = 895, p06 1001, p07, p11.
    expect(json('--method', 'buffer')).toMatchObject({
      method: 'buffer',
      detour: 1.3,
      bands: [{ covered: 20 }, { covered: 260 }, { covered: 360 }],
    });
  });
});

describe('coverage, the other formats', () => {
  it('csv: one row per area, the people in none, and all', () => {
    expect(ask('--format', 'csv').trimEnd().split('\r\n')).toEqual([
      'id,name,age_6_14,within_5_min,within_10_min,within_15_min,share',
      'south,南街道,270,140,150,270,1',
      'north,北街道,320,0,40,150,0.46875',
      '-,(outside all areas),110,0,0,0,0',
      '*,小镇,700,140,190,420,0.6',
    ]);
  });

  it('table: rule and denominator above the rows', () => {
    const [rule, head, ...rows] = ask().trimEnd().split('\n');
    expect(rule).toContain('general at 1.2 m/s on streets');
    expect(rule).toContain('who counts: age_6_14');
    expect(rule).toContain('off network: 110 people');
    expect(head).toMatch(/^id +name +age_6_14 +within_5_min/);
    expect(rows).toHaveLength(4);
    expect(rows[3]).toMatch(/^\* +小镇 +700 +140 +190 +420 +0\.6$/);
  });

  it('geojson: one MultiPolygon per limit with its figures, widest first', () => {
    const { type, features } = JSON.parse(ask('--format', 'geojson'));
    expect(type).toBe('FeatureCollection');
    expect(features.map((f: { properties: object }) => f.properties)).toMatchObject([
      { minutes: 15, covered: 420, service: 'school', people_field: 'age_6_14' },
      { minutes: 10, covered: 190, speed_mps: 1.2 },
      { minutes: 5, covered: 140, method: 'network' },
    ]);
    for (const { geometry } of features) {
      expect(geometry.type).toBe('MultiPolygon');
      const positions = geometry.coordinates.flat(2) as [number, number][];
      expect(positions.length).toBeGreaterThan(8);
      expect(positions.every(([lon, lat]) => lon > 149.9 && lon < 150.1 && lat > 37.9)).toBe(true);
    }
  });
});
