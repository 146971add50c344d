import { basename, dirname, resolve } from 'node:path';
import { nodeBox } from '../../src/data/osm/node-box.ts';
import { osmFromBytes } from '../region/osm-from-bytes.ts';
import { sha256 } from '../region/sha256.ts';
import { writeRegion } from '../region/write-region.ts';
import { basemapOf } from '../tiles/basemap-of.ts';
import { loadManifest, readBytes, regionFolder } from './load-region.ts';
import { needed, readOptions } from './options.ts';
import { inOwnLanguage } from './own-language.ts';
import { tilesFaults } from '../tiles/tiles-faults.ts';

const COMMAND = 'tiles';

/** `huimin tiles`: makes the basemap of a region that is there again; all else of it stays. */
export function tilesCommand(args: string[]): string {
  const options = readOptions(args, ['region', 'osm'], COMMAND);
  const folder = resolve(regionFolder(needed(options, 'region', COMMAND)));
  const manifest = loadManifest(folder);
  const source = manifest.sources.find(({ role }) => role === 'osm');
  const path = options.osm;
  if (!path) throw tilesFaults.noOsm(manifest.id, source?.file ?? 'streets.osm.pbf');
  const step = (text: string) => process.stderr.write(`[${manifest.id}] ${text}\n`);

  step(`streets: ${basename(path)}`);
  const bytes = readBytes(path);
  if (sha256(bytes) !== source?.sha256) {
    const got = basename(path);
    step(inOwnLanguage(tilesFaults.otherFile(got, source?.file ?? '?')));
  }
  const osm = osmFromBytes(bytes, path, step);
  const [west, south, east, north] = manifest.bbox;
  const box = osm.bbox ?? nodeBox(osm);
  if (!box || box[0] > east || box[2] < west || box[1] > north || box[3] < south) {
    throw tilesFaults.elsewhere(basename(path), box, manifest.bbox);
  }
  const basemap = basemapOf(osm, manifest, step);
  if (loadManifest(folder).bundle.sha256 !== manifest.bundle.sha256) {
    throw tilesFaults.changed(manifest.id);
  }
  const parts = basemap ? [{ file: basemap.entry.file, bytes: basemap.bytes }] : [];
  const renewed = { ...manifest, basemap: basemap && basemap.entry };
  writeRegion(dirname(folder), renewed, parts, folder);
  if (!basemap) return `${manifest.id}: no basemap\n`;
  const { entry } = basemap;
  return `${manifest.id}: ${entry.file}, ${entry.tiles} tiles of zooms ${entry.minzoom} to ${entry.maxzoom}, ${(entry.bytes / 1e6).toFixed(2)} MB\n`;
}
