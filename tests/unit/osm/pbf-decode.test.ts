import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/data/osm/pbf-blobs.ts';
import { decodePbf, openPbf } from '../../../src/data/osm/pbf-decode.ts';
import { inflateZlib } from '../../../src/data/osm/inflate.ts';
import { flaws, listed } from './listed.ts';
import * as E from './pbf-encoder.ts';

const inflate = (data: Uint8Array, rawSize: number) =>
  inflateSync(data, { maxOutputLength: Math.max(1, rawSize) });
const decode = (bytes: Uint8Array) => decodePbf(bytes, { inflate });
const STRINGS = ['', 'highway', 'steps', 'name', '贵溪', 'outer', 'somebody'];

/** Two nodes in Guixi and one south of the equator, a way, a relation: what most tests read. */
const TOWN = [
  E.block(STRINGS, [
    E.dense(
      [10, 12, 5],
      [283000000, 283000005, -301133278],
      [1171900000, 1171899990, -512663537],
      [0, 1, 2, 3, 4, 0, 0],
    ),
  ]),
  E.block(STRINGS, [
    E.way(7, [10, 12, 5, 10], [[1, 2]]),
    E.relation(
      3,
      [
        [1, 7, 5],
        [0, 12, 0],
        [2, 1, 5],
      ],
      [[3, 4]],
    ),
  ]),
];

const TOWN_LISTED = {
  nodes: [
    { id: 10, lon: 1171900000, lat: 283000000, tags: {} },
    { id: 12, lon: 1171899990, lat: 283000005, tags: { highway: 'steps', name: '贵溪' } },
    { id: 5, lon: -512663537, lat: -301133278, tags: {} },
  ],
  ways: [{ id: 7, refs: [10, 12, 5, 10], tags: { highway: 'steps' } }],
  relations: [
    { id: 3, members: ['way 7 outer', 'node 12', 'relation 1 outer'], tags: { name: '贵溪' } },
  ],
};

describe('decodePbf', () => {
  it('reads dense nodes, ways and relations, raw and zlib alike', () => {
    const raw = decode(E.pbfFile(TOWN));
    expect(listed(raw)).toEqual(TOWN_LISTED);
    expect(flaws(raw)).toEqual([]);
    expect(decode(E.pbfFile(TOWN, { zlib: true }))).toEqual(raw);
    expect(decodePbf(E.pbfFile(TOWN, { zlib: true }), { inflate: inflateZlib })).toEqual(raw);
  });

  it('keeps each key, value and role once, and no names of users', () => {
    expect(decode(E.pbfFile(TOWN)).strings).toEqual([
      '',
      'highway',
      'steps',
      'name',
      '贵溪',
      'outer',
    ]);
  });

  it('reads plain nodes as it reads dense ones', () => {
    const plain = E.block(STRINGS, [
      [
        ...E.node(10, 283000000, 1171900000),
        ...E.node(12, 283000005, 1171899990, [
          [1, 2],
          [3, 4],
        ]),
        ...E.node(5, -301133278, -512663537),
      ],
    ]);
    expect(decode(E.pbfFile([plain, TOWN[1]]))).toEqual(decode(E.pbfFile(TOWN)));
  });

  it('applies granularity and offsets, in whatever order the fields stand', () => {
    // 1 000 nanodegrees a unit, from 30° N and 100° E: unit 1 is 0.000 001°.
    const scale = [...E.int(17, 1000), ...E.int(19, 30e9), ...E.int(20, 100e9)];
    const group = E.dense([1, 2], [1, -2], [3, 0]);
    const expected = [
      { id: 1, lon: 1000000030, lat: 300000010, tags: {} },
      { id: 2, lon: 1000000000, lat: 299999980, tags: {} },
    ];
    expect(listed(decode(E.pbfFile([E.block([''], [group], scale)]))).nodes).toEqual(expected);
    const before = [...scale, ...E.block([''], [group])];
    expect(listed(decode(E.pbfFile([before]))).nodes).toEqual(expected);
  });

  it('rounds finer units than 1e-7 degree to the nearest', () => {
    const finer = E.block([''], [E.dense([1, 2], [149, -151], [150, 49])], E.int(17, 1));
    const { nodes } = decode(E.pbfFile([finer]));
    expect([...nodes.lat]).toEqual([1, -2]);
    expect([...nodes.lon]).toEqual([2, 0]);
  });

  it('reads negative ids and ids beyond 32 and 35 bits exactly', () => {
    const ids = [-1, -5_000_000_000, 12_345_678_901, 2 ** 52, 2 ** 53 - 1];
    const zeros = ids.map(() => 0);
    const file = E.pbfFile([
      E.block([''], [E.dense(ids, zeros, zeros), ids.flatMap((id) => E.way(id, ids))]),
      E.block([''], [ids.flatMap((id) => E.relation(id, [[0, id, 0]]))]),
      E.block([''], [ids.flatMap((id) => E.node(id, 0, 0))]),
    ]);
    const osm = decode(file);
    expect([...osm.nodes.ids]).toEqual([...ids, ...ids]);
    expect([...osm.ways.ids]).toEqual(ids);
    expect([...osm.ways.refs.subarray(0, ids.length)]).toEqual(ids);
    expect([...osm.relations.ids]).toEqual(ids);
    expect([...osm.relations.memberIds]).toEqual(ids);
  });

  it('reads an empty file, empty groups and objects without anything', () => {
    expect(flaws(decode(E.pbfFile([])))).toEqual([]);
    const osm = decode(E.pbfFile([E.block([''], [[], E.way(1, []), E.relation(2, [])])]));
    expect(listed(osm)).toEqual({
      nodes: [],
      ways: [{ id: 1, refs: [], tags: {} }],
      relations: [{ id: 2, members: [], tags: {} }],
    });
  });

  it('steps over fields, block types and metadata it does not need', () => {
    const unknown = [
      ...E.int(99, 1),
      ...E.bytes(98, 'x'),
      ...E.key(97, 1),
      ...[1, 2, 3, 4, 5, 6, 7, 8],
      ...E.key(96, 5),
      ...[1, 2, 3, 4],
    ];
    const info = E.bytes(4, [...E.int(1, 3), ...E.int(5, 6)]);
    const strange = E.block(
      STRINGS,
      [[...E.bytes(3, [...E.int(1, 7), ...info, ...unknown, ...E.deltas(9, [4])]), ...unknown]],
      unknown,
    );
    const file = Uint8Array.from([
      ...E.header(unknown),
      ...E.fileblock('_index', E.rawBlob([1, 2, 3])),
      ...E.fileblock('OSMData', [...unknown, ...E.rawBlob(strange)]),
    ]);
    expect(listed(decode(file)).ways).toEqual([{ id: 7, refs: [], tags: {} }]);
  });

  it('takes bbox from the header, in nanodegrees', () => {
    const box = E.bytes(1, [
      ...E.sint(1, -51266353700),
      ...E.sint(2, -51132156600),
      ...E.sint(3, -29987642900),
      ...E.sint(4, -30113327800),
    ]);
    const { bbox } = decode(E.pbfFile([], { header: E.header(box) }));
    expect(bbox).toEqual([-51.2663537, -30.1133278, -51.1321566, -29.9876429]);
    expect(decode(E.pbfFile([])).bbox).toBeNull();
  });

  it('reports progress up to the whole', () => {
    const calls: [number, number][] = [];
    const file = E.pbfFile(TOWN);
    decodePbf(file, { inflate, onProgress: (done, total) => calls.push([done, total]) });
    expect(calls).toHaveLength(3);
    expect(calls.at(-1)).toEqual([file.length, file.length]);
  });
});

