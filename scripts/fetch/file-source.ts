import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { PbfSource } from '../../src/data/osm/pbf-blobs.ts';
import { cliFaults } from '../huimin/cli-faults.ts';

/** A file as a source that is read piece by piece, to be closed. Throws Fault `file`. */
export function fileSource(path: string): PbfSource & { close(): void } {
  try {
    const handle = openSync(path, 'r');
    const { size } = fstatSync(handle);
    const read = (offset: number, length: number) => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length;) {
        const got = readSync(handle, bytes, at, length - at, offset + at);
        // The file became shorter while it was read: what reads it says what is missing.
        if (got === 0) return bytes.subarray(0, at);
        at += got;
      }
      return bytes;
    };
    return { size, read, close: () => closeSync(handle) };
  } catch (error) {
    throw cliFaults.file(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}
