import { describe, expect, it } from 'vitest';
import { ringArea } from '../../../src/core/geo.ts';
import { FIELDS, LAYERS } from '../../../src/data/basemap/schema.ts';
import { drawnOsm, STEP, type DrawnRelation, type DrawnWay } from '../osm/drawn-osm.ts';
import { osmOf } from '../region/osm-of.ts';
import { drawnShapes } from './drawn-shapes.ts';

type TagSet = Record<string, string>;

const SQUARES = `
  a.........b
  ...........
  ...e...f...
  ...........
  ...h...g...
  d.........c`;

/** What a closed way of these tags is drawn as. */
const areaOf = (tags: TagSet) => drawnShapes(drawnOsm(SQUARES, [{ path: 'abcda', tags }])).shapes;
/** What an open way of these tags is drawn as: layer and attributes. */
const lineOf = (tags: TagSet) =>
  drawnShapes(drawnOsm(SQUARES, [{ path: 'abc', tags }])).shapes.map(
    ({ layer, zoom, attributes }) => ({
      layer,
      zoom,
      ...attributes,
    }),
  );
const draw = (ways: DrawnWay[], relations: DrawnRelation[] = []) =>
  drawnShapes(drawnOsm(SQUARES, ways, relations));

/** Square steps of the drawing. */
const STEPS = ringArea([
  [104, 30],
  [104 + STEP, 30],
  [104 + STEP, 30 + STEP],
  [104, 30 + STEP],
  [104, 30],
]);

describe('areas', () => {
  it.each<[TagSet, string, string]>([
    [{ natural: 'water', water: 'lake' }, 'water', 'lake'],
    [{ natural: 'water', water: 'river' }, 'water', 'river'],
    [{ natural: 'water' }, 'water', 'pond'],
    [{ waterway: 'riverbank' }, 'water', 'river'],
    [{ landuse: 'reservoir' }, 'water', 'reservoir'],
    [{ landuse: 'farmland' }, 'land', 'farm'],
    [{ landuse: 'forest' }, 'land', 'wood'],
    [{ leisure: 'park' }, 'land', 'park'],
    [{ leisure: 'park', natural: 'wood' }, 'land', 'park'],
    [{ landuse: 'residential' }, 'land', 'residential'],
    [{ landuse: 'industrial' }, 'land', 'industrial'],
    [{ landuse: 'retail' }, 'land', 'commercial'],
    [{ amenity: 'school' }, 'land', 'school'],
    [{ amenity: 'hospital' }, 'land', 'hospital'],
    [{ natural: 'beach' }, 'land', 'sand'],
    [{ natural: 'wetland' }, 'land', 'wetland'],
    [{ amenity: 'grave_yard' }, 'land', 'cemetery'],
    [{ leisure: 'pitch' }, 'land', 'pitch'],
    [{ landuse: 'railway' }, 'land', 'railway'],
    [{ highway: 'pedestrian', area: 'yes' }, 'land', 'pedestrian'],
  ])('%o is %s: %s', (tags, layer, kind) => {
    expect(areaOf(tags).map((shape) => [shape.layer, shape.attributes.kind])).toEqual([
      [layer, kind],
    ]);
  });

  it('buildings have their levels where the tag is a number', () => {
    const levels = (text: string) =>
      areaOf({ building: 'yes', amenity: 'school', 'building:levels': text })[0].attributes;
    expect(['6', '2.5', ' 3 ', '', 'many', '-2', '9999', '1e999'].map(levels)).toEqual([
      { levels: 6 },
      { levels: 2.5 },
      { levels: 3 },
      {},
      {},
      {},
      {},
      {},
    ]);
    expect(areaOf({ building: 'yes' })[0].zoom).toBeGreaterThanOrEqual(13);
    expect(areaOf({ building: 'no' })).toEqual([]);
    expect(areaOf({ building: 'yes', location: 'underground' })).toEqual([]);
  });

  it('with a name of a kind that has names get a label inside', () => {
    const [land, label] = areaOf({ leisure: 'park', name: '柳河公园', 'name:en': 'Liuhe Park' });
    expect(land.attributes).toEqual({ kind: 'park', name: '柳河公园', name_en: 'Liuhe Park' });
    expect(label).toMatchObject({
      layer: 'label',
      attributes: {
        kind: 'park',
        name: '柳河公园',
        name_en: 'Liuhe Park',
        area: Math.round(land.area),
      },
    });
    expect(label.rings[0][0][0]).toBeCloseTo(104 + 5 * STEP, 6);
    expect(areaOf({ landuse: 'farmland', name: '三号田' }).map(({ layer }) => layer)).toEqual([
      'land',
    ]);
  });

  it('the larger lies under the smaller, and shows from an earlier zoom', () => {
    const { shapes } = draw([
      { path: 'efghe', tags: { leisure: 'park' } },
      { path: 'abcda', tags: { landuse: 'residential' } },
    ]);
    expect(shapes.map(({ attributes }) => attributes.kind)).toEqual(['residential', 'park']);
    expect(shapes[0].zoom).toBeLessThan(shapes[1].zoom);
  });

  it('cut by the edge of the extract are counted, not drawn', () => {
    const { shapes, report } = draw([{ path: 'ab?da', tags: { landuse: 'forest' } }]);
    expect(shapes).toEqual([]);
    expect(report.cutAreas).toBe(1);
  });
});

