import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../../../src/core/graph.ts';
import { buildNetwork } from '../../../src/core/network.ts';
import { pathTo, type Path } from '../../../src/core/path.ts';
import { pointTimes } from '../../../src/core/point-times.ts';
import { paceOf, PROFILES, walking } from '../../../src/core/profile.ts';
import { searchReach, type Reach } from '../../../src/core/reach.ts';
import { Snapper } from '../../../src/core/snap.ts';
import type { Snaps } from '../../../src/core/snap.ts';
import { wildTown } from './random-town.ts';
import { town } from './town.ts';

/** The way from the first digit to the first letter of a town, at 1 m/s. */
function wayIn(picture: string, metres = 100): { path: Path | null; reach: Reach } {
  const { graph, places, sites } = town(picture, metres);
  const network = buildNetwork(graph, 'foot', true);
  const snapper = new Snapper(network);
  const from = snapper.snap([places.lon[0]], [places.lat[0]]);
  const reach = searchReach(network, from, walking(1), Infinity, { track: true });
  return { path: pathTo(reach, snapper.snap([sites.lon[0]], [sites.lat[0]]), 0), reach };
}

const legs = ({ pieces }: Path) => pieces.map(({ begin, end }) => Math.round(end - begin));

describe('ways in drawn towns', () => {
  it('goes straight along one edge, off-street legs apart', () => {
    const { path } = wayIn(`
     1
+----------+
  A`);
    expect(legs(path!)).toEqual([-300]);
    expect([path!.offSeed, path!.offPoint].map(Math.round)).toEqual([100, 100]);
    expect(Math.round(path!.seconds)).toBe(500);
    expect(Math.round(path!.metres)).toBe(500);
  });

  it('turns the corner, and takes the steps as the shorter way', () => {
    const { path, reach } = wayIn(`
+-1-+----+
|   #    |
|   #    |
+---+--A-+
`);
    const { edgeFlags } = reach.network.graph;
    expect(legs(path!).map(Math.abs)).toEqual([200, 300, 300]);
    expect(path!.pieces.map(({ edge }) => (edgeFlags[edge] & STEPS) > 0)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('is none where no street leads there', () => {
    const { path } = wayIn(`
+----1-----+

+----A-----+`);
    expect(path).toBeNull();
  });
});

/** What is wrong with a way: where pieces do not meet, or do not take the time they say. */
function faultsOf(path: Path, reach: Reach, points: Snaps, i: number): string[] {
  const { network, pace, seeds } = reach;
  const { edgeFrom, edgeTo, edgeMetres } = network.graph;
  const faults: string[] = [];
  let clock = pace.startSeconds + path.offSeed / pace.offSpeed;
  let metres = path.offSeed;
  const { pieces } = path;
  const nodeAt = (edge: number, along: number) =>
    along === 0 ? edgeFrom[edge] : along === edgeMetres[edge] ? edgeTo[edge] : -1;
  if (pieces[0].begin !== seeds.along[path.seed]) faults.push('does not begin at the seed');
  if (pieces[0].edge !== seeds.edge[path.seed]) faults.push('begins on another edge');
  const last = pieces[pieces.length - 1];
  if (last.end !== points.along[i] || last.edge !== points.edge[i]) faults.push('ends elsewhere');
  pieces.forEach(({ edge, begin, end, seconds }, k) => {
    const factor = end >= begin ? network.forth[edge] : network.back[edge];
    const length = Math.abs(end - begin);
    clock += length < 0.01 && factor === Infinity ? 0 : (length * factor) / pace.speed;
    metres += length;
    if (Math.abs(clock - seconds) > 1e-3) faults.push(`piece ${k}: ${clock} s, not ${seconds}`);
    const next = pieces[k + 1];
    if (!next) return;
    const [here, there] = [nodeAt(edge, end), nodeAt(next.edge, next.begin)];
    // A loop has one node at both ends.
    if (here < 0 || here !== there) faults.push(`piece ${k} does not meet the next`);
    if (network.closed?.[here]) faults.push(`piece ${k} passes a shut gate`);
  });
  if (Math.abs(metres + path.offPoint - path.metres) > 1e-3) faults.push('metres');
  // One may go inside, over streets, and inside again; never inside between two streets.
  const stages = pieces.map(({ edge }) => network.ends?.[edge] ?? 0).join('');
  if (/01+0/.test(stages)) faults.push(`passes through: ${stages}`);
  return faults;
}

describe('the way of every point', () => {
  it('has the very time and metres that the search gave it, and is one way that may be gone', () => {
    const stepFree = { ...PROFILES[1], travel: 'step_free' } as const;
    const profile = fc.constantFrom(...PROFILES, stepFree);
    let walked = 0;
    let gated = 0;
    fc.assert(
      fc.property(wildTown(), profile, fc.boolean(), ({ graph, places, sites }, who, outward) => {
        const network = buildNetwork(graph, who.travel, outward);
        const snapper = new Snapper(network);
        const seeds = snapper.snap(sites.lon, sites.lat);
        const reach = searchReach(network, seeds, paceOf(who), Infinity, { track: true });
        const points = snapper.snap(places.lon, places.lat);
        const { seconds, metres } = pointTimes(reach, points);
        for (let i = 0; i < seconds.length; i++) {
          const path = pathTo(reach, points, i);
          expect(path?.seconds ?? Infinity).toBe(seconds[i]);
          if (!path) continue;
          walked++;
          if (path.pieces.some(({ edge }) => network.ends?.[edge])) gated++;
          expect(path.metres).toBe(metres![i]);
          expect(faultsOf(path, reach, points, i)).toEqual([]);
        }
      }),
      { numRuns: 600 },
    );
    expect(walked).toBeGreaterThan(100);
    expect(gated).toBeGreaterThan(20);
  });
});
