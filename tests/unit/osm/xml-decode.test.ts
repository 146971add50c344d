import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOsmXml } from '../../../src/data/osm/xml-decode.ts';
import { faultOf } from './fault-of.ts';
import { flaws, listed } from './listed.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const decode = (text: string) => decodeOsmXml([utf8(text)]);
const inOsm = (content: string) => decode(`<osm version="0.6">${content}</osm>`);

/** Everything that OSM XML may contain, in the spellings that JOSM, Overpass and the API use. */
const TOWN = `<?xml version='1.0' encoding='UTF-8'?>
<!-- a comment with <tags> & more -- -->
<osm version="0.6" generator='Overpass API' unknown="&lt;">
 <note>from www.openstreetmap.org &amp; friends > all</note>
 <meta osm_base="2024-11-18T05:46:04Z"/>
 <bounds minlat="28.28171" minlon='117.19116' maxlat="28.32252" maxlon="117.25519"/>
 <![CDATA[ <node id="999"/> ]]>
 <node id="10" lat="28.3" lon="117.19"/>
 <node id='12' visible="true" timestamp="2020-02-22T15:06:47Z" user="a>b" lat='28.3000005'
   lon="117.1899990">
  <tag k="highway" v="steps"/>
  <tag k='name' v='贵溪 &quot;&amp;&apos;&#31449;&#x1F6B6;&lt;&gt;'></tag>
 </node >
 <node id="-5" action="modify" lat="-30.1133278" lon="-51.2663537"/>
 <node id="13" visible="false" version="2"/>
 <node id="14" action='delete' lat="1" lon="1"><tag k="gone" v="yes"/></node>
 <way id="7">
  <center lat="1" lon="2"/>
  <nd ref="10"/><nd ref="12" lat="28.3" lon="117.1"/><nd ref="-5"/><nd ref="10"/>
  <tag k="highway" v="steps"/>
 </way>
 <way id="8" visible="false"><nd ref="10"/></way>
 <relation id="3">
  <member type="way" ref="7" role="outer"><nd lat="1" lon="2"/></member>
  <member type="node" ref="12" role=""/>
  <member type="relation" ref="1"/>
  <tag k="name" v="贵溪"/>
 </relation>
 <changeset id="1"><tag k="comment" v="not an object"/></changeset>
</osm>
<!-- the end -->
`;

const TOWN_LISTED = {
  nodes: [
    { id: 10, lon: 1171900000, lat: 283000000, tags: {} },
    {
      id: 12,
      lon: 1171899990,
      lat: 283000005,
      tags: { highway: 'steps', name: '贵溪 "&\'站🚶<>' },
    },
    { id: -5, lon: -512663537, lat: -301133278, tags: {} },
  ],
  ways: [{ id: 7, refs: [10, 12, -5, 10], tags: { highway: 'steps' } }],
  relations: [{ id: 3, members: ['way 7 outer', 'node 12', 'relation 1'], tags: { name: '贵溪' } }],
};

