import type { CacheNames } from './cache-names.ts';
import { sha256Hex } from './digest.ts';

/** A file of the built page that a resident's phone keeps, as the build lists it for the worker. */
export interface PageFile {
  /** Relative to the page. */
  url: string;
  /** Of the content; null where the name carries it. */
  revision: string | null;
  /** SHA-256, hexadecimal; not of the page itself, which some hosts write into. */
  sha256?: string;
  /** What the page itself must name, or it is another build's, or no page of ours at all. */
  names?: string;
}

/** How many files are asked for at once. */
const AT_ONCE = 4;

/**
 * The files of one build of the page, in a cache that all builds share: entries are named by content,
 * so that a new build takes only what has changed, and leaves the one in use alone until it takes
 * over. What is kept is checked each time it is given out, and fetched anew where it is spoilt.
 */
export class PageFiles {
  readonly #files: Map<string, PageFile>;
  readonly #page: string;
  readonly #name: string;
  readonly #caches: CacheStorage;
  readonly #ask: typeof fetch;

  /** `scope`: address of the folder of the page. */
  constructor(
    files: readonly PageFile[],
    scope: string,
    names: CacheNames,
    store: CacheStorage,
    ask: typeof fetch,
  ) {
    this.#files = new Map(files.map((file) => [scope + file.url, file]));
    this.#page = `${scope}index.html`;
    [this.#name, this.#caches, this.#ask] = [names.page, store, ask];
  }

  /** Takes every file; rejects where one is not to be had, and the build before stays. */
  async install(): Promise<void> {
    const cache = await this.#caches.open(this.#name);
    const wanted = [...this.#files];
    const take = async () => {
      for (let next = wanted.pop(); next; next = wanted.pop()) {
        const [address, file] = next;
        if (await kept(cache, address, file)) continue;
        const response = await this.#fetch(address, file);
        if (!response) throw new Error(`not this build's: ${address}`);
        await cache.put(key(address, file), response);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
  }

  /** Drops what only older builds had. */
  async tidy(): Promise<void> {
    const cache = await this.#caches.open(this.#name);
    const ours = new Set([...this.#files].map(([address, file]) => key(address, file)));
    for (const { url } of await cache.keys()) if (!ours.has(url)) await cache.delete(url);
  }

  /** Where a file is kept under this address, whatever it asks of it; null for other addresses. */
  find(url: string): string | null {
    const path = url.split(/[?#]/)[0];
    const address = `${path}index.html` === this.#page ? this.#page : path;
    return this.#files.has(address) ? address : null;
  }

  /** A file of this build, kept or fetched; what the host has instead where it has this build no more. */
  async answer(address: string): Promise<Response> {
    const file = this.#files.get(address)!;
    // There is no cache any more when somebody has cleared it: then it stays so.
    const cache = (await this.#caches.has(this.#name)) && (await this.#caches.open(this.#name));
    const found = cache && (await kept(cache, address, file));
    if (found) return found;
    const response = await this.#fetch(address, file);
    if (!response) return this.#ask(address);
    if (cache) await cache.put(key(address, file), response.clone()).catch(noRoom);
    return response;
  }

  /** Null where the host has something else. */
  async #fetch(address: string, file: PageFile): Promise<Response | null> {
    for (const mode of [file.revision === null ? 'default' : 'no-cache', 'reload'] as const) {
      const response = await this.#ask(address, { cache: mode });
      const bytes = await response.arrayBuffer();
      if (!response.ok || !(await isSound(bytes, file))) continue;
      // Made anew: an answer that varies, or came by way of another address, cannot be kept.
      const type = response.headers.get('content-type');
      return new Response(bytes, { headers: type ? { 'Content-Type': type } : {} });
    }
    return null;
  }
}

/** An entry of this content; another one is dropped. */
async function kept(cache: Cache, address: string, file: PageFile): Promise<Response | null> {
  const entry = await cache.match(key(address, file));
  if (!entry) return null;
  const bytes = await entry.arrayBuffer();
  if (await isSound(bytes, file)) return new Response(bytes, { headers: entry.headers });
  await cache.delete(key(address, file));
  return null;
}

const key = (address: string, { revision }: PageFile) =>
  revision === null ? address : `${address}?${revision}`;

async function isSound(bytes: ArrayBuffer, { sha256, names }: PageFile): Promise<boolean> {
  if (sha256) return (await sha256Hex(bytes)) === sha256;
  return new TextDecoder().decode(bytes).includes(names ?? '');
}

// A full browser answers all the same, it only keeps nothing.
const noRoom = () => {};
