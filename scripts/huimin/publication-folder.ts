import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Correction } from '../../src/data/embed/correction.ts';
import { FIGURES_FILE, parsePublication } from '../../src/data/embed/publication-file.ts';
import { publicationFaults } from '../../src/data/embed/publication-faults.ts';
import { Fault } from '../../src/data/fault.ts';
import { cliFaults } from './cli-faults.ts';

/** The files of a folder by their paths in it, with slashes. Throws Fault `file`. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  try {
    const names = readdirSync(folder, { recursive: true }).map(String).sort();
    const files = names.filter((name) => statSync(join(folder, name)).isFile());
    return new Map(
      files.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name))]),
    );
  } catch (error) {
    throw cliFaults.file(folder, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

/**
 * Whether a folder may be written: nothing is there, or nothing in it. Over an earlier publication
 * only with `replace`; its notes are given back. Throws Faults `publication-occupied`, `publication-already`.
 */
export function roomFor(folder: string, replace: boolean): Correction[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw publicationFaults.occupied(folder);
  if (!readdirSync(folder).length) return [];
  let corrections: Correction[];
  try {
    const file = join(folder, FIGURES_FILE);
    ({ corrections } = parsePublication(readFileSync(file, 'utf8'), file));
  } catch (error) {
    if (!(error instanceof Fault) && !(error as NodeJS.ErrnoException).code) throw error;
    throw publicationFaults.occupied(folder);
  }
  if (!replace) throw publicationFaults.already(folder);
  return corrections;
}

/**
 * Writes a folder whole or not at all: beside it first, then renamed into its place; what was there
 * goes when the new one stands. Throws Fault `write`.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const beside = `${folder.replace(/[\\/]+$/, '')}.${process.pid}.part`;
  const old = `${beside}.old`;
  try {
    for (const [name, bytes] of files) {
      const path = join(beside, ...name.split('/'));
      // Names come from our own code and from folders read; none may lead out of this one.
      if (relative(beside, path).startsWith('..'))
        throw new Error(`a path that leads out: ${name}`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    if (existsSync(folder)) renameSync(folder, old);
    try {
      renameSync(beside, folder);
    } catch (error) {
      if (existsSync(old)) renameSync(old, folder);
      throw error;
    }
    rmSync(old, { recursive: true, force: true });
  } catch (error) {
    if (existsSync(beside)) rmSync(beside, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw code ? unwritten(folder, code) : error;
  }
}

const unwritten = (folder: string, code: string) =>
  new Fault('write', {
    zh: `写不了 ${folder}（${code}）。没有留下写了一半的文件夹；请检查 --out 的路径、权限和剩余空间。`,
    en: `Cannot write ${folder} (${code}). Nothing half-written was left; check the path of --out, its permissions and the free space.`,
  });
