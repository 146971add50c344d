import { zlibSync } from 'fflate';

/** A TIFF file to write: cells row by row, band after band in `values`. */
export interface TiffPlan {
  width: number;
  height: number;
  values: number[][];
  bits?: number;
  /** 1 unsigned, 2 signed, 3 floating. */
  format?: number;
  bigEndian?: boolean;
  bigTiff?: boolean;
  /** Cells of a tile; strips of `rows` where there is none. */
  tile?: [width: number, height: number];
  rows?: number;
  planar?: 1 | 2;
  compression?: number;
  predictor?: number;
  /** Replaces or adds tags; null takes one away. */
  tags?: Record<number, { type: number; values: number[] | string } | null>;
  /** Degrees: west edge, north edge, cell. */
  corner?: [west: number, north: number, stepLon: number, stepLat: number];
  /** Indices of blocks left out of the file (a length of 0). */
  sparse?: number[];
}

const SIZE: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 12: 8, 16: 8 };

/** EPSG:4326, cells as areas. */
const KEYS = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326];

/** The bytes of a TIFF file as planned; written from the TIFF 6.0 text, not with the reader's library. */
export function tiff(plan: TiffPlan): Uint8Array {
  const { width, height, bits = 32, format = 3, planar = 1, compression = 1 } = plan;
  const little = !plan.bigEndian;
  const bands = plan.values.length;
  const [blockWidth, blockHeight] = plan.tile ?? [width, Math.min(height, plan.rows ?? height)];
  const blocks: Uint8Array[] = [];
  for (let plane = 0; plane < (planar === 2 ? bands : 1); plane++) {
    const own = planar === 2 ? [plan.values[plane]] : plan.values;
    for (let y = 0; y < height; y += blockHeight) {
      for (let x = 0; x < width; x += blockWidth) {
        const rows = plan.tile ? blockHeight : Math.min(blockHeight, height - y);
        const raw = block(own, width, height, x, y, blockWidth, rows, bits, format, little);
        if (plan.predictor === 2) differences(raw, blockWidth, rows, own.length, bits / 8);
        blocks.push(packed(raw, compression));
      }
    }
  }
  for (const k of plan.sparse ?? []) blocks[k] = new Uint8Array();
  const [west, north, stepLon, stepLat] = plan.corner ?? [0, 0, 1, 1];
  const header = plan.bigTiff ? 16 : 8;
  let end = header;
  const offsets = blocks.map((b) => ((end += b.length), end - b.length));
  const lengths = blocks.map((b) => b.length);
  const tags: NonNullable<TiffPlan['tags']> = {
    256: { type: 4, values: [width] },
    257: { type: 4, values: [height] },
    258: { type: 3, values: Array(bands).fill(bits) },
    259: { type: 3, values: [compression] },
    262: { type: 3, values: [1] },
    277: { type: 3, values: [bands] },
    284: { type: 3, values: [planar] },
    317: { type: 3, values: [plan.predictor ?? 1] },
    339: { type: 3, values: Array(bands).fill(format) },
    33550: { type: 12, values: [stepLon, stepLat, 0] },
    33922: { type: 12, values: [0, 0, 0, west, north, 0] },
    34735: { type: 3, values: KEYS },
    ...(plan.tile
      ? {
          322: { type: 4, values: [blockWidth] },
          323: { type: 4, values: [blockHeight] },
          324: { type: 4, values: offsets },
          325: { type: 4, values: lengths },
        }
      : {
          273: { type: 4, values: offsets },
          278: { type: 4, values: [blockHeight] },
          279: { type: 4, values: lengths },
        }),
    ...plan.tags,
  };
  return assembled(blocks, tags, end, little, plan.bigTiff ?? false);
}

