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
  // Whatever is of another origin or folder passes by.
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  if (request.mode === 'navigate') {
    const address = page.pageAt(request.url);
    // The planner's files are not kept beforehand, so its page has to be the host's newest. Residents
    // keep the version they have until they take another.
    if (address && asksForNearby(new URL(request.url).search)) {
      event.respondWith(page.answer(address));
    } else if (address) event.respondWith(page.newest(request, address));
    return;
  }
  const address = request.url.split(/[?#]/)[0];
  if (!page.has(address) && !address.startsWith(tiles)) return;
  const answer = page.has(address) ? () => page.answer(address) : () => regions.answer(request);
  event.respondWith(
    isEmbedded(event.clientId).then((embedded) => (!embedded && answer()) || fetch(request)),
  );
});

/** A page in a newspaper's frame is a guest: it gets nothing from here, and leaves nothing. */
async function isEmbedded(client: string): Promise<boolean> {
  const asking = client ? await self.clients.get(client) : undefined;
  return !!asking && new URL(asking.url).pathname.endsWith('/embed.html');
}
