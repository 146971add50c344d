import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/geo.ts';
import { buildNetwork } from '../../../src/core/network.ts';
import { Snapper, type Snaps } from '../../../src/core/snap.ts';
import type { TravelKey } from '../../../src/core/travel.ts';
import { Oracle } from './oracle.ts';
import { randomTown, wildTown } from './random-town.ts';
import { graphOf, town, type Town } from './town.ts';

const snapSites = ({ graph, sites }: Town, travel: TravelKey = 'foot'): Snaps =>
  new Snapper(buildNetwork(graph, travel)).snap(sites.lon, sites.lat);

/** A street 1.2 km long at 100 m a cell, and one letter beside it. */
const LONG = '+-----------+';

describe('where a point joins the streets', () => {
  it('joins the middle of a segment, never the junction', () => {
    const snaps = snapSites(town(`+--A---------+`, 100));
    expect(snaps.edge[0]).toBe(0);
    expect(snaps.along[0]).toBeCloseTo(300, 0);
    expect(snaps.off[0]).toBeCloseTo(0, 1);
  });

  it('joins the nearer street, though its junctions are farther', () => {
    // A is 100 m from the long street in the south, 200 m from the corner in the north.
    const here = town(
      `
  +--+
  |  |
  +--+
   
   A
+------------+`,
      100,
    );
    const snaps = snapSites(here);
    expect(here.graph.vertexLat[here.graph.vertexStart[snaps.edge[0]]]).toBeLessThan(-50_000);
    expect(snaps.along[0]).toBeCloseTo(300, 0);
    expect(snaps.off[0]).toBeCloseTo(100, 0);
  });

  it('joins at 300 m and not at 301', () => {
    const street = town(`${LONG}\n\n\nA`, 100);
    const snapper = new Snapper(buildNetwork(street.graph, 'foot'));
    const lat = (metres: number) => -metres / distance(0, 0, 0, 1);
    const snaps = snapper.snap([0.005, 0.005, 0.005], [lat(299.9), lat(300.1), lat(1e6)]);
    expect([...snaps.edge]).toEqual([0, -1, -1]);
    expect(snaps.off[1]).toBe(Infinity);
  });

  it('measures along a bent edge, past its bends', () => {
    const snaps = snapSites(
      town(
        `+---*
    |
    A
    |
    *------+`,
        100,
      ),
    );
    expect(snaps.along[0]).toBeCloseTo(600, 0);
  });

  it('takes a street drawn twice, there and back, for one street', () => {
    const there: [number, number][] = [
      [0, 0],
      [123_457, 7_654],
    ];
    const graph = graphOf(there, [
      { from: 0, to: 1, line: there, flags: 1 },
      { from: 1, to: 0, line: [...there].reverse(), flags: 1 },
    ]);
    const lon = Float64Array.from({ length: 50 }, (_, k) => k * 0.00023);
    const snaps = new Snapper(buildNetwork(graph, 'foot')).snap(
      lon,
      lon.map((x) => x * 0.3),
    );
    expect([...new Set(snaps.edge)]).toEqual([0]);
  });

  it('gives a point between two arms of one edge the earlier arm, wherever the grid begins', () => {
    // A U of one edge, A exactly between its arms; a far street moves the grid's origin.
    const u = [
      [0, 0],
      [0, 90000],
      [20000, 90000],
      [20000, 0],
    ] as [number, number][];
    for (const far of [-1, -777_777, -1_234_567, 1_234_567]) {
      const line: [number, number][] = [
        [far, far],
        [far, far + 200_000],
      ];
      const graph = graphOf(
        [u[0], u[3], ...line],
        [
          { from: 0, to: 1, line: u, flags: 1 },
          { from: 2, to: 3, line, flags: 1 },
        ],
      );
      const snaps = new Snapper(buildNetwork(graph, 'foot')).snap([0.001], [0.002]);
      expect(snaps.edge[0]).toBe(0);
      expect(snaps.along[0]).toBeCloseTo(222.4, 0);
    }
  });
});

describe('islands', () => {
  // Ten cells long; the mainland lies 400 m off, too far to snap to.
  const beside = (metres: number) => town(`+---------+\n A\n\n\n\n${LONG}-+`, metres);

  it('does not snap to an island just under 1 km', () => {
    expect(snapSites(beside(99.9)).edge[0]).toBe(-1);
  });

  it('snaps to one just over 1 km', () => {
    const snaps = snapSites(beside(100.1));
    expect(snaps.edge[0]).toBe(0);
    expect(snaps.off[0]).toBeCloseTo(100.1, 0);
  });

  it('passes over a nearer island for the mainland', () => {
    const snaps = snapSites(town(`+---+\n A\n\n${LONG}`, 100));
    expect(snaps.edge[0]).toBe(1);
    expect(snaps.off[0]).toBeCloseTo(200, 0);
  });

  it('is judged for each walker: without the steps between, what is left is an island', () => {
    const here = town(`+------+====+------+\n  A`, 100);
    expect(snapSites(here).edge[0]).toBe(0);
    expect(snapSites(here, 'wheelchair').edge[0]).toBe(-1);
  });

  it('counts every street of a component, loops and spurs too', () => {
    const loop = `*--*\n|  |\n|  |\n+--+`;
    expect(snapSites(town(`${loop}\n A`, 80)).edge[0]).toBe(-1);
    expect(snapSites(town(`${loop}\n|A\n+`, 80)).edge[0]).toBeGreaterThanOrEqual(0);
  });
});

describe('against trying every segment', () => {
  const anyTown = fc.oneof(...[randomTown, wildTown].map((of) => of({ sites: 12, side: 1500 })));
  const travels = fc.constantFrom<TravelKey[]>('foot', 'wheelchair', 'bicycle', 'car');

  it('finds the same point on the streets, on random towns', () => {
    fc.assert(
      fc.property(anyTown, travels, (drawn, travel) => {
        const oracle = new Oracle(drawn.graph, travel);
        const snaps = snapSites(drawn, travel);
        drawn.sites.lon.forEach((lon, i) => {
          const foot = oracle.snap(lon, drawn.sites.lat[i]);
          expect(snaps.edge[i] >= 0).toBe(foot !== null);
          if (!foot) return;
          expect(snaps.off[i]).toBeCloseTo(foot.off, 6);
          // Where two edges share the nearest point, either will do.
          if (snaps.edge[i] === foot.edge) expect(snaps.along[i]).toBeCloseTo(foot.along, 5);
        });
      }),
      { numRuns: 300 },
    );
  });
});
