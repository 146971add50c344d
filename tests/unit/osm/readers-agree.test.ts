import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePbf } from '../../../src/data/osm/pbf-decode.ts';
import { decodeOsmXml } from '../../../src/data/osm/xml-decode.ts';
import { flaws, listed, type Listed } from './listed.ts';
import * as E from './pbf-encoder.ts';

/** Data with everything that the two formats have in common. */
const text = fc.oneof(
  fc.constantFrom('highway', 'name', '贵溪', '', 'a&b"<c>\'', '🚶', '\ufeff', 'x'.repeat(300)),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((s) => s.replace(/[\0-\x1f\ufffe\uffff]/g, '')), // eslint-disable-line no-control-regex
);
// A key of '' is the end of a list in DenseNodes.
const tags = fc.dictionary(
  text.filter((key) => key !== ''),
  text,
  { maxKeys: 4 },
);
// Differences of ids, which is what PBF stores, must be exact as well.
const id = fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 });
const node = fc.record({
  id,
  lon: fc.integer({ min: -1800000000, max: 1800000000 }),
  lat: fc.integer({ min: -900000000, max: 900000000 }),
  tags,
});
const way = fc.record({ id, refs: fc.array(id, { maxLength: 6 }), tags });
const member = fc
  .tuple(fc.constantFrom('node', 'way', 'relation'), id, fc.constantFrom('', 'outer', '入口'))
  .map((parts) => parts.join(' ').trimEnd());
const relation = fc.record({ id, members: fc.array(member, { maxLength: 5 }), tags });
const data: fc.Arbitrary<Listed> = fc.record({
  nodes: fc.array(node, { maxLength: 8 }),
  ways: fc.array(way, { maxLength: 5 }),
  relations: fc.array(relation, { maxLength: 4 }),
});

function asXml({ nodes, ways, relations }: Listed): Uint8Array {
  const escape = (value: string | number) =>
    String(value).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const tagsOf = (object: Record<string, string>) =>
    Object.entries(object).map(([k, v]) => `<tag k="${escape(k)}" v='${escape(v)}'/>`);
  const degrees = (units: number) => (units / 1e7).toFixed(7);
  const lines = [
    ...nodes.map(
      (n) =>
        `<node id="${n.id}" lat="${degrees(n.lat)}" lon="${degrees(n.lon)}">${tagsOf(n.tags).join('')}</node>`,
    ),
    ...ways.map(
      (w) =>
        `<way id="${w.id}">${w.refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsOf(w.tags).join('')}</way>`,
    ),
    ...relations.map((r) => {
      const members = r.members.map((m) => {
        const [type, ref, role = ''] = m.split(' ');
        return `<member type="${type}" ref="${ref}" role="${role}"/>`;
      });
      return `<relation id="${r.id}">${members.join('')}${tagsOf(r.tags).join('')}</relation>`;
    }),
  ];
  return new TextEncoder().encode(`<osm version="0.6">\n${lines.join('\n')}\n</osm>`);
}

function asPbf({ nodes, ways, relations }: Listed, isDense: boolean, zlib: boolean): Uint8Array {
  const strings = [''];
  const index = (value: string) => {
    const found = strings.indexOf(value);
    return found === -1 ? strings.push(value) - 1 : found;
  };
  const pairs = (object: Record<string, string>) =>
    Object.entries(object).map(([k, v]): [number, number] => [index(k), index(v)]);
  const nodeGroup = isDense
    ? E.dense(
        nodes.map((n) => n.id),
        nodes.map((n) => n.lat),
        nodes.map((n) => n.lon),
        nodes.flatMap((n) => [...pairs(n.tags).flat(), 0]),
      )
    : nodes.flatMap((n) => E.node(n.id, n.lat, n.lon, pairs(n.tags)));
  const groups = [
    nodeGroup,
    ways.flatMap((w) => E.way(w.id, w.refs, pairs(w.tags))),
    relations.flatMap((r) =>
      E.relation(
        r.id,
        r.members.map((m) => {
          const [type, ref, role = ''] = m.split(' ');
          return [['node', 'way', 'relation'].indexOf(type), Number(ref), index(role)];
        }),
        pairs(r.tags),
      ),
    ),
  ];
  return E.pbfFile([E.block(strings, groups)], { zlib });
}

describe('the PBF and the XML reader', () => {
  it('give the same OsmData for the same data, and that data', () => {
    fc.assert(
      fc.property(data, fc.boolean(), fc.boolean(), (town, isDense, zlib) => {
        const pbf = decodePbf(asPbf(town, isDense, zlib), {
          inflate: (packed, size) => inflateSync(packed, { maxOutputLength: size }),
        });
        const xml = decodeOsmXml([asXml(town)]);
        expect(pbf).toEqual(xml);
        expect(listed(pbf)).toEqual(town);
        expect(flaws(pbf)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
