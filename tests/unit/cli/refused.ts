import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Fault } from '../../../src/data/fault.ts';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { build, buildOptions, faultOf, scratch } from './town.ts';

/** Every file under a folder with its content. */
export function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path).toString('base64')];
    }),
  );
}

/**
 * The fault with which a build with these files is refused; it must leave an old region whole to
 * the byte, and of a new one nothing.
 */
export async function refused(files: Record<string, string>): Promise<Fault> {
  const out = scratch();
  await build(buildOptions(out));
  const before = snapshot(out);
  const fault = await faultOf(() => build(buildOptions(out, files)));
  await faultOf(() => build(buildOptions(out, { ...files, id: 'fresh' })));
  expect(snapshot(out)).toEqual(before);
  expect(readdirSync(out).sort()).toEqual(['index.json', 'town']);
  loadRegion(join(out, 'town'));
  for (const sentence of Object.values(fault.text)) expect(sentence.length).toBeGreaterThan(20);
  return fault;
}

/** A file of this content, to be offered as any of the inputs. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}
