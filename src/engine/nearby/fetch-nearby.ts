import { Fault } from '../../data/fault.ts';
import type { Manifest } from '../../data/region/manifest.ts';
import { areaPoints, namedPlaces } from '../../data/region/nearby-names.ts';
import { readNearby, type NearbyRegion } from '../../data/region/nearby-region.ts';
import type { Region } from '../../data/region/region.ts';
import { downloadStream } from '../download.ts';
import { fetchBundle, fetchManifest } from '../fetch-region.ts';

/**
 * What a resident's phone needs of the region in `folder` (tiles/<id>/): its manifest and the file that
 * one names. `file` is its name by the list of regions, so that it is asked for along with the manifest;
 * null where the list has none. Where the manifest names none, the whole bundle is taken. What arrives
 * cut or corrupt is asked for once more. `prepare` as in readNearby, for each that is read. Throws Fault.
 */
export async function fetchNearby(
  folder: string,
  id: string,
  file: string | null,
  prepare: (region: Region) => void = () => {},
): Promise<{ nearby: NearbyRegion; manifest: Manifest }> {
  const take = (name: string) =>
    downloadStream(folder + encodeURIComponent(name), id, (body) => readNearby(body, prepare));
  const early = file === null ? null : orFault(take(file));
  const manifest = await fetchManifest(folder, id);
  const named = manifest.nearby?.file;
  if (!named) return { nearby: await wholeRegion(folder, id, manifest), manifest };
  const nearby = named === file ? await early! : await take(named);
  if (nearby instanceof Fault) throw nearby;
  return { nearby, manifest };
}

/** A fault as a value: of a file that the manifest does not name, it is nobody's concern. */
async function orFault<T>(promise: Promise<T>): Promise<T | Fault> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** A region of before: with its people, which nobody asks about here, and without pinyin. */
async function wholeRegion(folder: string, id: string, manifest: Manifest): Promise<NearbyRegion> {
  const region = await fetchBundle(folder, id, manifest);
  return { region, names: namedPlaces(region, areaPoints(region), []) };
}
