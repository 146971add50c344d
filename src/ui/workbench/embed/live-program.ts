import type { LiveProgram } from '../../../engine/embed/publication.ts';

/** What `live/files.json` beside the page says: the live map's module and all that it is made of. */
interface Files {
  live: string;
  files: string[];
}

/** The live map's program from this page's own host, over the region's basemap; null where it cannot be had. */
export async function fetchLiveProgram(
  page: string,
  archive: string | null,
): Promise<LiveProgram | null> {
  const bytes = async (address: string) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  try {
    const folder = new URL('live/', page);
    const list = await bytes(new URL('files.json', folder).href);
    const { live, files } = JSON.parse(new TextDecoder().decode(list)) as Files;
    const parts = files.map(async (name): Promise<[string, Uint8Array]> => [
      name,
      await bytes(new URL(name, folder).href),
    ]);
    return {
      entry: live,
      files: new Map(await Promise.all(parts)),
      basemap: archive ? await bytes(archive) : null,
    };
  } catch (error) {
    console.warn(error);
    return null;
  }
}
