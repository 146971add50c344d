import type { CacheNames } from './cache-names.ts';
import { sha256Hex } from './digest.ts';
import { regionFiles, type KeptFile } from './region-files.ts';
import { isJson } from './region-requests.ts';

/** What is kept of a region after it was asked to be kept. */
export interface KeepAnswer {
  /** Whether the host could be reached. */
  network: boolean;
  /** Whether lists and walks work without network. */
  data: boolean;
  /** Whether the map has to do without its ground then: it is too large to be kept. */
  noGround: boolean;
  /** Whether the browser had no room. */
  full: boolean;
}

/** Milliseconds after which a manifest is not waited for any longer. */
const PATIENCE = 20_000;
/** Lists of tiles/ that the resident's page reads beside its region. */
const LISTS = ['index.json', 'deployer.json'];

export class RegionKeeper {
  readonly #names: CacheNames;
  readonly #tiles: string;
  readonly #caches: CacheStorage;
  readonly #ask: typeof fetch;

  /** `tiles`: address of the folder of regions. */
  constructor(names: CacheNames, tiles: string, store: CacheStorage, ask: typeof fetch) {
    [this.#names, this.#tiles, this.#caches, this.#ask] = [names, tiles, store, ask];
  }

  /** Sees to it that a region works without network, with its basemap if that is asked for. */
  async keep(id: string, basemap: boolean): Promise<KeepAnswer> {
    const folder = `${this.#tiles}${encodeURIComponent(id)}/`;
    const name = this.#names.region(id);
    const answer = { network: true, full: false };
    try {
      await this.#renew(name, folder, basemap);
    } catch (error) {
      answer.full = (error as Error).name === 'QuotaExceededError';
      answer.network = answer.full;
    }
    const find = (file: string) => this.#caches.match(folder + file, { cacheName: name });
    const manifest = await find('manifest.json');
    const files = manifest ? regionFiles(parsed(await manifest.text())) : null;
    const data = !!files && !!(await find(encodeURIComponent(files.data.file)));
    return { ...answer, data, noGround: !!files?.tooLarge };
  }

  /**
   * What is kept already is checked against its hash. The manifest is kept after the data it names, and
   * old files go after that, so that whatever is interrupted leaves one whole region. Throws without
   * network or room.
   */
  async #renew(name: string, folder: string, basemap: boolean): Promise<void> {
    const manifest = `${folder}manifest.json`;
    const text = await this.#json(manifest);
    const files = regionFiles(parsed(text));
    if (!files) return;
    const cache = await this.#caches.open(name);
    if (!(await this.#take(cache, folder, files.data))) return;
    await cache.put(manifest, jsonResponse(text));
    const used = [files.data, ...(files.basemap ? [files.basemap] : [])].map(
      ({ file }) => folder + encodeURIComponent(file),
    );
    for (const { url } of await cache.keys()) {
      if (url !== manifest && !used.includes(url)) await cache.delete(url);
    }
    const lists = await this.#caches.open(this.#names.lists);
    for (const list of LISTS) {
      const kept = await this.#json(this.#tiles + list);
      if (kept) await lists.put(this.#tiles + list, jsonResponse(kept));
    }
    if (basemap && files.basemap) await this.#take(cache, folder, files.basemap);
  }

  /** Whether the file is in the cache afterwards, as its hash says. */
  async #take(cache: Cache, folder: string, { file, sha256 }: KeptFile): Promise<boolean> {
    const url = folder + encodeURIComponent(file);
    const kept = await cache.match(url);
    if (kept && (await sha256Hex(await kept.arrayBuffer())) === sha256) return true;
    // The page has just read it: the browser's own copy will do, if it is sound.
    for (const mode of ['force-cache', 'reload'] as const) {
      const response = await this.#ask(url, { cache: mode });
      const bytes = await response.arrayBuffer();
      if (!response.ok || (await sha256Hex(bytes)) !== sha256) continue;
      await cache.put(url, new Response(bytes));
      return true;
    }
    await cache.delete(url);
    return false;
  }

  /** Empty where the host has none. */
  async #json(url: string): Promise<string> {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await this.#ask(url, { cache: 'no-cache', signal });
    return isJson(response) ? response.text() : '';
  }
}

const jsonResponse = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'application/json' } });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
