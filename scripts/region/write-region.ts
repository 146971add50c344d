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

/** A file of a region beside its manifest, which names it: the bundle, its part for phones, the basemap. */
export interface RegionPart {
  /** Made of the content's own hash. */
  file: string;
  bytes: Uint8Array;
}

/**
 * Writes tiles/<id>/: first the parts under names of their own hashes, then the manifest that
 * points to them, each beside and renamed. Whoever is interrupted leaves the old manifest with the
 * old parts; a reader never sees half of one and half of the other. Throws Fault `write`; then an
 * old region is whole and a new one leaves no folder.
 * @param parts those that are new; what the manifest names besides must be there.
 */
export function writeRegion(
  out: string,
  manifest: Manifest,
  parts: RegionPart[],
  folder = join(out, manifest.id),
): void {
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
    for (const { file, bytes } of parts) put(join(folder, file), bytes);
    put(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
    // Another build of this region may have swept a part away before a manifest named it.
    for (const { file, bytes } of parts) {
      if (!existsSync(join(folder, file))) put(join(folder, file), bytes);
    }
    writeIndex(out);
    sweep(folder, partsNamed(folder));
    sweep(out);
  } catch (error) {
    undo(made, folder, parts);
    const { code } = error as NodeJS.ErrnoException;
    throw code && !code.startsWith('ERR_') ? cliFaults.write(folder, code) : error;
  }
}

/** Files that the folder's manifest names; null without a sound manifest. */
function partsNamed(folder: string): string[] | null {
  const manifest = manifestIn(folder);
  if (!manifest) return null;
  const { bundle, nearby, basemap } = manifest;
  return [bundle, nearby, basemap].flatMap((part) => part?.file ?? []);
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

/** Bundles, their parts for phones and basemaps, by their names. */
const PART = /^((bundle|nearby)-.*\.bin|basemap-.*\.pmtiles)$/;

/** Takes away what interrupted builds left; and, where `named` is given, parts that are not in it. */
function sweep(folder: string, named: string[] | null = null): void {
  for (const file of readdirSync(folder)) {
    const old = named && PART.test(file) && !named.includes(file);
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

function undo(made: string | undefined, folder: string, parts: RegionPart[]): void {
  try {
    if (made) rmSync(made, { recursive: true, force: true });
    else {
      const named = partsNamed(folder) ?? [];
      const unnamed = parts.filter(({ file }) => !named.includes(file));
      for (const { file } of unnamed) rmSync(join(folder, file), { force: true });
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
    .map(({ id, name, name_en, invented, nearby, bbox }) => {
      return { id, name, name_en, invented, nearby: nearby?.file, bbox };
    });
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
