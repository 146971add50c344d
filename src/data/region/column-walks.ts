import { E7, EARTH_RADIUS } from '../../core/geo.ts';
import type { FlatArray } from './sections.ts';

/*
 * The columns of a graph as a phone gets them: what is stored is by how much a value differs from
 * the one foreseen from what is known before it. The foreseen ones are sums, products, quotients and
 * square roots alone, which IEEE 754 gives to the bit in every browser (it does not give sines), so
 * that a column comes back to the bit everywhere. The table is written down in data/README.md.
 */

export type Columns = Record<string, FlatArray>;

/** A column on its way in or out: both are the same walk. */
export class Column {
  readonly values: Int32Array;
  readonly rest: Int32Array;
  readonly #unpack: boolean;

  constructor(values: Int32Array, rest: Int32Array, unpack: boolean) {
    this.values = values;
    this.rest = rest;
    this.#unpack = unpack;
  }

  /** Value i, of which `foreseen` is foreseen; its difference is number k. Wraps at 32 bits. */
  put(i: number, foreseen: number, k = i): void {
    if (this.#unpack) this.values[i] = this.rest[k] + foreseen;
    else this.rest[k] = this.values[i] - foreseen;
  }
}

type Walk = (column: Column, known: Columns) => void;
type Word = typeof Int32Array | typeof Uint32Array | typeof Float32Array;

/** How a column is packed: per node, edge or vertex. */
export type Packed = [name: string, type: Word, per: 'n' | 'm' | 'v', walk: Walk];

/** The packed columns, in an order in which each is foreseen from those before it. */
export const WALKS: Packed[] = [
  ['node_lon', Int32Array, 'n', walkSteps],
  ['node_lat', Int32Array, 'n', walkSteps],
  ['edge_from', Uint32Array, 'm', walkSteps],
  ['edge_to', Uint32Array, 'm', walkTo],
  ['vertex_lon', Int32Array, 'v', (column, known) => walkLine(column, known, known.node_lon)],
  ['vertex_lat', Int32Array, 'v', (column, known) => walkLine(column, known, known.node_lat)],
  ['edge_metres', Float32Array, 'm', walkMetres],
  ['slope_forth', Float32Array, 'm', walkForth],
  ['slope_back', Float32Array, 'm', walkBack],
];

/** Foreseen: the value before it. */
function walkSteps(column: Column): void {
  const { values, rest } = column;
  for (let i = 0; i < rest.length; i++) column.put(i, i ? values[i - 1] : 0);
}

/** Foreseen: the bits of 1, a flat street. */
function walkForth(column: Column): void {
  for (let e = 0; e < column.rest.length; e++) column.put(e, bitsOf(1));
}

/** Foreseen: the edge's other node, which is near it in Hilbert order. */
function walkTo(column: Column, { edge_from }: Columns): void {
  for (let e = 0; e < column.rest.length; e++) column.put(e, edge_from[e]);
}

/**
 * Foreseen: an edge's ends at its nodes; between them, that the line goes on as it went, at first
 * towards its end in even steps. The differences of the ends come first, then those between.
 */
function walkLine(column: Column, { vertex_start, edge_from, edge_to }: Columns, at: FlatArray) {
  const { values } = column;
  const m = edge_from.length;
  let k = 2 * m;
  for (let e = 0; e < m; e++) {
    const [first, last] = [vertex_start[e], vertex_start[e + 1] - 1];
    column.put(first, at[edge_from[e]] ?? 0, 2 * e);
    column.put(last, at[edge_to[e]] ?? 0, 2 * e + 1);
    for (let i = first + 1; i < last; i++) {
      const step =
        i === first + 1
          ? Math.trunc((values[last] - values[first]) / (last - first))
          : values[i - 1] - values[i - 2];
      column.put(i, values[i - 1] + step, k++);
    }
  }
}

/** Foreseen: the bits of the length of the edge's line (haversine, by series that end at 1e-18). */
function walkMetres(column: Column, { vertex_start, vertex_lon, vertex_lat }: Columns): void {
  const HALF = Math.PI / 180 / 2;
  for (let e = 0; e < column.rest.length; e++) {
    let metres = 0;
    let cosine = 0;
    for (let i = vertex_start[e]; i < vertex_start[e + 1]; i++) {
      const before = cosine;
      cosine = cosineOf((vertex_lat[i] / E7) * 2 * HALF);
      if (i === vertex_start[e]) continue;
      const s = sineOf((vertex_lat[i] / E7 - vertex_lat[i - 1] / E7) * HALF);
      const t = sineOf((vertex_lon[i] / E7 - vertex_lon[i - 1] / E7) * HALF);
      const h = Math.sqrt(s * s + before * cosine * t * t);
      metres += 2 * EARTH_RADIUS * (h + (h * h * h) / 6);
    }
    column.put(e, bitsOf(metres));
  }
}

/** Foreseen: the bits of 1 ÷ forth, which it is on one even slope of up to 5 %. */
function walkBack(column: Column, { slope_forth: forth }: Columns): void {
  // What is no number has no bits of its own in JavaScript.
  for (let e = 0; e < column.rest.length; e++) {
    column.put(e, Number.isNaN(forth[e]) ? 0 : bitsOf(1 / forth[e]));
  }
}

/** Of a few kilometres as an angle. */
const sineOf = (x: number) => x - (x * x * x) / 6;

function cosineOf(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; k < 12; k++) {
    term *= -(x * x) / ((2 * k - 1) * (2 * k));
    sum += term;
  }
  return sum;
}

const FLOAT = new Float32Array(1);
const BITS = new Int32Array(FLOAT.buffer);
function bitsOf(value: number): number {
  FLOAT[0] = value;
  return BITS[0];
}
