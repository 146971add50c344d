import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { compiled } from './compiled.ts';
import { TOWN, build, buildOptions, scratch } from './town.ts';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
// The loader alone: tsx's own command would start Node twice.
const TSX = pathToFileURL(join(PROJECT, 'node_modules/tsx/dist/loader.mjs')).href;
const BY_HAND = ['--import', TSX, join(PROJECT, 'scripts/huimin/huimin.ts')];
const COMPILED = [await compiled('scripts/huimin/huimin.ts')];

/** Runs the command in a folder whose tiles/ has the town. */
function huimin(args: string[], env: Record<string, string> = {}, program = COMPILED) {
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: home,
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => (stdout += data));
  child.stderr.on('data', (data) => (stderr += data));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
}

let home = '';
beforeAll(async () => {
  home = scratch();
  await build(buildOptions(join(home, 'tiles')));
});

describe('huimin as a process', () => {
  it('an answer stands alone on stdout, exit code 0; a region by its id or its folder', async () => {
    const options = ['--service', 'school', '--minutes', '15', '--format', 'json'];
    const [byId, byFolder] = await Promise.all([
      huimin(['coverage', '--region', 'town', ...options], {}, BY_HAND),
      huimin(['coverage', '--region', 'tiles/town', ...options]),
    ]);
    expect(byId).toEqual({ code: 0, stdout: byId.stdout, stderr: '' });
    expect(JSON.parse(byId.stdout).bands).toEqual([{ minutes: 15, covered: 420, share: 0.6 }]);
    expect(byFolder.stdout).toBe(byId.stdout);
  });

  it('a fault stands alone on stderr, one sentence, exit code 2; in Chinese where Chinese is spoken', async () => {
    const [english, chinese] = await Promise.all([
      huimin(['coverage', '--region', 'atlantis', '--service', 'school']),
      huimin(['coverage', '--region', 'atlantis', '--service', 'school'], { LANG: 'zh_CN.UTF-8' }),
    ]);
    expect(english).toEqual({ code: 2, stdout: '', stderr: english.stderr });
    expect(english.stderr).toBe(
      'huimin: No region "atlantis". There are: town. Run huimin region build first.\n',
    );
    expect(chinese.code).toBe(2);
    expect(chinese.stderr).toMatch(/^huimin: 没有区域“atlantis”。已有：town。/);
  });

  it('help on stdout, exit code 0; an unknown command, exit code 2', async () => {
    const [help, ofCommand, unknown] = await Promise.all([
      huimin([], {}, BY_HAND),
      huimin(['coverage', '--help']),
      huimin(['covrage']),
    ]);
    expect(help.code).toBe(0);
    expect(help.stdout).toContain('huimin region build --id ID');
    expect(ofCommand).toEqual(help);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('No command "covrage"');
  });

  it('region build: summary on stdout, progress on stderr', async () => {
    const out = join(home, 'other');
    const { code, stdout, stderr } = await huimin(['region', ...buildOptions(out)]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^town: 小镇\n/);
    expect(stderr).toMatch(/^\[town\] tables/);
  });

  it('region build of a file that is cut: exit code 2, nothing on stdout, no folder', async () => {
    const out = join(home, 'none');
    const cut = join(home, 'cut.osm');
    writeFileSync(cut, readFileSync(join(TOWN, 'streets.osm')).subarray(0, 700));
    const { code, stdout, stderr } = await huimin(['region', ...buildOptions(out, { osm: cut })]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/huimin: cut\.osm: The OSM XML file breaks off at byte 700/);
    expect(readdirSync(home)).not.toContain('none');
  });
});
