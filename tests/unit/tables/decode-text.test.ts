import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/data/tables/decode-text.ts';
import { bytesOf, faultOf } from './fault-of.ts';
import { gbkBytes } from './gbk-bytes.ts';

const TEXT = '编号,名称\n1,柳河村养老站\n';
const decode = (bytes: Uint8Array) => decodeText(bytes, 'a.csv');

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), !bigEndian);
  return bytes;
}

describe('what people save', () => {
  it('reads UTF-8 without and with one or two marks', () => {
    const expected = { text: TEXT, encoding: 'utf-8' };
    expect(decode(bytesOf(TEXT))).toEqual(expected);
    expect(decode(bytesOf('\uFEFF' + TEXT))).toEqual(expected);
    expect(decode(bytesOf('\uFEFF\uFEFF' + TEXT))).toEqual(expected);
  });

  it('reads UTF-16 of both byte orders', () => {
    expect(decode(utf16(TEXT, false))).toEqual({ text: TEXT, encoding: 'utf-16le' });
    expect(decode(utf16(TEXT, true))).toEqual({ text: TEXT, encoding: 'utf-16be' });
  });

  it('reads GBK when the bytes are not UTF-8', () => {
    expect(decode(gbkBytes(TEXT))).toEqual({ text: TEXT, encoding: 'gb18030' });
  });

  it('reads every common hanzi from GBK, never taking it for damaged UTF-8', () => {
    const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((c) => String.fromCharCode(c));
    fc.assert(
      fc.property(fc.array(hanzi, { minLength: 20, maxLength: 60 }), (chars) => {
        // A run of hanzi can by chance be valid UTF-8 as well; the town's name ends that.
        const text = `名称,惠民路养老服务站\n${chars.join('')}`;
        expect(decode(gbkBytes(text))).toEqual({ text, encoding: 'gb18030' });
      }),
    );
  });

  it('gives empty text for no bytes', () => {
    expect(decode(new Uint8Array(0)).text).toBe('');
  });
});

describe('what is no text', () => {
  const offered: [name: string, bytes: number[], saysEn: string, saysZh: string][] = [
    ['xlsx', [0x50, 0x4b, 3, 4, 20, 0], 'Excel workbook', 'Excel 工作簿'],
    ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'old Excel', '旧版 Excel'],
    ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF', 'PDF'],
    ['gzip', [0x1f, 0x8b, 8], 'gzip', 'gzip'],
    ['png', [0x89, 0x50, 0x4e, 0x47], 'PNG', 'PNG'],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0], 'JPEG', 'JPEG'],
    ['shapefile', [0, 0, 0x27, 0x0a], 'shapefile', 'Shapefile'],
    ['anything with NUL', [0x61, 0x00, 0x62], 'NUL', 'NUL'],
    ['UTF-16 text with NUL', [0xff, 0xfe, 0x61, 0x00, 0x00, 0x00], 'NUL', 'NUL'],
  ];
  it.each(offered)('%s: says so and what is expected', (_name, bytes, en, zh) => {
    const fault = faultOf(() => decode(Uint8Array.from(bytes)));
    expect(fault.code).toBe('not-text');
    expect(fault.text.en).toContain(en);
    expect(fault.text.en).toMatch(/^a\.csv: .*expected plain text \(CSV or GeoJSON\)/);
    expect(fault.text.zh).toContain(zh);
    expect(fault.text.zh).toContain('应为纯文本');
  });

  it('refuses bytes that are neither UTF-8 nor GBK', () => {
    expect(faultOf(() => decode(Uint8Array.of(0x61, 0xff, 0x62))).code).toBe('encoding');
  });

  it('refuses broken UTF-16 and broken UTF-8 behind a mark', () => {
    expect(faultOf(() => decode(Uint8Array.of(0xff, 0xfe, 0x61))).code).toBe('encoding');
    expect(faultOf(() => decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0xe4))).code).toBe('encoding');
  });

  it('names the line of one broken byte in Chinese UTF-8, where GBK would make mojibake', () => {
    const bytes = bytesOf('编号,名称\r\n1,柳河村养老服务站\r\n2,惠民路小学东校区\r\n');
    bytes[bytes.length - 4] = 0x41;
    const fault = faultOf(() => decode(bytes));
    expect(fault.code).toBe('encoding');
    expect(fault.text.en).toContain('line 3');
  });
});
