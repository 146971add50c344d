import { rasterFaults } from './raster-faults.ts';
import type { TiffHeader } from './tiff-header.ts';

/** How the cells of the first image lie in the file; every block is known to lie inside it. */
export interface TiffLayout {
  width: number;
  height: number;
  bands: number;
  bits: number;
  /** 1 unsigned, 2 signed, 3 floating. */
  format: number;
  compression: number;
  predictor: number;
  /** 1 bands cell by cell, 2 band after band. */
  planar: number;
  /** Cells of a strip or tile. */
  blockWidth: number;
  blockHeight: number;
  /** Bytes of a whole block, unpacked. */
  blockBytes: number;
  tiled: boolean;
  /** Byte offsets and lengths of the blocks in the file; a length of 0 is a block without data. */
  offsets: number[];
  lengths: number[];
}

const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  planar: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  format: 339,
};

const MOST_BANDS = 1000;
const MOST_BLOCKS = 1_000_000;
/** A block is unpacked as a whole. */
const MOST_BLOCK_BYTES = 256 * 1024 * 1024;

/** What a byte can unpack to at most, by compression: none, LZW, Deflate (two numbers), PackBits. */
const MOST_RATIO = new Map([
  [1, 1],
  [5, 2731],
  [8, 1032],
  [32946, 1032],
  [32773, 64],
]);

const NAMES: Record<number, string> = {
  2: 'CCITT',
  3: 'CCITT',
  4: 'CCITT',
  6: 'JPEG',
  7: 'JPEG',
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'ZSTD',
  50001: 'WebP',
};

/**
 * Checks the header of an image before anything is allocated for it: sizes, sample types, the
 * compression, and that blocks are as many as the size asks for, lie in the file, and are long
 * enough to hold what they should.
 * Throws Fault `raster-header`, `raster-samples`, `raster-compression`, `raster-predictor`, `raster-cut`.
 */
export function tiffLayout(header: TiffHeader, fileBytes: number, file: string): TiffLayout {
  const one = (tag: number, name: string, missing?: number, least = 1, most = 2 ** 31) => {
    const value = header.numbers(tag)?.[0] ?? missing ?? 0;
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    const got = Number.isNaN(value) ? '?' : String(value);
    throw rasterFaults.header(file, name, got, `a whole number from ${least} to ${most}`);
  };
  const width = one(TAG.width, 'ImageWidth');
  const height = one(TAG.height, 'ImageLength');
  const bands = one(TAG.samples, 'SamplesPerPixel', 1, 1, MOST_BANDS);
  const planar = one(TAG.planar, 'PlanarConfiguration', 1, 1, 2);
  const { bits, format } = samplesOf(header, bands, file);
  const compression = one(TAG.compression, 'Compression', 1, 1, 65535);
  const ratio = MOST_RATIO.get(compression);
  if (ratio === undefined) {
    throw rasterFaults.compression(file, compression, NAMES[compression] ?? '?');
  }
  const predictor = one(TAG.predictor, 'Predictor', 1, 1, 65535);
  checkPredictor(predictor, header, bits, format, file);

  const tiled = header.numbers(TAG.stripOffsets, MOST_BLOCKS * 2) === undefined;
  const blockWidth = tiled ? one(TAG.tileWidth, 'TileWidth', 0, 16, 65536) : width;
  // "All rows in one strip" is commonly written as 2^32 − 1.
  const rows = tiled
    ? one(TAG.tileHeight, 'TileLength', 0, 16, 65536)
    : Math.min(height, one(TAG.rowsPerStrip, 'RowsPerStrip', height, 1, 2 ** 32));
  const cellBytes = (bits / 8) * (planar === 1 ? bands : 1);
  const blockBytes = blockWidth * rows * cellBytes;
  if (blockBytes > MOST_BLOCK_BYTES) {
    const expected = `at most ${MOST_BLOCK_BYTES} bytes`;
    throw rasterFaults.header(file, 'strip or tile', `${blockBytes} bytes`, expected);
  }
  const across = Math.ceil(width / blockWidth);
  const down = Math.ceil(height / rows);
  const blocks = across * down * (planar === 2 ? bands : 1);
  if (blocks > MOST_BLOCKS) {
    const expected = `at most ${MOST_BLOCKS}`;
    throw rasterFaults.header(file, 'number of strips or tiles', String(blocks), expected);
  }
  const list = (tag: number, name: string) => {
    const values = header.numbers(tag, MOST_BLOCKS * 2) ?? [];
    if (values.length >= blocks) return values;
    throw rasterFaults.header(file, name, `${values.length} values`, String(blocks));
  };
  const offsets = list(tiled ? TAG.tileOffsets : TAG.stripOffsets, 'StripOffsets / TileOffsets');
  const lengths = list(tiled ? TAG.tileLengths : TAG.stripLengths, 'StripByteCounts');
  for (let k = 0; k < blocks; k++) {
    if (lengths[k] === 0) continue;
    const end = offsets[k] + lengths[k];
    if (!(end <= fileBytes)) throw rasterFaults.cut(file, `block ${k}`, end, fileBytes);
    // The last strip holds the rows that are left, and no more need be there.
    const row = tiled ? 0 : Math.floor(k / across) % down;
    const held = tiled ? blockBytes : Math.min(rows, height - row * rows) * blockWidth * cellBytes;
    if (lengths[k] * ratio < held) {
      const expected = `enough for ${held}`;
      throw rasterFaults.header(file, `block ${k}`, `${lengths[k]} bytes`, expected);
    }
  }
  return {
    ...{
      width,
      height,
      bands,
      bits,
      format,
      compression,
      predictor,
      planar,
      tiled,
      offsets,
      lengths,
    },
    ...{ blockWidth, blockHeight: rows, blockBytes },
  };
}

