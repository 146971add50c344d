import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseOutsideBasemaps } from '../../../src/data/outside-basemaps.ts';
import { hostOf } from '../../../src/data/outside-host.ts';

const KEY = '0123456789abcdef0123456789abcdef';
const TIANDITU = { kind: 'tianditu', key: KEY, approval: 'GS(2024)0650号' };
const XYZ = {
  kind: 'xyz',
  name: '市图',
  name_en: 'City map',
  url: 'https://tiles.example.org/{z}/{x}/{y}.png',
  attribution: '© 某市',
};
const PMTILES = {
  kind: 'pmtiles',
  id: 'county',
  name: '县图',
  url: 'https://files.example.org/county.pmtiles',
  attribution: '© 某县',
};

test('a list of each kind is read in its order', () => {
  const { rows, rejected } = parseOutsideBasemaps([TIANDITU, XYZ, PMTILES]);
  expect(rejected).toEqual([]);
  expect(rows.map(({ id, name }) => [id, name.zh, name.en])).toEqual([
    ['tianditu', '天地图', 'Tianditu'],
    ['2', '市图', 'City map'],
    ['county', '县图', '县图'],
  ]);
  expect(rows[0]).toMatchObject({
    approval: 'GS(2024)0650号',
    attribution: { zh: '天地图 · 国家地理信息公共服务平台' },
  });
  expect(rows[1]).toMatchObject({ maxzoom: 18 });
});

test('whom a choice sends requests to is known before it is made', () => {
  const { rows } = parseOutsideBasemaps([
    TIANDITU,
    XYZ,
    PMTILES,
    { ...XYZ, url: 'http://127.0.0.1:8/{z}{x}{y}' },
  ]);
  expect(rows.map(hostOf)).toEqual([
    'tianditu.gov.cn',
    'tiles.example.org',
    'files.example.org',
    '127.0.0.1:8',
  ]);
});

test('no list, or an empty one, offers nothing', () => {
  expect(parseOutsideBasemaps([])).toEqual({ rows: [], rejected: [] });
  const { rows, rejected } = parseOutsideBasemaps({ kind: 'xyz' });
  expect(rows).toEqual([]);
  expect(rejected[0].text.en).toContain('expected a list');
});

describe('an entry that is none is named, and the others stay', () => {
  it.each([
    ['a kind of its own', { ...XYZ, kind: 'wms' }, 'kind'],
    ['no key', { kind: 'tianditu' }, 'key'],
    ['a key that would end the address', { kind: 'tianditu', key: `${KEY}&x=1` }, 'key'],
    ['no name', { ...XYZ, name: ' ' }, 'name'],
    ['no attribution', { ...XYZ, attribution: undefined }, 'attribution'],
    ['an address without places for x, y and z', { ...XYZ, url: 'https://x.org/a.png' }, 'url'],
    ['an address that is a script', { ...PMTILES, url: 'javascript:alert(1)' }, 'url'],
    ['an address of a file', { ...PMTILES, url: 'file:///etc/passwd' }, 'url'],
    ['a host that is no address', { ...TIANDITU, host: 'tianditu' }, 'host'],
    ['a zoom beyond all', { ...XYZ, maxzoom: 99 }, 'maxzoom'],
    ['an id that no address can carry', { ...XYZ, id: 'a b' }, 'id'],
    ['the id of another', { ...XYZ, id: 'county' }, 'id'],
    ['text', 'tianditu', ''],
    ['null', null, ''],
  ])('%s', (_, entry, member) => {
    const { rows, rejected } = parseOutsideBasemaps([PMTILES, entry]);
    expect(rows.map(({ id }) => id)).toEqual(['county']);
    expect(rejected).toHaveLength(1);
    expect(rejected[0].line).toBe(2);
    expect(rejected[0].text.zh).toContain(`第 2 项${member && ` ${member}`}：现为`);
    expect(rejected[0].text.en).toContain(`entry 2${member && ` ${member}`}: got`);
  });

  it('whatever the list: taken and refused add up, and nothing throws', () => {
    const entry = fc.oneof(
      fc.constantFrom(TIANDITU, XYZ, PMTILES),
      fc.jsonValue(),
      fc.record({ kind: fc.constantFrom('tianditu', 'xyz', 'pmtiles'), url: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(entry), (list) => {
        const { rows, rejected } = parseOutsideBasemaps(list);
        expect(rows.length + rejected.length).toBe(list.length);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });
});
