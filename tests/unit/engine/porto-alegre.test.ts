import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { buildRegion } from '../../../src/data/region/build-region.ts';
import { encodeRegion } from '../../../src/data/region/encode-region.ts';
import { decodeRegion } from '../../../src/data/region/region.ts';
import { parseServices } from '../../../src/data/services.ts';
import { readAreas } from '../../../src/data/tables/read-areas.ts';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import { readPopulation } from '../../../src/data/tables/read-population.ts';
import { profileOf } from '../../../src/core/profile.ts';
import { assess, timesTo } from '../../../src/engine/assess.ts';
import { nearestList } from '../../../src/engine/nearby/nearest-list.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { contributionsOf } from '../../../src/engine/scenario/contributions.ts';
import { sitesOf } from '../../../src/engine/sites.ts';
import { plainStreets } from '../../../src/engine/streets.ts';
import { walkTo } from '../../../src/engine/walk/walk.ts';
import { groundOf, tested } from '../claims/claim-of.ts';
import { query } from './region-of.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data', 'porto-alegre');
const absent = !existsSync(folder);
if (absent) console.log(`engine: no Porto Alegre at ${folder} (HUIMIN_REAL_DATA): tests skipped`);

const file = (name: string) => readFileSync(resolve(folder, name));

/** From the files to a region, through a bundle and back. */
function build() {
  const services = parseServices(JSON.parse(readFileSync(`${root}data/services.json`, 'utf8')));
  const inflate = (data: Uint8Array, size: number) => inflateSync(data, { maxOutputLength: size });
  const { region, findings } = buildRegion({
    id: 'porto-alegre',
    name: 'Porto Alegre',
    osm: readOsm(file('poa_osm.pbf'), { fileName: 'poa_osm.pbf', inflate }),
    population: readPopulation(file('population.csv'), { fileName: 'population.csv' }).population,
    facilities: readFacilities(file('facilities.csv'), { fileName: 'facilities.csv', services })
      .rows,
    areas: readAreas(file('areas.geojson'), { fileName: 'areas.geojson' }).rows,
    studyArea: null,
  });
  return { region: decodeRegion(encodeRegion(region)), findings };
}

describe.skipIf(absent)('Porto Alegre', () => {
  const { region, findings } = absent ? ({} as ReturnType<typeof build>) : build();
  const prepared = absent ? (null as never) : new Prepared(region);
  const schools = absent ? [] : sitesOf(region.facilities, 'school');
  const ask = (parts: Parameters<typeof query>[0]) =>
    assess(prepared, schools, query({ service: 'school', minutes: [10], ...parts }));

  it('schools, 10 minutes at 1.2 m/s on the streets: 81.99 % of 812,935 people', () => {
    const { people, bands } = ask({});
    expect(people).toBe(812_935);
    expect(Math.abs(bands[0].share - 0.8199)).toBeLessThan(0.003);
  });

  it('claims: 82 % in 10 minutes agrees, everybody differs, and so does 80 % by 5 sites anywhere', () => {
    const about = { id: 'town', name: 'Porto Alegre', data_date: '2024-01-01', invented: false };
    const ground = { ...groundOf(region, about), prepared };
    const reach = { kind: 'reach' as const, service: 'school', minutes: [10] };
    const real = tested({ ...reach, percent: 82 }, ground);
    expect(real).toMatchObject({ verdict: 'agrees', denominator: { count: 812_935 } });
    expect(real.computed).toBe(ask({}).bands[0].share);
    expect(tested({ ...reach, full: true }, ground).verdict).toBe('differs');
    const unlisted = { ...ground, prepared: prepared.withFacilities([]) };
    const few = tested({ ...reach, sites: 5, percent: 80 }, unlisted);
    expect(few).toMatchObject({ verdict: 'differs', computed: null });
    // No circles hold less than what the five that were first listed do.
    const five = { ...ground, prepared: prepared.withFacilities(schools.slice(0, 5)) };
    expect(few.high).toBeGreaterThan(tested({ ...reach, percent: 50 }, five).high!);
  });

  it('everybody is covered or in a gap, and in an area or outside', () => {
    const { people, bands, gaps, areas, outside } = ask({});
    const inGaps = gaps.reduce((sum, gap) => sum + gap.people, 0);
    expect(inGaps + bands[0].covered).toBe(people);
    expect(areas.reduce((sum, area) => sum + area.people, outside.people)).toBe(people);
  });

  it('slower people reach less, wheelchairs least; circles of equal metres reach more', () => {
    const share = (parts: Parameters<typeof query>[0]) => ask(parts).bands[0].share;
    const shares = [
      share({ method: 'buffer', detour: 1 }),
      share({}),
      share({ profile: 'older', speed: 0.9 }),
      share({ profile: 'slow', speed: 0.7 }),
      share({ profile: 'wheelchair', speed: 0.65 }),
    ];
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(new Set(shares).size).toBe(5);
  });

  it('residents are told the times that planners count by, and walks that take them', () => {
    const { lon, lat } = region.places;
    const streets = plainStreets(region);
    for (const pace of ['general', 'wheelchair'] as const) {
      const { speed } = profileOf(pace)!;
      const { times } = timesTo(prepared, schools, query({ profile: pace, speed }), Infinity);
      const onFoot = pace === 'general' ? 'foot' : 'wheelchair';
      let walked = 0;
      for (let i = 7; i < lon.length; i += Math.floor(lon.length / 8)) {
        const at: [number, number] = [lon[i], lat[i]];
        const first = nearestList(streets, schools, at, pace, 1)?.[0];
        expect(first === undefined).toBe(times.seconds[i] === Infinity);
        if (!first) continue;
        walked++;
        expect(Math.abs(first.seconds - times.seconds[i])).toBeLessThan(1e-6);
        const walk = walkTo(streets, at, first.facility, onFoot, speed)!;
        expect([walk.seconds, walk.metres]).toEqual([first.seconds, first.metres]);
      }
      expect(walked).toBeGreaterThan(4);
    }
  });

  it('without a school coverage falls by the people only it reaches', () => {
    const asked = query({ service: 'school', minutes: [10] });
    const all = ask({}).bands[0].covered;
    const { within, onlyOne, sites } = contributionsOf(prepared, { query: asked, sites: schools });
    expect(within).toBe(all);
    expect(onlyOne).toBe(sites.reduce((sum, { only }) => sum + only, 0));
    expect(onlyOne).toBeGreaterThan(0);
    for (const k of [0, 31, 88, 176]) {
      const others = schools.toSpliced(k, 1);
      expect(assess(prepared, others, asked).bands[0].covered).toBe(all - sites[k].only);
    }
  });

  it('what was found while building is what is there', () => {
    expect(findings.counts.people).toBe(812_935);
    expect(findings.counts.facilities).toEqual({ clinic: 117, school: 177 });
    expect(findings.counts.edges).toBe(region.graph.edgeFrom.length);
    expect(findings.components.largest_share).toBeGreaterThan(0.9);
  });
});