describe('the date of a PBF', () => {
  const seconds = Date.UTC(2020, 7, 12, 19, 31, 51) / 1000;
  const timesInDense = (times: number[], extra: E.Bytes = []) =>
    E.block(
      [''],
      [E.bytes(2, [...E.deltas(1, [1, 2]), ...E.bytes(5, E.deltas(2, times)), ...both])],
      extra,
    );
  const both = [...E.deltas(8, [0, 0]), ...E.deltas(9, [0, 0])];

  it('is the replication time of the header', () => {
    const dated = E.header(E.int(32, Date.UTC(2016, 2, 5, 0, 26, 2) / 1000));
    const file = E.pbfFile([timesInDense([seconds, seconds - 9])], { header: dated });
    expect(decode(file).date).toBe('2016-03-05T00:26:02Z');
  });

  it('else is the newest timestamp of dense nodes, nodes, ways and relations', () => {
    expect(decode(E.pbfFile([timesInDense([seconds, seconds - 9])])).date).toBe(
      '2020-08-12T19:31:51Z',
    );
    const info = E.bytes(4, [...E.int(1, 1), ...E.int(2, seconds)]);
    for (const field of [1, 3, 4]) {
      const id = field === 1 ? [...E.sint(1, 1), ...E.sint(8, 0), ...E.sint(9, 0)] : E.int(1, 1);
      const file = E.pbfFile([E.block([''], [E.bytes(field, [...id, ...info])])]);
      expect(decode(file).date).toBe('2020-08-12T19:31:51Z');
    }
  });

  it('applies date_granularity, and is null when unknown', () => {
    const file = E.pbfFile([timesInDense([seconds * 10, 0], E.int(18, 100))]);
    expect(decode(file).date).toBe('2020-08-12T19:31:51Z');
    expect(decode(E.pbfFile(TOWN)).date).toBeNull();
    expect(decode(E.pbfFile([timesInDense([0, 0])])).date).toBeNull();
  });
});

describe('openPbf', () => {
  it('gives one block at a time, with one string table for all, as often as asked', () => {
    const file = openPbf(bytesSource(E.pbfFile(TOWN)), { inflate });
    for (let pass = 0; pass < 2; pass++) {
      const seen = [];
      for (const { parts } of file.blocks()) {
        const whole = { ...parts, strings: file.strings, bbox: null, date: null };
        expect(flaws(whole)).toEqual([]);
        seen.push(listed(whole));
      }
      expect(seen).toEqual([
        { ...TOWN_LISTED, ways: [], relations: [] },
        { ...TOWN_LISTED, nodes: [] },
      ]);
    }
  });

  it('reads from a source only the pieces it needs', () => {
    const bytes = E.pbfFile(TOWN);
    let most = 0;
    const source = {
      size: bytes.length,
      read(offset: number, length: number) {
        most = Math.max(most, length);
        return bytes.slice(offset, offset + length);
      },
    };
    const blocks = [...openPbf(source, { inflate }).blocks()];
    expect(blocks).toHaveLength(2);
    expect(most).toBeLessThan(bytes.length / 2);
  });
});
