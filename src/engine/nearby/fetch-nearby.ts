import { Fault } from '../../data/fault.ts';
import type { Manifest } from '../../data/region/manifest.ts';
import { areaPoints, namedPlaces } from '../../data/region/nearby-names.ts';
import { decodeNearby, type NearbyRegion } from '../../data/region/nearby-region.ts';
import { download } from '../download.ts';
import { fetchBundle, fetchManifest, manifestOf } from '../fetch-region.ts';
import type { EarlyFiles } from './early-files.ts';

/**
 * What a resident's phone needs of the region in `folder` (tiles/<id>/): its manifest and the file that
 * one names, both of which may be here already (`early`). Where it names none, the whole bundle is
 * taken. What arrives cut or corrupt is asked for once more. Throws Fault.
 */
export async function fetchNearby(
  folder: string,
  id: string,
  early: EarlyFiles | null,
): Promise<{ nearby: NearbyRegion; manifest: Manifest }> {
  const told = early && (await unlessSpoilt(() => manifestOf(early.manifest, id)));
  const manifest = told ?? (await fetchManifest(folder, id));
  const file = manifest.nearby?.file;
  if (!file) return { nearby: await wholeRegion(folder, id, manifest), manifest };
  const here = early?.file === file ? early : null;
  const sound = here && (await unlessSpoilt(() => decodeNearby(here.bytes)));
  // A cache that spoilt what is here would give it again.
  const cache = here ? 'reload' : 'default';
  const url = folder + encodeURIComponent(file);
  return { nearby: sound ?? (await download(url, id, decodeNearby, cache)), manifest };
}

/** Null where what is read is not sound. */
async function unlessSpoilt<T>(read: () => T | Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** A region of before: with its people, which nobody asks about here, and without pinyin. */
async function wholeRegion(folder: string, id: string, manifest: Manifest): Promise<NearbyRegion> {
  const region = await fetchBundle(folder, id, manifest);
  return { region, names: namedPlaces(region, areaPoints(region), []) };
}
