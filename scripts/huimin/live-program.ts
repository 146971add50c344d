import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { LiveProgram } from '../../src/engine/embed/publication.ts';
import { loadManifest, readBytes } from './load-region.ts';

/** The program in the built page, seen from the project. */
const BUILT = fileURLToPath(new URL('../../dist/live/', import.meta.url));

/** dist/live/files.json: the module that opens a live map, and all that it may load, by their names there. */
const FILES = v.object({ live: v.string(), files: v.array(v.string()) });

/**
 * The live map's program out of the built page, over the basemap of the region in `folder`; null
 * where none was built, or its list names what is not there.
 */
export function liveProgram(folder: string, built = BUILT): LiveProgram | null {
  const list = join(built, 'files.json');
  if (!existsSync(list)) return null;
  const result = v.safeParse(FILES, JSON.parse(readFileSync(list, 'utf8')));
  if (!result.success) return null;
  const { live, files } = result.output;
  const whole = [...new Set([live, ...files])];
  const inside = (name: string) => !relative(built, join(built, name)).startsWith('..');
  if (!whole.every((name) => inside(name) && existsSync(join(built, name)))) return null;
  const { basemap } = loadManifest(folder);
  return {
    entry: live,
    basemap: basemap ? readBytes(join(folder, basename(basemap.file))) : null,
    files: new Map(whole.map((name) => [name, readFileSync(join(built, name))])),
  };
}