describe('multipolygons', () => {
  const members: DrawnRelation['members'] = [
    [0, 'outer'],
    [1, 'inner'],
  ];
  const type = 'multipolygon';

  it('keep their holes', () => {
    const { shapes } = draw(
      [{ path: 'abcda' }, { path: 'efghe' }],
      [{ members, tags: { type, natural: 'wood' } }],
    );
    expect(shapes).toHaveLength(1);
    expect(shapes[0].rings).toHaveLength(2);
    expect(shapes[0].area / STEPS).toBeCloseTo(50 - 8, 1);
  });

  it('take their kind from the outer way where they have none, which is not drawn again', () => {
    for (const tags of [{ type }, { type, natural: 'wood' }] as TagSet[]) {
      const { shapes } = draw(
        [
          { path: 'abcda', tags: { natural: 'wood' } },
          { path: 'efghe', tags: { natural: 'water' } },
        ],
        [{ members, tags }],
      );
      expect(shapes.map(({ layer, rings }) => [layer, rings.length])).toEqual([
        ['land', 2],
        ['water', 1],
      ]);
    }
  });

  it('that are broken are counted, and their ways are drawn as themselves', () => {
    const { shapes, report } = draw(
      [
        { path: 'abcd', tags: { natural: 'wood' } },
        { path: 'efghe', tags: { natural: 'wood' } },
      ],
      [
        {
          members: [
            [0, 'outer'],
            [1, 'inner'],
            [-1, 'outer'],
          ],
          tags: { type },
        },
      ],
    );
    expect(report).toMatchObject({ missing: 1, open: 1, stray: 1 });
    expect(shapes.map(({ area }) => Math.round(area / STEPS))).toEqual([8]);
  });
});

describe('lines', () => {
  it('streets say their class, and what is special about them', () => {
    expect(lineOf({ highway: 'motorway_link' })).toEqual([
      { layer: 'street', zoom: 8, class: 'motorway', link: true, oneway: true },
    ]);
    expect(lineOf({ highway: 'residential', name: '河北路', 'name:en': 'Hebei Road' })).toEqual([
      { layer: 'street', zoom: 12, class: 'residential', name: '河北路', name_en: 'Hebei Road' },
    ]);
    expect(
      lineOf({ highway: 'service', access: 'private', bridge: 'viaduct', tunnel: 'no' }),
    ).toEqual([{ layer: 'street', zoom: 13, class: 'service', access: 'private', bridge: true }]);
    for (const highway of [
      'construction',
      'proposed',
      'raceway',
      'constructor',
      'residential_link',
    ]) {
      expect(lineOf({ highway })).toEqual([]);
    }
  });

  it('one-way streets run the way one may drive', () => {
    const start = (oneway: string) => {
      const [shape] = draw([{ path: 'abc', tags: { highway: 'primary', oneway } }]).shapes;
      return [shape.attributes.oneway, shape.rings[0][0][1] === 30];
    };
    expect(start('yes')).toEqual([true, true]);
    expect(start('-1')).toEqual([true, false]);
    expect(start('no')).toEqual([undefined, true]);
  });

  it('rails and waterways', () => {
    expect(lineOf({ railway: 'rail', service: 'yard' })).toEqual([
      { layer: 'rail', zoom: 13, kind: 'rail', service: true },
    ]);
    expect(lineOf({ railway: 'subway', tunnel: 'yes' })).toEqual([
      { layer: 'rail', zoom: 11, kind: 'subway', tunnel: true },
    ]);
    expect(lineOf({ waterway: 'river', name: '辉发河' })).toEqual([
      { layer: 'waterway', zoom: 8, kind: 'river', name: '辉发河' },
    ]);
    expect(lineOf({ waterway: 'stream', tunnel: 'culvert' })).toEqual([]);
    expect(lineOf({ railway: 'abandoned' })).toEqual([]);
  });

  it('are cut where a node is missing, and across the date line not drawn', () => {
    const { shapes, report } = draw([{ path: 'ab?cd', tags: { highway: 'primary' } }]);
    expect(shapes).toHaveLength(2);
    expect(report.cutLines).toBe(1);
    const nodes = [
      { id: 1, lon: 179.9, lat: 0 },
      { id: 2, lon: -179.9, lat: 0 },
    ];
    const osm = osmOf(nodes, [{ refs: [1, 2], tags: { highway: 'primary' } }]);
    expect(drawnShapes(osm)).toMatchObject({ shapes: [], report: { wide: 1 } });
  });
});

