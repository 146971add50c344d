import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MOST_VALUES, readRaster } from '../../../src/data/raster/read-raster.ts';
import { faultOf } from './fault-of.ts';
import { tiff, type TiffPlan } from './tiff-writer.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const file = resolve(
  root,
  process.env.HUIMIN_REAL_DATA ?? '../shared/data',
  'porto-alegre/poa_elevation.tif',
);
const absent = !existsSync(file);
if (absent) console.log(`raster: ${file} is absent (HUIMIN_REAL_DATA): its test is skipped`);

/** 4 × 3 cells of a tenth of a degree, from 100° E, 30° N. */
const SMALL: TiffPlan = {
  width: 4,
  height: 3,
  values: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  corner: [100, 30, 0.1, 0.1],
};
const read = (plan: TiffPlan) => readRaster(tiff(plan), { fileName: 'a.tif' });
const doubles = (values: number[]) => ({ type: 12, values });
const keys = (...own: number[]) => {
  const list = [1, 1, 0, own.length / 4, ...own];
  return { tags: { 34735: { type: 3, values: list } } };
};

describe('a raster', () => {
  it('4 × 3: where it lies and what is in it', async () => {
    const raster = await read(SMALL);
    expect([raster.width, raster.height]).toEqual([4, 3]);
    expect([...raster.bands[0]]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([raster.west, raster.north, raster.stepLon, raster.stepLat]).toEqual([
      100, 30, 0.1, 0.1,
    ]);
    raster.bbox.forEach((value, k) => expect(value).toBeCloseTo([100, 29.7, 100.4, 30][k], 12));
    expect(raster.noData).toBeNull();
  });

  /** Layouts of other writers: all must give the same cells. */
  const LAYOUTS: Partial<TiffPlan>[] = [1, 5, 8, 32773].flatMap((compression) =>
    [undefined, [16, 16] as [number, number]].flatMap((tile) =>
      [false, true].flatMap((bigEndian) =>
        [false, true].flatMap((bigTiff) =>
          ([1, 2] as const).flatMap((planar) =>
            [
              [8, 1],
              [16, 1],
              [32, 1],
              [32, 3],
              [64, 3],
            ].map(([bits, format]) => ({
              ...{ compression, tile, bigEndian, bigTiff, planar, bits, format },
            })),
          ),
        ),
      ),
    ),
  );
  it(`${LAYOUTS.length} ways to lay out the same two bands`, async () => {
    const [width, height] = [21, 19];
    const values = [0, 1].map((k) =>
      Array.from({ length: width * height }, (_, i) => (i * 7 + k * 13) % 200),
    );
    for (const layout of LAYOUTS) {
      const raster = await read({ width, height, values, rows: 5, ...layout });
      const got = raster.bands.map((band) => band.join());
      expect(got, JSON.stringify(layout)).toEqual(values.map((band) => band.join()));
    }
  });

  it.each([8, 16])('differences of neighbours (predictor 2), %i bits', async (bits) => {
    const values = [Array.from({ length: 35 * 9 }, (_, i) => (i * i) % 251)];
    const plan = { width: 35, height: 9, values, bits, format: 1, rows: 4 };
    const raster = await read({ ...plan, compression: 8, predictor: 2 });
    expect([...raster.bands[0]]).toEqual(values[0]);
  });

  it('cells that stand for points are shifted by half a cell', async () => {
    const point = keys(1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326);
    const raster = await read({ ...SMALL, ...point });
    expect(raster.west).toBeCloseTo(99.95, 12);
    expect(raster.north).toBeCloseTo(30.05, 12);
  });

  it('a tie point in the middle, and a matrix instead of one', async () => {
    const tied = await read({ ...SMALL, tags: { 33922: doubles([2, 1, 0, 100.2, 29.9, 0]) } });
    const matrix = doubles([0.1, 0, 0, 100, 0, -0.1, 0, 30, 0, 0, 0, 0, 0, 0, 0, 1]);
    const mapped = await read({ ...SMALL, tags: { 33550: null, 33922: null, 34264: matrix } });
    for (const { west, north, stepLat } of [tied, mapped]) {
      expect([west, north, stepLat].map((v) => v.toFixed(9))).toEqual([
        '100.000000000',
        '30.000000000',
        '0.100000000',
      ]);
    }
  });

  it('no data: as written in 32 bits, as NaN, and in blocks that are not there', async () => {
    const values = [[-3.4028234663852886e38, 2, NaN, 4]];
    const plan: TiffPlan = { width: 2, height: 2, values, rows: 1 };
    const noData = (text: string) => ({ 42113: { type: 2, values: text } });
    const raster = await read({ ...plan, tags: noData('-3.4028234663852886e+38') });
    expect([...raster.bands[0]]).toEqual([NaN, 2, NaN, 4]);
    const short = await read({ ...plan, tags: noData('-3.40282346638529e+38') });
    expect([...short.bands[0]]).toEqual([NaN, 2, NaN, 4]);
    const sparse = await read({ ...plan, values: [[1, 2, 3, 4]], sparse: [1], tags: noData('-9') });
    expect([...sparse.bands[0]]).toEqual([1, 2, NaN, NaN]);
    expect(sparse.noData).toBe(-9);
  });

  it('a window: the cells that touch the box, and where they are', async () => {
    const raster = await readRaster(tiff({ ...SMALL, rows: 1 }), {
      fileName: 'a.tif',
      within: [100.15, 29.75, 100.25, 29.85],
    });
    expect([...raster.bands[0]]).toEqual([6, 7, 10, 11]);
    expect([raster.firstColumn, raster.firstRow, raster.width, raster.height]).toEqual([
      1, 1, 2, 2,
    ]);
    expect(raster.west).toBeCloseTo(100.1, 12);
    expect(raster.north).toBeCloseTo(29.9, 12);
  });

  it('what the bands are called', async () => {
    const xml =
      '<GDALMetadata>\n<Item name="DESCRIPTION" sample="1" role="description">age_60_plus</Item>\n<Item name="DESCRIPTION" sample="0" role="description">total</Item>\n<Item name="STATISTICS_MEAN" sample="0">3</Item></GDALMetadata>';
    const values = [SMALL.values[0], SMALL.values[0]];
    const raster = await read({ ...SMALL, values, tags: { 42112: { type: 2, values: xml } } });
    expect(raster.bandNames).toEqual(['total', 'age_60_plus']);
    expect((await read(SMALL)).bandNames).toEqual(['']);
  });
});

const long = (value: number) => ({ type: 4, values: [value] });

/** What is spoilt, and what the sentence must say. */
const WRONG: [name: string, plan: Partial<TiffPlan>, code: string, says: RegExp][] = [
  ['no georeference', { tags: { 33550: null } }, 'raster-no-georeference', /no georeference/],
  [
    'rotated',
    {
      tags: {
        33550: null,
        34264: doubles([0.1, 0.02, 0, 100, 0.02, -0.1, 0, 30, 0, 0, 0, 0, 0, 0, 0, 1]),
      },
    },
    'raster-rotated',
    /rotated.*gdalwarp/,
  ],
  ['upside down', { tags: { 33550: doubles([0.1, -0.1, 0]) } }, 'raster-rotated', /upside down/],
  ['a step of nothing', { tags: { 33550: doubles([0, 0.1, 0]) } }, 'raster-rotated', /rotated/],
  [
    'a step that is no number',
    { tags: { 33550: doubles([NaN, 0.1, 0]) } },
    'raster-no-georeference',
    /./,
  ],
  [
    'UTM',
    keys(1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32650),
    'raster-crs',
    /projected, EPSG:32650; expected .* gdalwarp -t_srs EPSG:4326/,
  ],
  ['NAD 83', keys(1024, 0, 1, 2, 2048, 0, 1, 4269), 'raster-crs', /EPSG:4269/],
  [
    'grads',
    keys(1024, 0, 1, 2, 2048, 0, 1, 4326, 2054, 0, 1, 9105),
    'raster-crs',
    /not in degrees/,
  ],
  ['of its own', keys(1024, 0, 1, 1, 3072, 0, 1, 32767), 'raster-crs', /custom/],
  ['no CRS', { tags: { 34735: null } }, 'raster-crs', /not stated/],
  ['metres', { corner: [500000, 4000000, 30, 30] }, 'raster-degrees', /no degrees/],
  ['no width', { tags: { 256: long(0) } }, 'raster-header', /ImageWidth.* is 0/],
  ['wider than it is', { tags: { 256: long(400) } }, 'raster-header', /block 0/],
  [
    'absurd',
    { tags: { 256: long(2_000_000_000), 257: long(2_000_000_000) } },
    'raster-header',
    /strip or tile/,
  ],
  ['fewer strips than rows', { rows: 1, tags: { 257: long(9) } }, 'raster-header', /3 values/],
  ['strips beyond the end', { tags: { 273: long(9_000) } }, 'raster-cut', /block 0/],
  ['a thousand bands', { tags: { 277: long(100_000) } }, 'raster-header', /SamplesPerPixel/],
  ['JPEG', { tags: { 259: long(7) } }, 'raster-compression', /JPEG \(7\).*COMPRESS=DEFLATE/],
  ['ZSTD', { tags: { 259: long(50000) } }, 'raster-compression', /ZSTD/],
  ['12 bits', { tags: { 258: long(12) } }, 'raster-samples', /12 bits/],
  ['complex numbers', { tags: { 339: long(6) } }, 'raster-samples', /format 6/],
  ['damaged LZW', { tags: { 259: long(5) } }, 'raster-damaged', /damaged/],
  ['damaged Deflate', { tags: { 259: long(8) } }, 'raster-damaged', /not zlib/],
  ['an unknown predictor', { tags: { 317: long(4) } }, 'raster-predictor', /predictor 4/],
  [
    'predictor in big-endian',
    { bits: 16, format: 1, predictor: 2, bigEndian: true },
    'raster-predictor',
    /PREDICTOR=1/,
  ],
  ['text for a width', { tags: { 256: { type: 2, values: 'abc' } } }, 'raster-header', /type 2/],
];

describe('refused with a sentence', () => {
  it.each(WRONG)('%s', async (_, plan, code, says) => {
    const fault = await faultOf(() => read({ ...SMALL, ...plan }));
    expect([fault.code, fault.text.en]).toEqual([code, expect.stringMatching(says)]);
    expect(fault.text.zh).toContain('a.tif：');
  });

  it('a picture, nothing at all, and a file cut anywhere', async () => {
    const of = (bytes: Uint8Array) => faultOf(() => readRaster(bytes, { fileName: 'a.tif' }));
    expect((await of(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).text.en).toContain('89 50 4e 47');
    expect((await of(new Uint8Array())).code).toBe('not-tiff');
    const whole = tiff(SMALL);
    for (let length = 4; length < whole.length; length += 7) {
      expect((await of(whole.slice(0, length))).code, `${length} bytes`).toBe('raster-cut');
    }
  });

  it('more than can be held; a window of it can', async () => {
    const [width, height] = [8000, 5000];
    const plan = { ...SMALL, width, height, values: [[]], bits: 8, format: 1 };
    // 16 blocks that are not in the file: a size that costs nothing to write down.
    const empty = { type: 4, values: Array(16).fill(0) };
    const tags = { 322: long(4096), 323: long(1024), 324: empty, 325: empty };
    const strips = { 273: null, 278: null, 279: null };
    const bytes = tiff({
      ...{ ...plan, width: 1, height: 1, values: [[0]], corner: [100, 30, 0.001, 0.001] },
      tags: { ...strips, ...tags, 256: long(width), 257: long(height) },
    });
    const fault = await faultOf(() => readRaster(bytes, { fileName: 'a.tif' }));
    expect(width * height).toBeGreaterThan(MOST_VALUES);
    expect(fault.text.en).toMatch(/8000 × 5000 cells × 1 bands.*gdalwarp -te/);
    const within: [number, number, number, number] = [103, 27, 103.01, 27.01];
    const window = await readRaster(bytes, { fileName: 'a.tif', within });
    expect(window.bands[0].length).toBeLessThanOrEqual(11 * 11);
    expect(
      (await faultOf(() => readRaster(bytes, { fileName: 'a.tif', within: [10, 0, 11, 1] }))).code,
    ).toBe('raster-elsewhere');
  });
});

describe.skipIf(absent)('poa_elevation.tif', () => {
  it('413 × 403 cells of an arc second, the bytes of the file themselves', async () => {
    const bytes = new Uint8Array(readFileSync(file));
    const raster = await readRaster(bytes, { fileName: 'poa_elevation.tif' });
    expect([raster.width, raster.height, raster.bands.length]).toEqual([413, 403, 1]);
    expect(raster.stepLon * 3600).toBeCloseTo(1, 6);
    raster.bbox.forEach((value, k) =>
      expect(value).toBeCloseTo([-51.25486, -30.10958, -51.14014, -29.99764][k], 5),
    );
    // Uncompressed, the strips one after the other from byte 542: a cell is a byte of the file.
    const cells = bytes.subarray(542, 542 + 413 * 403);
    expect(Buffer.compare(Uint8Array.from(raster.bands[0]), cells)).toBe(0);
  });
});
