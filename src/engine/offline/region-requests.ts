import type { CacheNames } from './cache-names.ts';
import { sha256Hex } from './digest.ts';
import { rangeAnswer } from './range-answer.ts';
import { hashInName } from './region-files.ts';

/** How long a poor network is waited for where there is a kept copy. Milliseconds. */
const PATIENCE = 3000;
/** The same for some time after it was waited for in vain: not every file costs the full wait. */
const LESS_PATIENCE = 300;
const SOME_TIME = 30_000;

/**
 * Answers requests below tiles/ out of what RegionKeeper keeps, and keeps nothing itself. Files whose
 * names carry their hashes come from the cache, manifests and lists from the host as long as it answers.
 */
export class RegionRequests {
  readonly #names: CacheNames;
  readonly #tiles: string;
  readonly #caches: CacheStorage;
  readonly #ask: typeof fetch;
  #slowUntil = 0;
  /** The archive that was asked for last: a map asks a hundred times for parts of one. */
  #archive: { address: string; entry: Blob } | null = null;

  /** `tiles`: address of the folder of regions. */
  constructor(names: CacheNames, tiles: string, store: CacheStorage, ask: typeof fetch) {
    [this.#names, this.#tiles, this.#caches, this.#ask] = [names, tiles, store, ask];
  }

  /** Null for a request that is none of these. */
  answer(request: Request): Promise<Response> | null {
    const address = request.url.split(/[?#]/)[0];
    if (!address.startsWith(this.#tiles)) return null;
    const parts = address.slice(this.#tiles.length).split('/');
    const file = decoded(parts.pop()!);
    if (parts.length > 1) return null;
    const name = parts.length ? this.#names.region(decoded(parts[0])) : this.#names.lists;
    if (file.endsWith('.json')) return this.#freshOrKept(request, address, name);
    const hash = hashInName(file);
    return hash ? this.#keptOrFresh(request, address, name, hash) : null;
  }

  async #freshOrKept(request: Request, address: string, name: string): Promise<Response> {
    const kept = await this.#kept(name, address);
    const fresh = this.#ask(request);
    if (!kept) return fresh;
    try {
      const patience = Date.now() < this.#slowUntil ? LESS_PATIENCE : PATIENCE;
      const response = await Promise.race([fresh, late(patience)]);
      this.#slowUntil = 0;
      // Gone for good is an answer; a host in trouble, or the page of a hotel's network, is none.
      return isJson(response) || [404, 410].includes(response.status) ? response : kept;
    } catch {
      this.#slowUntil = Date.now() + SOME_TIME;
      fresh.catch(noNews);
      return kept;
    }
  }

  async #keptOrFresh(
    request: Request,
    address: string,
    name: string,
    hash: string,
  ): Promise<Response> {
    // Whoever found it spoilt asks past every cache, and this is one.
    const whole = request.cache === 'reload' ? null : await this.#sound(name, address, hash);
    return whole ? rangeAnswer(whole, request.headers.get('range')) : this.#ask(request);
  }

  /** A kept file that is what its name says; one that is not is dropped. */
  async #sound(name: string, address: string, hash: string): Promise<Blob | null> {
    if (this.#archive?.address === address) return this.#archive.entry;
    const entry = await (await this.#kept(name, address))?.blob();
    if (!entry) return null;
    if (!(await sha256Hex(await entry.arrayBuffer())).startsWith(hash)) {
      await (await this.#caches.open(name)).delete(address);
      return null;
    }
    if (address.endsWith('.pmtiles')) this.#archive = { address, entry };
    return entry;
  }

  /** Without making a cache where there is none. */
  #kept(name: string, address: string): Promise<Response | undefined> {
    return this.#caches.match(address, { cacheName: name });
  }
}

/** Hosts that answer every address with a page of theirs have no list there. */
export function isJson(response: Response): boolean {
  return response.ok && !!response.headers.get('content-type')?.includes('json');
}

const late = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(reject, milliseconds, new Error('late')));

/** What comes too late is not waited for, and no failure of it is anybody's news. */
const noNews = () => {};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
