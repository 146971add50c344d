import { describe, expect, it } from 'vitest';
import { decodeOsmXml } from '../../../src/data/osm/xml-decode.ts';
import { faultOf } from './fault-of.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const fault = (text: string) => faultOf(() => decodeOsmXml([utf8(text)]));
const NODE = '<node id="1" lat="28.3" lon="117.2"/>';

describe('a cut OSM XML', () => {
  it('is a fault wherever it is cut, never half a result', () => {
    const whole = `<?xml version="1.0"?><!-- c --><osm version="0.6"><![CDATA[x]]>${NODE}<way id="2"><nd ref="1"/></way></osm>`;
    for (let length = 0; length < whole.length; length++) {
      expect(fault(whole.slice(0, length)).code, `cut at ${length}`).toBe('xml-cut');
    }
  });

  it('says where it breaks off and what is missing', () => {
    const { text } = fault(`<osm>\n${NODE}\n<way id="2">`);
    expect(text.en).toContain('breaks off at byte 56 (line 3), expected </way>');
    expect(text.zh).toContain('在第 56 字节（第 3 行）处中断，应有 </way>');
  });
});

describe('OSM XML that is not well formed', () => {
  it.each([
    ['a wrong end tag', '<osm><way id="1"></node></osm>', 17, '</node></osm>', '</way>'],
    ['an end tag too many', '<osm/></osm>', 6, '</osm>', 'an XML tag'],
    ['two roots', '<osm/><osm/>', 6, '<osm/>', 'the end of the file'],
    ['text after the root', '<osm/> more', 7, 'more', 'the end of the file'],
    ['text before the root', 'id,name <osm/>', 0, 'id,name <osm/>', 'an XML tag'],
    ['a name that is none', '<osm>< node/></osm>', 6, ' node/></osm>', 'an XML tag'],
    ['no equals sign', '<osm a "1"/>', 7, '"1"/>', '='],
    ['no quotation mark', '<osm a=1/>', 7, '1/>', 'a quotation mark'],
    ['no space between attributes', '<osm a="1"b="2"/>', 10, 'b="2"/>', 'another attribute'],
    [
      'an attribute twice',
      '<osm><node id="1" id="2"/></osm>',
      18,
      'id="2"/></osm>',
      'no name twice',
    ],
    ['a bare < in a value', '<osm a="1<2"/>', 9, '<2"/>', '&lt;'],
    ['a slash astray', '<osm / a="1"/>', 5, '/ a="1"/>', '/>'],
    ['a control character', '<osm><node id="1\u0001"/></osm>', 16, '\u0001"/></osm>', 'control'],
  ])('%s', (_, xml, at, got, expected) => {
    const { code, text } = fault(xml);
    expect(code).toBe('xml-syntax');
    expect(text.en).toContain(`at byte ${at} (line 1) got "${got}"`);
    expect(text.en).toContain(expected);
  });

  it('names the line', () => {
    expect(fault(`<osm>\n${NODE}\n\n  <way id=7/></osm>`).text.zh).toContain('（第 4 行）');
  });

  it('refuses elements nested very deep and a tag without end', () => {
    expect(fault('<osm>'.repeat(1000)).code).toBe('xml-syntax');
    const endless = utf8(`<osm a="${'x'.repeat(1 << 21)}"/>`);
    expect(faultOf(() => decodeOsmXml([endless])).text.en).toContain('a tag shorter than');
    const chunks = [endless.subarray(0, 9), endless.subarray(9, 2e6), endless.subarray(2e6)];
    expect(faultOf(() => decodeOsmXml(chunks)).text.en).toContain('a tag shorter than');
  });
});

