import { CacheNames } from '../engine/offline/cache-names.ts';
import type { KeepAnswer } from '../engine/offline/keep-region.ts';
import { keptRegions, type KeptRegion } from '../engine/offline/kept-regions.ts';
import type { Wish } from '../engine/offline/wish.ts';

/** How long the page has had nothing to do before the basemap is fetched for later. Milliseconds. */
const LATER = 2000;

/**
 * Whether the page works without network, what is kept for that, and whether a new version waits.
 * `scope` is the address of the folder of the page.
 */
export class Offline {
  /** Whether the browser lets anything be kept: not without TLS, nor in some private windows. */
  readonly possible: boolean;
  /** Whether this page and the region it shows would open now without network. */
  ready = $state(false);
  /** Whether a new version of the page waits to be taken. */
  update = $state(false);
  offline = $state(false);
  /** Whether the map would have no ground then: it is too large to be kept. */
  noGround = $state(false);
  /** Whether the browser had no room for the region. */
  full = $state(false);
  /** Null until it is known. */
  kept: KeptRegion[] | null = $state.raw(null);
  /** Of everything that the site keeps. Bytes. */
  room: StorageEstimate | null = $state.raw(null);
  readonly #scope: string;
  readonly #names: CacheNames;
  #registration: ServiceWorkerRegistration | null = null;
  #region: string | null = null;
  #basemap = false;
  #reload = false;

  constructor(scope: string) {
    // The server of development has no worker to give.
    this.possible = import.meta.env.PROD && 'serviceWorker' in navigator && 'caches' in globalThis;
    this.#scope = scope;
    this.#names = new CacheNames(scope);
    this.offline = !navigator.onLine;
    addEventListener('offline', () => (this.offline = true));
    addEventListener('online', () => {
      this.offline = false;
      void this.#keep();
    });
  }

  /** To be called when the page can be used: with the region it shows, null where it could open none. */
  async start(region: string | null): Promise<void> {
    this.#region = region;
    if (!this.possible) return;
    try {
      const { serviceWorker } = navigator;
      let taken = !!serviceWorker.controller;
      const registration = await serviceWorker.register(`${this.#scope}service-worker.js`, {
        scope: this.#scope,
        updateViaCache: 'none',
      });
      this.#registration = registration;
      serviceWorker.addEventListener('controllerchange', () => {
        // The very first one takes nothing away from anybody.
        if (this.#reload) location.reload();
        else if (taken) this.update = true;
        taken = true;
      });
      if (registration.waiting) this.update = true;
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && serviceWorker.controller) this.update = true;
        });
      });
      await serviceWorker.ready;
      await this.#keep();
      setTimeout(() => void this.#keepBasemap(), LATER);
    } catch (error) {
      // Not to be kept is no fault of the page that is open.
      console.warn(error);
    }
  }

  /** Puts the new version in place, and only then loads the page again. */
  take(): void {
    this.#reload = true;
    const waiting = this.#registration?.waiting;
    if (waiting) waiting.postMessage({ do: 'take-over' } satisfies Wish);
    // Another tab has taken it.
    else location.reload();
  }

  /** Looks up what is kept, and how much room it takes. */
  async look(): Promise<void> {
    if (!this.possible) return;
    this.kept = await keptRegions(this.#names, caches);
    this.room = await navigator.storage.estimate().catch(() => null);
  }

  /** Drops a region, or everything that is kept for this page; the open page goes on working. */
  async clear(what: { region: string } | 'all'): Promise<void> {
    if (what === 'all') {
      await this.#registration?.unregister();
      this.#registration = null;
      for (const name of await caches.keys()) {
        if (this.#names.isOurs(name)) await caches.delete(name);
      }
    } else await caches.delete(this.#names.region(what.region));
    if (what === 'all' || what.region === this.#region) {
      // Not to be kept again before the next visit.
      this.#region = null;
      this.ready = false;
    }
    await this.look();
  }

  async #keepBasemap(): Promise<void> {
    const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
    if (saving) return;
    this.#basemap = true;
    await this.#keep();
  }

  async #keep(): Promise<void> {
    const worker = this.#registration?.active;
    if (!worker || !this.#region) return;
    const wish: Wish = { do: 'keep', region: this.#region, basemap: this.#basemap };
    const answer = await new Promise<KeepAnswer>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data as KeepAnswer);
      worker.postMessage(wish, [port2]);
    });
    this.ready = answer.data;
    this.noGround = answer.noGround;
    this.full = answer.full;
    this.offline = !answer.network || !navigator.onLine;
    await this.look();
  }
}
