import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildBasemap } from '../../src/data/basemap/build-basemap.ts';
import type { OsmData } from '../../src/data/osm/osm.ts';
import { osmFromBytes } from '../region/osm-from-bytes.ts';
import { sideBySide } from './side-by-side.ts';

/** Degrees between two copies: the extract is 0.15 wide. */
const STEP = 0.2;

/**
 * A process of its own, so that its peak memory is that of reading and cutting: one extract, `copies`
 * times side by side, from PBF to an archive. Prints {ms, megabytes, peak, tiles, archive, largest} as JSON.
 */
const [path, copies] = [process.argv[2], Number(process.argv[3])];
const bytes = readFileSync(path);
const start = performance.now();
let one: OsmData | undefined;
for (let k = 0; k < copies; k++) one = osmFromBytes(bytes, path, () => {});
const osm = copies > 1 ? sideBySide(one!, copies, STEP) : one!;
const { archive, largest } = buildBasemap(osm, {
  name: 'bench',
  bbox: osm.bbox!,
  attribution: '',
  gzip: (tile) => gzipSync(tile),
});
const figures = {
  ms: performance.now() - start,
  megabytes: (bytes.length * copies) / 1e6,
  peak: process.resourceUsage().maxRSS / 1e3,
  tiles: archive!.tiles,
  archive: archive!.bytes.length / 1e6,
  largest: largest!.bytes / 1e3,
};
process.stdout.write(JSON.stringify(figures));
