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
import { parseManifest, type Manifest } from '../../src/data/region/manifest.ts';
import { cliFaults } from '../huimin/cli-faults.ts';

/**
 * Writes tiles/<id>/: first the bundle under a name of its own hash, then the manifest that
 * points to it, each beside and renamed. Whoever is interrupted leaves the old manifest with the
 * old bundle; a reader never sees half of one and half of the other. Throws Fault `write`; then an
 * old region is whole and a new one leaves no folder.
 */
export function writeRegion(out: string, manifest: Manifest, bundle: Uint8Array): void {
  const folder = join(out, manifest.id);
  const own = join(folder, manifest.bundle.file);
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
    put(own, bundle);
    put(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
    // Another build of this region may have swept the bundle away before a manifest named it.
    if (!existsSync(own)) put(own, bundle);
    writeIndex(out);
    sweep(folder, manifestIn(folder)?.bundle.file);
    sweep(out);
  } catch (error) {
    undo(made, folder, own);
    const { code } = error as NodeJS.ErrnoException;
    throw code && !code.startsWith('ERR_') ? cliFaults.write(folder, code) : error;
  }
}

/** The process is part of the name, so that two builds at once do not write into one file. */
const PARTIAL = `.${process.pid}.partial`;

function put(path: string, content: Uint8Array | string): void {
  try {
    writeFileSync(path + PARTIAL, content);
    renameSync(path + PARTIAL, path);
  } catch (error) {
    rmSync(path + PARTIAL, { force: true });
    throw error;
  }
}

/** Takes away what interrupted builds left; and, where `bundle` is given, bundles no longer named. */
function sweep(folder: string, bundle?: string): void {
  for (const file of readdirSync(folder)) {
    const old = bundle !== undefined && /^bundle-.*\.bin$/.test(file) && file !== bundle;
    if (old || abandoned(file)) rmSync(join(folder, file), { force: true });
  }
}

function abandoned(file: string): boolean {
  const match = /\.(?:(\d+)\.)?partial$/.exec(file);
  if (!match) return false;
  try {
    if (match[1]) process.kill(Number(match[1]), 0);
    return !match[1] || Number(match[1]) === process.pid;
  } catch (error) {
    // EPERM: the process is there, only not ours.
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}

function undo(made: string | undefined, folder: string, bundle: string): void {
  try {
    if (made) rmSync(made, { recursive: true, force: true });
    else if (manifestIn(folder)?.bundle.file !== bundle.slice(folder.length + 1)) {
      rmSync(bundle, { force: true });
    }
  } catch {
    // What cannot be taken away any more is told by the fault itself.
  }
}

/** What the page offers: one line per region under `out`; folders without a sound manifest are none. */
export function writeIndex(out: string): void {
  const regions = readdirSync(out)
    .sort()
    .flatMap((id) => manifestIn(join(out, id)) ?? [])
    .map(({ id, name, name_en, invented }) => ({ id, name, name_en, invented }));
  put(join(out, 'index.json'), JSON.stringify(regions, null, 2) + '\n');
}

function manifestIn(folder: string): Manifest | null {
  try {
    const file = join(folder, 'manifest.json');
    return parseManifest(JSON.parse(readFileSync(file, 'utf8')), file);
  } catch {
    return null;
  }
}
