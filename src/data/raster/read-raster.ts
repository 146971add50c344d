import type { GeoTIFFImage, TypedArray } from 'geotiff';
import type { Bbox } from '../../core/geo.ts';
import { Fault } from '../fault.ts';
import { rasterFaults } from './raster-faults.ts';
import { frameBox, rasterFrame, type RasterFrame } from './raster-frame.ts';
import { readTiffHeader } from './tiff-header.ts';
import { layoutFields, tiffLayout, type TiffLayout } from './tiff-layout.ts';
import { unpackBits, unpackDeflate, unpackLzw } from './unpack.ts';

/** A window of a georeferenced raster, row by row from the north, cells as areas. */
export interface Raster extends RasterFrame {
  width: number;
  height: number;
  /** Cells of the file west and north of the window. */
  firstColumn: number;
  firstRow: number;
  /** One array of width × height per band; NaN where there is no data. */
  bands: (Float32Array | Float64Array)[];
  /** What the file calls its bands; '' where it does not. */
  bandNames: string[];
  /** The value that meant "no data" in the file; null where it names none. */
  noData: number | null;
  /** [west, south, east, north] of the window, degrees. */
  bbox: Bbox;
}

/** Values read at most, of all bands together. */
export const MOST_VALUES = 32_000_000;
/** Values unpacked at a time. */
const CHUNK_VALUES = 2_000_000;

const GDAL = { metadata: 42112, noData: 42113 };

/**
 * The bytes of a GeoTIFF (or BigTIFF) in degrees of WGS 84 or CGCS2000 → its cells; those of `within`
 * alone where a box is given, so that a country's file serves a district. Overviews are not looked at.
 *
 * Nothing is allocated before the header was checked against the length of the file. Beside the file
 * itself at most 1 GB is held: 32 million values of 8 bytes, one block of 256 MB packed and unpacked.
 * Throws Fault: see readTiffHeader, tiffLayout, rasterFrame; `raster-size`, `raster-elsewhere`,
 * `raster-damaged`.
 */
export async function readRaster(
  bytes: Uint8Array,
  { fileName, within }: { fileName: string; within?: Bbox },
): Promise<Raster> {
  const header = readTiffHeader(bytes, fileName);
  const layout = tiffLayout(header, bytes.length, fileName);
  const frame = rasterFrame(header, layout, fileName);
  const window = windowOf(frame, layout, within, fileName);
  const [left, top, right, bottom] = window;
  const [width, height] = [right - left, bottom - top];
  if (width * height * layout.bands > MOST_VALUES) {
    throw rasterFaults.size(fileName, width, height, layout.bands, MOST_VALUES);
  }
  const noData = noDataOf(header.text(GDAL.noData));
  const image = await openImage(bytes, layout, fileName);
  const bands = await readBands(image, layout, window, noData, fileName);
  const { stepLon, stepLat } = frame;
  const corner = { west: frame.west + left * stepLon, north: frame.north - top * stepLat };
  const own = { ...corner, stepLon, stepLat };
  return {
    ...own,
    width,
    height,
    firstColumn: left,
    firstRow: top,
    bands,
    bandNames: bandNames(header.text(GDAL.metadata) ?? '', layout.bands),
    noData,
    bbox: frameBox(own, width, height),
  };
}

/** Cells [left, top, right, bottom) that touch the box. */
function windowOf(
  frame: RasterFrame,
  { width, height }: TiffLayout,
  within: Bbox | undefined,
  file: string,
): [number, number, number, number] {
  if (!within) return [0, 0, width, height];
  const column = (lon: number) => (lon - frame.west) / frame.stepLon;
  const row = (lat: number) => (frame.north - lat) / frame.stepLat;
  const left = Math.max(0, Math.floor(column(within[0])));
  const top = Math.max(0, Math.floor(row(within[3])));
  const right = Math.min(width, Math.ceil(column(within[2])));
  const bottom = Math.min(height, Math.ceil(row(within[1])));
  if (right > left && bottom > top) return [left, top, right, bottom];
  throw rasterFaults.elsewhere(file, frameBox(frame, width, height), within);
}

