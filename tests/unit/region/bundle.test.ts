import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/data/fault.ts';
import { crc32 } from '../../../src/data/crc32.ts';
import { encodeRegion } from '../../../src/data/region/encode-region.ts';
import { decodeRegion } from '../../../src/data/region/region.ts';
import { BUNDLE_VERSION, readSections } from '../../../src/data/region/sections.ts';
import { writeSections } from '../../../src/data/region/write-sections.ts';
import { faultOf } from '../tables/fault-of.ts';
import { sampleRegion } from './region-samples.ts';

const bytes = encodeRegion(sampleRegion());

/** The code of the Fault that decoding throws; null where it succeeds; anything else fails. */
function refusal(broken: Uint8Array): string | null {
  try {
    decodeRegion(broken);
    return null;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.text.zh && error.text.en).toBeTruthy();
    return error.code;
  }
}

/** Writes the right checksum over changed content, as another program would. */
function signed(content: Uint8Array): Uint8Array {
  new DataView(content.buffer).setUint32(20, crc32(content.subarray(24)), true);
  return content;
}

describe('a bundle', () => {
  it('gives the region back to the bit, and the same bytes every time', () => {
    const region = sampleRegion();
    const again = decodeRegion(bytes);
    expect(again).toEqual(region);
    expect(encodeRegion(again)).toEqual(bytes);
    expect(encodeRegion(sampleRegion())).toEqual(bytes);
    expect(again.places.fields.total).toBeInstanceOf(Float64Array);
    expect(again.graph.edgeMetres).toBeInstanceOf(Float32Array);
  });

  it('is read at any offset of a larger buffer, a Node Buffer too', () => {
    for (let offset = 0; offset < 9; offset++) {
      const larger = new Uint8Array(bytes.length + 16);
      larger.set(bytes, offset);
      expect(decodeRegion(larger.subarray(offset, offset + bytes.length)).id).toBe('sample');
      const node = Buffer.from(larger.buffer, offset, bytes.length);
      expect(decodeRegion(node).places.lon).toEqual(sampleRegion().places.lon);
    }
  });

  it('is refused with a Fault when any byte is changed', () => {
    const flips: string[] = [];
    const step = Math.max(1, Math.floor(bytes.length / 3000));
    for (let at = 0; at < bytes.length; at += at < 900 ? 1 : step) {
      for (const mask of at < 24 ? [1, 2, 4, 8, 16, 32, 64, 128] : [1 << (at % 8)]) {
        const broken = bytes.slice();
        broken[at] ^= mask;
        const code = refusal(broken);
        expect(code, `byte ${at}, mask ${mask}`).not.toBeNull();
        flips.push(code!);
      }
    }
    expect(new Set(flips)).toEqual(
      new Set(['bundle-foreign', 'bundle-version', 'bundle-corrupt', 'bundle-cut']),
    );
  });

  it('is refused with a Fault at every cut, and with a byte too many', () => {
    for (let length = 0; length < bytes.length; length += length < 900 ? 1 : 7) {
      const code = refusal(bytes.slice(0, length));
      expect(code, `cut to ${length}`).toBe(length < 8 ? 'bundle-foreign' : 'bundle-cut');
    }
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(refusal(longer)).toBe('bundle-cut');
  });

  it('of another version is refused by its number', () => {
    const newer = bytes.slice();
    new DataView(newer.buffer).setUint32(8, BUNDLE_VERSION + 1, true);
    const fault = faultOf(() => decodeRegion(newer));
    expect(fault.code).toBe('bundle-version');
    expect(fault.text.en).toContain(`version ${BUNDLE_VERSION + 1}`);
    expect(fault.text.en).toContain(`reads version ${BUNDLE_VERSION}`);
  });

  it('of a foreign kind is refused by its beginning', () => {
    const zip = new TextEncoder().encode('PK\u0003\u0004 and so on, long enough for a header');
    expect(faultOf(() => decodeRegion(zip)).code).toBe('bundle-foreign');
    expect(refusal(new Uint8Array())).toBe('bundle-foreign');
  });

  it('with content that does not fit together is corrupt, not an error of ours', () => {
    const change = (edit: (region: ReturnType<typeof sampleRegion>) => void) => {
      const region = sampleRegion();
      edit(region);
      return refusal(encodeRegion(region));
    };
    expect(change(() => {})).toBeNull();
    expect(change(({ graph }) => (graph.edgeTo[0] = 9999))).toBe('bundle-corrupt');
    expect(change(({ graph }) => (graph.edgeMetres = new Float32Array(9)))).toBe('bundle-corrupt');
    expect(change(({ graph }) => graph.vertexStart.fill(0))).toBe('bundle-corrupt');
    expect(change(({ places }) => (places.lon = new Float64Array(1)))).toBe('bundle-corrupt');
    expect(change(({ places }) => (places.fields.total = new Float64Array(1)))).toBe(
      'bundle-corrupt',
    );
  });
});

