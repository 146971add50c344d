import { inflateSync } from 'node:zlib';
import type { Bbox } from '../../src/core/geo.ts';
import { cutOsm, type Cut } from '../../src/data/osm/cut-osm.ts';
import { fileKind } from '../../src/data/osm/file-kind.ts';
import { pbfPasses, wholeInPasses, type OsmPasses } from '../../src/data/osm/osm-passes.ts';
import { readOsm } from '../../src/data/osm/read-osm.ts';
import { boundaryBox, findBoundary, type Boundary } from '../../src/data/places/find-boundary.ts';
import { widened, type Recipe } from '../../src/data/places/recipe.ts';
import { GUARD_METRES } from '../../src/data/region/edge-warning.ts';
import { Fault } from '../../src/data/fault.ts';
import { fetchFaults } from './fetch-faults.ts';
import { fileSource } from './file-source.ts';

/** Files that are no PBF are read whole. A province comes as PBF. */
const MOST_WHOLE = 512 * 1024 * 1024;
/** `fileKind` looks at the first bytes only. */
const HEAD = 1024;

/**
 * Cuts a recipe's place and its guard band out of an OSM file of any size, and finds its boundary.
 * Where the boundary reaches beyond the recipe's box, it is cut again by the boundary's own.
 * @param say takes lines of progress.
 * @throws Fault: of the file, `cut-elsewhere`, `download-too-large`.
 */
export function cutPlace(
  path: string,
  fileName: string,
  recipe: Recipe,
  say: (line: string) => void,
): Cut & { boundary: Boundary } {
  const source = fileSource(path);
  try {
    const inflate = (data: Uint8Array, rawSize: number) =>
      inflateSync(data, {
        maxOutputLength: Math.max(1, rawSize),
        chunkSize: Math.max(64, rawSize),
      });
    const kind = fileKind(source.read(0, Math.min(HEAD, source.size)));
    let passes: OsmPasses;
    if (kind === 'pbf') passes = pbfPasses(source, { inflate, onProgress: reporter(say) });
    else {
      if (source.size > MOST_WHOLE) throw fetchFaults.tooLarge(fileName, source.size, MOST_WHOLE);
      passes = wholeInPasses(readOsm(source.read(0, source.size), { fileName, inflate }));
    }
    const box = widened(recipe.bbox, GUARD_METRES);
    const first = cutOsm(passes, box);
    const boundary = findBoundary(first.osm, recipe);
    const wanted = widened(boundaryBox(boundary), GUARD_METRES);
    if (contains(box, wanted)) return { ...first, boundary };
    say('the boundary reaches beyond the box of the recipe: cut again');
    return { ...cutOsm(passes, union(box, wanted)), boundary };
  } catch (error) {
    // The reader of whole files names the file already.
    if (!(error instanceof Fault) || error.message.startsWith(fileName)) throw error;
    const { zh, en } = error.text;
    throw new Fault(error.code, { zh: `${fileName}：${zh}`, en: `${fileName}: ${en}` });
  } finally {
    source.close();
  }
}

const contains = (a: Bbox, b: Bbox) => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

function union(a: Bbox, b: Bbox): Bbox {
  const [west, south] = [0, 1].map((k) => Math.min(a[k], b[k]));
  const [east, north] = [2, 3].map((k) => Math.max(a[k], b[k]));
  return [west, south, east, north];
}

/** Says every quarter of each pass once. */
function reporter(say: (line: string) => void): (done: number, total: number) => void {
  let [pass, quarter, before] = [1, 0, 0];
  return (done, total) => {
    if (done < before) [pass, quarter] = [pass + 1, 0];
    before = done;
    const now = Math.floor((done / total) * 4);
    if (now > quarter) say(`cut: pass ${pass}, ${(quarter = now) * 25} %`);
  };
}
