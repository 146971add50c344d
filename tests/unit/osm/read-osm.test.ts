import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readOsm, type ReadOsmOptions } from '../../../src/data/osm/read-osm.ts';
import { faultOf } from './fault-of.ts';
import { listed } from './listed.ts';
import * as E from './pbf-encoder.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const read = (bytes: Uint8Array, options: Partial<ReadOsmOptions> = {}) =>
  readOsm(bytes, { fileName: 'town.dat', ...options });
const fault = (bytes: Uint8Array, options: Partial<ReadOsmOptions> = {}) =>
  faultOf(() => read(bytes, options));

const XML = '<osm version="0.6"><node id="1" lat="28.3" lon="117.2"/></osm>';
const PBF = E.pbfFile([E.block([''], [E.dense([1], [283000000], [1172000000])])], { zlib: true });
const NODE = [{ id: 1, lon: 1172000000, lat: 283000000, tags: {} }];
const nodeGunzip = (data: Uint8Array, maxBytes: number) => [
  gunzipSync(data, { maxOutputLength: Math.min(maxBytes, 2 ** 31) }),
];

describe('readOsm tells a file by its content', () => {
  it.each([
    ['PBF', PBF],
    ['XML', utf8(XML)],
    ['XML with a byte order mark and a declaration', utf8(`\ufeff<?xml version="1.0"?>\n${XML}`)],
    ['XML after white space', utf8(`\n\n ${XML}`)],
    ['XML in gzip', gzipSync(XML)],
    ['PBF in gzip', gzipSync(PBF)],
    [
      'XML in gzip of two members',
      Uint8Array.from([...gzipSync(XML.slice(0, 30)), ...gzipSync(XML.slice(30))]),
    ],
  ])('%s', (_, bytes) => {
    expect(listed(read(new Uint8Array(bytes))).nodes).toEqual(NODE);
    expect(listed(read(new Uint8Array(bytes), { gunzip: nodeGunzip })).nodes).toEqual(NODE);
  });

  it('takes any pieces that an injected gunzip gives', () => {
    const single = () => Array.from(utf8(XML), (byte) => Uint8Array.of(byte));
    expect(listed(read(gzipSync('x'), { gunzip: single })).nodes).toEqual(NODE);
  });

  it.each([
    ['a PNG picture', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a JPEG picture', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a ZIP archive', latin1('PK\x03\x04\x14\0\0\0')],
    ['a PDF document', latin1('%PDF-1.7\n')],
    ['a bzip2 file', latin1('BZh91AY&SY')],
    ['an xz file', latin1('\xfd7zXZ\0')],
    ['an o5m file', latin1('\xff\xe0\x04o5m2')],
    ['UTF-16 text', latin1('\xff\xfe<\0o\0')],
    ['GeoJSON', utf8(' {"type":"FeatureCollection","features":[]}')],
    ['JSON', utf8('{"version":0.6,"elements":[]}')],
    ['an HTML page', utf8('\n<!DOCTYPE html><html><body>404 Not Found</body></html>')],
    ['an HTML page', utf8('<HTML><body>502</body></HTML>')],
    ['a GPX file', utf8('<?xml version="1.0"?><gpx version="1.1"></gpx>')],
    ['a KML file', utf8('<?xml version="1.0"?><kml></kml>')],
    ['plain text', utf8('id,name\n1,贵溪')],
    ['unknown binary data (00 01 02 03)', Uint8Array.of(0, 1, 2, 3)],
  ])('says that a file looks like %s', (looks, bytes) => {
    const { code, text } = fault(bytes, { fileName: 'town.osm.pbf' });
    expect(code).toBe('osm-foreign');
    expect(text.en).toContain(`looks like ${looks}`);
    expect(text.en).toMatch(/^town\.osm\.pbf: .*expected OSM data/);
    expect(text.zh).toMatch(/^town\.osm\.pbf:.*应为 OSM 数据/);
    // The same inside gzip.
    expect(fault(gzipSync(bytes)).text.en).toContain(`looks like ${looks}`);
  });

  it('says that a file is empty, also inside gzip', () => {
    expect(fault(new Uint8Array(0)).code).toBe('osm-empty');
    expect(fault(gzipSync('')).code).toBe('osm-empty');
  });

  it('names the file in the faults of the readers', () => {
    expect(fault(PBF.subarray(0, -1)).text.en).toMatch(/^town\.dat: .*cut off/);
    expect(fault(utf8('<osm>')).text.zh).toMatch(/^town\.dat:/);
  });
});

describe('gzip', () => {
  const packed = new Uint8Array(gzipSync(XML.repeat(3)));

  it('is a fault when cut or damaged, with either gunzip', () => {
    for (const gunzip of [undefined, nodeGunzip]) {
      for (let length = 2; length < packed.length; length++) {
        expect(['gzip-damaged', 'osm-empty', 'xml-cut']).toContain(
          fault(packed.subarray(0, length), { gunzip }).code,
        );
      }
      for (let at = packed.length - 8; at < packed.length; at++) {
        const good = gzipSync(XML);
        const spoilt = new Uint8Array(good);
        spoilt[spoilt.length - 1 - (packed.length - 1 - at)] ^= 1;
        expect(fault(spoilt, { gunzip }).code).toBe('gzip-damaged');
      }
    }
  });

  it('is refused beyond maxBytes, whoever unpacks', () => {
    const large = gzipSync(`<osm>${' '.repeat(1_000_000)}</osm>`);
    const generous = (data: Uint8Array) => [gunzipSync(data)];
    expect(fault(large, { maxBytes: 100_000 }).code).toBe('gzip-too-large');
    expect(fault(large, { maxBytes: 100_000, gunzip: generous }).code).toBe('gzip-too-large');
    expect(read(large, { maxBytes: 2_000_000 }).nodes.ids).toHaveLength(0);
  });

  it('in gzip is refused', () => {
    expect(fault(gzipSync(gzipSync(XML))).text.en).toContain('gzip in gzip');
  });

  it('reports progress in unpacked bytes', () => {
    const calls: [number, number][] = [];
    read(gzipSync(XML), { onProgress: (done, total) => calls.push([done, total]) });
    expect(calls.at(-1)).toEqual([XML.length, XML.length]);
  });
});

describe('an error that is no fault of the file', () => {
  it('is passed on as it is', () => {
    const onProgress = () => {
      throw new TypeError('a mistake of ours');
    };
    expect(() => read(utf8(XML), { onProgress })).toThrow(TypeError);
    expect(() => read(gzipSync(XML), { onProgress })).toThrow(TypeError);
    expect(() => read(PBF, { onProgress })).toThrow(TypeError);
  });
});
