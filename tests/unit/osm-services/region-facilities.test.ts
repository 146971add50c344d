import { describe, expect, it } from 'vitest';
import { inPolygons, type Polygons } from '../../../src/core/geo.ts';
import { regionFacilities } from '../../../src/data/osm-services/region-facilities.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { drawnOsm, STEP, type DrawnWay } from '../osm/drawn-osm.ts';
import { ALL, RULES } from './shipped-rules.ts';

/*
 * A ground a–b–c–d of 66 × 44 m with a smaller one e–f–g–h in it, nodes n and m inside, o outside:
 *
 *   a.....b..
 *   .n.e.f...
 *   .m.h.g..o
 *   .........
 *   d.....c..
 */
const TOWN = `
a.....b..
.n.e.f...
.m.h.g..o
.........
d.....c..`;
const outer = (tags: Record<string, string>): DrawnWay => ({ path: 'abcda', tags });
const inner = (tags: Record<string, string>): DrawnWay => ({ path: 'efghe', tags });
type Nodes = Record<string, Record<string, string>>;
const drawn = (ways: DrawnWay[], nodes: Nodes = {}) => drawnOsm(TOWN, ways, [], nodes);

const all = (osm: OsmData, table: Facility[] = [], wanted: ReadonlySet<string> = ALL) =>
  regionFacilities(osm, RULES, table, wanted);
/** Ids and names, to compare at a glance. */
const listed = (osm: OsmData) => all(osm).facilities.map(({ id, name }) => `${id} ${name}`);

const n = 'n'.charCodeAt(0);
const m = 'm'.charCodeAt(0);
const SCHOOL = { amenity: 'school' };

describe('a facility from OSM', () => {
  it('tells all that its tags tell, and where it comes from', () => {
    const tags = {
      amenity: 'clinic',
      name: 'Clínica',
      'name:zh': '东街诊所',
      'name:en': 'East Street Clinic',
      'addr:city': '辽源市',
      'addr:street': '东街',
      'addr:housenumber': '28号',
      'contact:phone': '0437-123456',
      opening_hours: 'Mo-Fr 08:00-17:00',
      wheelchair: 'yes',
      beds: '12',
    };
    expect(all(drawn([], { n: tags })).facilities).toEqual([
      {
        id: `osm-n${n}`,
        name: '东街诊所',
        nameEn: 'East Street Clinic',
        service: 'clinic',
        lon: 104 + STEP,
        lat: 30 - STEP,
        status: 'open',
        capacity: 12,
        address: '辽源市东街28号',
        phone: '0437-123456',
        hours: 'Mo-Fr 08:00-17:00',
        stepFree: true,
        accuracy: 'osm',
        source: 'OpenStreetMap',
      },
    ]);
  });

  it('without a name says what it is and that it has none', () => {
    const [facility] = all(drawn([], { n: SCHOOL })).facilities;
    expect(facility).toMatchObject({ name: '学校（未命名）', nameEn: 'School (unnamed)' });
  });

  it.each([
    [{ 'addr:street': 'Rue Grimaldi', 'addr:housenumber': '28' }, '28 Rue Grimaldi'],
    [{ 'addr:street': '成府路' }, '成府路'],
    [{ 'addr:full': '北京市海淀区成府路28号', 'addr:street': 'x' }, '北京市海淀区成府路28号'],
    [{ 'addr:housenumber': '28' }, undefined],
  ])('address %j: %s', (tags, address) => {
    const [facility] = all(drawn([], { n: { ...SCHOOL, ...tags } as Nodes[string] })).facilities;
    expect(facility.address).toBe(address);
  });

  it.each([
    [{ capacity: '300' }, 300],
    [{ beds: '40', capacity: '300' }, 40],
    [{ capacity: 'about 300' }, undefined],
    [{ capacity: '-3' }, undefined],
  ])('capacity %j: %s', (tags, capacity) => {
    const [facility] = all(drawn([], { n: { ...SCHOOL, ...tags } as Nodes[string] })).facilities;
    expect(facility.capacity).toBe(capacity);
  });

  it('offers two services under two ids', () => {
    const tags = { amenity: 'hospital', name: '柳河镇卫生院' };
    expect(all(drawn([], { n: tags })).facilities.map(({ id, service }) => [id, service])).toEqual([
      [`osm-n${n}`, 'clinic'],
      [`osm-n${n}-hospital`, 'hospital'],
    ]);
  });

  it('lies inside its ground, also where the ground’s centre does not', () => {
    const osm = drawnOsm(
      `
a.........b
...........
..d.......c
..e........
f.g........`,
      [{ path: 'abcdegfa', tags: { leisure: 'park' } }],
    );
    const [{ lon, lat }] = all(osm).facilities;
    const ring = [...'abcdegfa'].map((letter): [number, number] => {
      const i = osm.nodes.ids.indexOf(letter.charCodeAt(0));
      return [osm.nodes.lon[i] / 1e7, osm.nodes.lat[i] / 1e7];
    });
    expect(inPolygons([[ring]] as Polygons, lon, lat)).toBe(true);
  });

  it('whose ground the extract cuts stands in the middle of what is there, and has no edge', () => {
    const osm = drawn([{ path: 'ab?a', tags: SCHOOL }]);
    const [facility] = all(osm).facilities;
    expect(facility.lon).toBeCloseTo(104 + 3 * STEP, 7);
    expect(facility.entrances).toBeUndefined();
  });

  it('of which the extract holds nothing is counted', () => {
    const { facilities, origins } = all(drawn([{ path: '??', tags: SCHOOL }]));
    expect(facilities).toEqual([]);
    expect(origins.nowhere).toBe(1);
  });

  it('may be a relation with a hole, and is then not in the hole', () => {
    const osm = drawnOsm(
      TOWN,
      [
        { path: 'abcda', tags: {} },
        { path: 'efghe', tags: {} },
      ],
      [
        {
          members: [
            [0, 'outer'],
            [1, 'inner'],
          ],
          tags: { type: 'multipolygon', leisure: 'park', name: '南湖公园' },
        },
      ],
    );
    const [{ id, lon, lat, entrances }] = all(osm).facilities;
    expect(id).toBe('osm-r1');
    const [x, y] = [(lon - 104) / STEP, (30 - lat) / STEP];
    expect(x > 3 && x < 5 && y > 1 && y < 2).toBe(false);
    // Its outer edge: 2 × (6 × 9.6 + 4 × 11.1) m, so five points; none on the hole's.
    expect(entrances).toHaveLength(5);
  });
});

