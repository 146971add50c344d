import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { compiled } from './compiled.ts';
import { fileOf } from './refused.ts';
import { TOWN, build, buildOptions, filesOf, scratch } from './town.ts';

const SCRIPT = await compiled('tests/unit/cli/build-again-and-again.ts');
const facilities = readFileSync(join(TOWN, 'facilities.csv'), 'utf8');

/** Two builds are a few milliseconds apart, so a kill falls into every stage sooner or later. */
it('a build killed at any moment leaves a region that loads, and the next one tidies up', async () => {
  const out = scratch();
  await build(buildOptions(out));
  const folder = join(out, 'town');
  const other = fileOf('other.csv', facilities.replace('第一小学', '第二小学'));
  for (let round = 0; round < 6; round++) {
    const files = [TOWN, out, join(TOWN, 'facilities.csv'), other];
    const child = spawn(process.execPath, [SCRIPT, ...files]);
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await setTimeout(3 + 17 * round + 10 * Math.random());
    child.kill('SIGKILL');
    await ended;
    expect(loadRegion(folder).region.facilities).toHaveLength(3);
    const { bytes, file } = loadRegion(folder).manifest.basemap!;
    expect(statSync(join(folder, file)).size).toBe(bytes);
    JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
  }
  await build(buildOptions(out));
  const { manifest } = loadRegion(folder);
  expect(readdirSync(folder).sort()).toEqual(filesOf(manifest));
  expect(readdirSync(out).sort()).toEqual(['index.json', 'town']);
}, 60_000);
