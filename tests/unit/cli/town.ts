import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, vi } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import type { Manifest } from '../../../src/data/region/manifest.ts';
import { regionCommand } from '../../../scripts/huimin/region-command.ts';

/*
 * tests/fixtures/town, invented, on a grid of u = 0.001° from 150° E, 38° N:
 *
 *    y                                        one u of latitude  = 111.195 m
 *   20            p08 f3(planned)             one u of longitude = 111.195 m × cos 38.0…° ≈ 87.62 m
 *    :             | 主街
 *   15            p07                         p01 … p12: people in steps of 100 (100 … 1200);
 *   14            p06                         a tenth of them are 6–14, three tenths 60+
 *   12            p05
 *   11            p04                         study area: y from −5 to 18, so p08 is not counted:
 *   10             +---- 东路 ---- p10 f2       7800 − 800 = 7000 people, 700 of them 6–14
 *    8  p12       p03                         南街道: y < 9.5, x < 15: p01 p02 p03 p09 p12 = 270 children
 *    :   # 石阶     |                          北街道: 9.5 … 17.5:      p04 p05 p06 p07 p10 = 320 children
 *    5   +p09 西巷  f1                          in neither: p11 = 110 children
 *    3             p02             :
 *    2             |              p11 小岛路, 500 m: an island under 1 km, so p11 is off network
 *    0            p01              :           高速 at x = −15 is a motorway: nobody walks there
 *    x  −5 −4       0           8  20
 *
 * From f1 (0, 5) in metres, seconds at 1.2 m/s, minutes:
 *   p01  5 u =  556.0  463.3   7.72      p07 10 u = 1112.0   926.6 15.44
 *   p02  2 u =  222.4  185.3   3.09      p08 15 u = 1667.9  1389.9 23.17
 *   p03  3 u =  333.6  278.0   4.63      p09  4 × 87.62 =          350.5  292.1  4.87
 *   p04  6 u =  667.2  556.0   9.27      p10  5 u + 8 × 87.61 =   1256.9 1047.4 17.46
 *   p05  7 u =  778.4  648.6  10.81      p12  5 × 87.62 + 3 u =    771.7  643.1 10.72
 *   p06  9 u = 1000.8  834.0  13.90      p11  off network
 * 5 min: p02 p03 p09; 10 min: and p01 p04; 15 min: and p05 p06 p12; beyond: p07 p10 p11.
 */

export const TOWN = fileURLToPath(new URL('../../fixtures/town/', import.meta.url));

/** A folder that goes when the test file is done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huimin-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The options that build the town, or with `files` another one. */
export function buildOptions(out: string, files: Record<string, string> = {}): string[] {
  const options: Record<string, string> = {
    id: 'town',
    name: '小镇',
    osm: join(TOWN, 'streets.osm'),
    population: join(TOWN, 'population.csv'),
    facilities: join(TOWN, 'facilities.csv'),
    areas: join(TOWN, 'areas.geojson'),
    'study-area': join(TOWN, 'study-area.geojson'),
    out,
    ...files,
  };
  return ['build', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
}

/** Builds with these options: what would stand on stdout and on stderr. Throws what the command throws. */
export async function build(options: string[]): Promise<{ stdout: string; stderr: string }> {
  let stderr = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  try {
    return { stdout: await regionCommand(options), stderr };
  } finally {
    spy.mockRestore();
  }
}

/** The town built into a folder of its own; the folder of its region. */
export async function builtTown(): Promise<string> {
  const out = scratch();
  await build(buildOptions(out));
  return join(out, 'town');
}

/** What a region's folder holds when nothing was left lying about. */
export function filesOf({ bundle, basemap, nearby }: Manifest): string[] {
  return [basemap!.file, bundle.file, 'manifest.json', nearby!.file];
}

/** The Fault that `run` ends in; anything else thrown, or nothing, fails the test. */
export async function faultOf(run: () => unknown): Promise<Fault> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a Fault, got none');
}
