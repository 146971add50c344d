import { inflateSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Inflate } from '../../../src/data/osm/pbf-blobs.ts';
import { decodePbf } from '../../../src/data/osm/pbf-decode.ts';
import { inflateZlib } from '../../../src/data/osm/inflate.ts';
import { faultOf } from './fault-of.ts';
import * as E from './pbf-encoder.ts';

const nodeInflate = (data: Uint8Array, rawSize: number) =>
  inflateSync(data, { maxOutputLength: Math.max(1, rawSize) });

function fault(bytes: Uint8Array | E.Bytes, inflate: Inflate = nodeInflate) {
  return faultOf(() => decodePbf(Uint8Array.from(bytes), { inflate }));
}

/** The fault of a file whose only PrimitiveBlock is this. */
const blockFault = (content: E.Bytes) => fault(E.pbfFile([content]));
const STRINGS = ['', 'highway', 'steps'];
const WAY = E.block(STRINGS, [E.way(7, [1, 2], [[1, 2]])]);

describe('a cut or glued PBF', () => {
  const whole = E.pbfFile([WAY, WAY], { zlib: true });

  it('is a fault wherever it is cut between its blocks, never half a result', () => {
    const ends: number[] = [];
    decodePbf(whole, { inflate: nodeInflate, onProgress: (done) => ends.push(done) });
    for (let length = 1; length < whole.length; length++) {
      if (ends.includes(length)) continue;
      expect(fault(whole.subarray(0, length)).code, `cut at ${length}`).toBe('pbf-cut');
    }
  });

  it('says from which byte on how much is missing', () => {
    const { text } = fault(whole.subarray(0, whole.length - 5));
    expect(text.en).toMatch(/from byte \d+ on \d+ bytes are expected, got \d+/);
    expect(text.zh).toMatch(/从第 \d+ 字节起应还有 \d+ 字节，实际只有 \d+ 字节/);
  });

  it('is a fault without a header, with two, or with nothing', () => {
    expect(fault(E.fileblock('OSMData', E.rawBlob(WAY))).code).toBe('pbf-no-header');
    expect(fault([...whole, ...whole]).code).toBe('pbf-second-header');
    expect(fault([]).code).toBe('osm-empty');
  });
});

describe('sizes are checked before anything is allocated', () => {
  it('refuses a blob header beyond 64 KiB, and one of no bytes', () => {
    expect(fault([0, 1, 0, 1, 10, 9]).code).toBe('pbf-blob-header-size');
    expect(fault([0, 0, 0, 0, 10, 9]).code).toBe('pbf-blob-header-size');
    expect(fault([255, 255, 255, 255]).text.en).toContain('4294967295 bytes, expected 1 to 65536');
  });

  it('refuses a blob beyond 32 MiB, packed or unpacked, or of a negative size', () => {
    const limit = 32 * 1024 * 1024;
    for (const size of [limit + 1, -1]) {
      expect(fault(E.fileblock('OSMHeader', [], size)).code).toBe('pbf-blob-size');
    }
    let called = false;
    const spy = (data: Uint8Array, size: number) => {
      called = true;
      return nodeInflate(data, size);
    };
    for (const rawSize of [limit + 1, 2 ** 31 - 1, -1]) {
      const bomb = E.fileblock('OSMData', E.zlibBlob(WAY, rawSize));
      expect(fault([...E.header(), ...bomb], spy).code).toBe('pbf-blob-size');
    }
    expect(called).toBe(false);
  });

  it('refuses what unpacks beyond, or short of, its declared size (a zip bomb)', () => {
    const zeros = [...deflateSync(new Uint8Array(10_000_000))];
    const bomb = (rawSize: number) =>
      E.fileblock('OSMData', [...E.int(2, rawSize), ...E.bytes(3, zeros)]);
    for (const inflate of [nodeInflate, inflateZlib]) {
      expect(fault([...E.header(), ...bomb(1000)], inflate).code).toBe('pbf-inflate');
      expect(fault([...E.header(), ...bomb(0)], inflate).code).toBe('pbf-inflate');
      for (const error of [-1, 1]) {
        const file = [
          ...E.header(),
          ...E.fileblock('OSMData', E.zlibBlob(WAY, WAY.length + error)),
        ];
        expect(fault(file, inflate).code).toBe('pbf-inflate');
      }
    }
  });
});

