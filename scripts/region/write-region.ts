import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/data/region/manifest.ts';

/**
 * Writes tiles/<id>/: first the bundle under a name of its own hash, then the manifest that
 * points to it, each beside and renamed. Whoever is interrupted leaves the old manifest with the
 * old bundle; a reader never sees half of one and half of the other.
 */
export function writeRegion(out: string, manifest: Manifest, bundle: Uint8Array): void {
  const folder = join(out, manifest.id);
  mkdirSync(folder, { recursive: true });
  put(join(folder, manifest.bundle.file), bundle);
  put(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
  for (const file of readdirSync(folder)) {
    if (/^bundle-.*\.bin$/.test(file) && file !== manifest.bundle.file) rmSync(join(folder, file));
    if (file.endsWith(PARTIAL)) rmSync(join(folder, file));
  }
  writeIndex(out);
}

const PARTIAL = '.partial';

function put(path: string, content: Uint8Array | string): void {
  writeFileSync(path + PARTIAL, content);
  renameSync(path + PARTIAL, path);
}

/** What the page offers: one line per region under `out`. */
export function writeIndex(out: string): void {
  const regions = readdirSync(out)
    .filter((id) => existsSync(join(out, id, 'manifest.json')))
    .sort()
    .map((id) => JSON.parse(readFileSync(join(out, id, 'manifest.json'), 'utf8')) as Manifest)
    .map(({ id, name, name_en, invented }) => ({ id, name, name_en, invented }));
  put(join(out, 'index.json'), JSON.stringify(regions, null, 2) + '\n');
}
