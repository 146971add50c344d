import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { geocodeUrl, readGeocoded } from '../../../src/data/import/geocode.ts';
import { readSheets } from '../../../src/data/import/read-sheets.ts';
import { broughtIn, bytesOf, facilitiesOf, refusals } from './desk-of.ts';
import { xlsx } from './xlsx-of.ts';

const refused = (bytes: Uint8Array, code: string, name = 'x') =>
  expect(readSheets(bytes, name)).rejects.toMatchObject({ name: 'Fault', code });

describe('files made to harm', () => {
  it('a bomb is refused before it goes off, and one that lies about its size', async () => {
    const sheet = xlsx([{ name: 's', rows: [['a', 'b']] }]);
    const view = new DataView(sheet.buffer);
    const directory = view.getUint32(sheet.length - 6, true);
    for (const [size, code] of [
      [0xfffffff0, 'zip-bomb'],
      [200_000_000, 'bad-zip'],
      [10, 'bad-zip'],
    ] as const) {
      const bomb = sheet.slice();
      let at = directory;
      // Every entry of the directory claims the size.
      while (view.getUint32(at, true) === 0x02014b50) {
        new DataView(bomb.buffer).setUint32(at + 24, size, true);
        at +=
          46 +
          view.getUint16(at + 28, true) +
          view.getUint16(at + 30, true) +
          view.getUint16(at + 32, true);
      }
      await refused(bomb, code);
    }
  });

  it('a billion laughs, outside entities and depth without end', async () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><kml>&b;</kml>';
    await refused(bytesOf(laughs), 'xml-doctype');
    await refused(zipSync({ 'doc.kml': strToU8(laughs) }), 'xml-doctype');
    await refused(bytesOf('<gpx><!ENTITY x SYSTEM "file:///etc/passwd"></gpx>'), 'xml-doctype');
    await refused(bytesOf(`<kml>${'<a>'.repeat(300_000)}`), 'bad-xml');
    await refused(
      bytesOf(`<kml>${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}</kml>`),
      'nothing-in-it',
    );
    await refused(
      bytesOf(`{"type":"FeatureCollection","features":${'['.repeat(200_000)}`),
      'bad-json',
    );
  });

  it('a workbook with a cell at its far corner, and merges of a million rows', async () => {
    const far = xlsx([{ name: 's', rows: [[{ xml: '<c r="XFD1"><v>1</v></c>' }]] }]);
    await refused(far, 'too-wide');
    const merges = Array.from({ length: 200 }, () => 'A1:C1048576');
    const merged = xlsx([
      { name: 's', rows: Array.from({ length: 2000 }, () => ['a', 'b', 'c']), merges },
    ]);
    expect((await readSheets(merged, 'x.xlsx')).sheets[0].rows).toHaveLength(2000);
  });

  it('names that are keys of objects are names', async () => {
    const json =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":"x","constructor":"y","name":"甲"},"geometry":{"type":"Point","coordinates":[116.4,39.9]}}]}';
    const { desk } = await broughtIn(bytesOf(json), 'x.geojson');
    expect(desk.columnNames).toEqual(['__proto__', 'constructor', 'name']);
    expect(facilitiesOf(desk)[0].name).toBe('甲');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    const csv = await broughtIn(
      bytesOf('__proto__,名称,经度,纬度,类别\n1,甲,116.4,39.9,toString'),
      'x.csv',
      { service: null },
    );
    expect(refusals(csv.desk)).toEqual(['2 unknown-category']);
  });

  it('cells of 10 MB are refused one by one; what turns or hides text is taken out', async () => {
    const { desk, account } = await broughtIn(
      bytesOf(
        `名称,地址,经度,纬度\n甲,${'长'.repeat(3_500_000)},116.4,39.9\n\u202e乙\u200b\u2066,,116.5,39.9\n丙,,${'9'.repeat(1_000_000)},1`,
      ),
      'x.csv',
    );
    expect(refusals(desk)).toEqual(['2 too-long', '4 out-of-range']);
    expect(facilitiesOf(desk)[0].name).toBe('乙');
    expect(account).toMatchObject({ rows: 3, repaired: 1, rejected: 2 });
  });
});

describe('a geocoder', () => {
  const own = { url: 'https://example.org/geocoder', key: 'k&y', crs: 'wgs84' as const };

  it('is asked in 天地图’s way, and only at http or https', () => {
    const url = new URL(geocodeUrl(own, '解放路"5"号'));
    expect(JSON.parse(url.searchParams.get('ds')!)).toEqual({ keyWord: '解放路"5"号' });
    expect(url.searchParams.get('tk')).toBe('k&y');
    for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'geocoder', 'https://a:b@c/']) {
      expect(() => geocodeUrl({ ...own, url: bad }, 'x')).toThrow(
        expect.objectContaining({ code: 'geocoder-url' }),
      );
    }
  });

  it('answers a place, nothing, or a refusal', () => {
    const answer =
      '{"msg":"ok","location":{"score":100,"level":"门址","lon":"116.290158","lat":"39.894696"},"status":"0"}';
    expect(readGeocoded(answer)).toEqual({
      lon: 116.290158,
      lat: 39.894696,
      score: 100,
      level: '门址',
    });
    expect(readGeocoded('{"msg":"无结果","status":"101"}')).toBeNull();
    expect(readGeocoded('{"status":"0","location":{"lon":"","lat":""}}')).toBeNull();
    for (const bad of ['<html>', '{"status":"1","msg":"key"}', 'null', '[]']) {
      expect(() => readGeocoded(bad)).toThrow(
        expect.objectContaining({ code: 'geocoder-refused' }),
      );
    }
  });
});
