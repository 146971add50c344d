import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringArea, inPolygons, type Polygons } from '../../../src/core/geo.ts';
import { Shapes } from '../../../src/data/osm/shapes.ts';
import { drawnOsm, STEP, type DrawnRelation } from './drawn-osm.ts';

/** Area in squares of the drawing, holes taken off; one number per polygon. */
function squares(polygons: Polygons): number[] {
  const [edge] = new Shapes(drawnOsm('ab\ndc', [{ path: 'abcda' }])).polygonOf(0)!;
  return polygons.map((rings) =>
    Number((rings.reduce((sum, ring) => sum + ringArea(ring), 0) / ringArea(edge)).toFixed(2)),
  );
}

const outer = (...ways: number[]): DrawnRelation['members'] => ways.map((way) => [way, 'outer']);
const inner = (...ways: number[]): DrawnRelation['members'] => ways.map((way) => [way, 'inner']);

describe('ways', () => {
  it('are lines in degrees, cut where a node is missing', () => {
    const shapes = new Shapes(
      drawnOsm('a.b.c.d', [{ path: 'ab?cd' }, { path: 'a?b' }, { path: 'aab' }]),
    );
    const { lines, missing } = shapes.linesOf(0);
    expect(missing).toBe(1);
    expect(lines.map((line) => line.map(([lon]) => Math.round((lon - 104) / STEP)))).toEqual([
      [0, 2],
      [4, 6],
    ]);
    expect(shapes.linesOf(1)).toEqual({ lines: [], missing: 1 });
    expect(shapes.linesOf(2).lines[0]).toHaveLength(2);
  });

  it('that close are polygons, counter-clockwise whichever way they were drawn', () => {
    const drawing = 'ab\ndc';
    for (const path of ['abcda', 'adcba']) {
      const [ring] = new Shapes(drawnOsm(drawing, [{ path }])).polygonOf(0)!;
      expect(ringArea(ring)).toBeGreaterThan(0);
      expect(ring[0]).toEqual(ring[4]);
    }
  });

  it('that are open, flat or cut are no polygons', () => {
    const shapes = new Shapes(
      drawnOsm('abe\ndc.', [
        { path: 'abcd' },
        { path: 'abeba' },
        { path: 'ab?da' },
        { path: 'aba' },
      ]),
    );
    for (const way of [0, 1, 2, 3]) expect(shapes.polygonOf(way)).toBeNull();
  });
});

