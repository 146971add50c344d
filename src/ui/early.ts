import type { FirstFiles } from '../engine/first-files.ts';
import type { Begin } from '../engine/nearby/nearby-worker.ts';
import { openNearby, type Opening } from '../state/nearby-opening.ts';
import { asksForNearby } from '../state/page-asked.ts';

/** What is on its way for a resident's page before that page's own code is. */
export interface Early {
  opening: Promise<Opening | null>;
  /** Null where it could not be started: the page starts another. */
  worker: Worker | null;
}

declare global {
  interface Window {
    early?: Early;
  }
}

/** Put in place by the build. */
declare const FIRST_FILES: FirstFiles;

/*
 * The one script that is written into the built page. On a slow network each file that names the next
 * costs a round trip: here all that either page begins with is asked for at once. The page does
 * without where a host has changed the script, which its policy then refuses.
 */
const { nearby, planner, worker } = FIRST_FILES;
const here = (path: string) => new URL(path, document.baseURI).href;
const { search } = location;
if (asksForNearby(search)) {
  const started = new Worker(here(worker), { type: 'module' });
  const opening = openNearby(search, here('tiles/'));
  const early: Early = { opening, worker: started };
  started.onerror = () => (early.worker = null);
  window.early = early;
  void opening.then((region) => {
    if (!region) return;
    const { folder, id, entry } = region;
    started.postMessage({ begin: [folder, id, entry?.nearby ?? null] } satisfies Begin);
  });
  nearby.forEach(preload);
} else ['tiles/index.json', ...planner].forEach(preload);

function preload(file: string): void {
  const as = { js: 'script', css: 'style', json: 'fetch' }[file.split('.').pop()!]!;
  const link = document.createElement('link');
  Object.assign(link, { rel: as === 'script' ? 'modulepreload' : 'preload', as });
  // As the page asks for them, or they would be fetched twice.
  link.crossOrigin = '';
  link.href = here(file);
  document.head.append(link);
}
