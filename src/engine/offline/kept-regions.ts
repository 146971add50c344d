import type { CacheNames } from './cache-names.ts';

/** A region that is kept on this device. */
export interface KeptRegion {
  id: string;
  name: string;
  nameEn: string | null;
  bytes: number;
  /** Of its street data, as in the manifest: ISO 8601; null where that is not known. */
  date: string | null;
}

/** The regions in the caches of this page, by name. */
export async function keptRegions(names: CacheNames, store: CacheStorage): Promise<KeptRegion[]> {
  const regions: KeptRegion[] = [];
  for (const cacheName of await store.keys()) {
    const id = names.regionOf(cacheName);
    if (id === null) continue;
    const cache = await store.open(cacheName);
    const region: KeptRegion = { id, name: id, nameEn: null, bytes: 0, date: null };
    for (const { url } of await cache.keys()) {
      const blob = await (await cache.match(url))?.blob();
      if (!blob) continue;
      region.bytes += blob.size;
      if (url.endsWith('/manifest.json')) Object.assign(region, named(await blob.text()));
    }
    regions.push(region);
  }
  return regions.sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans'));
}

/** What a manifest says of itself; nothing where it is spoilt. */
function named(text: string): Partial<KeptRegion> {
  try {
    const { name, name_en, data_date } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(typeof name === 'string' ? { name } : {}),
      nameEn: typeof name_en === 'string' ? name_en : null,
      date: typeof data_date === 'string' ? data_date : null,
    };
  } catch {
    return {};
  }
}