/** The layout as the fields of a TIFF directory. */
export function layoutFields(layout: TiffLayout): [tag: number, value: number | number[]][] {
  const each = (value: number) => Array<number>(layout.bands).fill(value);
  const blocks: [number, number | number[]][] = layout.tiled
    ? [
        [TAG.tileWidth, layout.blockWidth],
        [TAG.tileHeight, layout.blockHeight],
        [TAG.tileOffsets, layout.offsets],
        [TAG.tileLengths, layout.lengths],
      ]
    : [
        [TAG.stripOffsets, layout.offsets],
        [TAG.rowsPerStrip, layout.blockHeight],
        [TAG.stripLengths, layout.lengths],
      ];
  return [
    [TAG.width, layout.width],
    [TAG.height, layout.height],
    [TAG.samples, layout.bands],
    [TAG.bits, each(layout.bits)],
    [TAG.format, each(layout.format)],
    [TAG.compression, layout.compression],
    [TAG.predictor, layout.predictor],
    [TAG.planar, layout.planar],
    ...blocks,
  ];
}

function samplesOf(header: TiffHeader, bands: number, file: string) {
  const each = (tag: number, missing: number) => {
    const found = header.numbers(tag) ?? [];
    const values = found.length ? found : [missing];
    // One value stands for all bands in files of some writers.
    return new Set(values.length === 1 ? values : values.slice(0, bands));
  };
  const [bits, ...otherBits] = each(TAG.bits, 1);
  const [format, ...otherFormats] = each(TAG.format, 1);
  const known = format === 3 ? [16, 32, 64] : format === 1 || format === 2 ? [8, 16, 32] : [];
  if (otherBits.length || otherFormats.length || !known.includes(bits)) {
    const kinds = ['?', 'unsigned', 'signed', 'floating'];
    const all = [...each(TAG.bits, 1)].join('/');
    throw rasterFaults.samples(file, `${all} bits ${kinds[format] ?? `format ${format}`}`);
  }
  return { bits, format };
}

/** 1 none, 2 differences, 3 differences of floating-point bytes. */
function checkPredictor(
  predictor: number,
  header: TiffHeader,
  bits: number,
  format: number,
  file: string,
): void {
  const fits =
    predictor === 1 ||
    (predictor === 2 && format !== 3 && (bits === 8 || header.littleEndian)) ||
    (predictor === 3 && format === 3);
  // geotiff adds the differences up in the byte order of the machine: big-endian files would come out wrong.
  if (!fits || (predictor === 3 && !header.littleEndian)) {
    throw rasterFaults.predictor(file, `${predictor} (${bits} bits)`);
  }
}