describe('one place mapped twice', () => {
  it.each([
    ['a node of the same name', { ...SCHOOL, name: '一中' }, { ...SCHOOL, name: '一中' }, '一中'],
    ['a node without a name', { ...SCHOOL, name: '一中' }, SCHOOL, '一中'],
    ['a node that has the name', SCHOOL, { ...SCHOOL, name: '一中' }, '一中'],
    [
      'names but for width and spaces',
      { ...SCHOOL, name: 'No 1' },
      { ...SCHOOL, name: 'Ｎｏ1' },
      'No 1',
    ],
    ['neither has a name', SCHOOL, SCHOOL, '学校（未命名）'],
  ])('is one: %s', (_, ground, node, name) => {
    const { facilities, origins } = all(drawn([outer(ground)], { n: node }));
    expect(facilities.map((f) => `${f.id} ${f.name}`)).toEqual([`osm-w1 ${name}`]);
    expect(origins).toMatchObject({ osm: { school: 1 }, united: { school: 1 } });
  });

  it('takes over what the ground does not say itself', () => {
    const told = { ...SCHOOL, name: '一中', 'name:en': 'No. 1', phone: '110', capacity: '9' };
    const osm = drawn([outer({ ...SCHOOL, name: '一中', capacity: '300' })], { n: told });
    expect(all(osm).facilities[0]).toMatchObject({
      id: 'osm-w1',
      name: '一中',
      nameEn: 'No. 1',
      phone: '110',
      capacity: 300,
    });
    // From one without a name there is no name to take.
    const unnamed = all(drawn([outer({ ...SCHOOL, name: '一中' })], { n: SCHOOL }));
    expect(unnamed.facilities[0].nameEn).toBeUndefined();
    const english = all(drawn([outer(SCHOOL)], { n: { ...SCHOOL, name: '一中' } }));
    expect(english.facilities[0].nameEn).toBeUndefined();
  });

  it('is one where a building lies in its grounds', () => {
    const osm = drawn([outer({ ...SCHOOL, name: '一中' }), inner(SCHOOL)], { n: SCHOOL });
    expect(listed(osm)).toEqual(['osm-w1 一中']);
  });

  it.each([
    ['another name', { ...SCHOOL, name: '一中' }, { ...SCHOOL, name: '小学' }],
    ['another service', SCHOOL, { amenity: 'kindergarten' }],
    ['another status', SCHOOL, { 'planned:amenity': 'school' }],
  ])('is two: %s', (_, ground, node) => {
    expect(listed(drawn([outer(ground)], { n: node }))).toHaveLength(2);
  });

  it('is two where the node lies outside', () => {
    expect(listed(drawn([outer(SCHOOL)], { o: SCHOOL }))).toHaveLength(2);
  });

  it('gives its name once: two names in a nameless ground are two places', () => {
    const nodes = { n: { ...SCHOOL, name: '一中' }, m: { ...SCHOOL, name: '小学' } };
    // Nodes come by id: m before n.
    expect(listed(drawn([outer(SCHOOL)], nodes)).sort()).toEqual([`osm-n${n} 一中`, 'osm-w1 小学']);
    expect(m).toBeLessThan(n);
  });
});

