import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawPictures } from '../../../scripts/huimin/draw-pictures.ts';
import { liveProgram } from '../../../scripts/huimin/live-program.ts';
import { loadRegion, TILES } from '../../../scripts/huimin/load-region.ts';
import { publishCommand } from '../../../scripts/huimin/publish-command.ts';
import { readFolder, writeFolder } from '../../../scripts/huimin/publication-folder.ts';
import { rerunFile } from '../../../scripts/huimin/rerun-command.ts';
import { verifyCommand } from '../../../scripts/huimin/verify-command.ts';
import { ensureSample } from '../../../scripts/sample-city/build-sample.ts';
import type { PublicationFile } from '../../../src/data/embed/publication-file.ts';
import { writeProject } from '../../../src/data/project/project-file.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { assess } from '../../../src/engine/assess.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { query } from '../engine/region-of.ts';
import { layerOf, projectOf } from '../project/project-of.ts';
import { gridTown } from './grid-town.ts';
import { faultOf, scratch } from './town.ts';

/** `npm test` builds the sample city beforehand. */
const SAMPLE = join(TILES, 'sample');
const home = scratch();
let town: string;

beforeAll(async () => {
  if (!existsSync(join(SAMPLE, 'manifest.json'))) await ensureSample(() => {});
  /*
   * One street along y = 1, a step 111.2 m: school s at 0, people at 2 (222 m, 3.1 minutes), 5 (556 m,
   * 7.7 minutes) and 14 (1,557 m, 21.6 minutes).
   */
  town = await gridTown({
    ways: [{ line: [-2, 0, 2, 5, 14, 16].map((x) => [x, 1]) }],
    people: [
      ['a', 2, 1, 100],
      ['b', 5, 1, 200],
      ['c', 14, 1, 400],
    ],
    sites: [['s', 'school', 0, 1]],
  });
}, 60_000);

afterEach(() => (process.exitCode = undefined));

let folders = 0;
const fresh = () => join(home, `out-${folders++}`);
/** What a command says on stdout and on stderr. */
async function said(run: () => Promise<string>): Promise<{ out: string; err: string }> {
  let err = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    return { out: await run(), err };
  } finally {
    spy.mockRestore();
  }
}
// Neither a browser nor whatever page was built here: the files are the same everywhere.
const publish = (...args: string[]) =>
  said(() => publishCommand([...args, '--png', 'no', '--live', 'no']));
const ofTown = (out: string, ...args: string[]) =>
  publish('--region', town, '--service', 'school', '--minutes', '5,10', '--out', out, ...args);
const figures = (folder: string): PublicationFile =>
  JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'));