describe('XML that is refused', () => {
  it('a DOCTYPE, and with it custom entities (no billion laughs)', () => {
    const bomb = '<!DOCTYPE osm [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><osm>&b;</osm>';
    expect(fault(`<?xml version="1.0"?>${bomb}`).code).toBe('xml-doctype');
  });

  it.each([
    '&b;',
    '&LT;',
    '&',
    '&lt',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&#8;',
    '&#xg;',
    '&toString;',
  ])('the reference %s', (reference) => {
    const { code, text } = fault(
      `<osm><node id="1" lat="0" lon="0"><tag k="a" v="x${reference} y"/></node></osm>`,
    );
    expect(code).toBe('xml-entity');
    expect(text.en).toContain('at byte 49 (line 1)');
  });

  it('other encodings than UTF-8, declared or not', () => {
    const declared = fault('<?xml version="1.0" encoding="GB18030"?><osm/>');
    expect(declared.code).toBe('xml-encoding');
    expect(declared.text.zh).toContain('GB18030');
    // 贵 in GBK.
    const [before, after] = [
      '<osm><node id="1" lat="0" lon="0"><tag k="name" v="',
      '"/></node></osm>',
    ];
    const bytes = Uint8Array.from([...utf8(before), 0xb9, 0xf3, ...utf8(after)]);
    expect(faultOf(() => decodeOsmXml([bytes])).code).toBe('xml-utf8');
  });

  it('other roots and versions', () => {
    expect(fault('<osmChange version="0.6"/>').text.en).toContain('root is <osmChange>');
    expect(fault('<osm version="0.5"/>').code).toBe('xml-version');
  });

  it('the <remark> of an Overpass query that ran out of time', () => {
    const remark = '<remark> runtime error: Query timed out in "query" at line 1 </remark>';
    expect(fault(`<osm>${NODE}${remark}</osm>`).code).toBe('xml-remark');
  });
});

describe('objects that lack something', () => {
  it.each([
    ['node', 'id', '<node lat="1" lon="2"/>'],
    ['node', 'lat', '<node id="1" lon="2"/>'],
    ['node', 'lon', '<node id="1" lat="2"/>'],
    ['nd', 'ref', '<way id="1"><nd/></way>'],
    ['tag', 'k', '<way id="1"><tag v="x"/></way>'],
    ['tag', 'v', '<way id="1"><tag k="x"/></way>'],
    ['member', 'type', '<relation id="1"><member ref="1"/></relation>'],
    ['member', 'ref', '<relation id="1"><member type="way"/></relation>'],
    ['bounds', 'maxlon', '<bounds minlat="1" minlon="2" maxlat="3"/>'],
  ])('<%s> without %s', (element, field, xml) => {
    const { code, text } = fault(`<osm>${xml}</osm>`);
    expect(code).toBe('xml-missing');
    expect(text.en).toContain(`<${element}> has no ${field}`);
  });

  it.each([
    ['an id with letters', 'id', '<node id="12a" lat="1" lon="2"/>'],
    ['an empty id', 'id', '<node id="" lat="1" lon="2"/>'],
    ['a lone minus', 'id', '<node id="-" lat="1" lon="2"/>'],
    ['a fraction as id', 'id', '<way id="1.5"/>'],
    ['an id beyond 2^53', 'ref', '<way id="1"><nd ref="9007199254740992"/></way>'],
    ['a latitude of 91°', 'lat', '<node id="1" lat="91" lon="2"/>'],
    ['a latitude just beyond 90°', 'lat', '<node id="1" lat="90.0000001" lon="2"/>'],
    ['a longitude of −180.5°', 'lon', '<node id="1" lat="1" lon="-180.5"/>'],
    ['a comma for a point', 'lat', '<node id="1" lat="28,3" lon="2"/>'],
    ['NaN', 'lat', '<node id="1" lat="NaN" lon="2"/>'],
    ['an empty latitude', 'lat', '<node id="1" lat="" lon="2"/>'],
    ['an endless number', 'lat', `<node id="1" lat="${'9'.repeat(400)}" lon="2"/>`],
    [
      'a member type of its own',
      'type',
      '<relation id="1"><member type="area" ref="1"/></relation>',
    ],
    [
      'bounds that are no numbers',
      'minlat',
      '<bounds minlat="x" minlon="2" maxlat="3" maxlon="4"/>',
    ],
  ])('%s', (_, field, xml) => {
    const { code, text } = fault(`<osm>${xml}</osm>`);
    expect(code).toBe('xml-value');
    expect(text.en).toContain(` ${field} is "`);
  });
});
