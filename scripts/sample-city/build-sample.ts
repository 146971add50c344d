import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../src/data/fault.ts';
import type { Manifest } from '../../src/data/region/manifest.ts';
import { TILES, loadRegion, loadServices } from '../huimin/load-region.ts';
import { buildFromFiles } from '../region/build-from-files.ts';
import { sha256 } from '../region/sha256.ts';
import { sampleCity } from './sample-city.ts';

const ID = 'sample';
type Files = Record<string, string | Uint8Array>;

/**
 * Builds tiles/sample, the invented city that everything can be tried on, through the same door as
 * anybody's region; does nothing where a sound one of the same inputs is there.
 */
export async function ensureSample(
  log: (line: string) => void,
  tiles = TILES,
  files: Files = sampleCity(),
): Promise<void> {
  const why = staleness(join(tiles, ID), files);
  if (!why) return;
  log(`sample city 示例城: building (${why})`);
  const folder = mkdtempSync(join(tmpdir(), 'huimin-sample-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const { rejected } = await buildFromFiles(
      {
        id: ID,
        name: '示例城',
        nameEn: 'Sample City',
        osm: join(folder, 'streets.osm'),
        population: join(folder, 'population.csv'),
        facilities: join(folder, 'facilities.csv'),
        areas: join(folder, 'areas.geojson'),
        studyArea: join(folder, 'study-area.geojson'),
        elevation: 'elevation.tif' in files ? join(folder, 'elevation.tif') : undefined,
        invented: true,
      },
      loadServices(),
      tiles,
      () => {},
    );
    const [first] = rejected;
    if (first) throw new Error(`${first.file}:${first.rows[0].line}: ${first.rows[0].text.en}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Why the region in `folder` has to be built from `files`; null when it stands as it should. */
function staleness(folder: string, files: Files): string | null {
  let manifest: Manifest;
  try {
    ({ manifest } = loadRegion(folder));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.code;
  }
  if (!isSound(folder, manifest.basemap)) return 'basemap';
  if (!isSound(folder, manifest.nearby)) return 'nearby';
  const built = manifest.sources.map((source) => `${source.file} ${source.sha256}`).sort();
  const now = Object.entries(files).map(([name, content]) => `${name} ${sha256(content)}`);
  return built.join() === now.sort().join() ? null : 'inputs changed';
}

/** Whether a part that the manifest names is there, whole. */
function isSound(folder: string, part: Manifest['basemap'] | Manifest['nearby']): boolean {
  if (!part) return false;
  const file = join(folder, part.file);
  return existsSync(file) && sha256(readFileSync(file)) === part.sha256;
}
