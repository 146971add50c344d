/** One line of tiles/index.json. */
export interface RegionEntry {
  id: string;
  name: string;
  name_en?: string;
  invented: boolean;
  /** What a resident's phone needs of the region: a file in its folder. Absent from regions of before. */
  nearby?: string;
  /** Of its streets: west, south, east, north in degrees, as the list has it, which nobody has checked. */
  bbox?: unknown;
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
    const { id, name } = entry;
    const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
    const [name_en, nearby] = [textOf(entry.name_en), textOf(entry.nearby)];
    if (!entries.has(id))
      entries.set(id, { id, name, name_en, invented: !!entry.invented, nearby, bbox: entry.bbox });
  }
  return [...entries.values()];
}
