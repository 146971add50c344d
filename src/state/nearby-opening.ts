import { REGION } from './page-asked.ts';
import { readRegionList, type RegionEntry } from './region-list.ts';

/** The region that a resident's page is about. */
export interface Opening {
  id: string;
  /** tiles/<id>/ */
  folder: string;
  /** Its line in the list; null for one that the list does not have. */
  entry: RegionEntry | null;
  /** All regions of the host. */
  list: RegionEntry[];
}

/** The region of an address, or the first there is, below `base` (tiles/); null where there is none. */
export async function openNearby(search: string, base: string): Promise<Opening | null> {
  const asked = new URLSearchParams(search).get('region');
  const named = asked && REGION.test(asked) ? asked : null;
  const list = await readRegionList(`${base}index.json`);
  const entry = (named ? list.find(({ id }) => id === named) : list[0]) ?? null;
  const id = named ?? entry?.id;
  return id ? { id, folder: `${base}${encodeURIComponent(id)}/`, entry, list } : null;
}
