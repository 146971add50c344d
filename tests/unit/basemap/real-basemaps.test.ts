import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { classifyRings } from '@mapbox/vector-tile';
import { beforeAll, describe, expect, it } from 'vitest';
import { distance, inPolygons, type LonLat } from '../../../src/core/geo.ts';
import { buildBasemap, type Basemap } from '../../../src/data/basemap/build-basemap.ts';
import { FIELDS, LAYERS } from '../../../src/data/basemap/schema.ts';
import { drawnStreet } from '../../../src/data/basemap/street-zooms.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { Shapes } from '../../../src/data/osm/shapes.ts';
import { Tags } from '../../../src/data/osm/tags.ts';
import { nodeBox } from '../../../src/data/osm/node-box.ts';
import { mercator } from '../../../src/data/tiles/mercator.ts';
import { allTiles, featuresOf, openArchive } from '../tiles/open-archive.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');
const FILES = [
  'monaco/monaco_2016.osm.pbf',
  'porto-alegre/poa_osm.pbf',
  'guixi/guixi_2024.osm.gz',
  'beijing-haidian/thu_zhongguancun_2017.osm.gz',
  'beijing-haidian/bupt_2025.osm.gz',
];
const absent = FILES.some((file) => !existsSync(resolve(folder, file)));
if (absent) console.log(`basemap: no real extracts at ${folder} (HUIMIN_REAL_DATA): tests skipped`);

function build(osm: OsmData): Basemap {
  return buildBasemap(osm, {
    name: 'real',
    bbox: osm.bbox ?? nodeBox(osm)!,
    attribution: '© OpenStreetMap contributors (ODbL)',
    gzip: (bytes) => gzipSync(bytes),
  });
}

