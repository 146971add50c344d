import { crc32 } from '../crc32.ts';
import { inflateRaw } from '../osm/inflate.ts';
import { importFaults } from './import-faults.ts';

/** Bytes that the parts of one archive may unpack to: a workbook of 100,000 rows has about a fifth. */
const MOST_UNPACKED = 400_000_000;
const MOST_ENTRIES = 10_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The parts of a ZIP, each unpacked when it is wanted. */
export interface Archive {
  names: string[];
  /** Null where there is no such part. Throws Fault `bad-zip`, `zip-bomb`. */
  part(name: string): Uint8Array | null;
}

interface Entry {
  method: number;
  packed: number;
  size: number;
  crc: number;
  at: number;
}

/**
 * Opens a ZIP from its directory. Never unpacks more than the directory says, nor more than 400 MB
 * altogether: a bomb is refused before it goes off. Throws Fault `bad-zip`, `zip-bomb`, `encrypted`.
 */
export function openZip(bytes: Uint8Array, file: string): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, file);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      unpacked += entry.size;
      if (unpacked > MOST_UNPACKED) throw importFaults.bomb(file, unpacked, MOST_UNPACKED);
      return unpack(view, bytes, entry, file, name);
    },
  };
}

function readDirectory(view: DataView, bytes: Uint8Array, file: string): Map<string, Entry> {
  const end = endOf(view);
  if (end < 0)
    throw broken(file, '找不到目录，文件可能没有传完', 'it has no directory and may be cut off');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at === 0xffffffff) {
    throw broken(file, '条目太多', 'it has too many entries');
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  for (let k = 0; k < count; k++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      throw broken(file, '目录已损坏', 'its directory is damaged');
    }
    if (view.getUint16(at + 8, true) & 1) throw importFaults.encrypted(file);
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const size = view.getUint32(at + 24, true);
    total += size;
    // Some writers separate folders by a backslash.
    entries.set(name.replace(/\\/g, '/'), {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size,
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > 10 * MOST_UNPACKED) throw importFaults.bomb(file, total, MOST_UNPACKED);
  return entries;
}

/** The end record is the last thing but a comment of at most 64 kB. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65535); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function unpack(
  view: DataView,
  bytes: Uint8Array,
  { at, packed, size, method, crc }: Entry,
  file: string,
  name: string,
): Uint8Array {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) {
    throw broken(file, `${name} 的位置不对`, `${name} is not where the directory says`);
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) {
    throw broken(
      file,
      `${name} 的压缩方法 ${method} 不认识`,
      `${name} is packed by method ${method}`,
    );
  }
  // Deflate packs at most 1032 times: a size beyond is a lie, and not worth the memory.
  if (size > packed * 1032 + 64)
    throw broken(file, `${name} 的大小不可信`, `the size of ${name} cannot be`);
  let out: Uint8Array;
  try {
    out = method === 0 ? data : inflateRaw(data, size);
  } catch {
    throw broken(file, `${name} 已损坏`, `${name} is damaged`);
  }
  if (out.length !== size || crc32(out) !== crc) {
    throw broken(file, `${name} 校验不符`, `the checksum of ${name} differs`);
  }
  return out;
}

const broken = (file: string, zh: string, en: string) => importFaults.zip(file, { zh, en });
