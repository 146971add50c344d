import { rasterFaults } from './raster-faults.ts';

/** The first directory of a TIFF file, with what we ask of it; nothing in it points out of the file. */
export interface TiffHeader {
  littleEndian: boolean;
  /** Values of a numeric tag; undefined where the file has none. More than `most` are a Fault. */
  numbers(tag: number, most?: number): number[] | undefined;
  /** Text of an ASCII tag up to its first NUL; undefined where the file has none. */
  text(tag: number): string | undefined;
}

/** Bytes per value of the TIFF field types, by number; source: TIFF 6.0, BigTIFF. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const ASCII = 2;
const MOST_NUMBERS = 65_536;
/** Longest text looked at, bytes: GDAL's metadata is a few hundred. */
const MOST_TEXT = 1_000_000;

interface Entry {
  type: number;
  count: number;
  at: number;
}

/**
 * Reads the header and the first directory of a TIFF or BigTIFF file. Every value, also of tags we
 * do not know, must lie inside the file: whoever reads them later can allocate no more than it holds.
 * Throws Fault `not-tiff`, `raster-cut`, `raster-header`.
 */
export function readTiffHeader(bytes: Uint8Array, file: string): TiffHeader {
  const mark = String.fromCharCode(...bytes.subarray(0, 2));
  const littleEndian = mark === 'II';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes.length >= 4 ? view.getUint16(2, littleEndian) : 0;
  if ((mark !== 'II' && mark !== 'MM') || (version !== 42 && version !== 43)) {
    const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
    throw rasterFaults.foreign(file, start.join(' ') || '∅');
  }
  const big = version === 43;
  const within = (at: number, length: number, what: string) => {
    if (at + length <= bytes.length) return;
    throw rasterFaults.cut(file, what, at + length, bytes.length);
  };
  const long = (at: number) =>
    big
      ? view.getUint32(at + (littleEndian ? 4 : 0), littleEndian) * 2 ** 32 +
        view.getUint32(at + (littleEndian ? 0 : 4), littleEndian)
      : view.getUint32(at, littleEndian);

  within(0, big ? 16 : 8, 'header');
  if (big && view.getUint16(4, littleEndian) !== 8) {
    throw rasterFaults.header(file, 'offset size', String(view.getUint16(4, littleEndian)), '8');
  }
  const directory = long(big ? 8 : 4);
  const [countBytes, entryBytes, inline] = big ? [8, 20, 8] : [2, 12, 4];
  within(directory, countBytes, 'directory');
  const count = big ? long(directory) : view.getUint16(directory, littleEndian);
  within(directory + countBytes, count * entryBytes + inline, 'directory');

  const entries = new Map<number, Entry>();
  for (let k = 0, at = directory + countBytes; k < count; k++, at += entryBytes) {
    const tag = view.getUint16(at, littleEndian);
    const type = view.getUint16(at + 2, littleEndian);
    const size = TYPE_BYTES[type] ?? 0;
    if (!size) throw rasterFaults.header(file, `tag ${tag}`, `type ${type}`, 'a TIFF field type');
    if (entries.has(tag)) throw rasterFaults.header(file, `tag ${tag}`, 'there twice', 'one');
    const values = long(at + 4);
    const there = at + (big ? 12 : 8);
    const start = values * size <= inline ? there : long(there);
    within(start, values * size, `tag ${tag}`);
    entries.set(tag, { type, count: values, at: start });
  }
  return {
    littleEndian,
    numbers(tag, most = MOST_NUMBERS) {
      const entry = entries.get(tag);
      if (!entry) return undefined;
      if (entry.count > most) {
        throw rasterFaults.header(file, `tag ${tag}`, `${entry.count} values`, `at most ${most}`);
      }
      const read = readerOf(entry.type, view, littleEndian, long);
      if (!read) {
        throw rasterFaults.header(file, `tag ${tag}`, `type ${entry.type}`, 'numbers');
      }
      const size = TYPE_BYTES[entry.type];
      return Array.from({ length: entry.count }, (_, k) => read(entry.at + k * size));
    },
    text(tag) {
      const entry = entries.get(tag);
      if (!entry || entry.type !== ASCII) return undefined;
      const length = Math.min(entry.count, MOST_TEXT);
      const text = new TextDecoder().decode(bytes.subarray(entry.at, entry.at + length));
      return text.split('\0')[0];
    },
  };
}

function readerOf(
  type: number,
  view: DataView,
  littleEndian: boolean,
  long: (at: number) => number,
): ((at: number) => number) | null {
  switch (type) {
    case 1:
      return (at) => view.getUint8(at);
    case 3:
      return (at) => view.getUint16(at, littleEndian);
    case 4:
    case 13:
      return (at) => view.getUint32(at, littleEndian);
    case 16:
    case 18:
      return long;
    case 11:
      return (at) => view.getFloat32(at, littleEndian);
    case 12:
      return (at) => view.getFloat64(at, littleEndian);
    default:
      return null;
  }
}
