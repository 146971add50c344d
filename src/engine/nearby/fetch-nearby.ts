import type { Manifest } from '../../data/region/manifest.ts';
import { areaPoints, namedPlaces } from '../../data/region/nearby-names.ts';
import { decodeNearby, type NearbyRegion } from '../../data/region/nearby-region.ts';
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
  const manifest = await download(
    `${folder}manifest.json`,
    id,
    (bytes) => manifestOf(bytes, `${id}/manifest.json`),
    'no-cache',
  );
  const name = manifest.nearby?.file;
  if (!name) return { nearby: await wholeRegion(folder, id, manifest), manifest };
  return { nearby: await (early && name === file ? early : take(name)), manifest };
}

/** A region of before: with its people, which nobody asks about here, and without pinyin. */
async function wholeRegion(folder: string, id: string, manifest: Manifest): Promise<NearbyRegion> {
  const { fetchBundle } = await import('../fetch-region.ts');
  const region = await fetchBundle(folder, id, manifest);
  return { region, names: namedPlaces(region, areaPoints(region), []) };
}

/** Only what is not as it should be is worth the weight of a schema, which says where. */
async function manifestOf(bytes: Uint8Array, where: string): Promise<Manifest> {
  let json: Partial<Manifest> | null = null;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Manifest> | null;
  } catch {
    // Falls through: null is not a manifest, and the fault says so.
  }
  if (json && isSound(json)) return json;
  const { parseManifest } = await import('../../data/region/manifest.ts');
  return parseManifest(json, where);
}

/** Whether the parts that residents see or need are there. */
function isSound(json: Partial<Manifest>): json is Manifest {
  const { format, id, name, invented, data_date, bbox, bundle, nearby } = json;
  return (
    format === 'huimin-region' &&
    [id, name, bundle?.file, data_date ?? '', nearby?.file ?? ''].every(isText) &&
    typeof invented === 'boolean' &&
    Array.isArray(bbox) &&
    bbox.length === 4 &&
    bbox.every((degrees) => typeof degrees === 'number')
  );
}

const isText = (value: unknown) => typeof value === 'string';