describe('compression', () => {
  it('refuses lzma, bzip2, lz4 and zstd by name', () => {
    const names = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };
    for (const [field, name] of Object.entries(names)) {
      const blob = [...E.int(2, 10), ...E.bytes(Number(field), [1, 2, 3])];
      const { code, text } = fault([...E.header(), ...E.fileblock('OSMData', blob)]);
      expect(code).toBe('pbf-compression');
      expect(text.en).toContain(`packed with ${name}, expected zlib or none`);
    }
  });

  it('refuses zlib data that is damaged, and a blob without data or raw_size', () => {
    const packed = E.zlibBlob(WAY);
    const spoilt = packed.with(-1, packed.at(-1)! ^ 1);
    const file = [...E.header(), ...E.fileblock('OSMData', spoilt)];
    expect(fault(file, nodeInflate).code).toBe('pbf-inflate');
    expect(fault(file, inflateZlib).code).toBe('pbf-inflate');
    expect(fault([...E.header(), ...E.fileblock('OSMData', [])]).code).toBe('pbf-no-data');
    const sizeless = E.bytes(3, [1, 2, 3]);
    expect(fault([...E.header(), ...E.fileblock('OSMData', sizeless)]).code).toBe('pbf-no-data');
  });
});

describe('required features', () => {
  it('refuses history with its own sentence, and what it does not know by name', () => {
    const history = E.header([], [...E.FEATURES, 'HistoricalInformation']);
    expect(fault(history).code).toBe('pbf-history');
    const other = fault(E.header([], [...E.FEATURES, 'Morton']));
    expect(other.code).toBe('pbf-feature');
    expect(other.text.en).toContain('"Morton"');
  });

  it('refuses a bbox without all its sides', () => {
    expect(fault(E.header(E.bytes(1, E.sint(1, 5)))).code).toBe('pbf-missing');
  });
});

/** A varint one byte too long, though its value is 0. */
const ELEVEN = [...Array(10).fill(0x80), 0];

