import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeOf, GRADES, streetEvidence } from '../../../src/core/evidence.ts';
import { E7, METRES_PER_DEGREE, lonScale } from '../../../src/core/geo.ts';
import { FOOT, type Graph } from '../../../src/core/graph.ts';
import { randomTown } from '../core/random-town.ts';
import { town, type Points } from '../core/town.ts';

const measured = (picture: string, metres = 50, lat0 = 0) => {
  const { graph, places } = town(picture, metres, lat0);
  return streetEvidence(graph, places.lon, places.lat);
};

describe('metres of street within 250 m', () => {
  it('of a place in the middle of a long street: 250 m to each side', () => {
    const { metres, nearest } = measured('--------------1--------------');
    expect(metres[0]).toBeCloseTo(500, 2);
    expect(nearest[0]).toBeCloseTo(0, 9);
  });

  it('of a place 150 m beside it: 200 m to each side, as 150² + 200² = 250²', () => {
    const { metres, nearest } = measured(
      `
-----------------------------


              1`,
      50,
      45,
    );
    expect(metres[0]).toBeCloseTo(400, 1);
    expect(nearest[0]).toBeCloseTo(150, 1);
  });

  it('of a place at the end of a street of 100 m, and of one 300 m from it', () => {
    const { metres, nearest } = measured('1-+     2', 50);
    expect(metres[0]).toBeCloseTo(100, 2);
    expect([metres[1], nearest[1]]).toEqual([0, Infinity]);
  });

  it('of the crossing of two streets: 1,000 m', () => {
    const arm = Array.from({ length: 6 }, () => '      |').join('\n');
    const { graph } = town(`${arm}\n------+------\n${arm}`, 50);
    const crossing = (6 * 50) / METRES_PER_DEGREE;
    expect(streetEvidence(graph, [crossing], [-crossing]).metres[0]).toBeCloseTo(1000, 1);
  });

  it('is nothing where there are no streets, and none of no places', () => {
    const { graph } = town('', 50);
    expect(streetEvidence(graph, [116], [40])).toEqual({
      metres: Float64Array.of(0),
      nearest: Float64Array.of(Infinity),
    });
    expect(measured('---').metres).toHaveLength(0);
  });

  it('counts only streets that are walked', () => {
    const { graph, places } = town('------1------', 50);
    const { metres } = streetEvidence(
      { ...graph, edgeFlags: graph.edgeFlags.map((flags) => flags & ~FOOT) },
      places.lon,
      places.lat,
    );
    expect(metres[0]).toBe(0);
  });

  it('agrees with walking every street in steps of half a metre', () => {
    fc.assert(
      fc.property(randomTown(), ({ graph, places }) => {
        const { metres, nearest } = streetEvidence(graph, places.lon, places.lat);
        for (let i = 0; i < places.lon.length; i++) {
          const walked = stepped(graph, places, i);
          expect(Math.abs(metres[i] - walked.metres)).toBeLessThan(1 + walked.segments);
          // Farther than 250 m is not looked for; within half a step of it either may be right.
          if (walked.nearest > 250.3) expect(nearest[i]).toBe(Infinity);
          else if (walked.nearest < 249.7) {
            expect(Math.abs(nearest[i] - walked.nearest)).toBeLessThan(0.5);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never falls when a street is added, nor does the nearest go farther', () => {
    fc.assert(
      fc.property(randomTown(), fc.nat(), ({ graph, places }, pick) => {
        const without = graph.edgeFlags.slice();
        without[pick % Math.max(1, without.length)] = 0;
        const less = streetEvidence({ ...graph, edgeFlags: without }, places.lon, places.lat);
        const more = streetEvidence(graph, places.lon, places.lat);
        for (let i = 0; i < places.lon.length; i++) {
          expect(more.metres[i]).toBeGreaterThanOrEqual(less.metres[i] - 1e-9);
          expect(more.nearest[i]).toBeLessThanOrEqual(less.nearest[i]);
        }
      }),
    );
  });
});

describe('grades', () => {
  it.each([
    [0, Infinity, 'sparse'],
    [999, 10, 'sparse'],
    [1000, 10, 'fair'],
    [1999, 150, 'fair'],
    [2000, 150, 'good'],
    // Many streets, but across the river.
    [2000, 151, 'sparse'],
  ])('%i m of street, the nearest %i m away: %s', (metres, nearest, grade) => {
    expect(GRADES[gradeOf(metres, nearest)]).toBe(grade);
  });
});

/** Every street in steps of half a metre, each judged by its middle, on the plane at the place. */
function stepped(graph: Graph, { lon, lat }: Points, i: number) {
  const ky = METRES_PER_DEGREE;
  const kx = ky * lonScale(lat[i]);
  let [metres, nearest, segments] = [0, Infinity, 0];
  for (let e = 0; e < graph.edgeFlags.length; e++) {
    if (!(graph.edgeFlags[e] & FOOT)) continue;
    for (let v = graph.vertexStart[e]; v < graph.vertexStart[e + 1] - 1; v++) {
      const ax = (graph.vertexLon[v] / E7 - lon[i]) * kx;
      const ay = (graph.vertexLat[v] / E7 - lat[i]) * ky;
      const dx = (graph.vertexLon[v + 1] / E7 - lon[i]) * kx - ax;
      const dy = (graph.vertexLat[v + 1] / E7 - lat[i]) * ky - ay;
      const length = Math.hypot(dx, dy);
      const steps = Math.ceil(length * 2);
      segments++;
      for (let k = 0; k < steps; k++) {
        const t = (k + 0.5) / steps;
        const off = Math.hypot(ax + t * dx, ay + t * dy);
        if (off <= 250) metres += length / steps;
        nearest = Math.min(nearest, off);
      }
    }
  }
  return { metres, nearest, segments };
}
