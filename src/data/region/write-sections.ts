import { crc32 } from '../crc32.ts';
import {
  ARRAYS,
  BUNDLE_VERSION,
  ENTRY_BYTES,
  HEADER_BYTES,
  JSON_TYPE,
  MAGIC,
  NAME_BYTES,
  type Sections,
} from './sections.ts';

/** Lays sections out as one file: header, table, then each section on a multiple of 8 bytes. */
export function writeSections({ arrays, json }: Sections): Uint8Array<ArrayBuffer> {
  const entries = [
    ...Object.entries(arrays).map(([name, array]) => ({
      name,
      type: ARRAYS.findIndex((type) => array instanceof type) + 1,
      bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    })),
    ...Object.entries(json).map(([name, value]) => ({
      name,
      type: JSON_TYPE,
      bytes: new TextEncoder().encode(JSON.stringify(value)),
    })),
  ];
  let at = HEADER_BYTES + entries.length * ENTRY_BYTES;
  const offsets = entries.map(({ bytes }) => {
    const offset = Math.ceil(at / 8) * 8;
    at = offset + bytes.length;
    return offset;
  });
  const out = new Uint8Array(Math.ceil(at / 8) * 8);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode(MAGIC));
  view.setUint32(8, BUNDLE_VERSION, true);
  view.setUint32(12, entries.length, true);
  view.setUint32(16, out.length, true);
  entries.forEach(({ name, type, bytes }, k) => {
    const entry = HEADER_BYTES + k * ENTRY_BYTES;
    const label = new TextEncoder().encode(name);
    if (label.length > NAME_BYTES) throw new Error(`section name too long: ${name}`);
    out.set(label, entry);
    view.setUint32(entry + 16, type, true);
    view.setUint32(entry + 20, offsets[k], true);
    view.setUint32(entry + 24, bytes.length, true);
    out.set(bytes, offsets[k]);
  });
  view.setUint32(20, crc32(out.subarray(HEADER_BYTES)), true);
  return out;
}
