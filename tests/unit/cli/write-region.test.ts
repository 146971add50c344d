import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { fileOf, snapshot } from './refused.ts';
import { TOWN, build, buildOptions, faultOf, filesOf, scratch } from './town.ts';

const index = (out: string) => JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
const facilities = readFileSync(join(TOWN, 'facilities.csv'), 'utf8');

describe('region build', () => {
  it('says what it found, and writes bundle, manifest and index', async () => {
    const out = scratch();
    const { stdout, stderr } = await build(buildOptions(out, { 'name-en': 'Small Town' }));
    expect(stdout).toMatch(/^town: 小镇\n/);
    // Main 20 u, west 5 × 87.62, steps 3 u, east 700.9, island 4.5 u = 4.20 km; the motorway is none.
    expect(stdout).toContain('streets     4.2 km, 11 nodes, 8 edges, data of 2025-03-02T12:00:00Z');
    expect(stdout).toContain('components  2, 1 of 1 km or more');
    expect(stdout).toContain('people      7800 at 12 places, 7000 counted');
    expect(stdout).toContain('facilities  2 school, 1 clinic');
    expect(stdout).toContain('off network 1100 people at 1 places, 0 facilities');
    expect(stdout).not.toContain('warning');
    expect(stderr).toContain('[town] streets: streets.osm');

    const { manifest, region } = loadRegion(join(out, 'town'));
    expect(manifest).toMatchObject({ id: 'town', name_en: 'Small Town', invented: false });
    expect(manifest.edge_warning).toBeNull();
    expect(manifest.sources.map(({ role }) => role).sort()).toEqual([
      'areas',
      'facilities',
      'osm',
      'population',
      'study_area',
    ]);
    expect(region.facilities.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
    expect(readdirSync(join(out, 'town')).sort()).toEqual(filesOf(manifest));
    expect(index(out)).toEqual([
      {
        id: 'town',
        name: '小镇',
        name_en: 'Small Town',
        invented: false,
        nearby: manifest.nearby!.file,
        bbox: manifest.bbox,
      },
    ]);
  });

  it('the same files give the same bundle; other files replace it', async () => {
    const out = scratch();
    await build(buildOptions(out));
    const first = loadRegion(join(out, 'town')).manifest.bundle;
    await build(buildOptions(out));
    expect(loadRegion(join(out, 'town')).manifest.bundle).toEqual(first);
    const changed = fileOf('facilities.csv', facilities.replace('第一小学', '第二小学'));
    await build(buildOptions(out, { facilities: changed }));
    const { manifest, region } = loadRegion(join(out, 'town'));
    expect(region.facilities[0].name).toBe('第二小学');
    expect(manifest.bundle.file).not.toBe(first.file);
    expect(readdirSync(join(out, 'town')).sort()).toEqual(filesOf(manifest));
  });

  it('warns where the streets end less than 2 km beyond the people', async () => {
    const streets = readFileSync(join(TOWN, 'streets.osm'), 'utf8');
    const osm = fileOf('near.osm', streets.replace('minlat="37.97"', 'minlat="37.99"'));
    const { stdout } = await build(buildOptions(scratch(), { osm }));
    // p01 at 38.000 is 10 u = 1112 m from there.
    expect(stdout).toContain('ends less than 2 km beyond the people: south 1112 m');
  });

  it('areas and study area may be left out: everybody is counted, in no area', async () => {
    const out = scratch();
    const options = buildOptions(out);
    const kept = options.filter(
      (_, k) => !/areas?$/.test(options[k]) && !/areas?$/.test(options[k - 1]),
    );
    const { stdout } = await build(kept);
    expect(stdout).toContain('7800 counted');
    expect(stdout).toContain('areas       0');
  });
});

describe('what an interrupted build left', () => {
  it('does not disturb the region, and the next build takes it away', async () => {
    const out = scratch();
    await build(buildOptions(out));
    const folder = join(out, 'town');
    for (const file of [
      'bundle-abc.bin.partial',
      'basemap-abc.pmtiles.999999999.partial',
      'manifest.json.999999999.partial',
    ]) {
      writeFileSync(join(folder, file), 'half');
    }
    for (const orphan of [
      'bundle-0123456789ab.bin',
      'nearby-0123456789ab.bin',
      'basemap-0123456789ab.pmtiles',
    ]) {
      writeFileSync(join(folder, orphan), 'orphan');
    }
    writeFileSync(join(out, 'index.json.999999999.partial'), '[');
    expect(loadRegion(folder).region.name).toBe('小镇');
    await build(buildOptions(out));
    const { manifest } = loadRegion(folder);
    expect(readdirSync(folder).sort()).toEqual(filesOf(manifest));
    expect(readdirSync(out).sort()).toEqual(['index.json', 'town']);
  });

  it('a partial of a build that is still running is left alone', async () => {
    const out = scratch();
    mkdirSync(join(out, 'town'), { recursive: true });
    const running = join(out, 'town', `manifest.json.${process.ppid}.partial`);
    writeFileSync(running, 'half');
    await build(buildOptions(out));
    expect(existsSync(running)).toBe(true);
  });

  it('a broken neighbour is left off the index, not a reason to fail', async () => {
    const out = scratch();
    mkdirSync(join(out, 'broken'));
    writeFileSync(join(out, 'broken', 'manifest.json'), '{');
    await build(buildOptions(out));
    expect(index(out).map(({ id }: { id: string }) => id)).toEqual(['town']);
  });
});

describe('disk trouble', () => {
  it('--out is a file', async () => {
    const out = fileOf('tiles', 'not a folder');
    const fault = await faultOf(() => build(buildOptions(out)));
    expect(fault.code).toBe('write');
    expect(fault.text.en).toMatch(/Cannot write .*tiles\/town \(.*a file.*expected a folder\)/);
    expect(readFileSync(out, 'utf8')).toBe('not a folder');
  });

  it('--out cannot be made: nothing of the way there is left', async () => {
    const folder = scratch();
    const loop = join(folder, 'loop');
    symlinkSync('loop', loop);
    expect((await faultOf(() => build(buildOptions(join(loop, 'tiles'))))).code).toBe('write');
    expect(readdirSync(folder)).toEqual(['loop']);
  });

  it.each(['bundle', 'nearby', 'basemap'] as const)(
    'the %s cannot be put in place: the old manifest still names the old parts',
    async (part) => {
      const streets = readFileSync(join(TOWN, 'streets.osm'), 'utf8');
      const files = { osm: fileOf('streets.osm', streets.replace('主街', '大街')) };
      const elsewhere = scratch();
      await build(buildOptions(elsewhere, files));
      const next = loadRegion(join(elsewhere, 'town')).manifest[part]!.file;
      const out = scratch();
      await build(buildOptions(out));
      const before = snapshot(out);
      mkdirSync(join(out, 'town', next, 'in the way'), { recursive: true });
      expect((await faultOf(() => build(buildOptions(out, files)))).code).toBe('write');
      expect(snapshot(out)).toEqual(before);
      expect(loadRegion(join(out, 'town')).region.streetNames).toContainEqual({ name: '主街' });
    },
  );

  it('index or manifest cannot be put in place: what was begun is taken away, neighbours stay', async () => {
    const out = scratch();
    await build(buildOptions(out));
    const before = snapshot(join(out, 'town'));
    // A folder under the index's name makes the last step fail.
    const fresh = scratch();
    mkdirSync(join(fresh, 'index.json', 'in the way'), { recursive: true });
    const fault = await faultOf(() => build(buildOptions(fresh)));
    expect(fault.code).toBe('write');
    expect(readdirSync(fresh)).toEqual(['index.json']);

    mkdirSync(join(out, 'elsewhere', 'manifest.json', 'in the way'), { recursive: true });
    const changed = fileOf('facilities.csv', facilities.replace('第一小学', '第二小学'));
    const files = { id: 'elsewhere', facilities: changed };
    expect((await faultOf(() => build(buildOptions(out, files)))).code).toBe('write');
    expect(readdirSync(join(out, 'elsewhere'))).toEqual(['manifest.json']);
    expect(snapshot(join(out, 'town'))).toEqual(before);
  });
});
