import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { E7 } from '../../../src/core/geo.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { ObjectPlaces } from '../../../src/data/osm-services/object-place.ts';
import { withKeys } from '../../../src/data/osm-services/tag-set.ts';
import { gradeStreets } from '../../../src/data/region/street-evidence.ts';
import { nodeBox } from '../../../src/data/osm/node-box.ts';
import { streetGraph } from '../../../src/data/streets/street-graph.ts';
import { readPopulation } from '../../../src/data/tables/read-population.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');
const absent = !existsSync(folder);
if (absent) console.log(`evidence: no data at ${folder} (HUIMIN_REAL_DATA): tests skipped`);

const file = (name: string) => readFileSync(resolve(folder, name));
const load = (name: string) =>
  readOsm(file(name), {
    fileName: name,
    inflate: (data, size) => inflateSync(data, { maxOutputLength: Math.max(1, size) }),
  });

type Spots = [lon: number, lat: number][];

function graded(osm: OsmData, spots: Spots, total?: Float64Array) {
  const places = {
    lon: Float64Array.from(spots, ([lon]) => lon),
    lat: Float64Array.from(spots, ([, lat]) => lat),
    counted: new Uint8Array(spots.length).fill(1),
    fields: { total: total ?? new Float64Array(spots.length).fill(1) },
  };
  return gradeStreets(streetGraph(osm).graph, places, osm.bbox ?? nodeBox(osm)!).summary!;
}

/*
 * 贵溪 has no table of people: three stands-in for where they live, each as rough as the next. The
 * verdict has to be the same by all of them.
 */
function buildings(osm: OsmData): Spots {
  const places = new ObjectPlaces(osm);
  const ways = withKeys(osm.strings, osm.ways, new Set(['building']));
  return ways.flatMap((way) => {
    const place = places.way(way);
    return place ? [place.point] : [];
  });
}
function namedPlaces({ strings, nodes }: OsmData): Spots {
  const found = withKeys(strings, nodes, new Set(['place']));
  return found.map((i) => [nodes.lon[i] / E7, nodes.lat[i] / E7]);
}
function lattice(osm: OsmData, step = 0.002): Spots {
  const [west, south, east, north] = osm.bbox!;
  const spots: Spots = [];
  for (let lat = south + step / 2; lat < north; lat += step) {
    for (let lon = west + step / 2; lon < east; lon += step) spots.push([lon, lat]);
  }
  return spots;
}

describe.skipIf(absent)('real streets', () => {
  it.each([
    ['its buildings', buildings],
    ['its named places', namedPlaces],
    ['a lattice over all of it', lattice],
  ])('贵溪 comes out sparse, by %s', (_, spots) => {
    const osm = load('guixi/guixi_2024.osm.gz');
    const summary = graded(osm, spots(osm));
    expect(summary.grade).toBe('sparse');
    expect(summary.street_metres).toBeLessThan(1500);
    expect(summary.far_share).toBeGreaterThan(0.1);
  });

  it('Porto Alegre comes out good, by its people', () => {
    const { lon, lat, fields } = readPopulation(file('porto-alegre/population.csv'), {
      fileName: 'population.csv',
    }).population;
    const spots = Array.from(lon, (x, i): [number, number] => [x, lat[i]]);
    const summary = graded(load('porto-alegre/poa_osm.pbf'), spots, fields.total);
    expect(summary.grade).toBe('good');
    expect(summary.street_metres).toBeGreaterThan(3000);
    expect(summary.far_share).toBeLessThan(0.01);
  });

  it.each(['beijing-haidian/thu_zhongguancun_2017.osm.gz', 'monaco/monaco_2016.osm.pbf'])(
    '%s comes out good, by its buildings',
    (name) => {
      const osm = load(name);
      expect(graded(osm, buildings(osm)).grade).toBe('good');
    },
  );
});
