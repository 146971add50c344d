/** A region's manifest and file for phones, fetched while the worker that reads them is on its way itself. */
export interface EarlyFiles {
  manifest: Uint8Array<ArrayBuffer>;
  /** As the list of regions named it. */
  file: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Null where they did not come: the worker asks again, and says why. */
export async function takeEarly(folder: string, file: string): Promise<EarlyFiles | null> {
  const take = async (name: string, cache: RequestCache) => {
    const response = await fetch(folder + encodeURIComponent(name), { cache });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  try {
    const [manifest, bytes] = await Promise.all([
      take('manifest.json', 'no-cache'),
      take(file, 'default'),
    ]);
    return { manifest, file, bytes };
  } catch {
    return null;
  }
}
