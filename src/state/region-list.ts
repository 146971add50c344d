/** One line of tiles/index.json. */
export interface RegionEntry {
  id: string;
  name: string;
  name_en?: string;
  invented: boolean;
}

/** The regions a host offers; none where the list cannot be read. Entries that are none are left out. */
export async function readRegionList(url: string): Promise<RegionEntry[]> {
  try {
    const response = await fetch(url, { cache: 'no-cache' });
    return response.ok ? regionEntries(await response.json()) : [];
  } catch {
    return [];
  }
}

/** The sound entries of a parsed index.json, each id once. */
export function regionEntries(json: unknown): RegionEntry[] {
  if (!Array.isArray(json)) return [];
  const entries = new Map<string, RegionEntry>();
  for (const entry of json as Partial<RegionEntry>[]) {
    if (typeof entry?.id !== 'string' || typeof entry.name !== 'string') continue;
    const { id, name, name_en } = entry;
    const english = typeof name_en === 'string' ? name_en : undefined;
    if (!entries.has(id))
      entries.set(id, { id, name, name_en: english, invented: !!entry.invented });
  }
  return [...entries.values()];
}