describe('sections', () => {
  const arrays = fc.record({
    a: fc.uint8Array(),
    b: fc.int32Array(),
    c: fc.uint32Array(),
    d: fc.float32Array(),
    e: fc.float64Array(),
  });

  it('round-trip to the bit, NaN and -0 too', () => {
    fc.assert(
      fc.property(arrays, fc.jsonValue({ noUnicodeString: false } as never), (columns, value) => {
        const read = readSections(writeSections({ arrays: { ...columns }, json: { value } }));
        expect(read.arrays).toEqual(columns);
        expect(read.json).toEqual({ value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it('carry Chinese in names of 16 bytes at most', () => {
    const json = { 街道名: ['人民路', ''] };
    expect(readSections(writeSections({ arrays: {}, json })).json).toEqual(json);
    expect(() => writeSections({ arrays: {}, json: { 太长的段落名称: 1 } })).toThrow('too long');
  });

  it('are views, not copies', () => {
    const file = writeSections({ arrays: { a: Uint8Array.of(1, 2) }, json: {} });
    expect(readSections(file).arrays.a.buffer).toBe(file.buffer);
  });

  it('that claim more entries than the table holds are corrupt', () => {
    // The first column reads like a table entry of JSON that is none: 6 at byte 16 of it.
    const trap = new Int32Array(64);
    trap[4] = 6;
    trap[6] = 8;
    const file = writeSections({ arrays: { trap }, json: {} });
    for (const count of [2, 3, 99, 0xffffffff]) {
      const broken = file.slice();
      new DataView(broken.buffer).setUint32(12, count, true);
      expect(faultOf(() => readSections(broken)).code).toBe('bundle-corrupt');
    }
  });

  it('with unknown types, odd lengths or places outside the file are corrupt', () => {
    const file = () => writeSections({ arrays: { a: Float64Array.of(1, 2) }, json: { j: 1 } });
    const at = (entry: number, field: number, value: number) => {
      const broken = file();
      new DataView(broken.buffer).setUint32(24 + entry * 32 + field, value, true);
      return faultOf(() => readSections(signed(broken))).code;
    };
    expect(at(0, 16, 9)).toBe('bundle-corrupt');
    expect(at(0, 16, 0)).toBe('bundle-corrupt');
    expect(at(0, 20, 4)).toBe('bundle-corrupt');
    expect(at(0, 20, 8)).toBe('bundle-corrupt');
    expect(at(0, 20, 8000)).toBe('bundle-corrupt');
    expect(at(0, 24, 15)).toBe('bundle-corrupt');
    expect(at(0, 24, 8000)).toBe('bundle-corrupt');
    // The column's first bytes read as JSON are none.
    expect(at(0, 16, 6)).toBe('bundle-corrupt');
  });
});

describe('crc32', () => {
  it('has the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
