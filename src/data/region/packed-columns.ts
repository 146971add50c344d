import { bundleFaults } from './bundle-faults.ts';
import { Column, WALKS, type Columns, type Packed } from './column-walks.ts';
import type { FlatArray } from './sections.ts';

/** Columns that stay as they are. */
const KEPT = 'edge_flags edge_class edge_name node_closed edge_surface slope_steepest'.split(' ');

/** The columns of a bundle's graph that people on foot need → packed, each under its own name. */
export function packColumns(plain: Columns): Columns {
  const packed: Columns = {};
  for (const name of KEPT) if (plain[name]) packed[name] = plain[name];
  const starts = plain.vertex_start;
  const between = (e: number) => starts[e + 1] - starts[e] - 2;
  packed.vertex_start = planes(Int32Array.from(plain.edge_from, (_, e) => between(e)));
  for (const [name, , , walk] of WALKS) {
    if (!plain[name]) continue;
    const values = wordsOf(plain[name]);
    const rest = new Int32Array(values.length);
    walk(new Column(values, rest, false), plain);
    packed[name] = planes(rest);
  }
  return packed;
}

/** What packColumns packed, to the bit. Throws Fault where the columns do not fit together. */
export function unpackColumns(packed: Columns): Columns {
  const unpacker = new Unpacker(Object.keys(packed));
  unpacker.take(packed);
  return unpacker.columns();
}

/** Unpacks the columns of a file as they come; `names`: all that it will have. */
export class Unpacker {
  readonly #plain: Columns = {};
  readonly #left: Packed[];
  /** Counts of nodes, edges and vertices, as soon as they are known. */
  readonly #counts = { n: 0, m: 0, v: 0 };

  constructor(names: readonly string[]) {
    this.#left = WALKS.filter(([name]) => !name.startsWith('slope') || names.includes(name));
  }

  /** Unpacks what the columns that are here, and those before them, allow. Throws Fault. */
  take(packed: Columns): void {
    for (const name of KEPT) if (packed[name]) this.#plain[name] = packed[name];
    if (packed.vertex_start && !this.#plain.vertex_start) this.#starts(packed.vertex_start);
    for (;;) {
      const [next] = this.#left;
      if (!next || !packed[next[0]] || !this.#plain.vertex_start) return;
      this.#left.shift();
      this.#unpack(next, packed[next[0]]);
    }
  }

  /** The plain columns, once all have been taken. Throws Fault where one is missing. */
  columns(): Columns {
    const [missing] = this.#left;
    if (missing) throw bundleFaults.corrupt(missing[0]);
    return this.#plain;
  }

  #starts(bytes: FlatArray): void {
    const between = differences(bytes, 'vertex_start');
    const m = between.length;
    const starts = new Uint32Array(m + 1);
    for (let e = 0; e < m; e++) {
      starts[e + 1] = starts[e] + between[e] + 2;
      if (between[e] < 0 || starts[e + 1] < starts[e]) throw bundleFaults.corrupt('vertex_start');
    }
    Object.assign(this.#counts, { m, v: starts[m] });
    this.#plain.vertex_start = starts;
  }

  #unpack([name, Type, per, walk]: Packed, bytes: FlatArray): void {
    const rest = differences(bytes, name);
    if (name === 'node_lon') this.#counts.n = rest.length;
    if (rest.length !== this.#counts[per]) throw bundleFaults.corrupt(name);
    const plain = (this.#plain[name] = new Type(rest.length));
    walk(new Column(wordsOf(plain), rest, true), this.#plain);
  }
}

const wordsOf = ({ buffer, byteOffset, length }: FlatArray) =>
  new Int32Array(buffer as ArrayBuffer, byteOffset, length);

/**
 * Small numbers of either sign as small ones (0, −1, 1, −2 → 0, 1, 2, 3), then all lowest bytes, all
 * second bytes and so on: what deflate makes least of.
 */
function planes(rest: Int32Array): Uint8Array {
  const n = rest.length;
  const bytes = new Uint8Array(4 * n);
  for (let i = 0; i < n; i++) {
    const word = (rest[i] << 1) ^ (rest[i] >> 31);
    for (let plane = 0; plane < 4; plane++) bytes[plane * n + i] = word >>> (8 * plane);
  }
  return bytes;
}

function differences(bytes: FlatArray, name: string): Int32Array {
  if (bytes.length % 4) throw bundleFaults.corrupt(name);
  const n = bytes.length / 4;
  const rest = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const word =
      bytes[i] | (bytes[n + i] << 8) | (bytes[2 * n + i] << 16) | (bytes[3 * n + i] << 24);
    rest[i] = (word >>> 1) ^ -(word & 1);
  }
  return rest;
}
