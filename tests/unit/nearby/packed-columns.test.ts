import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../tables/fault-of.ts';
import { packColumns, unpackColumns, Unpacker } from '../../../src/data/region/packed-columns.ts';
import type { FlatArray } from '../../../src/data/region/sections.ts';

type Columns = Record<string, FlatArray>;

const bitsOf = ({ buffer, byteOffset, byteLength }: FlatArray) =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

/** Two nodes on the equator 0.001° apart, one edge with a bend between them. */
const bend = (): Columns => ({
  node_lon: Int32Array.of(0, 10_000),
  node_lat: Int32Array.of(0, 0),
  edge_from: Uint32Array.of(0),
  edge_to: Uint32Array.of(1),
  edge_metres: Float32Array.of(111.1950802335329),
  edge_flags: Uint32Array.of(1),
  edge_class: Uint8Array.of(3),
  edge_name: Uint32Array.of(0),
  vertex_start: Uint32Array.of(0, 3),
  vertex_lon: Int32Array.of(0, 5_100, 10_000),
  vertex_lat: Int32Array.of(0, 0, 0),
});

/** Any bits at all in every column; only the counts of vertices are sound. */
const anything: fc.Arbitrary<Columns> = fc
  .record({
    n: fc.nat(6),
    between: fc.array(fc.nat(4), { maxLength: 8 }),
    slopes: fc.boolean(),
  })
  .chain(({ n, between, slopes }) => {
    const m = between.length;
    const starts = new Uint32Array(m + 1);
    between.forEach((count, e) => (starts[e + 1] = starts[e] + count + 2));
    const words = (length: number) =>
      fc.uint32Array({ minLength: length, maxLength: length, size: 'max' });
    const of = <T>(length: number, Type: new (buffer: ArrayBuffer) => T) =>
      words(length).map((column) => new Type(column.slice().buffer));
    const bytes = fc.uint8Array({ minLength: m, maxLength: m });
    return fc.record<Columns>({
      node_lon: of(n, Int32Array),
      node_lat: of(n, Int32Array),
      // Near nodes and far ones, and some that are not there.
      edge_from: fc.oneof(
        of(m, Uint32Array),
        fc.array(fc.nat(n), { minLength: m, maxLength: m }).map((list) => Uint32Array.from(list)),
      ),
      edge_to: of(m, Uint32Array),
      edge_metres: of(m, Float32Array),
      edge_flags: words(m),
      edge_class: bytes,
      edge_name: words(m),
      vertex_start: fc.constant(starts),
      vertex_lon: of(starts[m], Int32Array),
      vertex_lat: of(starts[m], Int32Array),
      ...(slopes && {
        slope_forth: of(m, Float32Array),
        slope_back: of(m, Float32Array),
        slope_steepest: bytes,
      }),
    });
  });

describe('packed columns', () => {
  it('store by how much a value differs from the one foreseen', () => {
    const packed = packColumns(bend());
    // A bend foreseen at 5000 stands at 5100: 100, doubled for the sign; the ends are at their nodes.
    expect([...packed.vertex_lon]).toEqual([0, 0, 200, ...Array(9).fill(0)]);
    // The second node is 10,000 from the first: 20,000 = 0x4e20, lowest bytes first.
    expect([...packed.node_lon]).toEqual([0, 0x20, 0, 0x4e, 0, 0, 0, 0]);
    // 0.001° of the Earth's circumference is the length of the line, to the last bit.
    expect([...packed.edge_metres]).toEqual([0, 0, 0, 0]);
    expect([...packed.vertex_start]).toEqual([2, 0, 0, 0]);
  });

  it('foresee the way back of an even slope: 1.25 there is 0.8 back', () => {
    const slopes = {
      slope_forth: Float32Array.of(1.25),
      slope_back: Float32Array.of(0.8),
      slope_steepest: Uint8Array.of(7),
    };
    expect([...packColumns({ ...bend(), ...slopes }).slope_back]).toEqual([0, 0, 0, 0]);
  });

  it('come back to the bit, whatever is in them: no numbers and ends that are nowhere too', () => {
    fc.assert(
      fc.property(anything, (columns) => {
        const again = unpackColumns(packColumns(columns));
        expect(Object.keys(again).sort()).toEqual(Object.keys(columns).sort());
        for (const [name, column] of Object.entries(columns)) {
          expect(again[name].constructor, name).toBe(column.constructor);
          expect(bitsOf(again[name]).equals(bitsOf(column)), name).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come back the same whichever of them is here first', () => {
    fc.assert(
      fc.property(anything, fc.infiniteStream(fc.nat()), (columns, random) => {
        const packed = packColumns(columns);
        const names = Object.keys(packed);
        const unpacker = new Unpacker(names);
        const here: typeof packed = {};
        for (const left = [...names]; left.length;) {
          const [name] = left.splice(random.next().value % left.length, 1);
          here[name] = packed[name];
          unpacker.take({ ...here });
        }
        const again = unpacker.columns();
        expect(Object.keys(again).sort()).toEqual(Object.keys(columns).sort());
        for (const [name, column] of Object.entries(columns)) {
          expect(bitsOf(again[name]).equals(bitsOf(column)), name).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['missing', 'edge_to', undefined, 'edge_to'],
    ['of another length', 'edge_to', new Uint8Array(8), 'edge_to'],
    ['of no whole words', 'edge_to', new Uint8Array(3), 'edge_to'],
    ['fewer vertices than counted', 'vertex_start', Uint8Array.of(4, 0, 0, 0), 'vertex_lon'],
    ['more vertices than counted', 'vertex_start', Uint8Array.of(0, 0, 0, 0), 'vertex_lon'],
    ['less than no vertices', 'vertex_start', Uint8Array.of(1, 0, 0, 0), 'vertex_start'],
  ])('that do not fit together are corrupt: %s', (_, name, column, where) => {
    const fault = faultOf(() => unpackColumns({ ...packColumns(bend()), [name]: column! }));
    expect(fault.code).toBe('bundle-corrupt');
    expect(fault.text.en).toContain(where);
  });
});
