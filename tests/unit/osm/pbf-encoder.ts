import { zlibSync } from 'fflate';

/** A tiny writer of OSM PBF for tests. Messages are plain lists of bytes, so that a test can spoil any of them. */
export type Bytes = number[];

export function varint(value: number | bigint): Bytes {
  let rest = BigInt.asUintN(64, BigInt(value));
  const out: Bytes = [];
  for (; rest > 127n; rest >>= 7n) out.push(Number(rest & 127n) | 128);
  return [...out, Number(rest)];
}

export function zigzag(value: number | bigint): Bytes {
  const n = BigInt(value);
  return varint(n < 0n ? -2n * n - 1n : 2n * n);
}

export const key = (field: number, type: number): Bytes => varint(field * 8 + type);
export const int = (field: number, value: number | bigint) => [...key(field, 0), ...varint(value)];
export const sint = (field: number, value: number) => [...key(field, 0), ...zigzag(value)];

export function bytes(field: number, content: Bytes | Uint8Array | string): Bytes {
  const list =
    typeof content === 'string' ? [...new TextEncoder().encode(content)] : Array.from(content);
  return [...key(field, 2), ...varint(list.length), ...list];
}

export const packed = (field: number, values: number[]) => bytes(field, values.flatMap(varint));

/** Packed sint64, delta coded. */
export function deltas(field: number, values: number[]): Bytes {
  return bytes(
    field,
    values.flatMap((value, i) => zigzag(value - (i === 0 ? 0 : values[i - 1]))),
  );
}

/** A fileblock: length, BlobHeader, Blob. */
export function fileblock(type: string, blob: Bytes, datasize = blob.length): Bytes {
  const header = [...bytes(1, type), ...int(3, datasize)];
  const size = header.length;
  return [size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255, ...header, ...blob];
}

export const rawBlob = (content: Bytes) => bytes(1, content);

export function zlibBlob(content: Bytes, rawSize = content.length): Bytes {
  return [...int(2, rawSize), ...bytes(3, zlibSync(Uint8Array.from(content)))];
}

export const FEATURES = ['OsmSchema-V0.6', 'DenseNodes'];

export function header(extra: Bytes = [], features = FEATURES): Bytes {
  return fileblock('OSMHeader', rawBlob([...features.flatMap((f) => bytes(4, f)), ...extra]));
}

/** A PrimitiveBlock of groups; strings[0] is the delimiter and should be ''. */
export function block(strings: string[], groups: Bytes[], extra: Bytes = []): Bytes {
  return [
    ...bytes(
      1,
      strings.flatMap((s) => bytes(1, s)),
    ),
    ...groups.flatMap((group) => bytes(2, group)),
    ...extra,
  ];
}

/** A whole file with a plain header and these PrimitiveBlocks, raw or packed. */
export function pbfFile(blocks: Bytes[], options: { zlib?: boolean; header?: Bytes } = {}) {
  const blob = options.zlib ? zlibBlob : rawBlob;
  return Uint8Array.from([
    ...(options.header ?? header()),
    ...blocks.flatMap((content) => fileblock('OSMData', blob(content))),
  ]);
}

/** DenseNodes from columns in the block's units; keysVals as in the format. */
export function dense(ids: number[], lat: number[], lon: number[], keysVals: number[] = []): Bytes {
  return bytes(2, [
    ...deltas(1, ids),
    ...deltas(8, lat),
    ...deltas(9, lon),
    ...(keysVals.length > 0 ? packed(10, keysVals) : []),
  ]);
}

export function node(id: number, lat: number, lon: number, tags: [number, number][] = []): Bytes {
  return bytes(1, [...sint(1, id), ...keysAndValues(tags), ...sint(8, lat), ...sint(9, lon)]);
}

export function way(id: number, refs: number[], tags: [number, number][] = []): Bytes {
  return bytes(3, [...int(1, id), ...keysAndValues(tags), ...deltas(8, refs)]);
}

/** Members as [type, id, role string index]. */
export function relation(
  id: number,
  members: [number, number, number][],
  tags: [number, number][] = [],
): Bytes {
  return bytes(4, [
    ...int(1, id),
    ...keysAndValues(tags),
    ...packed(
      8,
      members.map((m) => m[2]),
    ),
    ...deltas(
      9,
      members.map((m) => m[1]),
    ),
    ...packed(
      10,
      members.map((m) => m[0]),
    ),
  ]);
}

function keysAndValues(tags: [number, number][]): Bytes {
  if (tags.length === 0) return [];
  const keys = tags.map(([k]) => k);
  const values = tags.map(([, v]) => v);
  return [...packed(2, keys), ...packed(3, values)];
}