describe.skipIf(absent).each(FILES)('the basemap of %s', (file) => {
  let osm: OsmData;
  let basemap: Basemap;
  let found: Awaited<ReturnType<typeof allTiles>>;
  beforeAll(async () => {
    osm = readOsm(readFileSync(resolve(folder, file)), { fileName: file });
    basemap = build(osm);
    found = await allTiles(basemap.archive!.bytes);
  }, 60_000);

  it('has as many tiles as its header says, none larger than 500 kB', () => {
    expect(found.tiles).toHaveLength(found.header.numAddressedTiles);
    expect(found.header.numTileContents).toBe(basemap.archive!.contents);
    expect(new Set(found.tiles.map(({ z }) => z))).toEqual(new Set([8, 9, 10, 11, 12, 13, 14, 15]));
    expect(basemap.largest!.bytes).toBeLessThan(500_000);
  });

  it('holds only layers, attributes and types of the schema', async () => {
    const known = new Set(
      LAYERS.flatMap((layer) =>
        Object.entries(FIELDS[layer]).map(([key, type]) => `${layer} ${key} ${type.toLowerCase()}`),
      ),
    );
    const strange = new Set<string>();
    for (const { tile } of found.tiles) {
      for (const [layer, { version, extent }] of Object.entries(tile.layers)) {
        if (version !== 2 || extent !== 4096) strange.add(`${layer} ${version} ${extent}`);
        for (const { properties } of featuresOf(tile, layer)) {
          for (const [key, value] of Object.entries(properties)) {
            const told = `${layer} ${key} ${typeof value}`;
            if (!known.has(told)) strange.add(told);
          }
        }
      }
    }
    expect([...strange]).toEqual([]);
    const metadata = (await openArchive(basemap.archive!.bytes).getMetadata()) as {
      vector_layers: { id: string }[];
    };
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual([...LAYERS]);
  });

  it('has geometry of the right type, closed and wound as the format asks', () => {
    const types: Record<string, number> = { land: 3, water: 3, building: 3 };
    for (const layer of ['waterway', 'street', 'rail', 'boundary']) types[layer] = 2;
    for (const layer of ['place', 'label', 'station']) types[layer] = 1;
    let faults = 0;
    for (const { tile } of found.tiles) {
      for (const layer of Object.keys(tile.layers)) {
        for (const feature of featuresOf(tile, layer)) {
          const parts = feature.loadGeometry();
          if (feature.type !== types[layer] || !parts.length) faults++;
          if (feature.type === 2 && parts.some((line) => line.length < 2)) faults++;
          if (feature.type !== 3) continue;
          // One polygon per feature: a first ring of positive area, and holes.
          if (classifyRings(parts).length !== 1) faults++;
          if (parts.some((ring) => ring.length < 4 || !ring[0].equals(ring.at(-1)!))) faults++;
        }
      }
    }
    expect(faults).toBe(0);
  });

  it('shows every named place of the extract at the last zoom', () => {
    const tags = new Tags(osm.strings);
    const { nodes } = osm;
    const [west, south, east, north] = osm.bbox ?? nodeBox(osm)!;
    const shown = new Set([
      'city',
      'town',
      'suburb',
      'quarter',
      'neighbourhood',
      'village',
      'hamlet',
    ]);
    const expected: string[] = [];
    for (let i = 0; i < nodes.ids.length; i++) {
      const get = (key: string) =>
        tags.value(nodes.tags, nodes.tagStart[i], nodes.tagStart[i + 1], tags.key(key));
      const [lon, lat] = [nodes.lon[i] / 1e7, nodes.lat[i] / 1e7];
      if (!shown.has(get('place') ?? '') || lon < west || lon > east || lat < south || lat > north)
        continue;
      const name = get('name:zh-Hans') ?? get('name:zh') ?? get('name');
      if (name) expected.push(name);
    }
    const names = found.tiles
      .filter(({ z }) => z === 15)
      .flatMap(({ tile }) => featuresOf(tile, 'place').map(({ properties }) => properties.name));
    for (const name of expected) expect(names).toContain(name);
  });

  it('draws every metre of street at the last zoom, within one in two hundred', () => {
    const tags = new Tags(osm.strings);
    const shapes = new Shapes(osm);
    const { ways } = osm;
    const [west, south, east, north] = osm.bbox ?? nodeBox(osm)!;
    const inside = ([lon, lat]: LonLat) =>
      lon >= west && lon <= east && lat >= south && lat <= north;
    const metresIn = (a: LonLat, b: LonLat, within: (at: LonLat) => boolean) => {
      const steps = Math.max(1, Math.ceil(distance(...a, ...b) / 5));
      let share = 0;
      for (let s = 0; s < steps; s++) {
        const t = (s + 0.5) / steps;
        if (within([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])) share += 1 / steps;
      }
      return share * distance(...a, ...b);
    };
    let expected = 0;
    for (let w = 0; w < ways.ids.length; w++) {
      const get = (key: string) =>
        tags.value(ways.tags, ways.tagStart[w], ways.tagStart[w + 1], tags.key(key));
      if (!drawnStreet(get('highway')) || get('area') === 'yes') continue;
      for (const line of shapes.linesOf(w).lines) {
        for (let k = 1; k < line.length; k++) expected += metresIn(line[k - 1], line[k], inside);
      }
    }
    let drawn = 0;
    for (const { z, x, y, tile } of found.tiles) {
      if (z !== 15) continue;
      const world = 2 ** z * 4096;
      const degrees = (p: { x: number; y: number }): LonLat => [
        ((x * 4096 + p.x) / world) * 360 - 180,
        (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y * 4096 + p.y)) / world))) * 180) / Math.PI,
      ];
      const [w, n] = degrees({ x: 0, y: 0 });
      const [e, s] = degrees({ x: 4096, y: 4096 });
      const here = (at: LonLat) => at[0] >= w && at[0] < e && at[1] > s && at[1] <= n && inside(at);
      for (const feature of featuresOf(tile, 'street')) {
        for (const line of feature.loadGeometry()) {
          for (let k = 1; k < line.length; k++)
            drawn += metresIn(degrees(line[k - 1]), degrees(line[k]), here);
        }
      }
    }
    expect(expected).toBeGreaterThan(1000);
    expect(Math.abs(drawn / expected - 1)).toBeLessThan(0.005);
  });

  if (file !== FILES[0]) {
    // Monaco takes seconds; what could differ between two runs is in the others as well.
    it('is the same, byte for byte, when it is built again', () => {
      expect(Buffer.compare(build(osm).archive!.bytes, basemap.archive!.bytes)).toBe(0);
    });
  }

  if (file !== FILES[0]) return;
  it('has its sea and its courtyards, and no outline of a country', () => {
    expect(basemap.report.openCoasts).toBe(0);
    expect(basemap.shapes.building).toBeGreaterThan(23_000);
    expect(basemap.report.outlines).toBeGreaterThan(0);
    const last = found.tiles.filter(({ z }) => z === 15);
    // The harbour's mouth is water; the casino is not.
    const isSea = (lon: number, lat: number) => {
      const [x, y] = mercator(lon, lat).map((v) => v * 2 ** 15);
      const at = last.find((tile) => tile.x === Math.floor(x) && tile.y === Math.floor(y));
      const [px, py] = [(x % 1) * 4096, (y % 1) * 4096];
      return featuresOf(at!.tile, 'water').some((feature) => {
        const rings = feature.loadGeometry().map((ring) => ring.map((p): LonLat => [p.x, p.y]));
        return feature.properties.kind === 'sea' && inPolygons([rings], px, py);
      });
    };
    expect([isSea(7.432, 43.735), isSea(7.4281, 43.7393)]).toEqual([true, false]);
    const holed = last.flatMap(({ tile }) =>
      featuresOf(tile, 'building').filter((feature) => feature.loadGeometry().length > 1),
    );
    expect(holed.length).toBeGreaterThan(10);
    const levels = last.flatMap(({ tile }) =>
      featuresOf(tile, 'boundary').map(({ properties }) => properties.level as number),
    );
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(4);
  });
});