describe('decodeOsmXml', () => {
  it('reads objects, and leaves out deleted ones and what is not an object', () => {
    const osm = decode(TOWN);
    expect(listed(osm)).toEqual(TOWN_LISTED);
    expect(flaws(osm)).toEqual([]);
    expect(osm.strings).toEqual([
      ...['', 'highway', 'steps', 'name', '贵溪 "&\'站🚶<>', 'outer', '贵溪'],
    ]);
  });

  it('gives the same result wherever the bytes are cut into chunks', () => {
    const bytes = utf8(`\ufeff${TOWN}`);
    const whole = decodeOsmXml([bytes]);
    expect(listed(whole)).toEqual(TOWN_LISTED);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(decodeOsmXml(single)).toEqual(whole);
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (unsorted) => {
        const ends = [...unsorted, bytes.length].sort((a, b) => a - b);
        const chunks = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        expect(decodeOsmXml(chunks)).toEqual(whole);
      }),
    );
  });

  it('finds the same fault at the same byte wherever the bytes are cut', () => {
    const spoilt = utf8(TOWN.replace('<nd ref="-5"/>', '<nd ref="-5/>'));
    const place = (chunks: Uint8Array[]) => {
      const { code, text } = faultOf(() => decodeOsmXml(chunks));
      return [code, /byte \d+ \(line \d+\)/.exec(text.en)?.[0]];
    };
    const whole = place([spoilt]);
    fc.assert(
      fc.property(fc.nat(spoilt.length), fc.nat(spoilt.length), (a, b) => {
        const [i, j] = [Math.min(a, b), Math.max(a, b)];
        const chunks = [spoilt.subarray(0, i), spoilt.subarray(i, j), spoilt.subarray(j)];
        expect(place(chunks)).toEqual(whole);
      }),
    );
  });

  it.each([
    ['117.1911600', 1171911600],
    ['117', 1170000000],
    ['117.', 1170000000],
    ['.5', 5000000],
    ['-0.0000001', -1],
    ['-0.0', 0],
    ['+1.5', 15000000],
    ['1e-5', 100],
    ['1.25E1', 125000000],
    ['12.34567894', 123456789],
    ['12.345678951', 123456790],
    ['-12.34567896', -123456790],
    ['179.99999999', 1800000000],
    ['00012.5', 125000000],
  ])('reads the longitude %s as %i units', (text, units) => {
    const { nodes } = inOsm(`<node id="1" lat="0" lon="${text}"/>`);
    expect(nodes.lon[0]).toBe(units);
  });

  it('reads negative ids, and -0 as 0', () => {
    const { ids } = inOsm('<way id="-12"/><way id="-0"/><way id="9007199254740991"/>').ways;
    expect([...ids]).toEqual([-12, 0, 9007199254740991]);
  });

  it('reads line breaks and tabs in a value as one space each', () => {
    const { strings } = inOsm(
      '<node id="1" lat="0" lon="0"><tag k="a" v="b\r\nc\nd\te&#10;f"/></node>',
    );
    expect(strings).toEqual(['', 'a', 'b c d e\nf']);
  });

  it('tells a value with a byte order mark from one without', () => {
    const { strings } = inOsm(
      '<node id="1" lat="0" lon="0"><tag k="a" v="\ufeffx"/><tag k="b" v="x"/></node>',
    );
    expect(strings).toEqual(['', 'a', '\ufeffx', 'b', 'x']);
  });

  it('reads an empty document and more objects than one batch holds', () => {
    expect(flaws(decode('<osm/>'))).toEqual([]);
    const many = Array.from(
      { length: 70_000 },
      (_, i) => `<node id="${i}" lat="1" lon="2">${i % 9 ? '' : `<tag k="n" v="${i}"/>`}</node>`,
    );
    const ways = Array.from({ length: 70_000 }, (_, i) => `<way id="${i}"><nd ref="${i}"/></way>`);
    const osm = inOsm(many.join('') + ways.join(''));
    expect(flaws(osm)).toEqual([]);
    // The last of them, with its tag and its reference.
    expect(osm.nodes.ids.at(-1)).toBe(69_999);
    expect(osm.strings[osm.nodes.tags.at(-1)!]).toBe('69993');
    expect(osm.nodes.tagStart[69_994] - osm.nodes.tagStart[69_993]).toBe(1);
    expect(osm.ways.refs.subarray(osm.ways.refStart[69_999])).toEqual(Float64Array.of(69_999));
  });

  it('takes the union of several bounds', () => {
    const { bbox } = inOsm(
      '<bounds minlat="1" minlon="2" maxlat="3" maxlon="4"/>' +
        '<bounds minlat="0.5" minlon="3" maxlat="2" maxlon="5" origin="JOSM"/>',
    );
    expect(bbox).toEqual([2, 0.5, 5, 3]);
    expect(inOsm('').bbox).toBeNull();
  });

  it('takes the date from osm_base or the root, else from the newest object', () => {
    const nodes = ['2019-01-01T00:00:00Z', '2021-05-06T07:08:09Z', '2020-01-01T00:00:00Z', 'never']
      .map((time, i) => `<node id="${i}" lat="0" lon="0" timestamp="${time}"/>`)
      .join('');
    expect(inOsm(nodes).date).toBe('2021-05-06T07:08:09Z');
    expect(inOsm(`<meta osm_base="2024-11-18T05:46:04Z"/>${nodes}`).date).toBe(
      '2024-11-18T05:46:04Z',
    );
    expect(decode(`<osm timestamp="2023-01-02T03:04:05Z">${nodes}</osm>`).date).toBe(
      '2023-01-02T03:04:05Z',
    );
    expect(inOsm('<node id="1" lat="0" lon="0"/>').date).toBeNull();
  });

  it('reports progress by chunk, up to the whole', () => {
    const bytes = utf8(TOWN);
    const calls: [number, number][] = [];
    const onProgress = (done: number, total: number) => calls.push([done, total]);
    decodeOsmXml([bytes.subarray(0, 100), bytes.subarray(100)], {
      onProgress,
      total: bytes.length,
    });
    expect(calls).toEqual([
      [100, bytes.length],
      [bytes.length, bytes.length],
    ]);
  });
});