function assembled(
  blocks: Uint8Array[],
  tags: NonNullable<TiffPlan['tags']>,
  directory: number,
  little: boolean,
  big: boolean,
): Uint8Array {
  const entries = Object.entries(tags).flatMap(([tag, entry]) =>
    entry
      ? [
          {
            tag: Number(tag),
            type: entry.type,
            values:
              typeof entry.values === 'string'
                ? [...new TextEncoder().encode(`${entry.values}\0`)]
                : entry.values,
          },
        ]
      : [],
  );
  const [entryBytes, inline, countBytes] = big ? [20, 8, 8] : [12, 4, 2];
  let extra = directory + countBytes + entries.length * entryBytes + inline;
  const total = entries.reduce((sum, { type, values }) => {
    const bytes = values.length * SIZE[type];
    return sum + (bytes > inline ? bytes : 0);
  }, extra);
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const long = (at: number, value: number) =>
    big ? view.setBigUint64(at, BigInt(value), little) : view.setUint32(at, value, little);
  out.set(new TextEncoder().encode(little ? 'II' : 'MM'));
  view.setUint16(2, big ? 43 : 42, little);
  if (big) view.setUint16(4, 8, little);
  long(big ? 8 : 4, directory);
  let at = big ? 16 : 8;
  for (const b of blocks) {
    out.set(b, at);
    at += b.length;
  }
  if (big) long(directory, entries.length);
  else view.setUint16(directory, entries.length, little);
  entries.forEach(({ tag, type, values }, k) => {
    const entry = directory + countBytes + k * entryBytes;
    view.setUint16(entry, tag, little);
    view.setUint16(entry + 2, type, little);
    long(entry + 4, values.length);
    const bytes = values.length * SIZE[type];
    let place = entry + (big ? 12 : 8);
    if (bytes > inline) {
      long(place, extra);
      place = extra;
      extra += bytes;
    }
    values.forEach((value, i) => {
      const to = place + i * SIZE[type];
      if (type === 12) view.setFloat64(to, value, little);
      else if (SIZE[type] === 8) view.setBigUint64(to, BigInt(value), little);
      else if (SIZE[type] === 4) view.setUint32(to, value, little);
      else if (SIZE[type] === 2) view.setUint16(to, value, little);
      else out[to] = value;
    });
  });
  return out;
}

function block(
  bands: number[][],
  width: number,
  height: number,
  x0: number,
  y0: number,
  blockWidth: number,
  rows: number,
  bits: number,
  format: number,
  little: boolean,
): Uint8Array {
  const raw = new Uint8Array((blockWidth * rows * bands.length * bits) / 8);
  const view = new DataView(raw.buffer);
  let at = 0;
  for (let y = y0; y < y0 + rows; y++) {
    for (let x = x0; x < x0 + blockWidth; x++) {
      for (const band of bands) {
        const value = x < width && y < height ? band[y * width + x] : 0;
        if (format === 3 && bits === 64) view.setFloat64(at, value, little);
        else if (format === 3) view.setFloat32(at, value, little);
        else if (bits === 8) view.setUint8(at, value);
        else if (bits === 16) view.setUint16(at, value, little);
        else view.setUint32(at, value, little);
        at += bits / 8;
      }
    }
  }
  return raw;
}

/** Predictor 2 for little-endian cells of 1 or 2 bytes. */
function differences(raw: Uint8Array, width: number, rows: number, bands: number, size: number) {
  const cells = size === 1 ? raw : new Uint16Array(raw.buffer);
  for (let y = 0; y < rows; y++) {
    for (let i = width * bands - 1; i >= bands; i--) {
      cells[y * width * bands + i] -= cells[y * width * bands + i - bands];
    }
  }
}

function packed(raw: Uint8Array, compression: number): Uint8Array {
  if (compression === 8) return zlibSync(raw);
  if (compression === 5) return lzw(raw);
  if (compression === 32773) return packBits(raw);
  return raw;
}

function packBits(raw: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < raw.length;) {
    let run = 1;
    while (run < 128 && raw[at + run] === raw[at]) run++;
    if (run > 1) out.push(257 - run, raw[at]);
    else out.push(0, raw[at]);
    at += run;
  }
  return Uint8Array.from(out);
}

/** TIFF's LZW as section 13 describes the compressor: a table of strings, codes of growing width. */
export function lzw(raw: Uint8Array): Uint8Array {
  const out: number[] = [];
  let [held, bits, width, next] = [0, 0, 9, 258];
  let table = new Map<string, number>();
  const write = (code: number) => {
    held = (held << width) | code;
    bits += width;
    while (bits >= 8) {
      out.push((held >> (bits - 8)) & 255);
      bits -= 8;
      held &= (1 << bits) - 1;
    }
  };
  const codeOf = (text: string) => (text.length === 1 ? text.charCodeAt(0) : table.get(text)!);
  write(256);
  let omega = '';
  for (const byte of raw) {
    const k = String.fromCharCode(byte);
    if (omega === '' || table.has(omega + k)) {
      omega += k;
      continue;
    }
    write(codeOf(omega));
    table.set(omega + k, next++);
    if (next === 4095) {
      write(256);
      [table, next, width] = [new Map(), 258, 9];
    } else if (next >= 1 << width) width++;
    omega = k;
  }
  write(codeOf(omega));
  // The decoder has made one more entry by now, and may have widened its codes for it.
  if (next + 1 >= 1 << width && width < 12) width++;
  write(257);
  if (bits) out.push((held << (8 - bits)) & 255);
  return Uint8Array.from(out);
}
