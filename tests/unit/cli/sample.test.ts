import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { ensureSample } from '../../../scripts/sample-city/build-sample.ts';
import { TOWN, scratch } from './town.ts';

const NAMES = [
  'streets.osm',
  'population.csv',
  'facilities.csv',
  'areas.geojson',
  'study-area.geojson',
];
const files = Object.fromEntries(
  NAMES.map((name) => [name, readFileSync(join(TOWN, name), 'utf8')]),
);

/** What is said while the sample is made sure of; nothing when it stands as it should. */
async function ensured(tiles: string, inputs = files): Promise<string> {
  const said: string[] = [];
  await ensureSample((line) => said.push(line), tiles, inputs);
  return said.join('\n');
}

describe('the sample region is built when it has to be, and only then', () => {
  it('missing, standing, inputs changed', async () => {
    const tiles = scratch();
    expect(await ensured(tiles)).toMatch(/示例城: building \(region\)/);
    const { manifest } = loadRegion(join(tiles, 'sample'));
    expect(manifest).toMatchObject({
      id: 'sample',
      name: '示例城',
      name_en: 'Sample City',
      invented: true,
    });
    expect(manifest.sources).toHaveLength(5);
    expect(await ensured(tiles)).toBe('');
    const changed = { ...files, 'facilities.csv': files['facilities.csv'].replace('第一', '第二') };
    expect(await ensured(tiles, changed)).toMatch(/inputs changed/);
    expect(await ensured(tiles, changed)).toBe('');
    expect(loadRegion(join(tiles, 'sample')).region.facilities[0].name).toBe('第二小学');
  });

  it.each([
    ['bundle-version', (bytes: Buffer) => (bytes.writeUInt32LE(99, 8), bytes)],
    ['bundle-corrupt', (bytes: Buffer) => ((bytes[500] ^= 1), bytes)],
    ['bundle-cut', (bytes: Buffer) => bytes.subarray(0, 99)],
  ])('%s', async (why, spoil) => {
    const tiles = scratch();
    await ensured(tiles);
    const folder = join(tiles, 'sample');
    const bundle = join(folder, loadRegion(folder).manifest.bundle.file);
    writeFileSync(bundle, spoil(readFileSync(bundle)));
    expect(await ensured(tiles)).toContain(`building (${why})`);
    expect(await ensured(tiles)).toBe('');
  });

  it.each(['basemap', 'nearby'] as const)('a %s that is missing or not whole', async (part) => {
    const tiles = scratch();
    await ensured(tiles);
    const folder = join(tiles, 'sample');
    const file = join(folder, loadRegion(folder).manifest[part]!.file);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, 99));
    expect(await ensured(tiles)).toContain(`building (${part})`);
    expect(readFileSync(file)).toEqual(whole);
    rmSync(file);
    expect(await ensured(tiles)).toContain(`building (${part})`);
    expect(await ensured(tiles)).toBe('');
  });

  it('a row of the generator that would be rejected is a fault of ours', async () => {
    const spoilt = files['population.csv'] + 'bad,150,38,-1,0,0\n';
    await expect(ensured(scratch(), { ...files, 'population.csv': spoilt })).rejects.toThrow(
      /population\.csv:14: total is “-1”/,
    );
  });
});