describe('huimin publish and verify', () => {
  it('a question of a drawn town: the folder, its figures, nothing beside it', async () => {
    const out = fresh();
    const { out: told } = await ofTown(out, '--caption', '某报', '--lang', 'en', '--speed', '1.2');
    expect(told).toContain('300 of 700 people within 10 minutes');
    expect(told).toContain('no PNG');
    const { view, language } = figures(out);
    expect([view.figures.people, view.figures.covered, language]).toEqual([700, [100, 300], 'en']);
    expect(view.caption).toBe('某报');
    expect(readdirSync(home).filter((name) => name.includes('.part'))).toEqual([]);

    expect((await said(() => verifyCommand([out]))).out).toMatch(/figures the same to the bit/);
    const json = JSON.parse(await verifyCommand([out, '--format', 'json']));
    expect(json).toMatchObject({ same: true, service: 'school', hash: view.hash, differs: [] });
    expect(process.exitCode).toBeUndefined();
  });

  it('one byte flipped in each file in turn is named, with exit code 2 and a sentence', async () => {
    const out = fresh();
    await ofTown(out);
    for (const name of readFolder(out).keys()) {
      const path = join(out, name);
      const whole = readFileSync(path);
      const spoilt = Buffer.from(whole);
      spoilt[Math.floor(whole.length / 3)] ^= 4;
      writeFileSync(path, spoilt);
      const { err } = await said(() => verifyCommand([out]));
      expect(err, name).toContain(name === 'SHA256SUMS' ? 'not as it was published' : name);
      expect(process.exitCode, name).toBe(2);
      process.exitCode = undefined;
      writeFileSync(path, whole);
    }
    expect((await said(() => verifyCommand([out]))).err).toBe('');
  });

  it('the region moves on: the folder still verifies, and a new one has new figures', async () => {
    const [out, later] = [fresh(), fresh()];
    await ofTown(out);
    const moved = await gridTown({
      ways: [{ line: [-2, 0, 2, 5, 14, 16].map((x) => [x, 1]) }],
      people: [['a', 2, 1, 1000]],
      sites: [['s', 'school', 0, 1]],
    });
    const kept = `${town}-kept`;
    renameSync(town, kept);
    cpSync(moved, town, { recursive: true });
    try {
      await ofTown(later);
      expect(figures(later).view.figures.people).toBe(1000);
      expect((await said(() => verifyCommand([out]))).err).toBe('');
      expect(figures(out).view.figures.people).toBe(700);
    } finally {
      rmSync(town, { recursive: true });
      renameSync(kept, town);
    }
  });

  it('notes are added, kept, and told; a folder that was changed takes none', async () => {
    const out = fresh();
    await ofTown(out);
    const note = (text: string, ...args: string[]) =>
      publishCommand(['--correct', out, '--note', text, ...args]);
    await note('人数有误', '--date', '2026-12-01');
    await note('已改正', '--date', '2026-12-02');
    const { out: told } = await said(() => verifyCommand([out]));
    expect(told).toMatch(/correction of 2026-12-01: 人数有误\n.*2026-12-02: 已改正/);
    // A new publication in its place keeps what was noted.
    expect((await faultOf(() => ofTown(out))).code).toBe('publication-already');
    expect((await ofTown(out, '--replace', 'yes')).out).toContain('2 correction notes kept');
    expect((await said(() => verifyCommand([out]))).out).toContain('人数有误');
    writeFileSync(join(out, 'picture.svg'), '<svg/>');
    expect((await faultOf(() => note('x'))).text.en).toContain('picture.svg');
  });

  it('what cannot be done is a sentence, and leaves nothing behind', async () => {
    const strangers = fresh();
    mkdirSync(strangers);
    writeFileSync(join(strangers, 'novel.txt'), 'x');
    const out = fresh();
    const refused: [string, () => unknown][] = [
      ['publication-occupied', () => ofTown(strangers, '--replace', 'yes')],
      ['usage', () => publish('--region', town, '--service', 'school')],
      ['no-list', () => publish('--region', town, '--service', 'clinic', '--out', out)],
      ['usage', () => ofTown(out, '--url', 'ftp://x')],
      ['usage', () => ofTown(out, '--url', 'x')],
      ['usage', () => ofTown(out, '--caption', 'x'.repeat(301))],
      ['usage', () => ofTown(out, '--note', 'x')],
      ['usage', () => ofTown(out, '--lang', 'en', '--language', 'zh')],
      ['usage', () => publish('--project', 'x.huimin', '--minutes', '5', '--out', out)],
      ['file', () => publish('--project', join(home, 'none.huimin'), '--out', out)],
      ['usage', () => publishCommand(['--correct', out, '--note', ' '])],
      ['usage', () => publishCommand(['--correct', out, '--note', 'x', '--date', '2026-02-30'])],
      ['usage', () => publishCommand(['--correct', out, '--note', 'x', '--out', 'y'])],
      ['file', () => publishCommand(['--correct', out, '--note', 'x'])],
      ['file', () => verifyCommand([out])],
      ['usage', () => verifyCommand([])],
      ['publication', () => verifyCommand([strangers])],
      ['write', () => ofTown(join(strangers, 'novel.txt', 'out'))],
    ];
    for (const [k, [code, run]] of refused.entries()) {
      expect([k, (await faultOf(run)).code]).toEqual([k, code]);
    }
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(strangers)).toEqual(['novel.txt']);
  });

  it('a path that leads out of the folder is never written', () => {
    const files = new Map([['../evil', new Uint8Array(1)]]);
    expect(() => writeFolder(fresh(), files)).toThrow(/leads out/);
    expect(existsSync(join(home, 'evil'))).toBe(false);
  });
});

