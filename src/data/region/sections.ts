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

/** Reads what writeSections wrote; arrays are views into `bytes`, not copies. Throws Fault. */
export function readSections(bytes: Uint8Array): Sections {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw bundleFaults.foreign(magic.replace(/[^ -~]/g, '·'));
  if (bytes.length < HEADER_BYTES) throw bundleFaults.cut(bytes.length, HEADER_BYTES);
  // Views need alignment, which a slice of a larger buffer may not have.
  // (A Buffer of Node's has a slice of its own that does not copy.)
  const data = bytes.byteOffset % 8 ? new Uint8Array(bytes) : bytes;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const version = view.getUint32(8, true);
  if (version !== BUNDLE_VERSION) throw bundleFaults.version(version, BUNDLE_VERSION);
  const total = view.getUint32(16, true);
  if (data.length !== total) throw bundleFaults.cut(data.length, total);
  if (crc32(data.subarray(HEADER_BYTES)) !== view.getUint32(20, true)) {
    throw bundleFaults.corrupt('CRC-32');
  }
  const sections: Sections = { arrays: {}, json: {} };
  const count = view.getUint32(12, true);
  const tableEnd = HEADER_BYTES + count * ENTRY_BYTES;
  if (tableEnd > total) throw bundleFaults.corrupt('table');
  for (let k = 0; k < count; k++) {
    const entry = HEADER_BYTES + k * ENTRY_BYTES;
    const label = data.subarray(entry, entry + NAME_BYTES);
    const name = new TextDecoder().decode(label).replace(/\0+$/, '');
    const type = view.getUint32(entry + 16, true);
    const offset = view.getUint32(entry + 20, true);
    const length = view.getUint32(entry + 24, true);
    if (offset % 8 || offset < tableEnd || offset + length > total) {
      throw bundleFaults.corrupt(name);
    }
    if (type === JSON_TYPE) {
      sections.json[name] = parsed(name, data.subarray(offset, offset + length));
      continue;
    }
    const Flat = ARRAYS[type - 1];
    if (!Flat || length % Flat.BYTES_PER_ELEMENT) throw bundleFaults.corrupt(name);
    sections.arrays[name] = new Flat(
      data.buffer as ArrayBuffer,
      data.byteOffset + offset,
      length / Flat.BYTES_PER_ELEMENT,
    );
  }
  return sections;
}

function parsed(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw bundleFaults.corrupt(name);
  }
}
