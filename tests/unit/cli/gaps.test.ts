import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gapsCommand } from '../../../scripts/huimin/gaps-command.ts';
import { fileOf } from './refused.ts';
import { TOWN, build, buildOptions, builtTown, scratch } from './town.ts';

let town = '';
beforeAll(async () => {
  town = await builtTown();
});

const ask = (...options: string[]) =>
  gapsCommand(['--region', town, '--service', 'school', '--minutes', '15', ...options]);

describe('gaps', () => {
  it('json: most people first, each with its nearest school and minutes', () => {
    const gaps = JSON.parse(ask('--format', 'json'));
    expect(gaps).toMatchObject([
      // The island: no street leads off it, so there is no nearest one.
      { rank: 1, people: 110, centre: [150.02, 38.002], nearest: null },
      { rank: 2, people: 100, centre: [150.008, 38.01], nearest: { id: 'f1', name: '第一小学' } },
      { rank: 3, people: 70, centre: [150, 38.015], nearest: { id: 'f1' } },
    ]);
    expect(gaps[1].nearest.minutes).toBeCloseTo(17.46, 1);
    expect(gaps[2].nearest.minutes).toBeCloseTo(15.44, 1);
    // Each is one place: a disc of half the link distance, 1.5 × 333.6 m ÷ 2 = 250 m, is 0.196 km².
    for (const { area_km2 } of gaps) expect(area_km2).toBeCloseTo(0.196, 1);
  });

  it('people in gaps and people covered are everybody', () => {
    const people = JSON.parse(ask('--format', 'json')).map((gap: { people: number }) => gap.people);
    expect(people.reduce((sum: number, n: number) => sum + n, 0)).toBe(700 - 420);
  });

  it('--top keeps the first ones', () => {
    expect(JSON.parse(ask('--top', '1', '--format', 'json'))).toHaveLength(1);
  });

  it('csv, table, geojson', () => {
    const csv = ask('--format', 'csv').trimEnd().split('\r\n');
    expect(csv[0]).toBe('rank,people,places,lon,lat,nearest,name,minutes,km2');
    expect(csv[1]).toMatch(/^1,110,1,150\.02,38\.002,,,,0\.\d+$/);
    expect(csv[2]).toMatch(/^2,100,1,150\.008,38\.01,f1,第一小学,17\.5,0\.\d+$/);
    expect(ask().split('\n')[0]).toMatch(/^rank +people/);
    const { features } = JSON.parse(ask('--format', 'geojson'));
    expect(features).toHaveLength(3);
    expect(features[0]).toMatchObject({
      properties: { rank: 1, people: 110 },
      geometry: { type: 'MultiPolygon' },
    });
  });

  it('at 10 m/s only the island is left; nobody there: no gap, and no fault', async () => {
    const fast = ['--speed', '10', '--format', 'json'];
    expect(JSON.parse(ask(...fast))).toMatchObject([{ centre: [150.02, 38.002] }]);
    const people = readFileSync(join(TOWN, 'population.csv'), 'utf8').replace(/^p11.*\n/m, '');
    const out = scratch();
    await build(buildOptions(out, { population: fileOf('population.csv', people) }));
    const options = ['--region', join(out, 'town'), '--service', 'school', ...fast];
    expect(gapsCommand(options)).toBe('[]\n');
  });
});
