import {
  BICYCLE_BACK,
  BICYCLE_FORTH,
  CAR_BACK,
  CAR_FORTH,
  FOOT,
  FOOT_ENDS,
  type Graph,
} from '../../src/core/graph.ts';
import { buildNetwork } from '../../src/core/network.ts';
import { pointTimes } from '../../src/core/point-times.ts';
import { paceOf, profileOf, type ProfileKey } from '../../src/core/profile.ts';
import { searchReach, type Reach } from '../../src/core/reach.ts';
import { Snapper } from '../../src/core/snap.ts';
import { county } from './county.ts';
import { measure, type Measured } from './measure.ts';

/** Of a hundred streets, so many are one-way for wheels, and so many an estate's own. */
const ONE_WAY = 20;
const GATED = 10;

/** What each way of moving costs on the synthetic county, with one-way streets, slopes and estates. */
export function movementBench(): Measured[] {
  const { graph, places, facilities } = county();
  const streets = lively(graph);
  const profiles: ProfileKey[] = ['general', 'wheelchair', 'bicycle', 'car', 'ambulance'];
  return profiles.flatMap((key): Measured[] => {
    const { travel, towards, ...profile } = profileOf(key)!;
    const outward = towards === 'people';
    const network = buildNetwork(streets, travel, outward);
    const snapper = new Snapper(network);
    const seeds = snapper.snap(facilities.lon, facilities.lat);
    const points = snapper.snap(places.lon, places.lat);
    const pace = paceOf({ travel, towards, ...profile });
    let recycle: Reach | undefined;
    const name = (what: string) => `${key}: ${what}`;
    return [
      measure(name('network, once'), () => buildNetwork(streets, travel, outward)),
      measure(name('reach, 15 min'), () => {
        recycle = searchReach(network, seeds, pace, 900, { recycle });
      }),
      measure(name('times of 100,000 places'), () => pointTimes(recycle!, points)),
    ];
  });
}

/** The county with everything that movement knows: the same streets, seeded by their number. */
function lively(graph: Graph): Graph {
  const m = graph.edgeFlags.length;
  const roll = (e: number, job: number) => (Math.imul(e * 7 + job, 2654435761) >>> 0) % 100;
  return {
    ...graph,
    edgeFlags: graph.edgeFlags.map((_, e) => {
      const oneWay = roll(e, 1) < ONE_WAY;
      const wheels = CAR_FORTH | BICYCLE_FORTH | (oneWay ? 0 : CAR_BACK | BICYCLE_BACK);
      return FOOT | wheels | (roll(e, 2) < GATED ? FOOT_ENDS : 0);
    }),
    edgeKmh: Uint8Array.from({ length: m }, (_, e) => 15 + (roll(e, 3) % 5) * 10),
    slopes: {
      forth: Float32Array.from({ length: m }, (_, e) => 1 + roll(e, 4) / 500),
      back: Float32Array.from({ length: m }, (_, e) => 1 - roll(e, 4) / 700),
      steepest: Uint8Array.from({ length: m }, (_, e) => roll(e, 4) % 11),
    },
  };
}
