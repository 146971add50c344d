import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/geo.ts';
import { CRS, fromWgs84, toWgs84, type Crs } from '../../../src/data/crs/crs.ts';
import {
  importedCsv,
  importedGeoJson,
  reasonsCsv,
} from '../../../src/data/import/write-imported.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import { buildRegion } from '../../../src/data/region/build-region.ts';
import { facilityTemplate } from '../../../src/data/tables/facility-template.ts';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import { fitCrs } from '../../../src/engine/import/crs-fit.ts';
import { KnownPlaces } from '../../../src/engine/import/known-places.ts';
import { placesByName } from '../../../src/engine/import/place-by-name.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { broughtIn, bytesOf, facilitiesOf, refusals, repairs, services } from './desk-of.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');
const real = (name: string) =>
  existsSync(resolve(folder, name)) ? readFileSync(resolve(folder, name)) : null;

const table = (...lines: string[]) =>
  bytesOf(['编号,名称,地址,经度,纬度,状态,床位', ...lines].join('\n'));

describe('rows', () => {
  it('end as accepted, repaired or rejected, with what was changed or why', async () => {
    const { desk, account } = await broughtIn(
      table(
        '1,甲,,116.4,39.9,开放,10',
        '2,乙\u200b,,东经116°24′,39.9,正常运营,"1,000"',
        '3,丙,,39.9,116.4,开放,',
        '4,丁,解放路 5 号,,,开放,',
        '5,戊,,0,0,开放,',
        '6,己,,116.4,39.9,也许,',
        ',庚,,116.4,39.9,关闭,八十',
        '8,辛,,116.4,39.9',
        ',,,116.4,39.9,,',
      ),
      'x.csv',
    );
    expect(account).toEqual({
      rows: 9,
      accepted: 1,
      repaired: 1,
      rejected: 7,
      waiting: 1,
      duplicates: 0,
    });
    expect(refusals(desk)).toEqual([
      '4 swapped',
      '5 unplaced',
      '6 null-island',
      '7 unknown-status',
      '8 not-a-number',
      '9 width',
      '10 empty',
    ]);
    expect(repairs(desk)).toEqual([
      '3 name → 乙',
      '3 lon, lat → 116.4, 39.9',
      '3 capacity → 1000',
      '3 status → open',
    ]);
  });

  it('are mended in place, found by hand, and settled again', async () => {
    const { desk } = await broughtIn(
      table('1,甲,,39.9,116.4,开放,', '2,乙,路口,,,开放,', '3,丙,,116.4,39.9,也许,'),
      'x.csv',
    );
    desk.edit(2, 'lon', '116.4');
    expect(desk.edit(2, 'lat', '39.9')).toMatchObject({ repaired: 1, rejected: 2 });
    desk.place(3, { lon: 116.41, lat: 39.91, how: { zh: '放置', en: 'placed' } });
    expect(desk.edit(4, 'status', '开放')).toMatchObject({ repaired: 3, rejected: 0, waiting: 0 });
    expect(facilitiesOf(desk).map(({ lon }) => lon)).toEqual([116.4, 116.41, 116.4]);
    expect(desk.decide([2], 'drop')).toMatchObject({ repaired: 2, rejected: 1 });
  });

  it('that are there twice wait for a decision: same id, or same name within 50 m', async () => {
    const lines = [
      '1,甲站,,116.4,39.9,,',
      '1,乙站,,116.5,39.9,,',
      '3,甲 站,,116.4004,39.9,,',
      '4,甲站,,116.401,39.9,,',
    ];
    const { desk, account } = await broughtIn(table(...lines), 'x.csv');
    expect(refusals(desk)).toEqual(['3 duplicate-id', '4 duplicate-place']);
    expect(account).toMatchObject({ accepted: 2, rejected: 2, duplicates: 2 });
    expect(desk.decide([3, 4], 'keep')).toMatchObject({ rejected: 0, duplicates: 0 });
    expect(facilitiesOf(desk).map(({ id }) => id)).toEqual(['1', '1-2', '3', '4']);
    const there = [
      { id: 'x', name: '甲站', service: 'clinic', lon: 116.4, lat: 39.9, status: 'open' as const },
    ];
    expect((await broughtIn(table(lines[0]), 'x.csv', {}, there)).account.duplicates).toBe(1);
  });

  it('read categories as chosen, as named, or as guessed, and list what stands for nothing', async () => {
    const bytes = bytesOf(
      '名称,类别,经度,纬度\n甲,敬老院,116.4,39.9\n乙,Clinic,116.5,39.9\n丙,棋牌室,116.6,39.9\n丁,杂货,116.7,39.9',
    );
    const { desk } = await broughtIn(bytes, 'x.csv', { service: null, categories: [['杂货', '']] });
    expect(facilitiesOf(desk).map(({ service }) => service)).toEqual(['elder_care', 'clinic']);
    expect(refusals(desk)).toEqual(['4 unknown-category', '5 left-out']);
    expect(desk.lay(desk.plan).categories.map(({ word, by }) => `${word} ${by}`)).toEqual([
      '敬老院 guess',
      'Clinic name',
      '棋牌室 unknown',
      '杂货 unknown',
    ]);
  });

  it('columns the wrong way round are exchanged once somebody agrees', async () => {
    const bytes = table('1,甲,,39.9,116.4,,', '2,乙,,39.91,116.41,,');
    expect(refusals((await broughtIn(bytes, 'x.csv')).desk)).toEqual(['2 swapped', '3 swapped']);
    expect(
      facilitiesOf((await broughtIn(bytes, 'x.csv', { swapped: true })).desk)[1],
    ).toMatchObject({ lon: 116.41, lat: 39.91 });
  });

  it('of the app’s own template come in, but for its example', async () => {
    const text =
      facilityTemplate(services[0], [125, 43]) +
      '1,甲,养老服务,125.1,43.1,开放,40,2024-05,,,,,,是,,';
    const { desk } = await broughtIn(bytesOf(text), 't.csv');
    expect(refusals(desk)).toEqual(['2 example-row']);
    expect(facilitiesOf(desk)).toHaveLength(1);
  });
});

