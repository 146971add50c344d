import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import { TARGETS } from '../../../src/data/import/fields.ts';
import { CRS } from '../../../src/data/crs/crs.ts';
import {
  importedCsv,
  importedGeoJson,
  reasonsCsv,
} from '../../../src/data/import/write-imported.ts';
import { ImportDesk } from '../../../src/engine/import/import-desk.ts';
import { bytesOf, services } from './desk-of.ts';
import { gbkBytes } from '../tables/gbk-bytes.ts';
import { xlsx } from './xlsx-of.ts';

/** HUIMIN_FUZZ_RUNS=20000 is the long run, HUIMIN_FUZZ_SEED another one; the number is shared out among the doors. */
const RUNS = Number(process.env.HUIMIN_FUZZ_RUNS ?? 1000);
const SEED = Number(process.env.HUIMIN_FUZZ_SEED ?? 20261125);
/** Milliseconds after which a case counts as a hang. */
const HANG = 2000;

const csv = [
  '某区一览表,,,,,,',
  '编号,名称,类别,经度,纬度,床位,启用日期',
  '1,甲,敬老院,116.4,39.9,１２,2024/5/1',
  '2,"乙,院",诊所,东经116°24′,39.9,"1,000",45413',
  '3,=丙,学校,39.9,116.4,,',
  '4,丁\u202e,诊所,,,5,2024',
].join('\r\n');
const rows = csv.split('\r\n').map((line) => line.split(','));
const features = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 1,
      properties: { 名称: '甲', 类别: '诊所', 床位: 5 },
      geometry: { type: 'Point', coordinates: [116.4, 39.9] },
    },
    {
      type: 'Feature',
      properties: { 名称: '乙', 类别: '学校', 床位: 6 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [116.5, 39.9],
            [116.6, 39.9],
            [116.6, 40],
            [116.5, 39.9],
          ],
        ],
      },
    },
  ],
};
const kml = `<?xml version="1.0"?><kml xmlns="k"><Document><Folder><name>诊所</name><Placemark><name>甲&amp;</name><description><![CDATA[<b>x</b>]]></description><Point><coordinates>116.4,39.9,0</coordinates></Point></Placemark><Placemark><name>乙</name><ExtendedData><Data name="床位"><value>6</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>116.5,39.9 116.6,39.9 116.6,40 116.5,39.9</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder></Document></kml>`;
const gpx = `<gpx><wpt lat="39.9" lon="116.4"><name>甲</name><ele>5</ele></wpt><trk/></gpx>`;

const sheet = resolve(
  fileURLToPath(new URL('../../../', import.meta.url)),
  process.env.HUIMIN_REAL_DATA ?? '../shared/data',
  'shenzhen-ev/stations_gcj02.csv',
);
const real = existsSync(sheet) ? readFileSync(sheet).subarray(0, 2000) : null;
if (!real) console.log(`${sheet} is absent (HUIMIN_REAL_DATA): not spoilt`);

const workbook = xlsx([{ name: '名单', rows, merges: ['A1:G1'] }]);
/** The sheet's own XML spoilt inside a sound archive, so that changes reach its reader. */
const inside = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="s.xml"/></R>',
};
const sheetXml =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="str"><v>经度</v></c><c r="C1" t="str"><v>纬度</v></c></row><row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><v>116.4</v></c><c r="C2" s="1"><v>39.9</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>';
const pack = (xml: Uint8Array) =>
  zipSync({
    ...Object.fromEntries(Object.entries(inside).map(([name, text]) => [name, strToU8(text)])),
    'xl/s.xml': xml,
  });

const DOORS: [name: string, base: Uint8Array, wrap?: (bytes: Uint8Array) => Uint8Array][] = [
  ['a.csv', bytesOf(csv)],
  ['b.csv', gbkBytes(csv.replace('\u202e', ''))],
  ['c.csv', real ?? bytesOf(csv)],
  ['d.xlsx', workbook],
  ['e.xlsx', bytesOf(sheetXml), pack],
  ['f.geojson', bytesOf(JSON.stringify(features))],
  ['g.kml', bytesOf(kml)],
  ['h.kmz', bytesOf(kml), (bytes) => zipSync({ 'doc.kml': bytes })],
  ['i.gpx', bytesOf(gpx)],
  ['j.fgb', serialize(features as never, 4326)],
];
const WORDS = [
  '"',
  ',',
  '\n',
  '\t',
  ';',
  '<',
  '>',
  '&',
  '&#x41;',
  ']]>',
  '<!--',
  '<!DOCTYPE',
  '/>',
  '\0',
  '\ufeff',
  '__proto__',
  '1e999',
  '-',
  '{',
  '[',
  '}',
  'null',
  '\u202e',
  'NaN',
  '9'.repeat(400),
];

type Change = { at: number; gone: number; put: Uint8Array };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1_000_000),
  gone: fc.oneof({ weight: 5, arbitrary: fc.nat(8) }, { weight: 1, arbitrary: fc.nat(5000) }),
  put: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...WORDS).map(bytesOf)),
});

function spoilt(base: Uint8Array, changes: Change[]): Uint8Array {
  let bytes = base;
  for (const { at, gone, put } of changes) {
    const from = at % (bytes.length + 1);
    const rest = bytes.subarray(Math.min(bytes.length, from + gone));
    const next = new Uint8Array(from + put.length + rest.length);
    next.set(bytes.subarray(0, from));
    next.set(put, from);
    next.set(rest, from + put.length);
    bytes = next;
  }
  return bytes;
}

describe.each(DOORS)('spoilt %s', (name, base, wrap = (bytes) => bytes) => {
  it(
    'is read or refused in a sentence, in time, with every row accounted for',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { maxLength: 3 }),
          fc.constantFrom(...TARGETS),
          fc.constantFrom(...CRS),
          async (changes, target, crs) => {
            const start = performance.now();
            const desk = new ImportDesk(services, []);
            try {
              const { sheets } = await desk.open(wrap(spoilt(base, changes)), name);
              for (let k = 0; k < sheets.length; k++) {
                const { plan, rows } = desk.guess(k, target);
                desk.lay({ ...plan, crs, swapped: changes.length === 2, service: 'clinic' });
                const account = (await desk.judge(() => true))!;
                expect(account.rows).toBe(rows);
                expect(account.accepted + account.repaired + account.rejected).toBe(rows);
                expect(
                  desk.judged.every((row) => (row.value === null) === (row.wrong !== null)),
                ).toBe(true);
                const outcome =
                  importedCsv(target, desk.judged) +
                  reasonsCsv(desk.judged, desk.columnNames, (line) => desk.row(line)!.cells, 'zh');
                expect(outcome).not.toMatch(/(^|,)"?=/m);
                JSON.parse(importedGeoJson(target, desk.judged));
              }
            } catch (error) {
              if (!(error instanceof Fault)) throw error;
              expect(error.text.zh).not.toBe('');
            }
            expect(performance.now() - start).toBeLessThan(HANG);
          },
        ),
        { seed: SEED, numRuns: Math.ceil(RUNS / DOORS.length) },
      );
    },
    Math.max(30_000, RUNS * 20),
  );
});
