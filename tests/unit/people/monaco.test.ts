import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { distance, inPolygons } from '../../../src/core/geo.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { Shapes } from '../../../src/data/osm/shapes.ts';
import { readCensus } from '../../../src/data/people/read-census.ts';
import { spreadCensus } from '../../../src/data/people/spread-census.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = join(
  resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data'),
  'monaco/monaco_2016.osm.pbf',
);
const absent = !existsSync(file);
if (absent) console.log(`people: ${file} is absent (HUIMIN_REAL_DATA): its test is skipped`);

/** The municipality of Monaco, relation 2220322 (admin_level 8), and its eastern neighbour. */
const RELATIONS = { monaco: 2220322, beausoleil: 174562 };

describe.skipIf(absent)('Monaco', () => {
  it('37,308 people over its buildings: to the person, in every column, in plausible numbers', () => {
    const inflate = (data: Uint8Array, rawSize: number) =>
      inflateSync(data, { maxOutputLength: Math.max(1, rawSize) });
    const bytes = new Uint8Array(readFileSync(file));
    const osm = readOsm(bytes, { fileName: 'monaco', inflate });
    const shapes = new Shapes(osm);
    const areas = Object.entries(RELATIONS).map(([id, relation]) => ({
      ...{ id, name: id },
      polygons: shapes.polygonsOf(osm.relations.ids.indexOf(relation)).polygons,
    }));
    const csv =
      'id,total,age_0_14,age_15_59,age_60_plus,age_80_plus\nmonaco,37308,4800,20508,12000,2600\nbeausoleil,13600,2000,8100,3500,900\n';
    const census = readCensus(new TextEncoder().encode(csv), { fileName: 'c.csv' });
    const {
      population,
      areas: grounds,
      people,
      rejected,
    } = spreadCensus(census, areas, osm, 'c.csv');
    expect(rejected).toEqual([]);
    expect(grounds).toEqual({ buildings: 2, land: 0, streets: 0, area: 0 });
    expect(people.buildings).toBe(37_308 + 13_600);

    const { ids, lon, lat, fields } = population;
    census.rows.forEach(({ people: sums }, a) => {
      const here = ids.flatMap((_, i) =>
        inPolygons(areas[a].polygons, lon[i], lat[i]) ? [i] : [],
      );
      census.fields.forEach((field, f) => {
        expect(here.reduce((sum, i) => sum + fields[field][i], 0)).toBe(sums[f]);
      });
    });
    ids.forEach((_, i) => {
      const { total, age_0_14: young, age_15_59: middle, age_60_plus: old } = fields;
      expect(young[i] + middle[i] + old[i]).toBe(total[i]);
      expect(fields.age_80_plus[i]).toBeLessThanOrEqual(old[i]);
    });

    // A city of blocks: hundreds of people in the largest, a handful in most.
    const sizes = [...fields.total].sort((a, b) => a - b);
    expect(ids.length).toBeGreaterThan(2000);
    expect(sizes[ids.length >> 1]).toBeLessThan(20);
    expect(sizes[ids.length - 1]).toBeGreaterThan(150);
    expect(sizes[ids.length - 1]).toBeLessThan(2000);

    // Ages are strewn: within 300 m of Monte-Carlo's centre as many of 60+ as everywhere.
    const near = ids.flatMap((_, i) =>
      distance(7.4286, 43.7397, lon[i], lat[i]) < 300 ? [i] : [],
    );
    const share = (list: number[]) =>
      list.reduce((sum, i) => sum + fields.age_60_plus[i], 0) /
      list.reduce((sum, i) => sum + fields.total[i], 0);
    expect(near.length).toBeGreaterThan(30);
    expect(share(near)).toBeCloseTo(12_000 / 37_308, 1);
  });
});
