import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fetchFaults } from './fetch-faults.ts';

/** Which version of a file on a server some bytes are of. */
export interface Version {
  /** As asked for, and as answered after redirects. */
  url: string;
  from: string;
  etag: string | null;
  lastModified: string | null;
  /** Bytes of the whole; null where the server does not say. */
  total: number | null;
}

/**
 * A file that is being downloaded: its bytes in `<file>.part`, what they are of in
 * `<file>.part.json`. Everything is written as it comes, so that whoever is interrupted, by whatever,
 * can go on. Faults of the disk are Fault `download-disk`.
 */
export class PartFile {
  readonly path: string;
  private readonly about: string;
  private handle: number | null = null;

  constructor(readonly file: string) {
    this.path = `${file}.part`;
    this.about = `${this.path}.json`;
    this.onDisk(null, () => mkdirSync(dirname(file), { recursive: true }));
  }

  /** Bytes there and of what; null where nothing is there that one could go on from. */
  state(): { bytes: number; version: Version } | null {
    const version = readJson<Version>(this.about);
    const bytes = sizeOf(this.path);
    return version && typeof version.url === 'string' && bytes !== null ? { bytes, version } : null;
  }

  /** Begins anew. */
  begin(version: Version): void {
    this.close();
    this.checkSpace(version.total);
    this.onDisk(version.total, () => {
      writeFileSync(this.about, JSON.stringify(version));
      this.handle = openSync(this.path, 'w');
    });
  }

  /** Goes on behind what is there. */
  resume(needed: number | null): void {
    this.close();
    this.checkSpace(needed);
    this.onDisk(needed, () => (this.handle = openSync(this.path, 'a')));
  }

  /** @param rest bytes still to come after these, for the text of a fault. */
  write(bytes: Uint8Array, rest: number | null): void {
    this.onDisk(rest === null ? null : rest + bytes.length, () => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.handle!, bytes, at);
    });
  }

  close(): void {
    if (this.handle !== null) closeSync(this.handle);
    this.handle = null;
  }

  clear(): void {
    this.close();
    rmSync(this.path, { force: true });
    rmSync(this.about, { force: true });
  }

  /** The part is the whole: it takes its name, and what it is of stays beside it. */
  finish(): void {
    this.close();
    this.onDisk(null, () => {
      renameSync(this.about, `${this.file}.json`);
      renameSync(this.path, this.file);
    });
  }

  /** Of which version the finished file is; null where there is none, or not as long as it was. */
  finished(): Version | null {
    const bytes = sizeOf(this.file);
    const version = bytes === null ? null : readJson<Version>(`${this.file}.json`);
    return version && (version.total ?? bytes) === bytes ? version : null;
  }

  private checkSpace(needed: number | null): void {
    if (needed === null) return;
    const folder = dirname(this.file);
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < needed) throw fetchFaults.space(folder, bavail * bsize, needed);
  }

  private onDisk(needed: number | null, work: () => unknown): void {
    try {
      work();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!code || code.startsWith('ERR_')) throw error;
      throw fetchFaults.disk(this.path, code, needed);
    }
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Not there, or cut by whatever interrupted us: then there is nothing to go on from.
    return null;
  }
}
