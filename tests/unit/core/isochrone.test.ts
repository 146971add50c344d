import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPolygons, ringArea, type Polygons } from '../../../src/core/geo.ts';
import { isochrones } from '../../../src/core/isochrone.ts';
import { traceAbove } from '../../../src/core/marching-squares.ts';
import { lattice, snapLattice, surface, type Lattice } from '../../../src/core/surface.ts';
import { buildNetwork } from '../../../src/core/network.ts';
import { walking } from '../../../src/core/profile.ts';
import { searchReach } from '../../../src/core/reach.ts';
import { Snapper } from '../../../src/core/snap.ts';
import { town } from './town.ts';

const grid = (columns: number, rows: number): Lattice => ({
  columns,
  rows,
  west: 100,
  south: 30,
  stepLon: 0.001,
  stepLat: 0.001,
  metres: 100,
});

/** A lattice drawn in characters, north above: # is inside. */
function field(picture: string): [Lattice, Float64Array] {
  const rows = picture.trim().split('\n').reverse();
  const values = rows.flatMap((row) => [...row.trim()].map((c) => (c === '#' ? 1 : -1)));
  return [grid(rows[0].trim().length, rows.length), Float64Array.from(values)];
}

const at = ({ west, south, stepLon, stepLat, columns }: Lattice, i: number) =>
  [west + (i % columns) * stepLon, south + Math.floor(i / columns) * stepLat] as const;

/** Outer rings run counter-clockwise, holes clockwise, every ring is closed and has an area. */
function expectWellFormed(polygons: Polygons) {
  for (const rings of polygons) {
    rings.forEach((ring, k) => {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring[0]).toEqual(ring[ring.length - 1]);
      expect(Math.sign(ringArea(ring))).toBe(k ? -1 : 1);
      // Even-odd over all rings of one polygon: a hole must lie inside its own outer ring.
      if (k) expect(inPolygons([[rings[0]]], ring[0][0], ring[0][1])).toBe(true);
    });
  }
}

describe('the area above a threshold', () => {
  it.each([
    ['nothing', '...\n...\n...', []],
    ['one point', '...\n.#.\n...', [1]],
    ['everything', '##\n##', [1]],
    ['a ring with a hole', '#####\n#...#\n#...#\n#...#\n#####', [2]],
    [
      'an island in the hole',
      '#######\n#.....#\n#.....#\n#..#..#\n#.....#\n#.....#\n#######',
      [2, 1],
    ],
    ['two holes', '#####\n#.#.#\n#####', [3]],
    ['two corners that touch', '##..\n##..\n..##\n..##', [1, 1]],
    ['a hole at the very edge is no hole', '###\n#.#\n#.#', [1]],
  ] as [string, string, number[]][])('%s', (_, picture, rings) => {
    const [lattice, values] = field(picture);
    const polygons = traceAbove(lattice, values, 0);
    expect(polygons.map((p) => p.length).sort()).toEqual([...rings].sort());
    expectWellFormed(polygons);
  });

  it('holds the lattice points that are above it and no others', () => {
    const fields = fc
      .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }))
      .chain(([columns, rows]) =>
        fc.record({
          lattice: fc.constant(grid(columns, rows)),
          values: fc.array(fc.integer({ min: -5, max: 5 }), {
            minLength: columns * rows,
            maxLength: columns * rows,
          }),
        }),
      );
    fc.assert(
      fc.property(fields, ({ lattice, values }) => {
        // Between two whole numbers, so that no lattice point lies on the line itself.
        const polygons = traceAbove(lattice, values, 0.5);
        expectWellFormed(polygons);
        values.forEach((value, i) => {
          expect(inPolygons(polygons, ...at(lattice, i))).toBe(value > 0.5);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is interpolated between lattice points', () => {
    const [polygon] = traceAbove(grid(3, 3), [0, 0, 0, 0, 4, 0, 0, 0, 0], 1);
    const east = Math.max(...polygon[0].map(([lon]) => lon));
    expect(east).toBeCloseTo(100.001 + 0.00075, 9);
  });
});

describe('isochrones', () => {
  it('of a drawn street agree with the lattice, and a longer limit holds a shorter one', () => {
    const { graph, sites } = town(
      `
+---+---+---+---+
|   |   |   |   |
+---A---+---+---+
|   |       |   |
+---+---+---+---+`,
      100,
    );
    const network = buildNetwork(graph, 'foot');
    const snapper = new Snapper(network);
    const reach = searchReach(network, snapper.snap(sites.lon, sites.lat), walking(1.2), 1800);
    const lattices = lattice([0, -0.0045, 0.0144, 0], 300, 25, 320);
    const seconds = surface(reach, snapLattice(lattices, snapper));
    const limits = [900, 600, 300];
    const bands = isochrones(lattices, seconds, limits);
    bands.forEach((polygons, k) => {
      expectWellFormed(polygons);
      seconds.forEach((s, i) => {
        if (Math.abs(s - limits[k]) < 1e-6) return;
        expect(inPolygons(polygons, ...at(lattices, i))).toBe(s < limits[k]);
      });
    });
  });

  it('are empty where nothing is reached', () => {
    expect(isochrones(grid(3, 3), new Float64Array(9).fill(Infinity), [300, 600])).toEqual([
      [],
      [],
    ]);
  });
});
