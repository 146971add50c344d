import fc from 'fast-check';
import { E7, METRES_PER_DEGREE, lonScale } from '../../../src/core/geo.ts';
import {
  BICYCLE_BACK,
  BICYCLE_ENDS,
  BICYCLE_FORTH,
  BICYCLE_PUSHED,
  CAR_BACK,
  CAR_ENDS,
  CAR_FORTH,
  FOOT,
  FOOT_ENDS,
  FOOT_NOT_BACK,
  FOOT_NOT_FORTH,
  NO_WHEELCHAIR,
  STEPS,
} from '../../../src/core/graph.ts';
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

/**
 * Random towns with everything that movement knows: one-way streets, gated ways one may not pass
 * through, shut gates and kerbs, slopes, surfaces, speeds, bicycles pushed.
 */
export function wildTown(size: Partial<Size> = {}): fc.Arbitrary<Town> {
  return fc.tuple(randomTown(size), fc.infiniteStream(fc.nat(99))).map(([town, dice]): Town => {
    const roll = () => dice.next().value as number;
    const { graph } = town;
    const m = graph.edgeFlags.length;
    const edgeFlags = graph.edgeFlags.map((flags) => {
      let all = flags;
      const some = (percent: number, bit: number) => (all |= roll() < percent ? bit : 0);
      // Gates on most of a few streets, so that there are ways in, out and through.
      if (roll() < 35) all |= FOOT_ENDS | BICYCLE_ENDS | CAR_ENDS;
      some(5, FOOT_NOT_FORTH);
      some(5, FOOT_NOT_BACK);
      some(5, NO_WHEELCHAIR);
      some(75, BICYCLE_FORTH);
      some(75, BICYCLE_BACK);
      some(20, BICYCLE_PUSHED);
      some(70, CAR_FORTH);
      some(70, CAR_BACK);
      return all;
    });
    const column = (length: number, pick: (roll: number) => number) =>
      Array.from({ length }, () => pick(roll()));
    return {
      ...town,
      graph: {
        ...graph,
        edgeFlags,
        edgeKmh: Uint8Array.from(column(m, (r) => 5 + r)),
        edgeSurface: Uint8Array.from(column(m, (r) => (r < 60 ? 0 : r % 5))),
        nodeClosed: Uint8Array.from(column(graph.nodeLon.length, (r) => (r < 80 ? 0 : r % 16))),
        slopes: {
          forth: Float32Array.from(column(m, (r) => 0.85 + r / 100)),
          back: Float32Array.from(column(m, (r) => 0.85 + r / 100)),
          steepest: Uint8Array.from(column(m, (r) => r % 12)),
        },
      },
    };
  });
}
