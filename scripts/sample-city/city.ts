import { frontiersOf } from './areas.ts';
import type { Frontiers } from './areas.ts';
import { arterialsOf } from './arterials.ts';
import { blocksOf, localStreets } from './blocks.ts';
import type { Block } from './blocks.ts';
import { withCarriageways } from './carriageways.ts';
import type { Divided } from './carriageways.ts';
import { withoutStrays } from './connected.ts';
import { countryRoads } from './country-roads.ts';
import { wayIn } from './estate-lanes.ts';
import { fieldsOf } from './fields.ts';
import type { Field } from './fields.ts';
import type { LandUse } from './land-use.ts';
import { lonelyHamlets } from './lonely.ts';
import type { LonelyHamlet } from './lonely.ts';
import { motorwayLine, motorwayOf } from './motorway.ts';
import { oldTownLanes } from './old-town.ts';
import { parksOf } from './parks.ts';
import type { Park } from './parks.ts';
import type { Point } from './point.ts';
import { diceFor } from './random.ts';
import { settled } from './settlement.ts';
import type { NamedEstate } from './settlement.ts';
import { nameLanes, nameLocalStreets } from './street-names.ts';
import { surveyed } from './street-tags.ts';
import type { Street } from './street.ts';
import { terrainOf } from './terrain.ts';
import type { Terrain } from './terrain.ts';
import { thinned } from './thin.ts';
import { trimmed } from './trim.ts';
import { villageLanes, villageOutlines } from './villages.ts';
import type { Village } from './villages.ts';
import { warpFor } from './warp.ts';
import type { Warp } from './warp.ts';
import { woven } from './weave.ts';

/** Everything that lies in the sample city, in metres; nobody lives there yet. */
export interface City {
  warp: Warp;
  terrain: Terrain;
  frontiers: Frontiers;
  /** All streets, woven: where two of one level meet they share a point. */
  streets: Street[];
  levelCrossings: Point[];
  kerbs: Divided['kerbs'];
  blocks: Block[];
  /** Yards between the lanes of the old town and of the quarters of low houses. */
  oldYards: Point[][];
  lowYards: Point[][];
  uses: LandUse;
  estates: NamedEstate[];
  schoolGates: Point[];
  villages: Village[];
  lonely: LonelyHamlet[];
  fields: Field[];
  parks: Park[];
}

export function cityOf(seed: number): City {
  const dice = (job: string) => diceFor(seed, job);
  const warp = warpFor(dice('warp'));
  const terrain = terrainOf(warp, dice('terrain'));
  const frontiers = frontiersOf(terrain, warp);

  const { streets: arterials, oldTown } = arterialsOf(terrain, warp);
  const grid = trimmed(woven(arterials));
  const town = trimmed(woven(thinned(grid, 0.3, dice('thin'))));
  const country = countryRoads(terrain, town.streets, warp);
  const main = trimmed(woven([...town.streets, ...country.streets]));

  const blocks = blocksOf(main, terrain, oldTown, dice('blocks'));
  const used = (...uses: Block['use'][]) => blocks.filter(({ use }) => uses.includes(use));
  const local = localStreets(used('town', 'industry'), dice('local streets'));
  nameLocalStreets(local.streets, dice('street names'));
  const old = oldTownLanes(used('old-town'), dice('old town'));
  nameLanes(old.streets, dice('lane names'));
  const low = oldTownLanes(used('low-houses'), dice('low houses'));
  const villages = villageOutlines(warp, dice('villages'));
  const villageStreets = villageLanes(villages, main.streets, dice('village lanes'));

  const { uses, estates } = settled(local.blocks, seed);
  const schoolDice = dice('school gates');
  const schoolWays = uses.schools.flatMap((lot) => wayIn(lot, schoolDice) ?? []);
  const lonely = lonelyHamlets(warp);
  const parks = parksOf(terrain, uses, main.streets, villages, warp, dice('parks'));
  const motorway = motorwayLine(warp);
  const built = blocks.map(({ ring }) => ring);
  const lonelyHouses = lonely.flatMap(({ houses }) => houses);
  const { fields, tracks } = fieldsOf(
    terrain,
    main.streets,
    motorway,
    villages,
    built,
    lonelyHouses,
    dice('fields'),
  );

  const divided = withCarriageways(
    [
      ...main.streets,
      ...local.streets,
      ...old.streets,
      ...low.streets,
      ...villageStreets,
      ...estates.flatMap(({ lanes }) => lanes),
      ...schoolWays.map(({ line }): Street => ({ line, highway: 'footway' })),
      ...parks.flatMap(({ paths }) => paths),
      ...tracks,
      ...lonely.flatMap(({ lanes }) => lanes),
    ],
    dice('carriageways'),
  );
  const net = woven(divided.streets);
  const joined = withoutStrays(
    net,
    lonely.flatMap(({ lanes }) => lanes.map(({ line }) => line[0])),
  );
  const streets = surveyed(joined, frontiers, villages, dice('survey'));
  return {
    warp,
    terrain,
    frontiers,
    streets: [...streets, ...motorwayOf(motorway, streets)],
    kerbs: divided.kerbs.map(({ at, raised }) => ({ at: net.snap(at), raised })),
    levelCrossings: country.levelCrossings,
    blocks: [...local.blocks, ...used('old-town', 'low-houses')],
    oldYards: old.yards,
    lowYards: low.yards,
    uses,
    estates: estates.map((estate) => ({
      ...estate,
      gates: estate.gates.map(({ at, shut }) => ({ at: net.snap(at), shut })),
    })),
    schoolGates: schoolWays.map(({ gate }) => net.snap(gate)),
    villages,
    lonely,
    fields,
    parks,
  };
}
