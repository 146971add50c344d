import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E7, METRES_PER_DEGREE, distance } from '../../../src/core/geo.ts';
import { BRIDGE, FOOT, TUNNEL, type Graph } from '../../../src/core/graph.ts';
import { slopeFactor } from '../../../src/core/slope.ts';
import type { ElevationSampler } from '../../../src/data/raster/elevation-sampler.ts';
import { slopesOf } from '../../../src/data/streets/slopes.ts';
import { randomTown } from '../core/random-town.ts';
import { town } from '../core/town.ts';

/** A land whose height in metres is a function of metres east and north of 0°, 0°. */
function land(height: (x: number, y: number) => number, cellMetres = 30): ElevationSampler {
  const at = (lon: number, lat: number) => height(lon * METRES_PER_DEGREE, lat * METRES_PER_DEGREE);
  return Object.assign(at, { cellMetres });
}

/** The edge between two nodes given in metres, and whether it is drawn that way round. */
function edge(graph: Graph, from: [number, number], to: [number, number]) {
  const node = ([x, y]: [number, number]) =>
    graph.nodeLon.findIndex(
      (lon, i) =>
        Math.hypot(
          (lon / E7) * METRES_PER_DEGREE - x,
          (graph.nodeLat[i] / E7) * METRES_PER_DEGREE - y,
        ) < 1,
    );
  const [a, b] = [node(from), node(to)];
  const e = graph.edgeFrom.findIndex(
    (n, i) => (n === a && graph.edgeTo[i] === b) || (n === b && graph.edgeTo[i] === a),
  );
  return { e, forth: graph.edgeFrom[e] === a };
}

/*
 * Cells of 10 m; the land rises to the east by 10 %, and not to the north.
 *
 *     0        100 m     200 m
 *     +---------+---------+
 *     |                   |
 *     |                   |     50 m
 *     +                   +
 */
const RAMP = `
+---------+---------+
|                   |
|                   |
|                   |
|                   |
+                   +`.slice(1);

describe('a town on a ramp of 10 %', () => {
  const { graph } = town(RAMP);
  const { slopes, share } = slopesOf(
    graph,
    land((x) => 50 + x / 10),
  );

  it('uphill exp(0.35) = 1.4191, downhill exp(0) = 1, along the contour 1', () => {
    const up = edge(graph, [0, 0], [100, 0]);
    const [there, back] = up.forth ? [slopes.forth, slopes.back] : [slopes.back, slopes.forth];
    expect(there[up.e]).toBeCloseTo(1.4191, 3);
    expect(back[up.e]).toBeCloseTo(1, 3);
    expect(slopes.steepest[up.e]).toBe(10);
    const level = edge(graph, [0, 0], [0, -50]).e;
    expect([slopes.forth[level], slopes.back[level]]).toEqual([1, 1]);
    expect(slopes.steepest[level]).toBe(0);
    expect(share).toBe(1);
  });

  it('up and down do not make up for each other', () => {
    const { e } = edge(graph, [100, 0], [200, 0]);
    expect((slopes.forth[e] + slopes.back[e]) / 2).toBeCloseTo((1.4191 + 1) / 2, 3);
  });

  it('flat land: every factor is 1 to the bit', () => {
    const { slopes: flat } = slopesOf(
      graph,
      land(() => 812.5),
    );
    expect([...flat.forth, ...flat.back].every((factor) => factor === 1)).toBe(true);
    expect(flat.steepest.every((percent) => percent === 0)).toBe(true);
  });
});

