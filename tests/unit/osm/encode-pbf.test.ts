import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OsmCopy } from '../../../src/data/osm/osm-copy.ts';
import { decodePbf } from '../../../src/data/osm/pbf-decode.ts';
import { encodePbf } from '../../../src/data/osm/encode-pbf.ts';
import { readOsm } from '../../../src/data/osm/read-osm.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import { listed } from './listed.ts';

const inflate = (data: Uint8Array, rawSize: number) =>
  inflateSync(data, { maxOutputLength: Math.max(1, rawSize) });
const decode = (bytes: Uint8Array) => decodePbf(bytes, { inflate });
const encode = (osm: OsmData) => Buffer.concat([...encodePbf(osm, (data) => deflateSync(data))]);

const id = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.integer({ min: 0, max: 2 ** 40 }));
const word = fc.oneof(
  fc.constantFrom('highway', '名', 'x'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const tags = fc.array(
  fc.tuple(
    word.filter((key) => key !== ''),
    word,
  ),
  { maxLength: 3 },
);

/** An OsmData of these objects, with a table of its own. */
function dataOf(
  nodes: [number, number, number, [string, string][]][],
  ways: [number, number[], [string, string][]][],
  relations: [number, [number, number, string][], [string, string][]][],
  about: Pick<OsmData, 'bbox' | 'date'>,
): OsmData {
  const copy = new OsmCopy();
  const texts = (list: [string, string][]) => list.flat();
  for (const [one, lon, lat, t] of nodes) {
    const strings = texts(t);
    const parts = {
      nodes: {
        ids: [one],
        lon: [lon],
        lat: [lat],
        tagStart: [0, t.length],
        tags: strings.map((_, i) => i),
      },
    };
    copy.node({ parts, strings } as never, 0);
  }
  for (const [one, refs, t] of ways) {
    const strings = texts(t);
    const parts = {
      ways: {
        ids: [one],
        refs,
        refStart: [0, refs.length],
        tagStart: [0, t.length],
        tags: strings.map((_, i) => i),
      },
    };
    copy.way({ parts, strings } as never, 0);
  }
  for (const [one, members, t] of relations) {
    const strings = [...texts(t), ...members.map(([, , role]) => role)];
    const parts = {
      relations: {
        ids: [one],
        memberStart: [0, members.length],
        memberTypes: members.map(([type]) => type),
        memberIds: members.map(([, ref]) => ref),
        memberRoles: members.map((_, m) => 2 * t.length + m),
        tagStart: [0, t.length],
        tags: t.flatMap((_, k) => [2 * k, 2 * k + 1]),
      },
    };
    copy.relation({ parts, strings } as never, 0);
  }
  copy.flush();
  return copy.done(about);
}

it('law: what was written is read back, every id, place, tag, ref and role', () => {
  const lon = fc.integer({ min: -18e8, max: 18e8 });
  const lat = fc.integer({ min: -9e8, max: 9e8 });
  const member = fc.tuple(fc.integer({ min: 0, max: 2 }), id, word);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(id, lon, lat, tags), { maxLength: 9 }),
      fc.array(fc.tuple(id, fc.array(id, { maxLength: 6 }), tags), { maxLength: 6 }),
      fc.array(fc.tuple(id, fc.array(member, { maxLength: 4 }), tags), { maxLength: 4 }),
      (nodes, allWays, allRelations) => {
        // The format writes ids of ways and relations without a sign, and theirs are never negative.
        const ways = allWays.filter(([one]) => one >= 0);
        const relations = allRelations.filter(([one]) => one >= 0);
        const osm = dataOf(nodes, ways, relations, {
          bbox: [-51.2, -30.1, 7, 43.5],
          date: '2020-08-12T19:31:51Z',
        });
        const back = decode(encode(osm));
        expect(listed(back)).toEqual(listed(osm));
        expect([back.bbox, back.date]).toEqual([osm.bbox, osm.date]);
      },
    ),
    { numRuns: 200, verbose: 1 },
  );
});

it('an empty file, without box or date', () => {
  const osm = dataOf([], [], [], { bbox: null, date: null });
  expect(decode(encode(osm))).toEqual(osm);
});

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data');
for (const file of ['monaco/monaco_2016.osm.pbf', 'guixi/guixi_2024.osm.gz']) {
  const path = resolve(folder, file);
  const absent = !existsSync(path);
  if (absent) console.warn(`${path} is absent (HUIMIN_REAL_DATA): its test is skipped`);
  it.skipIf(absent)(`${file}, many blocks of it, comes back whole`, () => {
    const osm = readOsm(new Uint8Array(readFileSync(path)), { fileName: file, inflate });
    const back = decode(encode(osm));
    for (const kind of ['nodes', 'ways', 'relations'] as const) {
      expect(listed(back)[kind]).toEqual(listed(osm)[kind]);
    }
    expect([back.bbox, back.date]).toEqual([osm.bbox, osm.date]);
  });
}
