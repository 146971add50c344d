import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { compiled } from '../cli/compiled.ts';
import { absent, monacoBytes, monacoRecipe, MONACO_PBF } from './monaco.ts';
import { breaksAfter, md5Line, says, serverOf, serves, type Answer } from './server.ts';

const HUIMIN = await compiled('scripts/huimin/huimin.ts');
const home = mkdtempSync(join(tmpdir(), 'huimin-fetch-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs `huimin region fetch` as by hand; `interruptWhen` gets Ctrl-C once stderr matches it. */
function huimin(args: string[], interruptWhen?: RegExp, cwd = home) {
  const child = spawn(process.execPath, [HUIMIN, 'region', 'fetch', ...args], {
    cwd,
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C' },
  });
  let [stdout, stderr, interrupted] = ['', '', false];
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => {
    stderr += data;
    if (!interrupted && interruptWhen?.test(stderr)) {
      interrupted = true;
      child.kill('SIGINT');
    }
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
}

const OPTIONS = [
  '--recipe',
  'monaco.json',
  '--population',
  'people.csv',
  '--facilities',
  'sites.csv',
];
const PATIENT = ['--tries', '3', '--stall', '1'];

beforeAll(() => {
  writeFileSync(join(home, 'monaco.json'), JSON.stringify(monacoRecipe()));
  // The casino's square, the old town, and Beausoleil's town hall, which is not in Monaco.
  writeFileSync(
    join(home, 'people.csv'),
    'id,lon,lat,total\na,7.42826,43.73912,100\nb,7.4246,43.7311,200\nc,7.4235,43.7427,400\n',
  );
  writeFileSync(
    join(home, 'sites.csv'),
    'id,name,service,lon,lat\ns,Lycée,school,7.4206,43.7329\n',
  );
});

const mirror = (answers: Answer[], md5 = md5Line(absent ? new Uint8Array() : monacoBytes())) =>
  serverOf({
    '/europe/monaco-latest.osm.pbf': answers,
    '/europe/monaco-latest.osm.pbf.md5': [md5],
  });

// Each test starts the command anew, which takes seconds on a busy machine.
describe.skipIf(absent)('huimin region fetch', { timeout: 120_000 }, () => {
  it('Ctrl-C leaves what was downloaded; the next run goes on, cuts and builds', async () => {
    const bytes = monacoBytes();
    const { base, log } = await mirror([breaksAfter(bytes, 1_000_000, 'stall'), serves(bytes)]);
    const first = await huimin(
      [...OPTIONS, '--from', base, '--stall', '60'],
      /download: [\d.]+ kB of/,
    );
    expect([first.code, first.stdout]).toEqual([130, '']);
    expect(first.stderr).toContain('run it again and it goes on from there');
    const part = statSync(join(home, 'downloads/monaco-latest.osm.pbf.part')).size;
    expect(part).toBeGreaterThan(100_000);

    const { code, stdout, stderr } = await huimin([...OPTIONS, '--from', base]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('MD5 agrees')]);
    expect(log).toContain(`GET /europe/monaco-latest.osm.pbf bytes=${part}-`);
    expect(stdout).toMatch(/people +700 at 3 places, 300 counted/);
    expect(stdout).toContain(
      'boundary    The study area is the administrative boundary of Monaco in OpenStreetMap (relation 2220322).',
    );
    expect(stdout).toContain('told        school: 16 schools (2016, C000)');
    expect(readdirSync(join(home, 'downloads'))).toEqual(['monaco-test']);

    const { region, manifest } = loadRegion(join(home, 'tiles/monaco-test'));
    expect(region.areas.map(({ name }) => name)).toEqual(['摩纳哥']);
    expect(manifest.place?.boundary.relation).toBe(2220322);
    expect(manifest.place?.expected.map(({ count }) => count)).toEqual([16]);
    expect(manifest.data_date).toBe('2016-03-05T00:26:02Z');
    // Monaco has 41 km of street that one may walk on, its neighbours in the guard band some more.
    expect(manifest.counts.street_km).toBeGreaterThan(41);
  });

  it('without a table of people its census is spread over the homes, to the person', async () => {
    const file = ['--from', MONACO_PBF, '--out', 'by-census'];
    const options = ['--recipe', 'monaco.json', '--facilities', 'sites.csv', ...file];
    const { code, stderr } = await huimin(options);
    expect([code, stderr]).toEqual([0, expect.stringContaining('people: to their places')]);
    const { region, manifest } = loadRegion(join(home, 'by-census/monaco-test'));
    const sum = (field: string) => region.places.fields[field].reduce((all, one) => all + one, 0);
    const fields = ['total', 'age_0_14', 'age_60_plus', 'age_65_plus', 'age_80_plus'];
    expect(fields.map(sum)).toEqual([37308, 4600, 12300, 9700, 2900]);
    expect(manifest.population_rule?.method).toBe('buildings');
    expect(manifest.counts.people_counted).toBe(37308);
  });

  const bad: [name: string, answers: Answer[], md5: Answer | undefined, words: RegExp][] = [
    [
      'a wrong checksum',
      [(q, r) => serves(monacoBytes())(q, r)],
      md5Line(Uint8Array.of(1)),
      /wrong MD5/,
    ],
    ['no such file', [says(404)], undefined, /answered 404/],
    ['a server that is silent', [() => {}], undefined, /failed 3 times \(last: no byte for 1 s\)/],
    ['a web page', [says(200, '<html></html>')], says(404), /HTML page/],
  ];
  it.each(bad)(
    '%s: one sentence, exit code 2, the old region whole',
    async (_, answers, md5, words) => {
      const before = shown(join(home, 'tiles'));
      const { base } = await mirror(answers, md5);
      const { code, stdout, stderr } = await huimin([...OPTIONS, ...PATIENT, '--from', base]);
      expect([code, stdout]).toEqual([2, '']);
      const told = stderr.split('\n').filter((line) => line.startsWith('huimin: '));
      expect(told).toEqual([expect.stringMatching(words)]);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(shown(join(home, 'tiles'))).toEqual(before);
    },
  );

  it('an unknown place, and no place at all', async () => {
    const unknown = await huimin(['atlantis']);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/got "atlantis", expected one of dongfeng, dongliao, .*xian-liaoyuan/),
    ]);
    const none = await huimin([]);
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringContaining('needs a place or --recipe'),
    ]);
    expect(existsSync(join(home, 'tiles', 'atlantis'))).toBe(false);
  });
});

/** Every file of a folder and what is in it, for comparing. */
function shown(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path, 'base64')]);
}
