import fc from 'fast-check';
import { E7, METRES_PER_DEGREE, lonScale } from '../../../src/core/geo.ts';
import { FOOT, STEPS } from '../../../src/core/graph.ts';
import { graphOf, type DrawnEdge, type Points, type Town } from './town.ts';

export interface Size {
  nodes: number;
  edges: number;
  places: number;
  sites: number;
  /** Side of the box in metres. */
  side: number;
}

const SMALL: Size = { nodes: 10, edges: 16, places: 8, sites: 4, side: 1200 };

/**
 * Random towns: crooked, crossing, parallel and self-meeting edges, steps, ways nobody may walk,
 * islands, points beside and far from all streets; at the equator and up to 60°.
 */
export function randomTown(size: Partial<Size> = {}): fc.Arbitrary<Town> {
  const { nodes, edges, places, sites, side } = { ...SMALL, ...size };
  const metre = fc.integer({ min: 0, max: side });
  const spot = fc.tuple(metre, metre);
  // Points may stand a little outside the streets' box.
  const anywhere = fc.integer({ min: -400, max: side + 400 });
  const index = fc.nat(nodes - 1);
  const edge = fc.record({
    from: index,
    to: index,
    bends: fc.array(spot, { maxLength: 2 }),
    kind: fc.integer({ min: 0, max: 9 }),
  });
  return fc
    .record({
      lat0: fc.constantFrom(0, 31.2, -45, 60),
      corners: fc.uniqueArray(spot, { minLength: nodes, maxLength: nodes, selector: String }),
      edges: fc.array(edge, { maxLength: edges, size: 'max' }),
      places: fc.array(fc.tuple(anywhere, anywhere, fc.nat(50)), {
        maxLength: places,
        size: 'max',
      }),
      sites: fc.array(fc.tuple(anywhere, anywhere), { maxLength: sites, size: 'max' }),
    })
    .map((drawn) => {
      const lat = (y: number) => drawn.lat0 + y / METRES_PER_DEGREE;
      const lon = (x: number) => 100 + x / (METRES_PER_DEGREE * lonScale(drawn.lat0));
      const e7 = ([x, y]: [number, number]): [number, number] => [
        Math.round(lon(x) * E7),
        Math.round(lat(y) * E7),
      ];
      const corners = drawn.corners.map(e7);
      const lines = drawn.edges
        // A loop without a bend has no length and is no street.
        .filter(({ from, to, bends }) => from !== to || bends.length > 0)
        .map(({ from, to, bends, kind }, e): DrawnEdge => ({
          from,
          to,
          // Bends keep off whole metres: two streets meet at a node or not at all.
          line: [
            corners[from],
            ...bends.map(([x, y], k) => e7([x + 0.3 + e / 100, y + 0.3 + k / 7])),
            corners[to],
          ],
          flags: kind === 0 ? 0 : kind < 3 ? FOOT | STEPS : FOOT,
        }));
      const points = (list: (readonly number[])[]): Points => ({
        lon: Float64Array.from(list, ([x]) => lon(x)),
        lat: Float64Array.from(list, ([, y]) => lat(y)),
      });
      return {
        graph: graphOf(corners, lines),
        places: {
          ...points(drawn.places),
          people: Float64Array.from(drawn.places, ([, , people]) => people),
        },
        sites: points(drawn.sites),
      };
    });
}
