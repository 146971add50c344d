import { transfer, type Remote } from 'comlink';
import type { Outcome } from '../engine/engine.ts';
import { takeEarly } from '../engine/nearby/early-files.ts';
import { startNearby } from '../engine/nearby/nearby-client.ts';
import type { Nearby, NearbyView } from '../engine/nearby/nearby.ts';
import { REGION } from './page-asked.ts';
import { readRegionList } from './region-list.ts';

/** A worker and the region it opens. */
export interface Opening {
  worker: Remote<Nearby>;
  /** Null where the address names no region and none is listed. */
  view: Promise<Outcome<NearbyView> | null>;
  /** Settles when the worker fails: it will answer nothing any more. */
  broken: Promise<unknown>;
}

/**
 * Opens the region of an address, or the first there is, below `base` (tiles/). Begun before the
 * page's own code is there: on a slow network each thing that waits for another is half a second.
 */
export function openNearby(search: string, base: string): Opening {
  let broke!: (error: unknown) => void;
  const broken = new Promise<unknown>((resolve) => (broke = resolve));
  const worker = startNearby(broke);
  const asked = new URLSearchParams(search).get('region');
  const view = (async () => {
    const list = await readRegionList(`${base}index.json`);
    const named = asked && REGION.test(asked) ? asked : null;
    const entry = named ? list.find(({ id }) => id === named) : list[0];
    const id = named ?? entry?.id;
    if (!id) return null;
    const folder = `${base}${encodeURIComponent(id)}/`;
    const early = entry?.nearby ? await takeEarly(folder, entry.nearby) : null;
    return worker.open(folder, id, early && transfer(early, [early.bytes.buffer]));
  })();
  // Whoever waits for it is told; until somebody does, it is nobody's unhandled fault.
  view.catch(() => {});
  return { worker, view, broken };
}
