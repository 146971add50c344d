import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Fault } from '../../src/data/fault.ts';

/** Writes a file whole or not at all: beside it first, then renamed. Throws Fault `write`. */
export function writeOut(path: string, content: string | Uint8Array): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Fault('write', {
      zh: `写不了 ${path}（${why}）。请检查 --out 的路径、权限和剩余空间。`,
      en: `Cannot write ${path} (${why}). Check the path of --out, its permissions and the free space.`,
    });
  }
}
