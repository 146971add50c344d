import { linkGrid } from '../../src/core/link-grid.ts';
import { buildNetwork } from '../../src/core/network.ts';
import { walking } from '../../src/core/profile.ts';
import { searchReach, type Reach } from '../../src/core/reach.ts';
import { Snapper } from '../../src/core/snap.ts';
import { assess, type Assessment } from '../../src/engine/assess.ts';
import { curveOf } from '../../src/engine/curve.ts';
import { movePin, type MovedPin } from '../../src/engine/move-pin.ts';
import { bandsOf } from '../../src/engine/picture.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import type { Query } from '../../src/engine/query.ts';
import { rankGaps } from '../../src/engine/rank-gaps.ts';
import { county } from './county.ts';
import { countyRegion } from './county-region.ts';
import { measure, type Measured } from './measure.ts';

/** As many gaps as the page lists. */
const GAPS = 99;

/** What is asked of the synthetic county. */
export const COUNTY_QUERY: Query = {
  service: 'clinic',
  minutes: [5, 10, 15],
  profile: 'general',
  speed: 1.2,
  method: 'network',
  detour: 1.3,
  people: ['total'],
};

/** Every step of an answer on the synthetic county: once per region, once per question, once per drag. */
export function countyBench(): Measured[] {
  const given = county();
  const region = countyRegion(given);
  const rows: Measured[] = [];
  const add = (name: string, run: () => unknown, bound?: number, runs?: number) =>
    rows.push(measure(name, run, bound, runs));

  const network = buildNetwork(region.graph, 'foot');
  const snapper = new Snapper(network);
  const { places } = region;
  add('once: network', () => buildNetwork(region.graph, 'foot'));
  add('once: snapper', () => new Snapper(network));
  add('once: places snapped', () => snapper.snap(places.lon, places.lat));
  add('once: links between places', () => linkGrid(places.lon, places.lat, places.linkMetres));

  const seeds = snapper.snap(given.facilities.lon, given.facilities.lat);
  let recycle: Reach | undefined;
  const reach = (minutes: number) => () =>
    (recycle = searchReach(network, seeds, walking(COUNTY_QUERY.speed), minutes * 60, { recycle }));
  add('reach, 15 min', reach(15), 8, 21);
  add('reach, 30 min', reach(30), undefined, 21);

  const prepared = new Prepared(region);
  let answer: Assessment = assess(prepared, region.facilities, COUNTY_QUERY);
  const ask = () =>
    (answer = assess(prepared, region.facilities, COUNTY_QUERY, answer.reach ?? undefined));
  const whole = () => {
    ask();
    bandsOf(prepared, answer);
    rankGaps(prepared, answer, GAPS);
  };
  add('answer: figures and gaps', ask);
  add('answer: bands (surface, isochrones)', () => bandsOf(prepared, answer));
  add('answer: gaps ranked and drawn', () => rankGaps(prepared, answer, GAPS));
  add('answer: all of it', whole, 50, 15);
  add('curve to 30 minutes, after the answer', () => curveOf(prepared, answer));

  const base = assess(prepared, region.facilities.slice(1), COUNTY_QUERY);
  let pin: MovedPin | null = null;
  let step = 0;
  add(
    'one pin moved: figures and gaps',
    () => {
      // A new spot each time, some 300 m on, through the middle of the county.
      const site = { ...region.facilities[0], lon: 150.25 + (step++ % 30) * 0.003, lat: 0.25 };
      pin = movePin(prepared, base, site, pin?.search);
    },
    16,
    30,
  );
  const { rss, arrayBuffers } = process.memoryUsage();
  rows.push({ name: 'memory: rss', value: rss / 2 ** 20, unit: 'MB', bound: 500 });
  rows.push({ name: 'memory: array buffers', value: arrayBuffers / 2 ** 20, unit: 'MB' });
  return rows;
}