describe('a block out of order', () => {
  const refused: [string, string, E.Bytes][] = [
    ['a key beyond the table', 'pbf-string-index', E.block(STRINGS, [E.way(7, [], [[3, 2]])])],
    ['a value beyond the table', 'pbf-string-index', E.block(STRINGS, [E.way(7, [], [[1, 9]])])],
    ['a role beyond the table', 'pbf-string-index', E.block([''], [E.relation(1, [[0, 1, 1]])])],
    [
      'a negative role',
      'pbf-string-index',
      E.block(
        [''],
        [
          E.bytes(4, [
            ...E.int(1, 1),
            ...E.bytes(8, E.varint(-1)),
            ...E.deltas(9, [1]),
            ...E.packed(10, [0]),
          ]),
        ],
      ),
    ],
    [
      'a dense key beyond the table',
      'pbf-string-index',
      E.block(STRINGS, [E.dense([1], [0], [0], [3, 1, 0])]),
    ],
    [
      'a dense key without value',
      'pbf-string-index',
      E.block(STRINGS, [E.dense([1], [0], [0], [1])]),
    ],
    [
      'a key beyond 32 bits, whose lower bits are in the table',
      'pbf-string-index',
      E.block(STRINGS, [E.way(7, [], [[2 ** 32 + 1, 1]])]),
    ],
    ['no string table', 'pbf-string-index', E.bytes(2, E.way(7, [], [[1, 2]]))],
    ['fewer latitudes than ids', 'pbf-unequal', E.block([''], [E.dense([1, 2], [0], [0, 0])])],
    ['more longitudes than ids', 'pbf-unequal', E.block([''], [E.dense([1], [0], [0, 0])])],
    ['coordinates without ids', 'pbf-unequal', E.block([''], [E.dense([], [0], [0])])],
    [
      'tag lists for more nodes than there are',
      'pbf-unequal',
      E.block(STRINGS, [E.dense([1], [0], [0], [0, 0])]),
    ],
    [
      'tag lists for fewer nodes than there are',
      'pbf-unequal',
      E.block(STRINGS, [E.dense([1, 2], [0, 0], [0, 0], [1, 2, 0])]),
    ],
    [
      'tags after the last node',
      'pbf-unequal',
      E.block(STRINGS, [E.dense([1], [0], [0], [0, 1, 2])]),
    ],
    [
      'fewer timestamps than nodes',
      'pbf-unequal',
      E.block(
        [''],
        [
          E.bytes(2, [
            ...E.deltas(1, [1, 2]),
            ...E.bytes(5, E.deltas(2, [9])),
            ...E.deltas(8, [0, 0]),
            ...E.deltas(9, [0, 0]),
          ]),
        ],
      ),
    ],
    [
      'keys without values',
      'pbf-unequal',
      E.block(STRINGS, [E.bytes(3, [...E.int(1, 7), ...E.packed(2, [1])])]),
    ],
    [
      'members without types',
      'pbf-unequal',
      E.block([''], [E.bytes(4, [...E.int(1, 7), ...E.packed(8, [0]), ...E.deltas(9, [1])])]),
    ],
    ['a member type of 3', 'pbf-number', E.block([''], [E.relation(1, [[3, 1, 0]])])],
    ['a way without id', 'pbf-missing', E.block([''], [E.bytes(3, E.deltas(8, [1]))])],
    ['a node without lat', 'pbf-missing', E.block([''], [E.bytes(1, E.sint(1, 1))])],
    ['a relation without id', 'pbf-missing', E.block([''], [E.bytes(4, [])])],
    ['a latitude of 91°', 'pbf-coordinate', E.block([''], [E.dense([1], [910000000], [0])])],
    ['a longitude of −181°', 'pbf-coordinate', E.block([''], [E.node(1, 0, -1810000000)])],
    [
      'a coordinate that overflows 32 bits',
      'pbf-coordinate',
      E.block([''], [E.dense([1], [0], [2 ** 32])]),
    ],
    ['an id beyond 2^53', 'pbf-number', E.block([''], [E.bytes(3, E.int(1, 2n ** 60n))])],
    [
      'refs beyond 2^53',
      'pbf-number',
      E.block([''], [E.bytes(3, [...E.int(1, 1), ...E.bytes(8, E.zigzag(2n ** 60n))])]),
    ],
    [
      'refs whose last varint leaves the field',
      'pbf-beyond',
      E.block([''], [E.bytes(3, [...E.int(1, 1), ...E.bytes(8, [2, 0x80])])]),
    ],
    [
      'indices whose last varint leaves the field',
      'pbf-beyond',
      E.block([''], [E.bytes(3, [...E.int(1, 1), ...E.bytes(2, [0x80]), ...E.bytes(3, [0])])]),
    ],
    [
      'refs of 11 bytes',
      'pbf-varint',
      E.block([''], [E.bytes(3, [...E.int(1, 1), ...E.bytes(8, ELEVEN)])]),
    ],
    [
      'an index of 11 bytes',
      'pbf-varint',
      E.block([''], [E.bytes(3, [...E.int(1, 1), ...E.bytes(2, ELEVEN)])]),
    ],
    ['an id of 11 bytes', 'pbf-varint', E.block([''], [E.bytes(3, [...E.key(1, 0), ...ELEVEN])])],
    ['a group that reaches beyond the block', 'pbf-beyond', [...E.key(2, 2), ...E.varint(100), 1]],
    [
      'a way that reaches beyond its group',
      'pbf-beyond',
      E.block([''], [[...E.key(3, 2), ...E.varint(2 ** 40), 0]]),
    ],
    [
      'a way that reaches beyond its group into the rest of the block',
      'pbf-beyond',
      E.block([''], [[...E.key(3, 2), 5, ...E.int(1, 7)]], E.int(17, 100)),
    ],
    [
      'a fixed-size field that reaches beyond the block',
      'pbf-beyond',
      [...E.block([''], []), ...E.key(30, 1), 1],
    ],
    [
      'ids that are not packed',
      'pbf-wire-type',
      E.block([''], [E.bytes(2, [...E.sint(1, 1), ...E.deltas(8, [0]), ...E.deltas(9, [0])])]),
    ],
    ['a group of protobuf', 'pbf-wire-type', [...E.block([''], []), ...E.key(40, 3)]],
    [
      'refs twice',
      'pbf-repeated',
      E.block([''], [E.bytes(3, [...E.int(1, 1), ...E.deltas(8, [1]), ...E.deltas(8, [2])])]),
    ],
    ['granularity 0', 'pbf-number', E.block([''], [], E.int(17, 0))],
    ['field number 0', 'pbf-number', [...E.block([''], []), 0, 0]],
    [
      'text that is not UTF-8',
      'pbf-utf8',
      [
        ...E.bytes(1, [...E.bytes(1, ''), ...E.bytes(1, [0xb9, 0xf3]), ...E.bytes(1, 'x')]),
        ...E.bytes(2, E.way(1, [], [[1, 2]])),
      ],
    ],
  ];

  it.each(refused)('%s is a fault: %s', (_, code, content) => {
    const { code: got, text } = blockFault(content);
    expect(got).toBe(code);
    // Where it is: the block begins right after the header.
    expect(text.en).toContain(`the block at byte ${E.header().length} of the file`);
    expect(text.zh).toContain(`文件第 ${E.header().length} 字节处的数据块`);
  });
});