describe('boundaries', () => {
  const boundary = (level: string, ...ways: number[]): DrawnRelation => ({
    members: ways.map((way) => [way, 'outer']),
    tags: { type: 'boundary', boundary: 'administrative', admin_level: level },
  });

  it('each way once, at its lowest level', () => {
    const { shapes } = draw(
      [{ path: 'ab' }, { path: 'bc' }],
      [boundary('8', 0, 1), boundary('6', 0), boundary('4', 1), boundary('10', 0)],
    );
    expect(shapes.map(({ layer, attributes }) => [layer, attributes.level])).toEqual([
      ['boundary', 6],
      ['boundary', 4],
    ]);
  });

  it('no outline of a country, nor a line at sea: counted instead', () => {
    const { shapes, report } = draw(
      [
        { path: 'ab' },
        { path: 'bc', tags: { boundary: 'administrative', admin_level: '2' } },
        { path: 'cd', tags: { maritime: 'yes' } },
      ],
      [boundary('2', 0), boundary('4', 0, 1, 2)],
    );
    expect(shapes).toEqual([]);
    expect(report.outlines).toBe(3);
  });
});

describe('points', () => {
  const at = (tags: TagSet) =>
    drawnShapes(drawnOsm('a', [], [], { a: tags })).shapes.map(({ layer, zoom, attributes }) => ({
      layer,
      zoom,
      ...attributes,
    }));

  it('places with a name, and stations', () => {
    expect(at({ place: 'village', name: '柳河村', population: '2,310' })).toEqual([
      { layer: 'place', zoom: 12, kind: 'village', name: '柳河村', population: 2310 },
    ]);
    expect(at({ place: 'village' })).toEqual([]);
    expect(at({ place: 'country', name: '某国' })).toEqual([]);
    expect(at({ place: 'toString', name: '某地' })).toEqual([]);
    expect(at({ railway: 'station', name: '辽源站' })).toEqual([
      { layer: 'station', zoom: 11, kind: 'station', name: '辽源站' },
    ]);
    expect(at({ railway: 'station', station: 'subway' })).toEqual([
      { layer: 'station', zoom: 12, kind: 'subway' },
    ]);
  });

  it('names: Chinese before local, without control characters, cut when endless', () => {
    const name = (tags: TagSet) =>
      at({ place: 'town', ...tags }).map((place) => 'name' in place && place.name);
    expect(name({ name: 'Hunchun', 'name:zh': '珲春' })).toEqual(['珲春']);
    expect(name({ name: ' 柳\u0000河\u202e镇\n' })).toEqual(['柳 河 镇']);
    expect(name({ name: '\u0007' })).toEqual([]);
    const { shapes, report } = drawnShapes(
      drawnOsm('a', [], [], { a: { place: 'town', name: '长'.repeat(10_000) } }),
    );
    expect(shapes[0].attributes.name).toBe(`${'长'.repeat(99)}…`);
    expect(report.cutNames).toBe(1);
  });
});

it('an empty extract is an empty drawing', () => {
  expect(drawnShapes(osmOf([], [])).shapes).toEqual([]);
});

it('the schema has the layers it lists, and no other', () => {
  expect(Object.keys(FIELDS)).toEqual([...LAYERS]);
});