const row = (parts: Partial<Facility>): Facility => ({
  id: 's1',
  name: '第一中学',
  service: 'school',
  lon: 104 + STEP,
  lat: 30 - STEP,
  status: 'open',
  ...parts,
});

describe('a table and OSM together', () => {
  it('keep the table’s row, which is then reached at the edge of OSM’s ground', () => {
    const { facilities, origins } = all(drawn([outer({ ...SCHOOL, name: '一中' })]), [row({})]);
    expect(facilities).toHaveLength(1);
    expect(facilities[0]).toMatchObject(row({}));
    expect(facilities[0].entrances).toHaveLength(5);
    expect(origins).toMatchObject({
      table: { school: 1 },
      osm: {},
      in_table: { school: 1 },
      with_entrances: 1,
    });
  });

  it('do so for services that are not wanted from OSM', () => {
    const { facilities, origins } = all(
      drawn([outer(SCHOOL)], { o: SCHOOL }),
      [row({})],
      new Set(),
    );
    expect(facilities.map(({ id }) => id)).toEqual(['s1']);
    expect(facilities[0].entrances).toHaveLength(5);
    expect(origins).toMatchObject({ osm: {}, in_table: {}, united: {} });
  });

  it('leave a row alone in the ground of another service', () => {
    const osm = drawn([outer({ leisure: 'park' })]);
    expect(all(osm, [row({})]).facilities[0].entrances).toBeUndefined();
  });

  it('know a namesake within 200 m, and an id that came from OSM before', () => {
    const near = { o: { ...SCHOOL, name: '第一 中学' } };
    expect(all(drawn([], near), [row({})]).origins).toMatchObject({
      osm: {},
      in_table: { school: 1 },
    });
    const far = row({ lat: 30.01 });
    expect(all(drawn([], near), [far]).origins).toMatchObject({ osm: { school: 1 }, in_table: {} });
    const again = row({ id: `osm-n${n}`, lat: 30.01 });
    expect(all(drawn([], { n: SCHOOL }), [again]).facilities).toHaveLength(1);
  });

  it('put the table first and leave its rows as they were', () => {
    const table = [row({ id: 'z', lon: 105 })];
    const { facilities } = all(drawn([], { n: SCHOOL }), table);
    expect(facilities.map(({ id }) => id)).toEqual(['z', `osm-n${n}`]);
    expect(table).toEqual([row({ id: 'z', lon: 105 })]);
  });

  it('count the rows of services no rule speaks of', () => {
    const { facilities, origins } = all(drawn([]), [row({ service: 'library' })]);
    expect(facilities).toHaveLength(1);
    expect(origins.table).toEqual({ library: 1 });
  });

  it('say what a rule leaves out, with its reason', () => {
    const osm = drawn([], {
      n: { amenity: 'charging_station' },
      m: { amenity: 'charging_station' },
    });
    const { skipped } = all(osm).origins;
    expect(skipped).toEqual([
      expect.objectContaining({ service: 'charging', count: 2, zh: expect.any(String) }),
    ]);
    expect(all(osm, [], new Set(['school'])).origins.skipped).toEqual([]);
  });
});