/** geotiff reads the cells; what it would take on trust of the header is put in its hands checked. */
async function openImage(bytes: Uint8Array, layout: TiffLayout, file: string) {
  const { fromArrayBuffer, addDecoder, BaseDecoder } = await import('geotiff');
  const bounded = (unpack: (data: Uint8Array, most: number) => Uint8Array) =>
    class extends BaseDecoder {
      override decodeBlock(buffer: ArrayBufferLike): ArrayBufferLike {
        const { tileWidth, tileHeight, bitsPerSample, planarConfiguration } = this.parameters;
        const bits = bitsPerSample as number[];
        const cell = planarConfiguration === 2 ? bits[0] : bits.reduce((sum, b) => sum + b, 0);
        const out = unpack(new Uint8Array(buffer), (tileWidth * tileHeight * cell) / 8);
        return out.byteLength === out.buffer.byteLength ? out.buffer : out.slice().buffer;
      }
    };
  addDecoder(5, async () => bounded(unpackLzw));
  addDecoder([8, 32946], async () => bounded(unpackDeflate));
  addDecoder(32773, async () => bounded(unpackBits));
  return guarded(file, async () => {
    // (A Buffer of Node's has a slice of its own that does not copy.)
    const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
    const buffer = (whole ? bytes.buffer : new Uint8Array(bytes).buffer) as ArrayBuffer;
    const image = await (await fromArrayBuffer(buffer)).getImage();
    // A long list geotiff reads late, and then always as little-endian; a tag with more values
    // than it should have, as a list. So it is given every number that was checked.
    const fields = image.getFileDirectory().actualizedFields;
    for (const [tag, value] of layoutFields(layout)) fields.set(tag, value);
    image.planarConfiguration = layout.planar as 1 | 2;
    return image;
  });
}

async function readBands(
  image: GeoTIFFImage,
  layout: TiffLayout,
  [left, top, right, bottom]: [number, number, number, number],
  noData: number | null,
  file: string,
) {
  const width = right - left;
  const exact = layout.bits * (layout.format === 3 ? 1 : 2) > 32;
  const Flat = exact ? Float64Array : Float32Array;
  const bands = Array.from({ length: layout.bands }, () => new Flat(width * (bottom - top)));
  // The text of a 32-bit number has more digits than the number.
  const missing = noData === null || exact ? noData : Math.fround(noData);
  const rows = CHUNK_VALUES / (Math.max(layout.blockWidth, width) * layout.bands);
  const step = Math.max(1, Math.floor(rows / layout.blockHeight)) * layout.blockHeight;
  let from = top;
  while (from < bottom) {
    const to = Math.min(bottom, (Math.floor(from / step) + 1) * step);
    const parts = await guarded(file, () =>
      image.readRasters({ window: [left, from, right, to], interleave: false }),
    );
    bands.forEach((band, k) => {
      const part = (parts as TypedArray[])[k];
      const at = (from - top) * width;
      for (let i = 0; i < part.length; i++) {
        const value = part[i];
        band[at + i] = value === missing || !Number.isFinite(value) ? NaN : value;
      }
    });
    from = to;
  }
  return bands;
}

/** After the header was checked, whatever geotiff stumbles over is in the data. */
async function guarded<T>(file: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw rasterFaults.damaged(file, error instanceof Error ? error.message : String(error));
  }
}

function noDataOf(text: string | undefined): number | null {
  const value = Number(text?.trim() || 'none');
  return Number.isNaN(value) ? null : value;
}

/** GDAL writes the description of band k as `<Item … sample="k" role="description">total</Item>`. */
function bandNames(xml: string, bands: number): string[] {
  const names = Array<string>(bands).fill('');
  for (const [, attributes, text] of xml.matchAll(/<Item\b([^<>]*)>([^<]*)<\/Item>/g)) {
    const sample = /\bsample="(\d+)"/.exec(attributes)?.[1];
    if (sample && /\brole="description"/.test(attributes) && Number(sample) < bands) {
      names[Number(sample)] = text.trim();
    }
  }
  return names;
}
