import { strToU8, zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/universal';
import { fromWgs84 } from '../../../src/data/crs/crs.ts';
import { readSheets } from '../../../src/data/import/read-sheets.ts';
import type { Area } from '../../../src/data/tables/area.ts';
import { faultOf } from '../tables/fault-of.ts';
import { gbkBytes as gbk } from '../tables/gbk-bytes.ts';
import { broughtIn, bytesOf, facilitiesOf, refusals, repairs } from './desk-of.ts';
import { xlsx } from './xlsx-of.ts';

const NAMES = ['编号', '名称', '类别', '经度', '纬度', '床位（张）'];

describe('a sheet with merged headers, as offices keep them', () => {
  const rows = [
    ['某区养老机构一览表', '', '', '', '', ''],
    ['编号', '基本信息', '', '位置', '', '床位（张）'],
    ['', '名称', '类别', '经度', '纬度', ''],
    ['1', '仁爱敬老院', '敬老院', '116.40', '39.90', '１２０'],
    ['2', '幸福卫生室', '卫生室', '116.41', '39.91', '1,200 张'],
  ];
  const expected = [
    ['1', '仁爱敬老院', 'elder_care', 116.4, 39.9, 120],
    ['2', '幸福卫生室', 'clinic', 116.41, 39.91, 1200],
  ];
  const found = (desk: Parameters<typeof facilitiesOf>[0]) =>
    facilitiesOf(desk).map((f) => [f.id, f.name, f.service, f.lon, f.lat, f.capacity]);

  it('is read from XLSX, numbers as text and full-width digits too', async () => {
    const bytes = xlsx([
      { name: '说明', rows: [['填表说明'], ['请勿修改']] },
      { name: '名单', rows, merges: ['A1:F1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:F3'] },
      { name: '字典', rows: [['x']], hidden: true },
    ]);
    const file = await readSheets(bytes, '名单.xlsx');
    expect(file.sheets.map(({ name }) => name)).toEqual(['说明', '名单']);
    expect(file.notes[0].en).toBe('1 hidden sheet was not read.');
    const { desk, account } = await broughtIn(bytes, '名单.xlsx', { sheet: 1, service: null });
    expect(found(desk)).toEqual(expected);
    expect(account).toEqual({
      rows: 2,
      accepted: 0,
      repaired: 2,
      rejected: 0,
      waiting: 0,
      duplicates: 0,
    });
    expect(repairs(desk)).toContain('4 capacity → 120');
  });

  it('is read from a GBK CSV with commas, tabs or semicolons, lines counted as in the file', async () => {
    for (const separator of [',', '\t', ';']) {
      const text = rows
        .map((row) =>
          row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator),
        )
        .join('\r\n');
      const { desk } = await broughtIn(gbk(text), '名单.csv', { service: null });
      expect(found(desk)).toEqual(expected);
      expect(desk.judged.map(({ line }) => line)).toEqual([4, 5]);
    }
  });
});

it('reads days, times, booleans, formulas and long codes of a real writer and of Excel', async () => {
  const bytes = new Uint8Array(
    await (
      await writeExcelFile([
        {
          sheet: 's',
          data: [
            ['编号', '名称', '经度', '纬度', '启用日期'].map((value) => ({ value, type: String })),
            [
              { value: '01', type: String },
              { value: '甲 & <乙>', type: String },
              { value: 116.4, type: Number },
              { value: 39.9, type: Number },
              { value: new Date(Date.UTC(2024, 4, 1)), type: Date, format: 'yyyy"年"m"月"d"日"' },
            ],
          ],
        },
      ]).toBlob()
    ).arrayBuffer(),
  );
  const { desk } = await broughtIn(bytes, 'x.xlsx');
  expect(facilitiesOf(desk)).toMatchObject([
    { id: '01', name: '甲 & <乙>', lon: 116.4, opened: '2024-05-01' },
  ]);

  const odd = xlsx([
    {
      name: 's',
      rows: [
        ['编号', '名称', '经度', '纬度', '无障碍', '启用日期', '电话', '地址'],
        [
          330106199001011200000,
          {
            xml: '<c r="REF" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r><rPh><t>ふ</t></rPh></is></c>',
          },
          { xml: '<c r="REF"><f>A1*2</f><v>116.40000000000001</v></c>' },
          39.9,
          { xml: '<c r="REF" t="b"><v>1</v></c>' },
          { xml: '<c r="REF" s="1"><v>45413</v></c>' },
          13812345678,
          { xml: '<c r="REF" t="str"><f>x</f><v>路 1 号</v></c>' },
        ],
        ['2', { xml: '<c r="REF" t="e"><v>#N/A</v></c>' }, 116.4, 39.9],
      ],
    },
  ]);
  const { desk: second } = await broughtIn(odd, 'x.xlsx');
  expect(facilitiesOf(second)).toMatchObject([
    {
      id: '330106199001011200000',
      name: '富文本',
      lon: 116.40000000000001,
      stepFree: true,
      opened: '2024-05-01',
      phone: '13812345678',
      address: '路 1 号',
    },
  ]);
  expect(refusals(second)).toEqual(['3 cell-error']);
});

const square = (lon: number, lat: number) => [
  [
    [lon, lat],
    [lon + 0.1, lat],
    [lon + 0.1, lat + 0.1],
    [lon, lat + 0.1],
    [lon, lat],
  ],
];
const collection = {
  type: 'FeatureCollection' as const,
  features: [
    {
      type: 'Feature' as const,
      properties: { name: '甲站', 类别: '诊所', 床位: 5 },
      geometry: { type: 'Point' as const, coordinates: [116.4, 39.9] },
    },
    {
      type: 'Feature' as const,
      properties: { name: '乙院', 类别: '诊所', 床位: 6 },
      geometry: { type: 'Polygon' as const, coordinates: square(116.5, 39.9) },
    },
  ],
};

