import type { CacheNames } from './cache-names.ts';
import { late, PATIENCE } from './patience.ts';

/** A file of the built page, as the build lists it for the worker. */
export interface PageFile {
  /** Relative to the page. */
  url: string;
  /** Of the content; null where the name carries it. */
  revision: string | null;
  /** As in the attribute `integrity`; empty for pages, which some hosts write into. */
  integrity: string;
  /** Part of what the resident's page needs; the others are kept when they are used. */
  needed: boolean;
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
  readonly #scope: string;
  readonly #name: string;
  readonly #caches: CacheStorage;
  readonly #ask: typeof fetch;

  constructor(
    files: readonly PageFile[],
    scope: string,
    names: CacheNames,
    store: CacheStorage,
    ask: typeof fetch,
  ) {
    this.#files = new Map(files.map((file) => [scope + file.url, file]));
    [this.#scope, this.#name, this.#caches, this.#ask] = [scope, names.page, store, ask];
  }

  /** Takes all that is needed; rejects where one file is not to be had. */
  async install(): Promise<void> {
    const cache = await this.#caches.open(this.#name);
    const needed = [...this.#files].filter(([, { needed }]) => needed);
    const take = async () => {
      for (let next = needed.pop(); next; next = needed.pop()) {
        const [address, file] = next;
        if (await this.#kept(cache, address, file)) continue;
        const response = await this.#fetch(address, file);
        if (!response.ok) throw new Error(`HTTP ${response.status}: ${address}`);
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

  /** The address of the page that an address asks for, whatever it asks of it; null for other pages. */
  pageAt(address: string): string | null {
    const path = address.split(/[?#]/)[0];
    const page = `${this.#scope}index.html`;
    return (path === this.#scope || path === page) && this.#files.has(page) ? page : null;
  }

  has(address: string): boolean {
    return this.#files.has(address);
  }

  /** A file of this build, kept or fetched. */
  async answer(address: string): Promise<Response> {
    const file = this.#files.get(address)!;
    const cache = await this.#caches.open(this.#name);
    const kept = await this.#kept(cache, address, file);
    if (kept) return kept;
    try {
      const response = await this.#fetch(address, file);
      if (response.ok) await cache.put(key(address, file), response.clone()).catch(() => {});
      return response;
    } catch (error) {
      // Another build stands on the host already: its file is better than none.
      if (file.integrity) return this.#ask(address);
      throw error;
    }
  }

  /** A page as the host has it now; the one of this build where the host does not answer in time. */
  async newest(request: Request, address: string): Promise<Response> {
    const fresh = this.#ask(request);
    try {
      const response = await Promise.race([fresh, late(PATIENCE)]);
      return response.status < 500 ? response : await this.answer(address);
    } catch {
      // What comes too late is not waited for, and no failure of it is anybody's news.
      fresh.catch(() => {});
      return this.answer(address);
    }
  }

  async #kept(cache: Cache, address: string, file: PageFile): Promise<Response | null> {
    const kept = await cache.match(key(address, file), { ignoreVary: true });
    if (!kept) return null;
    const bytes = await kept.arrayBuffer();
    if (await isWhole(bytes, file)) return new Response(bytes, { headers: kept.headers });
    await cache.delete(key(address, file));
    return null;
  }

  async #fetch(address: string, { revision, integrity }: PageFile): Promise<Response> {
    const response = await this.#ask(address, {
      cache: revision === null ? 'default' : 'no-cache',
      ...(integrity ? { integrity } : {}),
    });
    // Made anew: an answer that came by way of another address, or that varies, cannot be kept.
    const headers = new Headers(response.headers);
    for (const name of ['Vary', 'Content-Encoding', 'Content-Length']) headers.delete(name);
    return new Response(await response.arrayBuffer(), { status: response.status, headers });
  }
}

const key = (address: string, { revision }: PageFile) =>
  revision === null ? address : `${address}?${revision}`;

async function isWhole(bytes: ArrayBuffer, { integrity }: PageFile): Promise<boolean> {
  if (!integrity) return new TextDecoder().decode(bytes.slice(-32)).trimEnd().endsWith('</html>');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return integrity === `sha256-${btoa(String.fromCharCode(...digest))}`;
}
