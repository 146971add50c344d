import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findMethod } from '../../../src/data/export/find-method.ts';
import { methodCode, readMethodCode } from '../../../src/data/export/method-code.ts';
import { formatMethod, parseMethod, type MethodBlock } from '../../../src/data/export/method.ts';
import { isPng, PNG_KEYWORD, pngText, withPngText } from '../../../src/data/export/png-text.ts';
import { crc32 } from '../../../src/data/crc32.ts';
import { FILE_FORMATS, LAYERS } from '../../../src/engine/handin/layer-names.ts';
import type { Edit } from '../../../src/engine/scenario/scenario.ts';
import { faultOf } from '../cli/town.ts';
import { dossierOf, drawn, fileOf, type Asked } from './dossier-of.ts';

/** So many edits that no spreadsheet's cell holds them, with names that trouble every format. */
function longScenario(): Asked {
  const [site] = drawn().subject.facilities;
  const edits = Array.from({ length: 500 }, (_, k): Edit => ({
    kind: 'add',
    facility: {
      ...site,
      id: `n${k}`,
      name: `=“新”</metadata>&amp;, ${k}'"`,
      lon: 150 + k / 7e4,
      lat: 38,
    },
  }));
  return { parts: { scenario: { name: '很长', edits } } };
}

/** One black pixel, as every PNG library writes it. */
const PIXEL = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (char) => char.charCodeAt(0),
);

describe('the method block', () => {
  it.each(LAYERS.flatMap((layer) => FILE_FORMATS.map((format) => ({ layer, format }))))(
    'is in $layer as $format, comes back as it went in, and the file is marked as invented',
    async ({ layer, format }) => {
      const { bytes, method } = await fileOf({ kind: 'layer', layer, format });
      const parts = format === 'xlsx' ? Object.values(unzipSync(bytes)) : [bytes];
      expect(parts.map((part) => strFromU8(part)).join()).toContain('示例数据');
      const found = await findMethod(bytes, 'file');
      expect(found).toEqual(JSON.parse(method));
      expect(found).toMatchObject({
        what: layer,
        speed_mps: 1.2,
        minutes: [5, 10],
        scenario: null,
      });
      expect(found.figures).toMatchObject({
        people: 1900,
        bands: [{ covered: 700 }, { covered: 1000 }],
      });
    },
  );

  it.each([...FILE_FORMATS, 'svg'] as const)('of 500 edits is whole in %s', async (format) => {
    const order =
      format === 'svg'
        ? { kind: 'map' as const }
        : { kind: 'layer' as const, layer: 'gaps' as const, format };
    const { bytes, method } = await fileOf(order, longScenario());
    expect(method.length).toBeGreaterThan(60_000);
    expect(await findMethod(bytes, 'file')).toEqual(JSON.parse(method));
  });

  it('is in the map, the report and a PNG', async () => {
    for (const kind of ['map', 'report'] as const) {
      const { bytes, method } = await fileOf({ kind });
      expect(await findMethod(bytes, kind)).toEqual(JSON.parse(method));
    }
    const block = dossierOf().method('map');
    const png = withPngText(PIXEL, PNG_KEYWORD, formatMethod(block));
    expect(isPng(png)).toBe(true);
    expect(await findMethod(png, 'a.png')).toEqual(block);
    // Every chunk's CRC is right, and without the new one the picture is the old one to the byte.
    const view = new DataView(png.buffer);
    const chunks: string[] = [];
    const rest: number[] = [...png.subarray(0, 8)];
    for (let at = 8; at < png.length;) {
      const length = view.getUint32(at);
      const name = String.fromCharCode(...png.subarray(at + 4, at + 8));
      expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
      if (name !== 'iTXt') rest.push(...png.subarray(at, at + 12 + length));
      chunks.push(name);
      at += 12 + length;
    }
    expect(chunks).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
    expect(rest).toEqual([...PIXEL]);
    expect(pngText(PIXEL, PNG_KEYWORD)).toBeNull();
  });

  it('survives print: line breaks anywhere, but no lost character', () => {
    const block = dossierOf().method('report');
    const code = methodCode(block);
    expect(code).toMatch(/^huimin-method:[0-9a-f]+\.[\w+/=]+:end$/);
    const broken = code.replace(/(.{37})/g, '$1\n  ');
    expect(readMethodCode(`前言\n${broken}\n后记`)).toBe(formatMethod(block));
    const at = code.length / 2;
    expect(() => readMethodCode(code.slice(0, at) + code.slice(at + 1))).toThrow();
    expect(readMethodCode('nothing of ours')).toBeNull();
  });

  it('refuses files without one, damaged ones and wrong ones with a sentence', async () => {
    const codes = async (text: string) =>
      (await faultOf(() => findMethod(new TextEncoder().encode(text), 'f'))).code;
    expect(await codes('a,b\n1,2\n')).toBe('no-method');
    expect(await codes('{"type":"FeatureCollection","features":[]}')).toBe('no-method');
    expect(await codes('<svg></svg>')).toBe('no-method');
    expect(await codes('{"type":')).toBe('method');
    expect(await codes('huimin,<metadata>')).toBe('no-method');
    expect(await codes('<svg><metadata>{"huimin":"method"</metadata></svg>')).toBe('method');
    expect(await codes('<p>huimin-method:1.AAAA:end</p>')).toBe('method');
    const block = dossierOf().method('areas');
    const wrong: [keyof MethodBlock, unknown][] = [
      ['version', 2],
      ['speed_mps', 0],
      ['profile', 'swimmer'],
      ['minutes', []],
      ['scenario', { name: 'x', edits: [{ kind: 'burn', id: 'A' }] }],
    ];
    for (const [key, value] of wrong) {
      const { text } = await faultOf(() => parseMethod({ ...block, [key]: value }, 'f'));
      expect(text.en).toContain(`"${key}`);
      expect(text.zh).toContain('f 里的方法块');
    }
  });
});