describe('the pieces of an edge', () => {
  /** A street of 120 m over a roof: 60 m up by 10 %, 60 m down. */
  const { graph } = town('+-----------+');
  const roof = (x: number) => 6 - Math.abs(x - 60) / 10;

  it('half up, half down: the mean of both, each way', () => {
    const { slopes } = slopesOf(graph, land(roof));
    const mean = (slopeFactor(0.1) + slopeFactor(-0.1)) / 2;
    expect(slopes.forth[0]).toBeCloseTo(mean, 3);
    expect(slopes.back[0]).toBeCloseTo(mean, 3);
    expect(slopes.steepest[0]).toBe(10);
  });

  it('a model of 120 m cells does not see the roof: one piece from end to end', () => {
    const { slopes } = slopesOf(graph, land(roof, 120));
    expect(slopes.forth[0]).toBeCloseTo(1, 4);
  });

  it.each([
    ['bridge', BRIDGE],
    ['tunnel', TUNNEL],
  ])('a %s goes evenly from end to end, whatever lies between', (_, flag) => {
    const valley = (x: number) => (x < 1 ? 0 : x > 119 ? 12 : -40);
    const spanned = { ...graph, edgeFlags: Uint32Array.of(FOOT | flag) };
    const { slopes } = slopesOf(spanned, land(valley));
    const up = graph.vertexLon[0] < graph.vertexLon[1] ? slopes.forth : slopes.back;
    expect(up[0]).toBeCloseTo(slopeFactor(0.1), 3);
    expect(slopes.steepest[0]).toBe(10);
    expect(slopesOf(graph, land(valley)).slopes.steepest[0]).toBeGreaterThan(50);
  });

  it('a street that leaves the model is unknown, counts as flat, and is not in the share', () => {
    const two = town('+---------+-----+').graph;
    const { slopes, share } = slopesOf(
      two,
      land((x) => (x > 130 ? NaN : x / 10)),
    );
    const { e } = edge(two, [100, 0], [160, 0]);
    expect([slopes.forth[e], slopes.back[e], slopes.steepest[e]]).toEqual([1, 1, 0]);
    expect(share).toBeCloseTo(100 / 160, 4);
    const nowhere = slopesOf(
      two,
      land(() => NaN),
    );
    expect(nowhere.share).toBe(0);
    expect(
      slopesOf(
        town(' ').graph,
        land(() => 1),
      ).share,
    ).toBe(0);
  });
});

describe('laws', () => {
  it('any town, any land: as a slow walk along the line finds it', () => {
    fc.assert(
      fc.property(
        randomTown(),
        fc.nat(6),
        fc.integer({ min: 5, max: 80 }),
        ({ graph }, phase, cell) => {
          const hills = land((x, y) => 20 * Math.sin(x / 90 + phase) + 15 * Math.cos(y / 70), cell);
          const { slopes } = slopesOf(graph, hills);
          for (let e = 0; e < graph.edgeFrom.length; e++) {
            const [up, down] = slowly(graph, e, hills);
            expect(slopes.forth[e]).toBeCloseTo(up, 4);
            expect(slopes.back[e]).toBeCloseTo(down, 4);
            expect(slopes.forth[e]).toBeGreaterThanOrEqual(0.8394);
            expect(slopes.forth[e]).toBeLessThan(5.76);
          }
        },
      ),
      { seed: 20261125, numRuns: 50 },
    );
  });
});

/** The heights at k/n of the line, each found from its beginning. */
function slowly(graph: Graph, e: number, heightAt: ElevationSampler): [number, number] {
  const vertices = Array.from(
    { length: graph.vertexStart[e + 1] - graph.vertexStart[e] },
    (_, k) => {
      const v = graph.vertexStart[e] + k;
      return [graph.vertexLon[v] / E7, graph.vertexLat[v] / E7] as const;
    },
  );
  const n = Math.max(1, Math.round(graph.edgeMetres[e] / heightAt.cellMetres));
  const lengths = vertices.slice(1).map(([x, y], k) => distance(...vertices[k], x, y));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (whole === 0) return [1, 1];
  const heights = Array.from({ length: n + 1 }, (_, k) => {
    let rest = (whole * k) / n;
    let piece = 0;
    while (piece < lengths.length - 1 && rest > lengths[piece]) rest -= lengths[piece++];
    const t = rest / lengths[piece];
    const [[x0, y0], [x1, y1]] = [vertices[piece], vertices[piece + 1]];
    return heightAt(x0 + t * (x1 - x0), y0 + t * (y1 - y0));
  });
  const mean = (sign: number) =>
    heights
      .slice(1)
      .reduce((sum, h, k) => sum + slopeFactor((sign * (h - heights[k])) / (whole / n)), 0) / n;
  return [mean(1), mean(-1)];
}
