import type { CacheNames } from './cache-names.ts';
import { sha256Hex } from './digest.ts';
import {
  outdated,
  regionFiles,
  WHOLE_BYTES,
  type KeptFile,
  type RegionFiles,
} from './region-files.ts';

/** What is kept of a region after it was asked to be kept. */
export interface KeepAnswer {
  /** Whether the host could be reached. */
  network: boolean;
  /** Whether lists and walks work without network. */
  data: boolean;
  /** `parts`: too large to be kept whole; what is looked at is kept. */
  basemap: 'whole' | 'parts' | 'none';
  /** Whether the browser had no room for it. */
  full: boolean;
}

/** Milliseconds after which a manifest is not waited for any longer. */
const PATIENCE = 20_000;
/** Lists of tiles/ that a page reads beside its region. */
const LISTS = ['index.json', 'basemaps.json', 'deployer.json'];

export class RegionKeeper {
  readonly #names: CacheNames;
  readonly #tiles: string;
  readonly #caches: CacheStorage;
  readonly #ask: typeof fetch;

  /** `tiles`: address of the folder of regions. */
  constructor(names: CacheNames, tiles: string, store: CacheStorage, ask: typeof fetch) {
    [this.#names, this.#tiles, this.#caches, this.#ask] = [names, tiles, store, ask];
  }

  /**
   * Sees to it that a region works without network, with its basemap if that is asked for. What is
   * kept already is checked against its hash. The manifest is kept after the data it names, and old
   * files go after that, so that whatever is interrupted leaves one whole region.
   */
  async keep(id: string, basemap: boolean): Promise<KeepAnswer> {
    const folder = `${this.#tiles}${encodeURIComponent(id)}/`;
    const name = this.#names.region(id);
    const answer: KeepAnswer = { network: true, data: false, basemap: 'none', full: false };
    try {
      const response = await this.#ask(`${folder}manifest.json`, {
        cache: 'no-cache',
        signal: AbortSignal.timeout(PATIENCE),
      });
      const text = response.ok ? await response.text() : '';
      const files = regionFiles(parsed(text));
      if (files) {
        const cache = await this.#caches.open(name);
        if (await this.#take(cache, folder, files.data)) {
          await cache.put(`${folder}manifest.json`, jsonResponse(text));
          for (const { url } of await cache.keys()) {
            if (outdated([url], folder, files).length) await cache.delete(url);
          }
          await this.#keepLists();
          if (basemap && files.basemap && files.basemap.bytes <= WHOLE_BYTES) {
            await this.#take(cache, folder, files.basemap);
          }
        }
      }
    } catch (error) {
      answer.full = (error as Error).name === 'QuotaExceededError';
      answer.network = answer.full;
    }
    if (!(await this.#caches.has(name))) return answer;
    return { ...answer, ...(await whatIsKept(await this.#caches.open(name), folder)) };
  }

  /** Whether the file is in the cache afterwards, as its hash says. Throws without network or room. */
  async #take(cache: Cache, folder: string, { file, sha256 }: KeptFile): Promise<boolean> {
    const url = folder + encodeURIComponent(file);
    const kept = await cache.match(url);
    if (kept && (await sha256Hex(await kept.arrayBuffer())) === sha256) return true;
    // The page has just read it: the browser's own copy will do, if it is sound.
    for (const mode of ['force-cache', 'reload'] as const) {
      const response = await this.#ask(url, { cache: mode });
      const bytes = response.ok ? await response.arrayBuffer() : new ArrayBuffer(0);
      if ((await sha256Hex(bytes)) !== sha256) continue;
      await cache.put(url, fileResponse(bytes, response.headers.get('content-type')));
      return true;
    }
    await cache.delete(url);
    return false;
  }

  async #keepLists(): Promise<void> {
    const cache = await this.#caches.open(this.#names.lists);
    for (const list of LISTS) {
      const response = await this.#ask(this.#tiles + list, { cache: 'no-cache' });
      if (isJson(response))
        await cache.put(this.#tiles + list, jsonResponse(await response.text()));
    }
  }
}

async function whatIsKept(
  cache: Cache,
  folder: string,
): Promise<Pick<KeepAnswer, 'data' | 'basemap'>> {
  const manifest = await cache.match(`${folder}manifest.json`);
  const files: RegionFiles | null = manifest ? regionFiles(parsed(await manifest.text())) : null;
  if (!files) return { data: false, basemap: 'none' };
  const has = async ({ file }: KeptFile) =>
    !!(await cache.match(folder + encodeURIComponent(file)));
  const large = files.basemap && files.basemap.bytes > WHOLE_BYTES;
  const whole = files.basemap && (await has(files.basemap));
  return { data: await has(files.data), basemap: whole ? 'whole' : large ? 'parts' : 'none' };
}

/** An answer as it is kept. Its length is said, so that a spoilt entry can be told by it. */
export function fileResponse(bytes: ArrayBuffer, type: string | null): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Length': String(bytes.byteLength),
    },
  });
}

/** Hosts that answer every address with a page of theirs have no list there. */
export function isJson(response: Response): boolean {
  return response.ok && !!response.headers.get('content-type')?.includes('json');
}

/** A list or manifest as it is kept. */
export const jsonResponse = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'application/json' } });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
