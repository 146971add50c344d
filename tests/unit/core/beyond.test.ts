import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondReach } from '../../../src/core/beyond.ts';
import { buildNetwork } from '../../../src/core/network.ts';
import { walking } from '../../../src/core/profile.ts';
import { pointTimes } from '../../../src/core/point-times.ts';
import { searchReach } from '../../../src/core/reach.ts';
import { Snapper } from '../../../src/core/snap.ts';
import { randomTown } from './random-town.ts';
import { town, type Town } from './town.ts';

function both({ graph, places, sites }: Town, limit: number, speed = 1) {
  const network = buildNetwork(graph, 'foot');
  const snapper = new Snapper(network);
  const seeds = snapper.snap(sites.lon, sites.lat);
  const points = snapper.snap(places.lon, places.lat);
  const near = searchReach(network, seeds, walking(speed), limit);
  const far = searchReach(network, seeds, walking(speed), Infinity);
  return { beyond: beyondReach(near, points), far: pointTimes(far, points) };
}

describe('beyond the limit of a search', () => {
  it('finds what a search without a limit finds', () => {
    fc.assert(
      fc.property(randomTown(), fc.constantFrom(0, 60, 300, 900), (drawn, limit) => {
        const { beyond, far } = both(drawn, limit, 0.9);
        far.seconds.forEach((seconds, i) => {
          if (seconds === Infinity) {
            expect([beyond.seconds[i], beyond.nearest[i]]).toEqual([Infinity, -1]);
          } else expect(Math.abs(beyond.seconds[i] - seconds)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds a site in the middle of a street so long that neither end is reached', () => {
    const { beyond } = both(town(`+---------A---------+---1`, 100), 300);
    expect(Math.round(beyond.seconds[0])).toBe(1400);
    const same = both(town(`+---------A-------1--+`, 100), 300);
    expect(Math.round(same.beyond.seconds[0])).toBe(800);
  });

  it('gives up searching back, not the answer, when that costs more than starting again', () => {
    // Twenty people at the far end of one street: each alone walks nearly all of it.
    const drawn = town(`A-${'+-'.repeat(60)}${'1-'.repeat(20)}+`, 100);
    const { beyond, far } = both(drawn, 60);
    expect(beyond).toEqual(far);
  });
});
