import { classifyRings, VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bboxOf, distance, type LonLat } from '../../../src/core/geo.ts';
import { cleanLine, cleanRings } from '../../../src/data/tiles/clean-geometry.ts';
import { cutTiles } from '../../../src/data/tiles/cut-tiles.ts';
import { Drawing, LINE, POINT, POLYGON, type ShapeType } from '../../../src/data/tiles/drawing.ts';
import { featuresOf } from './open-archive.ts';

const RUNS = [
  { first: 8, last: 11 },
  { first: 12, last: 15 },
];

interface Shape {
  type: ShapeType;
  rings: LonLat[][];
  minZoom?: number;
  name?: string;
}

function cut(shapes: Shape[], bbox = bboxOf(shapes.flatMap(({ rings }) => rings.flat()))!) {
  const drawing = new Drawing(['things']);
  for (const { type, rings, minZoom = 8, name } of shapes) {
    drawing.add({ layer: 0, type, minZoom, attributes: { name }, rank: 0 }, rings);
  }
  return [...cutTiles(drawing, bbox, RUNS)].map(({ bytes, ...address }) => ({
    ...address,
    features: featuresOf(new VectorTile(new PbfReader(bytes)), 'things'),
  }));
}

/** Metres of all lines at one zoom, the overlap of neighbouring tiles taken off. */
function lineMetres(tiles: ReturnType<typeof cut>, zoom: number): number {
  let metres = 0;
  for (const { z, x, y, features } of tiles) {
    if (z !== zoom) continue;
    for (const feature of features) {
      const world = 2 ** z * 4096;
      const degrees = (px: number, py: number): LonLat => [
        ((x * 4096 + px) / world) * 360 - 180,
        (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y * 4096 + py)) / world))) * 180) / Math.PI,
      ];
      for (const line of feature.loadGeometry()) {
        for (let k = 1; k < line.length; k++) {
          // Short steps, so that the part inside the tile can be told from the buffer.
          const [a, b] = [line[k - 1], line[k]];
          const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y)));
          const at = (t: number) => [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t] as const;
          for (let s = 0; s < steps; s++) {
            const [mx, my] = at((s + 0.5) / steps);
            if (mx < 0 || my < 0 || mx >= 4096 || my >= 4096) continue;
            metres += distance(...degrees(...at(s / steps)), ...degrees(...at((s + 1) / steps)));
          }
        }
      }
    }
  }
  return metres;
}

