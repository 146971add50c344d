import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fetchFaults } from './fetch-faults.ts';

/** Writes a file from pieces, beside and renamed: whoever reads finds it whole or not. Throws Fault `download-disk`. */
export function putFile(path: string, pieces: Iterable<Uint8Array>): void {
  const partial = `${path}.partial`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(partial, 'w');
    try {
      for (const piece of pieces) {
        for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
      }
    } finally {
      closeSync(handle);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (!code || code.startsWith('ERR_')) throw error;
    throw fetchFaults.disk(path, code, null);
  }
}