describe('what goes out', () => {
  it('is read back as it was, and runs as no formula', async () => {
    const { desk } = await broughtIn(
      table(
        '1,"=HYPERLINK(""http://x"")",,116.4,39.9,,',
        '2,+1,,,,,',
        '3,<b>丙</b>,,116.5,39.9,,5',
      ),
      'x.csv',
    );
    const csv = importedCsv('facilities', desk.judged);
    expect(csv).toContain(`,"'=HYPERLINK(""http://x"")",`);
    const back = readFacilities(bytesOf(csv), { fileName: 'b.csv', services });
    expect(back.rows).toEqual(facilitiesOf(desk));
    const list = reasonsCsv(desk.judged, desk.columnNames, (line) => desk.row(line)!.cells, 'zh');
    expect(list).toContain(
      `3,未接受,没有坐标，等待定位：可在地图上放置、按地名匹配或用地理编码。,2,'+1,`,
    );
    const again = await broughtIn(bytesOf(importedGeoJson('facilities', desk.judged)), 'b.geojson');
    expect(facilitiesOf(again.desk)).toEqual(facilitiesOf(desk));
  });
});

const stations = real('shenzhen-ev/stations_gcj02.csv');
if (!stations)
  console.log(`import: no Shenzhen sheet under ${folder} (HUIMIN_REAL_DATA): tests skipped`);

describe.skipIf(!stations)('the Shenzhen sheet', () => {
  const rewritten = (crs: Crs) => {
    const [head, ...lines] = new TextDecoder().decode(stations!).trim().split(/\r?\n/);
    const moved = lines.map((line) => {
      const [id, lon, lat, ...rest] = line.split(',');
      return [id, ...fromWgs84(crs, ...toWgs84('gcj02', Number(lon), Number(lat))), ...rest].join();
    });
    return bytesOf([head, ...moved].join('\n'));
  };

  it('lands on the same ground in each of three coordinate systems, 550 to 620 m from where it would', async () => {
    const plan = { service: 'charging' };
    const { desk, account } = await broughtIn(stations!, 'stations_gcj02.csv', {
      ...plan,
      crs: 'gcj02',
    });
    expect(account).toEqual({
      rows: 1362,
      accepted: 1362,
      repaired: 0,
      rejected: 0,
      waiting: 0,
      duplicates: 0,
    });
    const right = facilitiesOf(desk);
    for (const crs of CRS) {
      const { desk: other } = await broughtIn(rewritten(crs), 's.csv', { ...plan, crs });
      facilitiesOf(other).forEach(({ lon, lat }, k) => {
        expect(distance(lon, lat, right[k].lon, right[k].lat)).toBeLessThan(0.05);
      });
    }
    const off = facilitiesOf(
      (await broughtIn(stations!, 's.csv', { ...plan, crs: 'wgs84' })).desk,
    ).map(({ lon, lat }, k) => distance(lon, lat, right[k].lon, right[k].lat));
    expect(Math.min(...off)).toBeGreaterThan(500);
    expect(Math.max(...off)).toBeLessThan(700);
  });
});

