import { describe, expect, it } from 'vitest';
import { readAreas, readStudyArea } from '../../../src/data/tables/read-areas.ts';
import { bytesOf, faultOf } from './fault-of.ts';

const SQUARE = [
  [116, 39],
  [117, 39],
  [117, 40],
  [116, 40],
  [116, 39],
];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: unknown, geometry: unknown = polygon(SQUARE)) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

const file = { fileName: 'a.geojson' };
const areas = (json: unknown) => readAreas(bytesOf(JSON.stringify(json)), file);
const study = (json: unknown) => readStudyArea(bytesOf(JSON.stringify(json)), file);
const codeOf = (geometry: unknown) =>
  areas(collection(feature({ id: 'a', name: 'A' }, geometry))).rejected[0]?.code;

describe('areas', () => {
  it('come from a collection, a hole and several parts included', () => {
    const hole = SQUARE.map(([lon, lat]) => [116.5 + (lon - 116.5) / 2, 39.5 + (lat - 39.5) / 2]);
    const multi = { type: 'MultiPolygon', coordinates: [[SQUARE, hole], [SQUARE]] };
    const json = collection(
      feature({ id: 1, name: ' 柳河街道 ', name_en: 'Liuhe', zone: 'urban', other: 1 }),
      feature({ id: 'b', name: '东镇', zone: '农村' }, multi),
    );
    expect(areas(json)).toEqual({
      rows: [
        { id: '1', name: '柳河街道', nameEn: 'Liuhe', zone: 'urban', polygons: [[SQUARE]] },
        { id: 'b', name: '东镇', zone: 'rural', polygons: [[SQUARE, hole], [SQUARE]] },
      ],
      rejected: [],
    });
  });

  it('come from one feature, with its own id, behind a byte order mark', () => {
    const json = { ...feature({ name: 'A' }), id: 7 };
    const { rows } = readAreas(bytesOf('\uFEFF' + JSON.stringify(json)), file);
    expect(rows).toMatchObject([{ id: '7', name: 'A' }]);
  });

  it('leave heights off', () => {
    const high = SQUARE.map(([lon, lat]) => [lon, lat, 50]);
    expect(areas(feature({ id: 'a', name: 'A' }, polygon(high))).rows[0].polygons).toEqual([
      [SQUARE],
    ]);
  });

  it.each([
    [{ name: 'A' }, 'empty'],
    [{ id: 'x' }, 'empty'],
    [null, 'empty'],
    [{ id: {}, name: 'A' }, 'empty'],
    [{ id: 'x', name: 'A'.repeat(201) }, 'too-long'],
    [{ id: 'x', name: 'A', name_en: 'A'.repeat(201) }, 'too-long'],
    [{ id: 'x', name: 'A', zone: 'suburb' }, 'unknown-zone'],
    [{ id: 'first', name: 'A' }, 'duplicate-id'],
  ])('properties %j: %s', (properties, code) => {
    const json = collection(feature({ id: 'first', name: 'F' }), feature(properties));
    const { rows, rejected } = areas(json);
    expect(rows).toHaveLength(1);
    expect(rejected).toMatchObject([{ line: 2, code }]);
    if (code === 'duplicate-id') expect(rejected[0].text.en).toContain('feature 1');
  });

  it.each([null, 3, 'x', [], { type: 'Point' }])('%j is no feature', (given) => {
    expect(areas(collection(given)).rejected).toMatchObject([{ line: 1, code: 'not-a-feature' }]);
  });

  it('takes __proto__ as an id like any other', () => {
    const odd = feature({ id: '__proto__', name: 'A' });
    const { rows, rejected } = areas(collection(odd, odd));
    expect([rows[0].id, rejected[0].code]).toEqual(['__proto__', 'duplicate-id']);
  });
});

