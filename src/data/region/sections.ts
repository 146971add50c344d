import { bundleFaults } from './bundle-faults.ts';
import { crc32 } from '../crc32.ts';

/** The byte table is written down in data/README.md. */
export const BUNDLE_VERSION = 2;
export const MAGIC = 'HUIMINRG';
export const HEADER_BYTES = 24;
export const ENTRY_BYTES = 32;
export const NAME_BYTES = 16;
export const JSON_TYPE = 6;

export const ARRAYS = [Uint8Array, Int32Array, Uint32Array, Float32Array, Float64Array] as const;
export type FlatArray = Uint8Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Named columns, and named JSON values beside them. */
export interface Sections {
  arrays: Record<string, FlatArray>;
  json: Record<string, unknown>;
}

/** One line of the table of a file. */
export interface Section {
  name: string;
  /** Index into ARRAYS + 1, or JSON_TYPE. */
  type: number;
  offset: number;
  /** Bytes. */
  length: number;
}

/** Reads what writeSections wrote; arrays are views into `bytes`, not copies. Throws Fault. */
export function readSections(bytes: Uint8Array): Sections {
  const { total, crc, tableEnd } = readHeader(bytes);
  // Views need alignment, which a slice of a larger buffer may not have.
  // (A Buffer of Node's has a slice of its own that does not copy.)
  const data = bytes.byteOffset % 8 ? new Uint8Array(bytes) : bytes;
  if (data.length !== total) throw bundleFaults.cut(data.length, total);
  if (crc32(data.subarray(HEADER_BYTES)) !== crc) throw bundleFaults.corrupt('CRC-32');
  if (tableEnd > total) throw bundleFaults.corrupt('table');
  const sections: Sections = { arrays: {}, json: {} };
  for (const section of readTable(data)) {
    const { name, type, offset, length } = section;
    if (type === JSON_TYPE)
      sections.json[name] = parsed(name, data.subarray(offset, offset + length));
    else sections.arrays[name] = arrayOf(data, section);
  }
  return sections;
}

/** What the first HEADER_BYTES of a file say: its length, the CRC-32 of what follows them, where its table ends. Throws Fault. */
export function readHeader(bytes: Uint8Array): { total: number; crc: number; tableEnd: number } {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw bundleFaults.foreign(magic.replace(/[^ -~]/g, '·'));
  if (bytes.length < HEADER_BYTES) throw bundleFaults.cut(bytes.length, HEADER_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const version = view.getUint32(8, true);
  if (version !== BUNDLE_VERSION) throw bundleFaults.version(version, BUNDLE_VERSION);
  const tableEnd = HEADER_BYTES + view.getUint32(12, true) * ENTRY_BYTES;
  return { total: view.getUint32(16, true), crc: view.getUint32(20, true), tableEnd };
}

/** The table of a file of which header and table are here, in a buffer of the length of the whole. Throws Fault. */
export function readTable(data: Uint8Array): Section[] {
  const { total, tableEnd } = readHeader(data);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const sections: Section[] = [];
  for (let entry = HEADER_BYTES; entry < tableEnd; entry += ENTRY_BYTES) {
    const label = data.subarray(entry, entry + NAME_BYTES);
    const name = new TextDecoder().decode(label).replace(/\0+$/, '');
    const type = view.getUint32(entry + 16, true);
    const offset = view.getUint32(entry + 20, true);
    const length = view.getUint32(entry + 24, true);
    if (offset % 8 || offset < tableEnd || offset + length > total) {
      throw bundleFaults.corrupt(name);
    }
    sections.push({ name, type, offset, length });
  }
  return sections;
}

/** A column as a view into the whole file. Throws Fault. */
export function arrayOf(data: Uint8Array, { name, type, offset, length }: Section): FlatArray {
  const Flat = ARRAYS[type - 1];
  if (!Flat || length % Flat.BYTES_PER_ELEMENT) throw bundleFaults.corrupt(name);
  return new Flat(
    data.buffer as ArrayBuffer,
    data.byteOffset + offset,
    length / Flat.BYTES_PER_ELEMENT,
  );
}

function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw bundleFaults.corrupt(name);
  }
}
