import { byteColumn } from './byte-column.ts';

/** One entry of a PMTiles directory: `run` tiles from `id` on with the same bytes; a leaf where run is 0. */
export interface Entry {
  id: number;
  offset: number;
  length: number;
  run: number;
}

export type Gzip = (bytes: Uint8Array) => Uint8Array;

/** The specification lets the header and the root take 16,384 bytes together. */
export const ROOT_LIMIT = 16_384 - 127;

/**
 * A directory as PMTiles v3 writes it, before compression: columns of varints, ids as differences,
 * an offset as 0 where the bytes follow those of the entry before.
 * @param entries one or more, ascending by id.
 */
export function encodeDirectory(entries: Entry[]): Uint8Array {
  const out = byteColumn();
  out.varint(entries.length);
  let before = 0;
  for (const { id } of entries) {
    out.varint(id - before);
    before = id;
  }
  for (const { run } of entries) out.varint(run);
  for (const { length } of entries) out.varint(length);
  entries.forEach(({ offset }, k) => {
    const last = entries[k - 1];
    const follows = k > 0 && offset === last.offset + last.length;
    out.varint(follows ? 0 : offset + 1);
  });
  return out.view();
}

/**
 * The root directory and the leaves it points to, compressed. Few entries fit into the root itself;
 * else they go to leaves, of more entries each until the root fits.
 * @param limit bytes the compressed root may have.
 */
export function directoriesOf(
  entries: Entry[],
  gzip: Gzip,
  limit = ROOT_LIMIT,
): { root: Uint8Array; leaves: Uint8Array } {
  const whole = gzip(encodeDirectory(entries));
  if (whole.length <= limit) return { root: whole, leaves: new Uint8Array() };
  for (let size = 4096; ; size *= 2) {
    const pieces: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let k = 0; k < entries.length; k += size) {
      const leaf = gzip(encodeDirectory(entries.slice(k, k + size)));
      pointers.push({ id: entries[k].id, offset, length: leaf.length, run: 0 });
      pieces.push(leaf);
      offset += leaf.length;
    }
    const root = gzip(encodeDirectory(pointers));
    if (root.length > limit && pieces.length > 1) continue;
    const leaves = new Uint8Array(offset);
    pointers.forEach((pointer, k) => leaves.set(pieces[k], pointer.offset));
    return { root, leaves };
  }
}
