import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { encodePbf } from '../../src/data/osm/encode-pbf.ts';
import type { Boundary } from '../../src/data/places/find-boundary.ts';
import { overpassQuery, widened, type Recipe } from '../../src/data/places/recipe.ts';
import { GUARD_METRES } from '../../src/data/region/edge-warning.ts';
import { cliFaults } from '../huimin/cli-faults.ts';
import { cutPlace } from './cut-place.ts';
import { download } from './download.ts';
import type { Patience } from './patience.ts';
import { plainBytes } from './plain-bytes.ts';
import { putFile } from './put-file.ts';

export interface FetchOptions {
  /** A mirror's base, the whole address of a file, or a file at hand; default the recipe's host. */
  from?: string;
  /** Address of an Overpass interpreter: then only the place itself is asked for. */
  overpass?: string;
  /** Folder of downloads and of what is cut from them. */
  cache: string;
  /** Leave the download there when all is done. */
  keep: boolean;
  patience: Patience;
  /** Takes lines of progress. */
  say: (line: string) => void;
}

/** What `region build` needs of a place, as files under `<cache>/<id>/`. */
export interface PlaceFiles {
  osm: string;
  areas: string;
  /** Null where the recipe has no census. */
  census: string | null;
  boundary: Boundary;
  /** To be called once the region is built. */
  tidy(): void;
}

/** Downloads a place's OSM data, cuts it, and lays down what a region is built from. Throws Fault. */
export async function fetchPlace(recipe: Recipe, options: FetchOptions): Promise<PlaceFiles> {
  const { cache, say, keep } = options;
  const source = await sourceOf(recipe, options);
  const { osm, boundary, uncompleted } = cutPlace(source.path, basename(source.path), recipe, say);
  say(
    `cut: ${osm.nodes.ids.length} nodes, ${osm.ways.ids.length} ways, ${osm.relations.ids.length} relations` +
      (uncompleted ? `; ${uncompleted} large borders left in pieces` : ''),
  );
  const folder = join(cache, recipe.id);
  const [streets, areas] = [join(folder, 'streets.osm.pbf'), join(folder, 'boundary.geojson')];
  putFile(
    streets,
    encodePbf(osm, (data) => deflateSync(data)),
  );
  putFile(areas, [text(JSON.stringify(boundaryJson(recipe, boundary)))]);
  const census = recipe.census && join(folder, 'census.csv');
  if (census) putFile(census, [text(censusCsv(recipe))]);
  const tidy = () => {
    if (source.downloaded && !keep)
      source.downloaded.forEach((file) => rmSync(file, { force: true }));
  };
  return { osm: streets, areas, census, boundary, tidy };
}

/** The OSM file to cut, downloaded if it is not at hand. */
async function sourceOf(
  recipe: Recipe,
  { from, overpass, cache, patience, say }: FetchOptions,
): Promise<{ path: string; downloaded: string[] | null }> {
  const get = async (url: string, path: string, body?: string) => {
    say(`download: ${url}`);
    const { bytes, checked, reused } = await download(url, path, {
      ...{ patience, body, say: (line: string) => say(`download: ${line}`) },
      onProgress: reporter(say),
    });
    const how = reused
      ? 'unchanged since the last time'
      : checked === 'md5'
        ? 'MD5 agrees'
        : 'no checksum published, its length is right';
    say(`download: ${plainBytes(bytes)}, ${how}`);
    return { path, downloaded: [path, `${path}.json`] };
  };
  if (overpass !== undefined) {
    const query = overpassQuery(recipe, widened(recipe.bbox, GUARD_METRES));
    const body = new URLSearchParams({ data: query }).toString();
    return get(addressOf('--overpass', overpass), join(cache, recipe.id, 'overpass.osm'), body);
  }
  if (from !== undefined && !/^https?:/i.test(from)) {
    if (!existsSync(from)) throw cliFaults.file(from, 'ENOENT');
    return { path: from, downloaded: null };
  }
  const base = addressOf('--from', from ?? recipe.extract.host);
  const url = /\.(pbf|osm|gz)$/i.test(base)
    ? base
    : base.replace(/\/?$/, '/') + recipe.extract.file;
  return get(url, join(cache, basename(new URL(url).pathname)));
}

function addressOf(option: string, given: string): string {
  if (/^https?:\/\/[^/]/i.test(given) && URL.canParse(given)) return given;
  throw cliFaults.value(
    option,
    given,
    'an address that begins with http:// or https://',
    '以 http:// 或 https:// 开头的地址',
  );
}

const text = (content: string) => new TextEncoder().encode(content);

/** One area: the place, under its code, which its census is matched by. */
function boundaryJson(recipe: Recipe, { polygons }: Boundary) {
  const properties = { id: recipe.adcode, name: recipe.name, name_en: recipe.name_en };
  const geometry = { type: 'MultiPolygon', coordinates: polygons };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] };
}

function censusCsv({ adcode, name, census }: Recipe): string {
  const c = census!;
  const head = 'id,name,total,age_0_14,age_60_plus,age_65_plus,age_80_plus';
  const ages = [c.age_0_14, c.age_60_plus, c.age_65_plus, c.age_80_plus];
  return `${head}\n${[adcode, name, c.people, ...ages].join(',')}\n`;
}

/** Says every tenth of the way once; where the length is not known, every 10 MB. */
function reporter(say: (line: string) => void): (done: number, total: number | null) => void {
  let said = 0;
  return (done, total) => {
    const step = total === null ? Math.floor(done / 1e7) : Math.floor((done / total) * 10);
    if (step === said || done === 0) return;
    said = step;
    const of = total === null ? '' : ` of ${plainBytes(total)}, ${step * 10} %`;
    say(`download: ${plainBytes(done)}${of}`);
  };
}
