import { takeEarly, type EarlyFiles } from '../engine/nearby/early-files.ts';
import { REGION } from './page-asked.ts';
import { readRegionList, type RegionEntry } from './region-list.ts';

/** The region that a resident's page is about, its files on their way. */
export interface Opening {
  id: string;
  /** tiles/<id>/ */
  folder: string;
  early: EarlyFiles | null;
  /** All regions of the host. */
  list: RegionEntry[];
}

/**
 * The region of an address, or the first there is, below `base` (tiles/); null where there is none.
 * Begun before the page's own code is there, and the worker's: on a slow network each thing that waits
 * for another is half a second.
 */
export async function openNearby(search: string, base: string): Promise<Opening | null> {
  const asked = new URLSearchParams(search).get('region');
  const named = asked && REGION.test(asked) ? asked : null;
  const list = await readRegionList(`${base}index.json`);
  const entry = named ? list.find(({ id }) => id === named) : list[0];
  const id = named ?? entry?.id;
  if (!id) return null;
  const folder = `${base}${encodeURIComponent(id)}/`;
  const early = entry?.nearby ? await takeEarly(folder, entry.nearby) : null;
  return { id, folder, early, list };
}