describe('geometry', () => {
  const broken = (change: (ring: unknown[]) => void) => {
    const ring: unknown[] = SQUARE.map((position) => [...position]);
    change(ring);
    return polygon(ring);
  };

  it.each([
    ['missing', null, 'geometry-type'],
    ['a point', { type: 'Point', coordinates: [116, 39] }, 'geometry-type'],
    ['no rings', polygon(), 'no-rings'],
    ['no parts', { type: 'MultiPolygon', coordinates: [] }, 'no-rings'],
    ['no coordinates', { type: 'Polygon' }, 'no-rings'],
    ['three positions', polygon([SQUARE[0], SQUARE[1], SQUARE[0]]), 'short-ring'],
    ['ring is no list', polygon('ring'), 'short-ring'],
    ['not closed', broken((ring) => ring.pop()), 'open-ring'],
    ['no area', polygon([SQUARE[0], SQUARE[1], SQUARE[1], SQUARE[0]]), 'flat-ring'],
    ['text for a number', broken((ring) => (ring[1] = ['117', 39])), 'not-a-position'],
    ['one number', broken((ring) => (ring[1] = [117])), 'not-a-position'],
    ['null position', broken((ring) => (ring[1] = null)), 'not-a-position'],
    ['swapped', broken((ring) => (ring[1] = [39, 117])), 'swapped'],
    ['metres', broken((ring) => (ring[1] = [441235, 4419532])), 'out-of-range'],
  ])('%s', (_what, geometry, code) => expect(codeOf(geometry)).toBe(code));

  it('refuses a number too large to be one', () => {
    const text = JSON.stringify(feature({ id: 'a', name: 'A' })).replace('117', '1e999');
    expect(readAreas(bytesOf(text), file).rejected[0].code).toBe('not-a-position');
  });

  it('bears nesting too deep to write down', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = JSON.stringify(feature({ id: 'a', name: 'A' }, polygon(['deep', 1, 2, 3])));
    const { rejected } = readAreas(bytesOf(text.replace('"deep"', deep)), file);
    expect(rejected).toMatchObject([{ code: 'not-a-position', value: '[…]' }]);
    expect(faultOf(() => readAreas(bytesOf(deep), file)).code).toBe('not-geojson');
  });

  it('says which ring', () => {
    const json = feature({ id: 'a', name: 'A' }, polygon(SQUARE, SQUARE.slice(0, 4)));
    const { text, value } = areas(json).rejected[0];
    expect(text.en).toContain('ring 2 of polygon 1 is not closed');
    expect(text.zh).toContain('第 1 个面第 2 个环没有闭合');
    expect(value).toBe('[116,40]');
  });
});

describe('the study area', () => {
  it('is a bare geometry, a feature, or all features one after the other', () => {
    const bare = feature(null);
    expect(study(polygon(SQUARE))).toEqual([[SQUARE]]);
    expect(study({ type: 'MultiPolygon', coordinates: [[SQUARE]] })).toEqual([[SQUARE]]);
    expect(study(bare)).toEqual([[SQUARE]]);
    expect(study(collection(bare, bare))).toEqual([[SQUARE], [SQUARE]]);
  });

  it('is refused whole when one piece is bad: a missing piece would go unseen', () => {
    const fault = faultOf(() => study(collection(feature(null), feature(null, null))));
    expect(fault.code).toBe('geometry-type');
    expect(fault.text.en).toMatch(/^a\.geojson: feature 2: /);
    expect(faultOf(() => study(collection(3))).code).toBe('not-a-feature');
  });
});

describe('the file', () => {
  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4490', 'WGS 84'])(
    'may name the system %s',
    (name) => {
      const crs = { type: 'name', properties: { name } };
      expect(areas({ ...feature({ id: 'a', name: 'A' }), crs }).rows).toHaveLength(1);
    },
  );

  it.each([
    { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
    { type: 'name', properties: { name: 'EPSG:14326' } },
    { type: 'name', properties: { name: 'GCJ02' } },
    { type: 'link', properties: { href: 'x' } },
    'EPSG:4326',
  ])('is refused under crs %j', (crs) => {
    const fault = faultOf(() => areas({ ...feature({ id: 'a', name: 'A' }), crs }));
    expect(fault.code).toBe('crs');
    expect(fault.text.en).toContain('expected WGS 84');
    expect(faultOf(() => study({ ...polygon(SQUARE), crs })).code).toBe('crs');
  });

  it('says where its JSON breaks', () => {
    const fault = faultOf(() => readAreas(bytesOf('{"type":\n  oops}'), file));
    expect(fault.code).toBe('bad-json');
    expect(fault.text.en).toContain('line 2, column 3');
  });

  it.each([
    [null, 'not-geojson'],
    [[], 'not-geojson'],
    [{}, 'not-geojson'],
    [{ type: 'Topology' }, 'not-geojson'],
    [polygon(SQUARE), 'not-geojson'],
    [collection(), 'no-features'],
    [{ type: 'FeatureCollection' }, 'no-features'],
  ])('%j holds no areas', (json, code) => expect(faultOf(() => areas(json)).code).toBe(code));
});
