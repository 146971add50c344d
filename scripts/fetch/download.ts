import { setTimeout as sleep } from 'node:timers/promises';
import { attempt } from './attempt.ts';
import { md5Of, publishedMd5 } from './checksum.ts';
import { fetchFaults } from './fetch-faults.ts';
import { PartFile, type Version } from './part-file.ts';
import { waitSeconds, type Patience } from './patience.ts';

export interface Downloaded {
  version: Version;
  bytes: number;
  /** By what it was found whole. */
  checked: 'md5' | 'length';
  /** True where the file of an earlier run was still the newest. */
  reused: boolean;
}

export interface DownloadOptions {
  patience: Patience;
  /** Makes the request a POST. */
  body?: string;
  /** Called with the bytes there and in all. */
  onProgress?: (done: number, total: number | null) => void;
  /** Takes a line of progress. */
  say: (line: string) => void;
}

/** An attempt that brought this much was no failure, whatever ended it. */
const GAIN = 64 * 1024;

/**
 * Downloads a URL into a file: goes on where an interrupted run ended, waits and tries again as long
 * as it makes sense, follows redirects, and checks length and, where published, MD5. The file appears
 * under its name only when it is whole.
 * @throws Fault download-….
 */
export async function download(
  url: string,
  file: string,
  options: DownloadOptions,
): Promise<Downloaded> {
  const part = new PartFile(file);
  for (let time = 1; ; time++) {
    const { version, reused } = await wholeOf(part, url, options);
    if (reused) return { version, bytes: version.total!, checked: 'length', reused };
    const expected = options.body === undefined ? await md5Beside(version, options.patience) : null;
    const got = expected && (await md5Of(part.path));
    if (expected === got) {
      const there = part.state()!.bytes;
      part.finish();
      return { version, bytes: there, checked: expected ? 'md5' : 'length', reused };
    }
    part.clear();
    if (time === 2) throw fetchFaults.checksum(url, got!, expected!);
    options.say(`MD5 ${got} ≠ ${expected}, once more`);
  }
}

/** Attempts until the part is whole. */
async function wholeOf(
  part: PartFile,
  url: string,
  { patience, body, onProgress, say }: DownloadOptions,
) {
  for (let failures = 0; ;) {
    const outcome = await attempt(part, { url, body, patience, onProgress });
    if (outcome.kind !== 'again') {
      return { version: outcome.version, reused: outcome.kind === 'unchanged' };
    }
    failures = outcome.gained >= GAIN ? 1 : failures + 1;
    if (failures >= patience.tries) {
      throw fetchFaults.gaveUp(url, failures, outcome.reason, part.state()?.bytes ?? 0);
    }
    const seconds = outcome.waitSeconds ?? waitSeconds(patience, failures, Math.random());
    say(`${outcome.reason}, again in ${seconds.toFixed(1)} s (${failures}/${patience.tries})`);
    await sleep(seconds * 1000);
  }
}

/**
 * A name such as -latest may lead to another file every day: the sum is asked for beside the file it
 * led to, and where there is none beside the name.
 */
async function md5Beside(
  { url, from }: Version,
  { stallSeconds }: Patience,
): Promise<string | null> {
  const there = await publishedMd5(from, stallSeconds);
  return there ?? (from === url ? null : publishedMd5(url, stallSeconds));
}
