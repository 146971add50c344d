/** A file of a region as its manifest names it; the first 12 digits of the hash are in the name. */
export interface KeptFile {
  file: string;
  bytes: number;
  sha256: string;
}

export interface RegionFiles {
  /** What a phone reads of the region: the nearby file, or the whole bundle of an older region. */
  data: KeptFile;
  /** Null where there is none, or a larger one than is kept. */
  basemap: KeptFile | null;
  tooLarge: boolean;
}

/**
 * Basemaps up to this are kept, whole. Not the parts of larger ones that were looked at: they would
 * tell whoever has the phone where somebody has been. Bytes.
 */
const MOST = 30e6;

const NAMED = /-([0-9a-f]{12})\.(?:bin|pmtiles)$/;

/** What to keep of a region; null for what is no manifest of ours. Not checked any further: the page has read it. */
export function regionFiles(manifest: unknown): RegionFiles | null {
  const { nearby, bundle, basemap } = (manifest ?? {}) as Record<string, unknown>;
  const data = keptFile(nearby) ?? keptFile(bundle);
  const ground = keptFile(basemap);
  const tooLarge = !!ground && ground.bytes > MOST;
  return data && { data, basemap: tooLarge ? null : ground, tooLarge };
}

function keptFile(value: unknown): KeptFile | null {
  const { file, bytes, sha256 } = (value ?? {}) as Partial<KeptFile>;
  const sound = typeof file === 'string' && NAMED.test(file) && typeof sha256 === 'string';
  return sound && typeof bytes === 'number' ? { file, bytes, sha256 } : null;
}

/** The 12 digits of its hash that a file has in its name; null for a name without. */
export function hashInName(file: string): string | null {
  return NAMED.exec(file)?.[1] ?? null;
}