const guixi = real('guixi/guixi_2024.osm.gz');
if (!guixi) console.log(`import: no Guixi under ${folder} (HUIMIN_REAL_DATA): tests skipped`);

describe.skipIf(!guixi)('against the streets of Guixi', () => {
  const region = guixi
    ? buildRegion({
        id: 'guixi',
        name: '贵溪',
        osm: readOsm(gunzipSync(guixi), { fileName: 'guixi.osm', inflate: () => new Uint8Array() }),
        population: {
          ids: ['1'],
          lon: Float64Array.of(117.2),
          lat: Float64Array.of(28.29),
          fields: { total: Float64Array.of(1) },
        },
        facilities: [],
        areas: [],
        studyArea: null,
      }).region
    : (null as never);

  it('tells the three systems apart by who stands beside a street', () => {
    const prepared = new Prepared(region);
    const { nodeLon, nodeLat } = region.graph;
    // A door 12 m from every seventh junction.
    const doors = Array.from(nodeLon, (lon, n): [number, number] => [
      lon / 1e7 + 0.00012,
      nodeLat[n] / 1e7,
    ]).filter((_, n) => n % 7 === 0);
    for (const crs of CRS) {
      const hint = fitCrs(
        prepared,
        doors.map(([lon, lat]) => fromWgs84(crs, lon, lat)),
      );
      expect(hint.best, crs).toBe(crs);
      expect(hint.fits.find((fit) => fit.crs === crs)!.close / hint.points).toBeGreaterThan(0.9);
    }
    expect(fitCrs(prepared, doors.slice(0, 5)).best).toBeNull();
    expect(
      fitCrs(prepared, [
        [0, 0],
        [500, 1],
      ]).best,
    ).toBeNull();
  });

  it('finds rows by the names of streets, in other writings too', async () => {
    const name = region.streetNames
      .map((street) => street.name)
      .find((one) => one.includes('大道'))!;
    const known = new KnownPlaces(region);
    const { desk } = await broughtIn(table(`1,${name},,,,,`, '2,没有这样的地方,,,,,'), 'x.csv');
    const places = placesByName(desk.judged, known);
    expect(places.map(([line]) => line)).toEqual([2]);
    expect(desk.placeAll(places)).toMatchObject({ repaired: 1, waiting: 1 });
    expect(known.find('', `某市${name} 5 号`)[0].name).toBe(name);
  });
});

it('knows a place by its other names', () => {
  const facility = {
    id: '1',
    name: '崇文园游园',
    service: 'park',
    lon: 125,
    lat: 43,
    status: 'open' as const,
  };
  const region = {
    graph: { edgeName: [], edgeMetres: [], vertexStart: [] },
    streetNames: [],
    areas: [],
    estates: [{ id: 'e', name: '東豐縣廣場小區', lon: 125, lat: 43 }],
    facilities: [facility],
  };
  const known = new KnownPlaces(region as never);
  expect(known.find('崇文游园', '')[0].name).toBe('崇文园游园');
  expect(known.find('东丰县广场小区', '')[0]).toMatchObject({ kind: 'estate', likeness: 1 });
  expect(known.find('卫生院', '')).toEqual([]);
});

it('takes 100,000 rows in steps, and stops when told', async () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, k) =>
      `${k},站${k},,${116 + (k % 1000) / 1000},${39 + Math.floor(k / 1000) / 100},,${k % 90}`,
  );
  const { desk, account } = await broughtIn(table(...lines), 'big.csv');
  expect(account).toMatchObject({ rows: 100_000, accepted: 100_000 });
  let steps = 0;
  expect(await desk.judge((done, of) => (steps++, done < of / 2))).toBeNull();
  expect(steps).toBeGreaterThan(20);
});
