import fc from 'fast-check';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { Dossier } from '../../../src/engine/handin/dossier.ts';
import { facilityLayer } from '../../../src/engine/handin/facility-layer.ts';
import { writeCsv } from '../../../src/data/export/write-csv.ts';
import { dossierOf, drawn, fileOf, SERVICES } from './dossier-of.ts';

const DANGER = ['=1+1', '+86 10', '-3号院', '@SUM', '＝A1', "'quoted", 'a,"b"\nc'];
const BASE: Facility = {
  id: 'x',
  name: 'x',
  service: 'clinic',
  lon: 150.001,
  lat: 38,
  status: 'open',
};
const dangerous = DANGER.map((name, k): Facility => ({
  ...BASE,
  id: `d${k}`,
  name,
  address: name,
  capacity: -0,
}));

const { prepared, subject } = drawn();
function csvOf(facilities: Facility[], language: 'zh' | 'en'): string {
  const dossier = new Dossier(prepared, { ...subject, facilities });
  return writeCsv(facilityLayer(dossier), dossier.method('facilities'), language);
}
const readBack = (csv: string) =>
  readFacilities(new TextEncoder().encode(csv), { fileName: 'f.csv', services: SERVICES });

describe('CSV', () => {
  it('is what Excel opens: BOM, CRLF, Chinese names, one rectangle, marked as invented', async () => {
    const { bytes, text } = await fileOf({ kind: 'layer', layer: 'areas', format: 'csv' });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.split('\r\n')[0]).toBe(
      '\ufeff编号,名称,英文名,城乡,人数,5 分钟内人数,10 分钟内人数,限时（分钟）,限时内人数,限时内比例,数据,方法',
    );
    expect(text).toMatch(
      /\r\na,甲街道,First,城镇,700,700,700,10,700,1,示例数据 invented sample data,"\{""huimin""/,
    );
    expect(text).toMatch(
      /\r\n,不在任何区划内,,,1200,0,300,10,300,0.25,示例数据 invented sample data,\r\n$/,
    );
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const real = await fileOf(
      { kind: 'layer', layer: 'areas', format: 'csv' },
      { manifest: { invented: false } },
    );
    expect(real.text).not.toContain('示例数据');
  });

  it('lets no text run as a formula, and leaves numbers numbers', () => {
    const csv = csvOf(dangerous, 'en');
    for (const name of DANGER.slice(0, 5)) expect(csv).toContain(`,'${name},`);
    // Papa Parse knows nothing of us: no cell but a number begins as a formula does.
    const { data, errors } = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    const running = data.flat().filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell));
    expect(running.filter((cell) => Number.isNaN(Number(cell)))).toEqual([]);
    expect(csvOf([{ ...BASE, lon: -51.2 }], 'en')).toContain(',-51.2,38,');
  });

  it('of facilities comes back whole through our own reader', () => {
    // Not fc.stringMatching: it takes longer than all the rest of this file.
    const pick = (letters: string) => fc.constantFrom(...letters);
    const text = fc
      .tuple(pick('=+@＝-ab'), fc.array(pick('ab,"\' 09='), { maxLength: 12 }), pick('yz'))
      .map(([first, middle, last]) => first + middle.join('') + last);
    const some = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
    // Nought, nought is refused by the reader, and is no place for a facility.
    const degrees = (most: number) =>
      fc.tuple(fc.constantFrom(1, -1), fc.double({ min: 0.01, max: most, noNaN: true }));
    const facility = fc.record({
      name: text,
      nameEn: some(text),
      service: fc.constantFrom('clinic', 'school', 'charging'),
      lon: degrees(180).map(([sign, x]) => sign * x),
      lat: degrees(85).map(([sign, x]) => sign * x),
      status: fc.constantFrom('open', 'planned', 'building', 'closed'),
      capacity: some(fc.integer({ min: 0, max: 999 })),
      opened: some(fc.constantFrom('2027', '2027-03', '2027-03-31')),
      address: some(text),
      stepFree: some(fc.boolean()),
    }) as fc.Arbitrary<Omit<Facility, 'id'>>;
    const languages = fc.constantFrom('zh' as const, 'en' as const);
    fc.assert(
      fc.property(fc.array(facility, { maxLength: 6 }), languages, (list, language) => {
        const facilities = list.map((each, k): Facility => ({ ...each, id: `f${k}` }));
        const { rows, rejected } = readBack(csvOf(facilities, language));
        expect(rows).toEqual(JSON.parse(JSON.stringify(facilities)));
        expect(rejected).toHaveLength(facilities.length ? 0 : 1);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('of facilities keeps dangerous names and what an estate has', () => {
    const listed: Facility[] = [
      ...dangerous.filter(({ name }) => !name.includes('\n')),
      {
        ...BASE,
        id: 'e',
        service: 'charging',
        equipped: false,
        phone: '010-1',
        hours: '08:00',
        price: '=1 元',
        note: '可送餐，先打电话',
        accuracy: 'osm',
        source: 's',
      },
    ].map(({ capacity: _, ...rest }) => rest);
    expect(readBack(csvOf(listed, 'zh')).rows).toEqual(listed);
  });
});

describe('GeoJSON', () => {
  it('keeps to RFC 7946: lon before lat, no crs, rings counter-clockwise', async () => {
    const { text } = await fileOf({ kind: 'layer', layer: 'gaps', format: 'geojson' });
    const json = JSON.parse(text);
    expect(Object.keys(json)).toEqual(['type', 'note', 'method', 'features']);
    const [{ geometry, properties }] = json.features;
    expect(properties).toMatchObject({ people: 900, data: '示例数据 invented sample data' });
    const [ring] = geometry.coordinates[0] as [number, number][][];
    expect(ring[0]).toEqual(ring.at(-1));
    const area = ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k][0] * y - x * ring[k][1], 0);
    expect(area).toBeGreaterThan(0);
    for (const [lon, lat] of ring) expect(lon > 149 && lat < 39).toBe(true);
  });
});

describe('FlatGeobuf', () => {
  it.each(['areas', 'places', 'gaps'] as const)('%s says what the GeoJSON says', async (layer) => {
    const { bytes } = await fileOf({ kind: 'layer', layer, format: 'fgb' });
    const { features } = JSON.parse(
      (await fileOf({ kind: 'layer', layer, format: 'geojson' })).text,
    );
    let header: HeaderMeta | undefined;
    const read = [];
    for await (const feature of deserialize(bytes, { headerMetaFn: (meta) => (header = meta) })) {
      read.push(feature);
    }
    expect(header).toMatchObject({
      crs: { org: 'EPSG', code: 4326 },
      featuresCount: features.length,
    });
    expect(header!.title).toContain('示例数据');
    read.forEach(({ properties, geometry }, k) => {
      // What is nothing has no place in a FlatGeobuf, and what lies nowhere is empty there.
      const some = Object.entries(features[k].properties).filter(([, value]) => value !== null);
      expect(properties).toEqual(Object.fromEntries(some));
      const { coordinates } = features[k].geometry ?? { coordinates: [] };
      expect((geometry as { coordinates?: unknown } | null)?.coordinates ?? []).toEqual(
        coordinates,
      );
    });
    expect(read).toHaveLength(features.length);
  });

  it('of no gap at all is a file without features', async () => {
    const { bytes } = await fileOf(
      { kind: 'layer', layer: 'gaps', format: 'fgb' },
      { query: { speed: 20 } },
    );
    for await (const feature of deserialize(bytes)) throw new Error(JSON.stringify(feature));
    expect(dossierOf({ query: { speed: 20 } }).gaps).toEqual([]);
  });
});

describe('XLSX', () => {
  it('has numbers as numbers, no formula, a frozen header and the method on a sheet of its own', async () => {
    const { bytes } = await fileOf(
      { kind: 'layer', layer: 'facilities', format: 'xlsx' },
      { facilities: [...dangerous, BASE] },
    );
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]),
    );
    expect(files['xl/workbook.xml']).toMatch(/name="设施"[\s\S]*name="方法"/);
    const sheet = files['xl/worksheets/sheet1.xml'];
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<c r="E2"[^>]*><v>150.001<\/v>/);
    for (const xml of Object.values(files)) expect(xml).not.toMatch(/<f[ >]/);
    expect(Object.values(files).join()).toContain('示例数据');
  });
});