describe('cutting', () => {
  it('a point stands in one tile of each zoom from its first one on', () => {
    const tiles = cut([{ type: POINT, rings: [[[104.1, 30.1]]], minZoom: 10 }]);
    expect(tiles.map(({ z }) => z).sort((a, b) => a - b)).toEqual([10, 11, 12, 13, 14, 15]);
  });

  it('every point is in exactly one tile of a zoom, on tile edges too (law)', () => {
    // 1/2^16 of the world is half a tile of zoom 15: many of these lie on edges and corners.
    const half = 360 / 2 ** 16;
    const position = fc.tuple(
      fc.integer({ min: -4, max: 4 }),
      fc.double({ min: -2, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 6 }), (list) => {
        const points = list.map(([k, d]): LonLat => [90 + k * half, d * half]);
        const tiles = cut(points.map((at) => ({ type: POINT, rings: [[at]] })));
        for (const zoom of [8, 11, 12, 15]) {
          const found = tiles.filter(({ z }) => z === zoom).flatMap(({ features }) => features);
          expect(found).toHaveLength(points.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a line keeps its length over many tiles', () => {
    const line: LonLat[] = [
      [104, 30],
      [104.05, 30.02],
      [104.03, 30.06],
      [104.11, 30.05],
    ];
    const metres = line.slice(1).reduce((sum, b, k) => sum + distance(...line[k], ...b), 0);
    const tiles = cut([{ type: LINE, rings: [line] }]);
    for (const [zoom, share] of [
      [15, 1e-3],
      [12, 5e-3],
      [8, 2e-2],
    ]) {
      expect(Math.abs(lineMetres(tiles, zoom) / metres - 1)).toBeLessThan(share);
    }
  });

  it('a polygon keeps its hole and the way its rings turn', () => {
    const square = (r: number): LonLat[] => [
      [104 - r, 30 - r],
      [104 + r, 30 - r],
      [104 + r, 30 + r],
      [104 - r, 30 + r],
      [104 - r, 30 - r],
    ];
    const tiles = cut([{ type: POLYGON, rings: [square(0.002), square(0.001).reverse()] }]);
    const whole = tiles.find(({ z }) => z === 13)!.features[0];
    const [rings, ...more] = classifyRings(whole.loadGeometry());
    expect(more).toEqual([]);
    expect(rings).toHaveLength(2);
  });

  it('rings that cross themselves come out closed and wound, whatever they look like (law)', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    const scribble = fc.array(corner, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(scribble, scribble, (outer, inner) => {
        const rings = [outer, inner].map((list) =>
          [...list, list[0]].map(([x, y]): LonLat => [104 + x * 1e-3, 30 + y * 1e-3]),
        );
        for (const { features } of cut([{ type: POLYGON, rings }])) {
          for (const feature of features) {
            const parts = feature.loadGeometry();
            expect(classifyRings(parts)).toHaveLength(1);
            for (const ring of parts) expect(ring.length).toBeGreaterThanOrEqual(4);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('makes no tile outside the box it is given, and none that is empty', () => {
    const line: LonLat[] = [
      [104, 30],
      [105, 30.5],
    ];
    const tiles = cut([{ type: LINE, rings: [line] }], [104, 30, 104.01, 30.01]);
    expect(tiles.length).toBeGreaterThan(8);
    for (const { z, x, features } of tiles) {
      expect(x).toBeLessThanOrEqual(Math.floor(((104.011 + 180) / 360) * 2 ** z));
      expect(features.length).toBeGreaterThan(0);
    }
  });

  it('what is too small for a low zoom comes back at a higher one', () => {
    const tiny: LonLat[] = [
      [104, 30],
      [104.0001, 30],
      [104.0001, 30.0001],
      [104, 30],
    ];
    expect(new Set(cut([{ type: POLYGON, rings: [tiny] }]).map(({ z }) => z))).toContain(15);
  });

  it('the poles and the date line do no harm', () => {
    const shapes: Shape[] = [
      {
        type: LINE,
        rings: [
          [
            [179.9999, 89.9],
            [180, 90],
          ],
        ],
      },
      { type: POINT, rings: [[[-180, -90]]] },
      {
        type: POLYGON,
        rings: [
          [
            [-180, 85],
            [-179.9999, 85],
            [-179.9999, 86],
            [-180, 85],
          ],
        ],
      },
    ];
    for (const shape of shapes)
      for (const { z, x, y } of cut([shape])) {
        expect([x, y].every((v) => v >= 0 && v < 2 ** z)).toBe(true);
      }
  });
});

describe('geometry that rounding spoilt', () => {
  it('loses positions that came to be the same', () => {
    expect(cleanLine([1, 1, 1, 1, 2, 1, 2, 1])).toEqual([1, 1, 2, 1]);
  });

  it('loses flat rings, and everything with a flat outer ring', () => {
    const square = [0, 0, 9, 0, 9, 9, 0, 9, 0, 0];
    expect(cleanRings([square, [3, 3, 4, 4, 3, 3]])).toEqual([square]);
    expect(cleanRings([[3, 3, 4, 4, 3, 3], square])).toEqual([]);
  });

  it('is wound again: outer rings clockwise on screen, holes the other way', () => {
    const [outer, hole] = cleanRings([
      [0, 0, 0, 9, 9, 9, 9, 0, 0, 0],
      [3, 3, 6, 3, 6, 6, 3, 3],
    ]);
    expect(outer.slice(0, 4)).toEqual([0, 0, 9, 0]);
    expect(hole.slice(0, 4)).toEqual([3, 3, 6, 6]);
  });
});
