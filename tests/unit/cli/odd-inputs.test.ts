import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { regionCommand } from '../../../scripts/huimin/region-command.ts';
import { Fault } from '../../../src/data/fault.ts';

const TOWN = 'tests/fixtures/town';
const out = mkdtempSync(join(tmpdir(), 'huimin-odd-'));
afterAll(() => rmSync(out, { recursive: true }));

const build = (changes: Record<string, string>) => {
  const options: Record<string, string> = {
    id: 'odd',
    name: '镇',
    osm: `${TOWN}/streets.osm`,
    population: `${TOWN}/population.csv`,
    facilities: `${TOWN}/facilities.csv`,
    out,
    ...changes,
  };
  return regionCommand(['build', ...Object.entries(options).flatMap(([k, v]) => [`--${k}`, v])]);
};

const codeOf = (run: Promise<string>) =>
  run.then(
    () => null,
    (error) => (error instanceof Fault ? error.code : error),
  );

test('people beyond belief are refused, and replace nothing', async () => {
  await build({});
  const population = join(out, 'huge.csv');
  writeFileSync(population, 'id,lon,lat,total\na,150.001,38.001,1e308\nb,150.002,38.001,1e308\n');
  expect(await codeOf(build({ population }))).toBe('all-rejected');
  expect(existsSync(join(out, 'odd', 'manifest.json'))).toBe(true);
});

test.each([' ', 'x'.repeat(201), '镇\u001b[31m', '镇\n镇'])(
  'a region is not named %j',
  async (name) => {
    expect(await codeOf(build({ name }))).toBe('usage');
  },
);
