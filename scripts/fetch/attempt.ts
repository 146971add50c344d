import { fetchFaults } from './fetch-faults.ts';
import type { PartFile, Version } from './part-file.ts';
import { retryAfter, type Patience } from './patience.ts';
import { USER_AGENT } from './user-agent.ts';

export type Outcome =
  /** The part is whole, as far as lengths tell. */
  | { kind: 'whole'; version: Version }
  /** The finished file is still what the server has. */
  | { kind: 'unchanged'; version: Version }
  /** It may work later. */
  | { kind: 'again'; reason: string; waitSeconds: number | null; gained: number };

export interface Request {
  url: string;
  /** A body makes it a POST, which cannot be resumed. */
  body?: string;
  patience: Patience;
  onProgress?: (done: number, total: number | null) => void;
}

const LATER = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * One request for what is missing of a part. Goes on where the part ends if the server says that it
 * is still the same file (If-Range, RFC 9110 13.1.5), else begins anew.
 * @throws Fault download-status for an answer that waiting does not change, download-busy, download-disk.
 */
export async function attempt(part: PartFile, request: Request): Promise<Outcome> {
  const { url, body, patience, onProgress } = request;
  const quiet = new AbortController();
  const stall = () => quiet.abort(new Error(`no byte for ${patience.stallSeconds} s`));
  let timer = setTimeout(stall, patience.stallSeconds * 1000);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(stall, patience.stallSeconds * 1000);
  };
  let gained = 0;
  try {
    const there = body === undefined ? part.state() : null;
    const finished = body === undefined && !there ? part.finished() : null;
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      body,
      headers: { ...headersOf(there, url), ...unless(finished, url) },
      signal: quiet.signal,
    });
    alive();
    if (response.status === 304 && finished) return { kind: 'unchanged', version: finished };
    if (LATER.has(response.status)) {
      await response.body?.cancel();
      const wait = retryAfter(response.headers.get('retry-after'), Date.now());
      if (wait !== null && wait > patience.mostWaitSeconds) {
        throw fetchFaults.busy(url, response.status, wait);
      }
      return { kind: 'again', reason: `HTTP ${response.status}`, waitSeconds: wait, gained };
    }
    const version = versionOf(response, url);
    let done = 0;
    if (response.status === 416 && there) {
      await response.body?.cancel();
      // Nothing lies behind the end of a part that was whole already.
      if (version.total === there.bytes) return { kind: 'whole', version: there.version };
      part.clear();
      return { kind: 'again', reason: 'HTTP 416', waitSeconds: 0, gained };
    }
    if (response.status === 206 && there) {
      if (!continues(response, there)) {
        await response.body?.cancel();
        part.clear();
        return { kind: 'again', reason: 'another file than before', waitSeconds: 0, gained };
      }
      done = there.bytes;
      part.resume(version.total === null ? null : version.total - done);
    } else if (response.status === 200) part.begin(version);
    else {
      await response.body?.cancel();
      throw fetchFaults.status(url, response.status);
    }
    onProgress?.(done, version.total);
    for await (const piece of response.body ?? []) {
      alive();
      gained += piece.length;
      done += piece.length;
      part.write(piece, version.total === null ? null : version.total - done);
      onProgress?.(done, version.total);
    }
    if (version.total !== null && done !== version.total) {
      // More than was announced is no beginning of anything.
      if (done > version.total) part.clear();
      return { kind: 'again', reason: `${done} ≠ ${version.total} B`, waitSeconds: null, gained };
    }
    return { kind: 'whole', version };
  } catch (error) {
    return { kind: 'again', reason: networkReason(error), waitSeconds: null, gained };
  } finally {
    clearTimeout(timer);
    part.close();
  }
}

function headersOf(there: ReturnType<PartFile['state']>, url: string): Record<string, string> {
  // Packed on the way, lengths and ranges would be of something else.
  const headers = { 'user-agent': USER_AGENT, 'accept-encoding': 'identity' };
  const validator = there && there.bytes > 0 && there.version.url === url && strong(there.version);
  if (!validator) return headers;
  return { ...headers, range: `bytes=${there.bytes}-`, 'if-range': validator };
}

/** Only a strong validator may be used to put two halves together. */
function strong({ etag, lastModified }: Version): string | null {
  return etag && !etag.startsWith('W/') ? etag : lastModified;
}

/** Asks for the file only if it is another than the finished one. */
function unless(finished: Version | null, url: string): Record<string, string> {
  if (finished?.url !== url) return {};
  if (finished.etag) return { 'if-none-match': finished.etag };
  return finished.lastModified ? { 'if-modified-since': finished.lastModified } : {};
}

function versionOf(response: Response, url: string): Version {
  const { headers } = response;
  const packed = !['identity', null].includes(headers.get('content-encoding'));
  const range = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  const length = response.status === 200 && !packed ? headers.get('content-length') : null;
  const total = range ?? length;
  return {
    url,
    from: response.url,
    etag: packed ? null : headers.get('etag'),
    lastModified: packed ? null : headers.get('last-modified'),
    total: total === null ? null : Number(total),
  };
}

/** Whether a 206 is the rest of what is there: some servers heed Range but not If-Range. */
function continues(response: Response, { bytes, version }: { bytes: number; version: Version }) {
  const { headers } = response;
  const same = (name: string, before: string | null) =>
    before === null || headers.get(name) === null || headers.get(name) === before;
  return (
    headers.get('content-range')?.startsWith(`bytes ${bytes}-`) === true &&
    same('etag', version.etag) &&
    same('last-modified', version.lastModified)
  );
}

/** What the network did, in a few words; anything that is not the network's doing is thrown on. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error) || error.name === 'Fault') throw error;
  const cause = error.cause as (Error & { code?: string }) | undefined;
  // fetch wraps what happened to the connection into a TypeError with a cause.
  if (error instanceof TypeError && cause) return cause.code ?? cause.message;
  if (error.message.startsWith('no byte for')) return error.message;
  throw error;
}
