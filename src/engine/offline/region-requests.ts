import type { CacheNames } from './cache-names.ts';
import { sha256Hex } from './digest.ts';
import { fileResponse, isJson, jsonResponse } from './keep-region.ts';
import { late, PATIENCE } from './patience.ts';
import { rangeAnswer, wholeSize } from './range-answer.ts';
import { hashInName, WHOLE_BYTES } from './region-files.ts';

/** The same for some time after it was waited for in vain: not every file costs the full wait. */
const LESS_PATIENCE = 300;
const SOME_TIME = 30_000;

/**
 * Answers requests below tiles/. Nothing is kept of a region that was not asked to be kept
 * (RegionKeeper), nor of another origin; of one that is, files are taken from its cache, since their
 * names carry their hashes, and manifests and lists from the host as long as it answers.
 */
export class RegionRequests {
  readonly #names: CacheNames;
  readonly #tiles: string;
  readonly #caches: CacheStorage;
  readonly #ask: typeof fetch;
  #slowUntil = 0;

  constructor(names: CacheNames, tiles: string, store: CacheStorage, ask: typeof fetch) {
    [this.#names, this.#tiles, this.#caches, this.#ask] = [names, tiles, store, ask];
  }

  /** Null for a request that is left to the browser. */
  answer(request: Request): Promise<Response> | null {
    const address = request.url.split(/[?#]/)[0];
    if (!address.startsWith(this.#tiles)) return null;
    const parts = address.slice(this.#tiles.length).split('/');
    const file = decoded(parts.pop()!);
    if (parts.length === 0 && file.endsWith('.json')) {
      return this.#freshOrKept(request, address, this.#names.lists, true);
    }
    if (parts.length !== 1) return null;
    const region = this.#names.region(decoded(parts[0]));
    // The manifest is kept with the files it names, not before.
    if (file === 'manifest.json') return this.#freshOrKept(request, address, region, false);
    const hash = hashInName(file);
    if (!hash) return null;
    return file.endsWith('.pmtiles')
      ? this.#archive(request, address, region)
      : this.#whole(request, address, region, hash);
  }

  async #cache(name: string): Promise<Cache | null> {
    return (await this.#caches.has(name)) ? this.#caches.open(name) : null;
  }

  async #freshOrKept(
    request: Request,
    address: string,
    name: string,
    store: boolean,
  ): Promise<Response> {
    const cache = await this.#cache(name);
    const kept = await cache?.match(address);
    if (!kept) return this.#ask(request);
    const patience = Date.now() < this.#slowUntil ? LESS_PATIENCE : PATIENCE;
    const fresh = this.#ask(request);
    try {
      const response = await Promise.race([fresh, late(patience)]);
      this.#slowUntil = 0;
      // Gone for good is an answer; a host in trouble, or the page of a hotel's network, is none.
      if (response.status === 404 || response.status === 410) return response;
      if (!isJson(response)) return kept;
      if (!store) return response;
      const text = await response.text();
      await cache!.put(address, jsonResponse(text)).catch(noRoom);
      return jsonResponse(text);
    } catch {
      this.#slowUntil = Date.now() + SOME_TIME;
      void fresh.catch(noNetwork);
      return kept;
    }
  }

  async #whole(request: Request, address: string, region: string, hash: string): Promise<Response> {
    const cache = await this.#cache(region);
    if (!cache) return this.#ask(request);
    const kept = request.cache === 'reload' ? undefined : await cache.match(address);
    if (kept) {
      const bytes = await kept.arrayBuffer();
      if ((await sha256Hex(bytes)).startsWith(hash)) {
        return fileResponse(bytes, kept.headers.get('content-type'));
      }
      await cache.delete(address);
    }
    const response = await this.#ask(request);
    if (response.status !== 200) return response;
    const bytes = await response.arrayBuffer();
    const answer = fileResponse(bytes, response.headers.get('content-type'));
    if ((await sha256Hex(bytes)).startsWith(hash)) {
      await cache.put(address, answer.clone()).catch(noRoom);
    }
    return answer;
  }

  async #archive(request: Request, address: string, region: string): Promise<Response> {
    const cache = await this.#cache(region);
    if (!cache) return this.#ask(request);
    const range = request.headers.get('range');
    const part = `${address}?${range?.replace(/\s/g, '') ?? ''}`;
    if (request.cache !== 'reload') {
      const whole = await sound(cache, address);
      if (whole) return rangeAnswer(await whole.blob(), range, typeOf(whole));
      const kept = range ? await sound(cache, part) : undefined;
      if (kept) return partial(await kept.arrayBuffer(), kept);
    }
    const response = await this.#ask(request);
    if (!range || response.status !== 206 || !((wholeSize(response) ?? 0) > WHOLE_BYTES)) {
      return response;
    }
    const bytes = await response.arrayBuffer();
    // Only whole answers can be kept: what it is a part of stands in its headers.
    const entry = fileResponse(bytes, response.headers.get('content-type'));
    entry.headers.set('Content-Range', response.headers.get('content-range')!);
    await cache.put(part, entry).catch(noRoom);
    return partial(bytes, response);
  }
}

/** An entry of the length it says it has; another one is dropped. */
async function sound(cache: Cache, address: string): Promise<Response | undefined> {
  const kept = await cache.match(address);
  if (!kept) return undefined;
  const { size } = await kept.clone().blob();
  if (String(size) === kept.headers.get('content-length')) return kept;
  await cache.delete(address);
  return undefined;
}

function partial(bytes: ArrayBuffer, { headers }: Response): Response {
  const answer = new Response(bytes, { status: 206 });
  answer.headers.set('Content-Type', headers.get('content-type') ?? 'application/octet-stream');
  answer.headers.set('Content-Range', headers.get('content-range')!);
  answer.headers.set('Content-Length', String(bytes.byteLength));
  return answer;
}

const typeOf = ({ headers }: Response) => headers.get('content-type') ?? 'application/octet-stream';

// A full browser answers all the same, it only keeps nothing more.
const noRoom = () => {};
/** What comes too late is not waited for, and no failure of it is anybody's news. */
const noNetwork = () => {};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
