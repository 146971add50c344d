import { CacheNames } from './engine/offline/cache-names.ts';
import { RegionKeeper } from './engine/offline/keep-region.ts';
import { PageFiles, type PageFile } from './engine/offline/page-files.ts';
import { RegionRequests } from './engine/offline/region-requests.ts';
import type { Wish } from './engine/offline/wish.ts';
import { asksForNearby } from './state/page-asked.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PageFile[] };

const { scope } = self.registration;
const names = new CacheNames(scope);
const tiles = `${scope}tiles/`;
const ask: typeof fetch = (input, init) => fetch(input, init);
const page = new PageFiles(self.__WB_MANIFEST, scope, names, caches, ask);
const keeper = new RegionKeeper(names, tiles, caches, ask);
const regions = new RegionRequests(names, tiles, caches, ask);

self.addEventListener('install', (event) => event.waitUntil(page.install()));

// The first visit is under its care at once; a later build takes over when it is told to.
self.addEventListener('activate', (event) =>
  event.waitUntil(page.tidy().then(() => self.clients.claim())),
);

self.addEventListener('message', (event) => {
  const wish = event.data as Wish;
  if (wish.do === 'take-over') event.waitUntil(self.skipWaiting());
  else {
    const kept = keeper.keep(wish.region, wish.basemap);
    event.waitUntil(kept.then((answer) => event.ports[0].postMessage(answer)));
  }
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (isResidents(request.url)) event.respondWith(page.answer(page.find(request.url)!));
  } else if (page.find(request.url) || request.url.startsWith(tiles)) {
    event.respondWith(answer(request, event.clientId));
  }
});

/**
 * Every other page of this folder and its workers, the planner's, a newspaper's frame, get what the
 * host has now, and leave nothing.
 */
async function answer(request: Request, client: string): Promise<Response> {
  const asking = client ? await self.clients.get(client) : undefined;
  if (asking && !isResidents(asking.url)) return fetch(request);
  const address = page.find(request.url);
  return address ? page.answer(address) : (regions.answer(request) ?? fetch(request));
}

/** Whether an address is the resident's page, or another file of it, as its workers are. */
function isResidents(url: string): boolean {
  const address = page.find(url);
  if (!address?.endsWith('.html')) return !!address;
  return asksForNearby(new URL(url).search);
}
