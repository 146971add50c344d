import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { coverageCommand } from '../../../scripts/huimin/coverage-command.ts';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { streetGraph } from '../../../src/data/streets/street-graph.ts';
import { fileOf } from './refused.ts';
import { build, scratch } from './town.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const data = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');
const absent = !existsSync(data);
if (absent) console.log(`cli: no real data at ${data} (HUIMIN_REAL_DATA): tests skipped`);

const options = (files: Record<string, string>) => [
  'build',
  ...Object.entries(files).flatMap(([name, value]) => [`--${name}`, value]),
];

describe.skipIf(absent)('Porto Alegre', () => {
  it('schools, 10 minutes, 1.2 m/s, streets: 81.99 % as an independent program found', async () => {
    const from = (name: string) => join(data, 'porto-alegre', name);
    const out = scratch();
    const files = { id: 'poa', name: '阿雷格里港', osm: from('poa_osm.pbf'), out };
    const { stdout } = await build(
      options({
        ...files,
        population: from('population.csv'),
        facilities: from('facilities.csv'),
        areas: from('areas.geojson'),
      }),
    );
    expect(stdout).toContain('rejected    no rows');
    expect(stdout).toContain('117 clinic, 177 school');
    const answer = JSON.parse(
      coverageCommand(
        `--region ${join(out, 'poa')} --service school --minutes 10 --people total --format json`.split(
          ' ',
        ),
      ),
    );
    expect(answer.people).toBe(812_935);
    expect(answer.facilities).toBe(177);
    expect(Math.abs(answer.bands[0].share - 666_559 / 812_935)).toBeLessThan(0.003);
  });
});

describe.skipIf(absent)('Guixi 贵溪', () => {
  it('.osm.gz with people invented along its streets: who is on the network is told', async () => {
    const osm = join(data, 'guixi', 'guixi_2024.osm.gz');
    const bytes = gunzipSync(readFileSync(osm));
    const { graph } = streetGraph(readOsm(bytes, { fileName: 'guixi' }));
    const at = (k: number) => `${graph.nodeLon[k] / 1e7},${graph.nodeLat[k] / 1e7}`;
    const nodes = Array.from({ length: 100 }, (_, k) => k * Math.floor(graph.nodeLon.length / 100));
    const people = nodes.map((k) => `p${k},${at(k)},10`).join('\n');
    const out = scratch();
    const { stdout } = await build(
      options({
        id: 'guixi',
        name: '贵溪市',
        osm,
        population: fileOf('people.csv', `编号,经度,纬度,人口\n${people}\n`),
        facilities: fileOf('s.csv', `编号,名称,服务,经度,纬度\ns1,学校,学校,${at(nodes[50])}\n`),
        out,
      }),
    );
    expect(stdout).toContain('1000 at 100 places');
    // 115 km by the data's own description, walkable or not.
    const { manifest } = loadRegion(join(out, 'guixi'));
    expect(manifest.counts.street_km).toBeGreaterThan(90);
    expect(manifest.counts.street_km).toBeLessThan(120);
    expect(manifest.off_network.people).toBeLessThan(100);
    expect(manifest.edge_warning).not.toBeNull();
  });
});

describe.skipIf(absent)('Monaco', () => {
  it('streets: steps are among them, motorways are not', () => {
    const bytes = readFileSync(join(data, 'monaco', 'monaco_2016.osm.pbf'));
    const { graph, names } = streetGraph(readOsm(bytes, { fileName: 'monaco' }));
    const km = graph.edgeMetres.reduce((sum, metres) => sum + metres, 0) / 1000;
    expect(km).toBeGreaterThan(100);
    expect(graph.edgeFlags.some((flags) => (flags & 2) !== 0)).toBe(true);
    expect(names.map(({ name }) => name)).toContain('Boulevard des Moulins');
  });
});
