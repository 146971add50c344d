import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRegion } from '../../../scripts/huimin/load-region.ts';
import { TOWN, build, buildOptions, faultOf, scratch } from '../cli/town.ts';
import { tiff, type TiffPlan } from '../raster/tiff-writer.ts';

/** The town's options without its population table, and others instead. */
function options(out: string, more: Record<string, string>): string[] {
  const [verb, ...rest] = buildOptions(out);
  const at = rest.indexOf('--population');
  rest.splice(at, 2);
  return [verb, ...rest, ...Object.entries(more).flatMap(([name, value]) => [`--${name}`, value])];
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(scratch(), name);
  writeFileSync(path, content);
  return path;
}

/** Cells of 0.005° over the town and far beyond; ten people each, every tenth column none. */
const GRID: TiffPlan = {
  width: 40,
  height: 40,
  corner: [149.9, 38.1, 0.005, 0.005],
  values: [Array.from({ length: 1600 }, (_, i) => (i % 10 ? 10 : 0))],
};

describe('region build', () => {
  it('--population F.tif: cells as far as streets, areas and study area reach', async () => {
    const out = scratch();
    const path = file('pop.tif', tiff(GRID));
    const { stdout } = await build(options(out, { population: path }));
    const { manifest, region } = loadRegion(join(out, 'town'));
    expect(manifest.population_rule).toMatchObject({ method: 'grid', no_data: 0, negative: 0 });
    const { cells, populated, zero } = manifest.population_rule as unknown as Record<
      string,
      number
    >;
    expect(populated + zero).toBe(cells);
    expect(cells).toBeLessThan(400);
    expect(manifest.counts.people).toBe(10 * populated);
    expect(region.places.ids.every((id) => /^r\d+c\d+$/.test(id))).toBe(true);
    expect(stdout).toContain(`of ${cells} cells ${populated} have people`);
    expect(manifest.sources.map(({ role }) => role)).toContain('population');
  });

  it('--population total=F.tif,age_60_plus=F.tif, and --population-bands for one file', async () => {
    const out = scratch();
    const total = file('pop.tif', tiff(GRID));
    const old = file('old.tif', tiff({ ...GRID, values: [GRID.values[0].map((n) => n / 4)] }));
    await build(options(out, { population: `total=${total},age_60_plus=${old}` }));
    const first = loadRegion(join(out, 'town'));
    expect(first.manifest.people_fields).toEqual(['total', 'age_60_plus']);
    const both = file(
      'both.tif',
      tiff({
        ...GRID,
        values: [[], GRID.values[0]].map((v, k) => (k ? v : GRID.values[0].map((n) => n / 4))),
      }),
    );
    await build(options(out, { population: both, 'population-bands': 'age_60_plus,total' }));
    const second = loadRegion(join(out, 'town'));
    const { total: people, age_60_plus: elders } = second.region.places.fields;
    expect([...elders]).toEqual([...people].map((n) => n / 4));
    expect([...people]).toEqual([...first.region.places.fields.total]);
  });

  it('--census: the totals of 南街道 and 北街道, to the person', async () => {
    const out = scratch();
    const census = file(
      'census.csv',
      '名称,总人口,60岁及以上\n南街道,1234,321\n北街道,567,89\n东街道,5,1\n',
    );
    const { stderr, stdout } = await build(options(out, { census }));
    const { manifest, region } = loadRegion(join(out, 'town'));
    const { fields, area } = region.places;
    const people = (field: string, name: string) =>
      fields[field].reduce(
        (sum, n, i) => (region.areas[area[i]]?.name === name ? sum + n : sum),
        0,
      );
    expect([people('total', '南街道'), people('age_60_plus', '南街道')]).toEqual([1234, 321]);
    expect([people('total', '北街道'), people('age_60_plus', '北街道')]).toEqual([567, 89]);
    expect(manifest.counts.people).toBe(1234 + 567);
    expect(manifest.counts.rejected).toEqual({ census: 1 });
    expect(stderr).toMatch(/census.csv:4: .*东街道/);
    expect(stdout).toContain('people of');
    expect(manifest.population_rule?.method).toBe('land');
  });

  it('--elevation: slopes in the bundle, and what they cover in the manifest', async () => {
    const out = scratch();
    // A plane that rises to the north by 10 m in 0.001°, 111.2 m: 9 %.
    const rows = Array.from({ length: 80 }, (_, y) => Array<number>(60).fill((80 - y) * 10));
    const plan = { width: 60, height: 80, values: [rows.flat()] };
    const corner = [149.97, 38.05, 0.001, 0.001] as [number, number, number, number];
    const elevation = file('dem.tif', tiff({ ...plan, corner }));
    const population = join(TOWN, 'population.csv');
    const { stdout } = await build(options(out, { population, elevation }));
    const { manifest, region } = loadRegion(join(out, 'town'));
    expect(manifest.elevation).toMatchObject({ file: 'dem.tif', function: 'Tobler 1993' });
    expect(manifest.elevation!.street_share).toBeGreaterThan(0.9);
    expect(Math.max(...region.graph.slopes!.steepest)).toBe(9);
    expect(stdout).toContain('dem.tif: slopes of');
    const { forth, back } = region.graph.slopes!;
    expect(Math.max(...forth, ...back)).toBeCloseTo(Math.exp(3.5 * 0.08993), 2);
  });

  it('what cannot be: refused, and nothing is written', async () => {
    const out = scratch();
    const census = file('census.csv', 'name,total\n南街道,5\n');
    const population = join(TOWN, 'population.csv');
    const utm = {
      tags: { 34735: { type: 3, values: [1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 32650] } },
    };
    const wrong: [Record<string, string>, string][] = [
      [{}, 'usage'],
      [{ census, population }, 'usage'],
      [{ census: file('c.csv', 'name,total,age_0_14\n南街道,5,6\n') }, 'all-rejected'],
      [{ census: file('c.csv', 'name,total\n火星,5\n') }, 'census-no-match'],
      [{ population: file('p.tif', tiff({ ...GRID, ...utm })) }, 'raster-crs'],
      [
        { population: file('p.tif', tiff({ ...GRID, corner: [10, 50, 0.1, 0.1] })) },
        'raster-elsewhere',
      ],
      [{ population: file('p.tif', tiff(GRID).slice(0, 300)) }, 'raster-cut'],
      [
        { population, elevation: file('e.tif', tiff({ ...GRID, corner: [10, 50, 0.1, 0.1] })) },
        'raster-elsewhere',
      ],
      [{ population, elevation: population }, 'not-tiff'],
    ];
    for (const [more, code] of wrong) {
      expect((await faultOf(() => build(options(out, more)))).code, JSON.stringify(more)).toBe(
        code,
      );
    }
    expect(() => readFileSync(join(out, 'town', 'manifest.json'))).toThrow('ENOENT');
  });
});