describe('multipolygons', () => {
  const assembled = (drawing: string, paths: string[], members: DrawnRelation['members']) =>
    new Shapes(
      drawnOsm(
        drawing,
        paths.map((path) => ({ path })),
        [{ members }],
      ),
    ).polygonsOf(0);

  const LAKE = `
    a.....b
    .......
    ..e.f..
    .......
    ..h.g..
    d.....c`;

  it('join ways that lie in any direction and order', () => {
    const { polygons, ...rest } = assembled(LAKE, ['ab', 'cb', 'da', 'cd'], outer(2, 0, 3, 1));
    expect(squares(polygons)).toEqual([30]);
    expect(rest).toEqual({ missing: 0, open: 0, stray: 0 });
  });

  it('keep their holes, outer first, wound as RFC 7946 asks', () => {
    const { polygons } = assembled(LAKE, ['abcda', 'efghe'], [...outer(0), ...inner(1)]);
    expect(squares(polygons)).toEqual([26]);
    expect(polygons[0].map((ring) => Math.sign(ringArea(ring)))).toEqual([1, -1]);
  });

  it('find holes by where they lie, even when the roles are empty or wrong', () => {
    for (const members of [
      [
        [0, ''],
        [1, ''],
      ],
      [
        [0, 'inner'],
        [1, 'outer'],
      ],
    ] as DrawnRelation['members'][]) {
      const { polygons } = assembled(LAKE, ['abcda', 'efghe'], members);
      if (members[0][1] === '') expect(squares(polygons)).toEqual([26]);
      // The large ring calls itself a hole and lies in nothing: only the small one is left.
      else expect(squares(polygons)).toEqual([4]);
    }
  });

  it('may have an island in a lake on an island', () => {
    const { polygons } = assembled(
      `a.......b
       .e.....f.
       ..i...j..
       ..l...k..
       .h.....g.
       d.......c`,
      ['abcda', 'efghe', 'ijkli'],
      [...outer(0, 2), ...inner(1)],
    );
    expect(squares(polygons)).toEqual([40 - 18, 4]);
  });

  it('may have several outer rings, which may touch at a node', () => {
    const { polygons, open } = assembled(
      `a.b..
       .....
       d.c.e
       .....
       ..g.f`,
      ['abc', 'cda', 'cef', 'fgc'],
      outer(0, 1, 2, 3),
    );
    expect(squares(polygons)).toEqual([4, 4]);
    expect(open).toBe(0);
  });

  it('may have a hole that touches the outer ring', () => {
    const { polygons } = assembled(
      `a..b..c
       ..e.f..
       d.....g`,
      ['abcgda', 'befb'],
      [...outer(0), ...inner(1)],
    );
    expect(squares(polygons)).toEqual([11]);
  });

  it('may have a hole whose corners are all corners of the outer ring', () => {
    const { polygons } = assembled(
      `a.b.c
       .....
       d.f.g`,
      ['abcgfda', 'bcgb'],
      [...outer(0), ...inner(1)],
    );
    expect(squares(polygons)).toEqual([6]);
  });

  it('say what is missing, and do not close a ring over the gap', () => {
    expect(assembled(LAKE, ['ab', 'bc', 'cd'], outer(0, 1, 2, -1))).toEqual({
      polygons: [],
      missing: 1,
      open: 3,
      stray: 0,
    });
    expect(assembled(LAKE, ['abc', 'c?a'], outer(0, 1))).toMatchObject({ missing: 1, open: 1 });
  });

  it('save the rings that are whole, and holes without an outer ring are not drawn', () => {
    const { polygons, ...rest } = assembled(
      LAKE,
      ['abcd', 'efghe', 'ad', 'be'],
      [...outer(0, 2, 3), ...inner(1)],
    );
    expect(squares(polygons)).toEqual([26]);
    expect(rest).toEqual({ missing: 0, open: 1, stray: 0 });
    expect(assembled(LAKE, ['abcd', 'efghe'], [...outer(0), ...inner(1)])).toEqual({
      polygons: [],
      missing: 0,
      open: 1,
      stray: 1,
    });
  });

  it('count a way that is named twice once, and flat rings as stray', () => {
    const twice = assembled(LAKE, ['abc', 'cda'], outer(0, 0, 1, 1));
    expect(squares(twice.polygons)).toEqual([30]);
    expect(assembled(LAKE, ['abc', 'abc'], outer(0, 1))).toMatchObject({ polygons: [], stray: 1 });
  });

  it('without members are nothing', () => {
    expect(assembled(LAKE, [], [])).toEqual({ polygons: [], missing: 0, open: 0, stray: 0 });
  });
});

describe('a law of multipolygons', () => {
  it('a point is inside when an odd number of the rings enclose it, however the rings are cut up', () => {
    // Rings nest like boxes in boxes: letters from the outside in, each four corners.
    const drawing = `
      a.........b
      .e.......f.
      ..i.....j..
      ...m...n...
      ...p...o...
      ..l.....k..
      .h.......g.
      d.........c`;
    const rings = ['abcda', 'efghe', 'ijkli', 'mnopm'];
    fc.assert(
      fc.property(
        fc.subarray([0, 1, 2, 3], { minLength: 1 }),
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 1e6 }),
        (chosen, cuts, seed) => {
          const paths = chosen.flatMap((r) => {
            const pieces = [rings[r].slice(0, cuts[r] + 1), rings[r].slice(cuts[r])];
            return (seed >> r) & 1 ? pieces.map((piece) => [...piece].reverse().join('')) : pieces;
          });
          const order = paths.map((_, k) => k).sort((a, b) => ((a * seed) % 7) - ((b * seed) % 7));
          const osm = drawnOsm(
            drawing,
            paths.map((path) => ({ path })),
            [{ members: order.map((way) => [way, '']) }],
          );
          const { polygons, open, stray, missing } = new Shapes(osm).polygonsOf(0);
          expect([open, stray, missing]).toEqual([0, 0, 0]);
          const alone = chosen.map((r) =>
            new Shapes(drawnOsm(drawing, [{ path: rings[r] }])).polygonOf(0)!,
          );
          for (let x = 0.5; x < 10; x++) {
            for (let y = 0.5; y < 7; y++) {
              const at = [104 + x * STEP, 30 - y * STEP] as const;
              const around = alone.filter((polygon) => inPolygons([polygon], ...at)).length;
              expect(inPolygons(polygons, ...at)).toBe(around % 2 === 1);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
