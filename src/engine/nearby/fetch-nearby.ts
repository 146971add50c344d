import type { Manifest } from '../../data/region/manifest.ts';
import { areaPoints, namedPlaces } from '../../data/region/nearby-names.ts';
import { decodeNearby, type NearbyRegion } from '../../data/region/nearby-region.ts';
import { fetchBundle, fetchManifest } from '../fetch-region.ts';
import { download } from '../download.ts';

/**
 * Downloads what a resident's phone needs of tiles/<id>/: the manifest, and beside it `file` where
 * the list of regions named one, so that neither waits for the other. The manifest has the last word:
 * where it names another file that one is taken, and where it names none the whole bundle is. What
 * arrives cut or corrupt is asked for once more. Throws Fault.
 */
export async function fetchNearby(
  base: string,
  id: string,
  file: string | null,
): Promise<{ nearby: NearbyRegion; manifest: Manifest }> {
  const folder = `${base}${encodeURIComponent(id)}/`;
  const take = (name: string) =>
    download(`${folder}${encodeURIComponent(name)}`, id, (bytes) => decodeNearby(bytes));
  const early = file === null ? null : take(file);
  // Whether its fault matters is known when the manifest is there.
  early?.catch(() => {});
  const manifest = await fetchManifest(folder, id);
  const name = manifest.nearby?.file;
  if (!name) return { nearby: await wholeRegion(folder, id, manifest), manifest };
  return { nearby: await (early && name === file ? early : take(name)), manifest };
}

/** A region of before: with its people, which nobody asks about here, and without pinyin. */
async function wholeRegion(folder: string, id: string, manifest: Manifest): Promise<NearbyRegion> {
  const region = await fetchBundle(folder, id, manifest);
  return { region, names: namedPlaces(region, areaPoints(region), []) };
}