describe('files that draw', () => {
  const both = [
    ['甲站', 116.4, 39.9],
    ['乙院', 116.55, 39.95],
  ];
  const found = (desk: Parameters<typeof facilitiesOf>[0]) =>
    facilitiesOf(desk).map((f) => [f.name, f.lon, Math.round(f.lat * 1e6) / 1e6]);

  it('GeoJSON: points, and a point inside polygons', async () => {
    const { desk } = await broughtIn(bytesOf(JSON.stringify(collection)), 'x.geojson');
    expect(found(desk)).toEqual(both);
    expect(facilitiesOf(desk)[0]).toMatchObject({ id: '1', service: 'clinic', capacity: 5 });
  });

  it('FlatGeobuf, and one that is cut off is refused', async () => {
    const bytes = serialize(collection as never, 4490);
    const { desk } = await broughtIn(bytes, 'x.fgb');
    expect(found(desk)).toEqual(both);
    await expect(readSheets(serialize(collection as never, 32650), 'x.fgb')).rejects.toMatchObject({
      code: 'crs',
    });
    for (const cut of [20, bytes.length - 5, 60]) {
      await expect(readSheets(bytes.slice(0, cut), 'x.fgb')).rejects.toMatchObject({
        code: /bad-fgb|nothing/,
      });
    }
  });

  const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
    <name>图层</name><Folder><name>诊所</name>
    <Placemark><name>甲站</name><Point><coordinates>116.4,39.9,0</coordinates></Point></Placemark>
    <Placemark><name>乙院</name><ExtendedData><Data name="床位"><value>6</value></Data></ExtendedData>
      <Polygon><outerBoundaryIs><LinearRing><coordinates>
      116.5,39.9 116.6,39.9 116.6,40.0 116.5,40.0 116.5,39.9</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
    </Folder></Document></kml>`;

  it('KML with its folders, and KMZ', async () => {
    for (const [name, bytes] of [
      ['x.kml', bytesOf(kml)],
      ['x.kmz', zipSync({ 'doc.kml': strToU8(kml) })],
    ] as const) {
      const { desk } = await broughtIn(bytes, name, { service: null });
      expect(found(desk)).toEqual(both);
      expect(facilitiesOf(desk)[1]).toMatchObject({ service: 'clinic', capacity: 6 });
    }
  });

  it('GPX: waypoints; tracks are counted', async () => {
    const gpx = `<gpx><wpt lat="39.9" lon="116.4"><name>甲站</name></wpt><trk><name>走</name></trk></gpx>`;
    const { desk } = await broughtIn(bytesOf(gpx), 'x.gpx');
    expect(found(desk)).toEqual([both[0]]);
    expect((await readSheets(bytesOf(gpx), 'x.gpx')).notes[0].en).toContain('1 tracks');
  });

  it('areas keep their shape, shifted as the file is', async () => {
    const gcj = square(116.5, 39.9)[0].map(([lon, lat]) => fromWgs84('gcj02', lon, lat));
    const text = JSON.stringify({
      type: 'Feature',
      id: 7,
      properties: { name: '东街道', zone: '城镇' },
      geometry: { type: 'Polygon', coordinates: [gcj] },
    });
    const { desk } = await broughtIn(bytesOf(text), 'a.json', { target: 'areas', crs: 'gcj02' });
    const area = desk.judged[0].value as Area;
    expect(area).toMatchObject({ id: '7', name: '东街道', zone: 'urban' });
    expect(area.polygons[0][0][2][0]).toBeCloseTo(116.6, 6);
    expect(area.polygons[0][0][2][1]).toBeCloseTo(40, 6);
  });
});

it('reads people and candidates with the fields their readers know', async () => {
  const people = await broughtIn(
    bytesOf('编号,经度,纬度,总人口,60岁以上\n1,116.4,39.9,"1,200",300\n2,116.4,39.9,,3'),
    'p.csv',
    { target: 'people' },
  );
  expect(people.desk.judged[0].value).toEqual({
    id: '1',
    lon: 116.4,
    lat: 39.9,
    people: [
      ['total', 1200],
      ['age_60_plus', 300],
    ],
  });
  expect(refusals(people.desk)).toEqual(['3 no-data']);
  const sites = await broughtIn(
    bytesOf(`${NAMES.join()},造价\n1,空地,,116.4,39.9,40,１００`),
    'c.csv',
    { target: 'candidates' },
  );
  expect(sites.desk.judged[0].value).toEqual({
    id: '1',
    name: '空地',
    lon: 116.4,
    lat: 39.9,
    price: 100,
    capacity: 40,
  });
});

it.each([
  ['%PDF-1.4', 'not-text'],
  ['\xd0\xcf\x11\xe0', 'import-kind'],
  ['SQLite format 3', 'import-kind'],
  ['', 'empty-file'],
  ['<html></html>', 'other-xml'],
  ['{"type":"Topology"}', 'not-geojson'],
  ['PK\x03\x04 and no more', 'bad-zip'],
])('refuses %j in a sentence', async (text, code) => {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const fault = await readSheets(bytes, 'x').catch((error: unknown) => error);
  expect(
    faultOf(() => {
      throw fault;
    }).code,
  ).toBe(code);
});