describe('a project of the sample city', () => {
  const clinic = (id: string, lon: number, parts: Partial<Facility> = {}): Facility => ({
    id,
    name: `${id} 诊所`,
    service: 'clinic',
    lon,
    lat: 38.0005,
    status: 'open',
    ...parts,
  });

  it('is published as it stood: settings, scenario, day and layers; the figures are the engine’s', async () => {
    const out = fresh();
    const file = join(home, '试点.huimin');
    const { region, manifest } = loadRegion(SAMPLE);
    const [first] = region.facilities.filter(({ service }) => service === 'clinic');
    const mine = [
      clinic('近', 150.0005),
      clinic('远', 150.05, { status: 'planned', opened: '2027-01' }),
    ];
    const project = projectOf({
      region: { id: 'sample', bundle: manifest.bundle.sha256 },
      settings: '?service=clinic&minutes=10&profile=older&speed=0.85&lang=en',
      scenarios: [
        { id: 's1', name: '关一处', edits: [{ kind: 'status', id: first.id, status: 'closed' }] },
      ],
      chosen: 's1',
      on: '2027-06',
      layers: [layerOf('facilities', mine)],
    });
    writeFileSync(file, writeProject(project, true));
    const { out: told, err } = await publish('--project', file, '--out', out);
    expect(err).toBe('');
    expect(told).toContain('within 10 minutes');
    const { view, method, language } = figures(out);
    expect(view).toMatchObject({
      region: { invented: true, id: 'sample' },
      rule: { minutes: [5, 10], profile: 'older', speed: 0.85 },
      scenario: 'facilities + 关一处',
      on: '2027-06',
    });
    expect(language).toBe('en');
    const sites = [
      ...region.facilities.filter(
        ({ id, service, status, opened }) =>
          service === 'clinic' &&
          id !== first.id &&
          (status === 'open' || (status !== 'closed' && opened && opened <= '2027-06-31')),
      ),
      ...mine,
    ];
    const { people, bands } = assess(
      new Prepared(region),
      sites,
      query({ minutes: [5, 10], profile: 'older', speed: 0.85 }),
    );
    expect([view.figures.people, view.figures.covered]).toEqual([
      people,
      bands.map(({ covered }) => covered),
    ]);
    expect((await said(() => verifyCommand([out]))).err).toBe('');
    // The method block asks the whole region the same, layers and all.
    expect((await rerunFile(join(out, 'index.html'), TILES)).same).toBe(true);
    expect(method.scenario?.edits).toHaveLength(3);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Sample data');
  });

  it('says that the region moved on, which settings are not understood, and where another region is', async () => {
    const file = join(home, '旧.huimin');
    const project = projectOf({
      region: { id: 'town', bundle: 'ab'.repeat(32) },
      settings: '?service=school&minutes=99',
    });
    writeFileSync(file, writeProject(project, true));
    const { err } = await publish('--project', file, '--region-dir', town, '--out', fresh());
    expect(err).toMatch(/brought up to date since/);
    expect(err).toContain('minutes=99');
    const elsewhere = () => publish('--project', file, '--region-dir', SAMPLE, '--out', fresh());
    expect((await faultOf(elsewhere)).code).toBe('rerun');
  });
});

it('without a browser there is no PNG; without a build no live map, with one its files', async () => {
  const svg = '<svg width="1" height="1"/>';
  expect(await drawPictures(svg, '', null)).toBeNull();
  expect(await drawPictures(svg, '', { broken: 'X=y' })).toBeNull();
  const dist = scratch();
  expect(liveProgram(town, dist)).toBeNull();
  const list = (value: unknown) => writeFileSync(join(dist, 'files.json'), JSON.stringify(value));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'assets/live.js'), 'export {}');
  list({ live: 'assets/live.js', files: ['assets/gone.js'] });
  expect(liveProgram(town, dist)).toBeNull();
  list({ live: '../../etc/passwd', files: [] });
  expect(liveProgram(town, dist)).toBeNull();
  list({ live: 'assets/live.js', files: ['assets/live.js'] });
  expect([...liveProgram(town, dist)!.files.keys()]).toEqual(['assets/live.js']);
});
