import { bundleFaults } from '../data/region/bundle-faults.ts';
import { parseManifest, type Manifest } from '../data/region/manifest.ts';
import { decodeRegion, type Region } from '../data/region/region.ts';
import { download } from './download.ts';

/** Downloads tiles/<id>/ (manifest, then the bundle it names). Throws Fault. */
export async function fetchRegion(
  base: string,
  id: string,
): Promise<{ region: Region; manifest: Manifest }> {
  const folder = `${base}${encodeURIComponent(id)}/`;
  const manifest = await fetchManifest(folder, id);
  return { region: await fetchBundle(folder, id, manifest), manifest };
}

/** Downloads the manifest in `folder`. Throws Fault. */
export function fetchManifest(folder: string, id: string): Promise<Manifest> {
  // It keeps its name from build to build: a stale one would name a bundle that is gone.
  return download(`${folder}manifest.json`, id, (bytes) => manifestOf(bytes, id), 'no-cache');
}

/** The manifest of region `id` in the bytes of its file. Throws Fault. */
export const manifestOf = (bytes: Uint8Array, id: string): Manifest =>
  parseManifest(json(new TextDecoder().decode(bytes)), `${id}/manifest.json`);

/** Downloads the bundle that a manifest in `folder` names. Throws Fault. */
export function fetchBundle(
  folder: string,
  id: string,
  { bundle }: Pick<Manifest, 'bundle'>,
): Promise<Region> {
  return download(`${folder}${encodeURIComponent(bundle.file)}`, id, (bytes) => {
    if (bytes.length !== bundle.bytes) throw bundleFaults.cut(bytes.length, bundle.bytes);
    return decodeRegion(bytes);
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
