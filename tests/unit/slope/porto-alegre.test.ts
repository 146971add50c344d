import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { elevationSampler } from '../../../src/data/raster/elevation-sampler.ts';
import { readRaster } from '../../../src/data/raster/read-raster.ts';
import { slopesOf } from '../../../src/data/streets/slopes.ts';
import { streetGraph } from '../../../src/data/streets/street-graph.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data', 'porto-alegre');
const absent = !existsSync(folder);
if (absent) console.log(`slope: ${folder} is absent (HUIMIN_REAL_DATA): its test is skipped`);

describe.skipIf(absent)('Porto Alegre on its elevation model of 30 m', () => {
  it('covers most streets but not the north; hills are steep, the river bank is flat', async () => {
    const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
    const raster = await readRaster(bytes('poa_elevation.tif'), { fileName: 'poa_elevation.tif' });
    const heights = elevationSampler(raster);
    expect(heights.cellMetres).toBeCloseTo(30.9, 1);
    const inflate = (data: Uint8Array, rawSize: number) =>
      inflateSync(data, { maxOutputLength: Math.max(1, rawSize) });
    const { graph } = streetGraph(
      readOsm(bytes('poa_osm.pbf'), { fileName: 'poa_osm.pbf', inflate }),
    );
    const { slopes, share } = slopesOf(graph, heights);
    const { forth, back, steepest } = slopes;
    expect(share).toBeGreaterThan(0.95);
    expect(share).toBeLessThan(0.97);

    let [metres, factors, over20] = [0, 0, 0];
    for (let e = 0; e < forth.length; e++) {
      const north = graph.vertexLat[graph.vertexStart[e]] / 1e7 > raster.north;
      if (north) expect([forth[e], back[e], steepest[e]]).toEqual([1, 1, 0]);
      if (north) continue;
      metres += graph.edgeMetres[e];
      factors += ((forth[e] + back[e]) / 2) * graph.edgeMetres[e];
      if (steepest[e] > 20) over20 += graph.edgeMetres[e];
    }
    // There and back costs a few percent more than on the flat, and hardly a street is a staircase.
    expect(factors / metres).toBeGreaterThan(1.03);
    expect(factors / metres).toBeLessThan(1.12);
    expect(over20 / metres).toBeGreaterThan(0.005);
    expect(over20 / metres).toBeLessThan(0.06);

    // From the bank of the Guaíba (0–15 m) up to Morro Santana, the highest hill (a byte holds no more than 255).
    expect(heights(-51.2415, -30.0345)).toBeLessThan(15);
    let highest = 0;
    for (const height of raster.bands[0]) highest = Math.max(highest, height);
    expect(highest).toBe(255);
  });
});
