import { Fault } from '../data/fault.ts';
import { bundleFaults } from '../data/region/bundle-faults.ts';
import { parseManifest, type Manifest } from '../data/region/manifest.ts';
import { decodeRegion, type Region } from '../data/region/region.ts';

/** Downloads tiles/<id>/ (manifest, then the bundle it names). Throws Fault. */
export async function fetchRegion(
  base: string,
  id: string,
): Promise<{ region: Region; manifest: Manifest }> {
  const folder = `${base}${encodeURIComponent(id)}/`;
  // The manifest keeps its name from build to build: a stale one would name a bundle that is gone.
  const text = new TextDecoder().decode(await download(`${folder}manifest.json`, id, 'no-cache'));
  const manifest = parseManifest(json(text), `${id}/manifest.json`);
  const bundle = await download(`${folder}${encodeURIComponent(manifest.bundle.file)}`, id);
  if (bundle.length !== manifest.bundle.bytes) {
    throw bundleFaults.cut(bundle.length, manifest.bundle.bytes);
  }
  return { region: decodeRegion(bundle), manifest };
}

async function download(
  url: string,
  id: string,
  cache: RequestCache = 'default',
): Promise<Uint8Array> {
  let why: string;
  try {
    const response = await fetch(url, { cache });
    // A host that answers every address with its own page has no region there either.
    const page = response.headers.get('content-type')?.includes('text/html');
    if (response.ok && !page) return new Uint8Array(await response.arrayBuffer());
    why = page ? 'HTML' : `HTTP ${response.status}`;
  } catch (error) {
    why = (error as Error).message;
  }
  throw new Fault('region-missing', {
    zh: `打不开区域“${id}”（${why}）。请选另一个区域，或重新生成它（huimin region build）。`,
    en: `Cannot open region "${id}" (${why}). Choose another region, or build it (huimin region build).`,
  });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
