import { AGES, apportioned, estateAges, peopleByAge } from './ages.ts';
import type { City } from './city.ts';
import { doorsOf } from './doors.ts';
import type { Point } from './point.ts';
import { areaOf, centroidOf } from './polygon.ts';
import { diceFor } from './random.ts';
import type { Dice } from './random.ts';

/** A populated point: a group of buildings or houses round a yard. */
export interface Place {
  id: string;
  at: Point;
  total: number;
  /** In the order of AGE_COLUMNS. */
  ages: number[];
  kind: 'estate' | 'old-town' | 'low-houses' | 'village' | 'lonely';
}

/** How many people live in each kind of quarter; villages say it in their plan. */
const IN_ESTATES = 127_000;
const IN_OLD_TOWN = 24_000;
const IN_LOW_HOUSES = 8_600;

/** People of one populated point of an estate, about: a few staircases round one door. */
const PER_DOOR = 140;

export function peopleOf(city: City, seed: number): Place[] {
  const dice = diceFor(seed, 'people');
  const places: Place[] = [];
  /** Spreads `total` people of these age shares over the points, by weight. */
  const settle = (
    kind: Place['kind'],
    points: Point[],
    weights: number[],
    total: number,
    shares: readonly number[],
  ) => {
    apportioned(total, weights).forEach((people, i) => {
      if (people === 0) return;
      const id = `p-${String(places.length + 1).padStart(4, '0')}`;
      const ages = peopleByAge(people, shares, dice);
      places.push({ id, at: points[i], total: people, ages, kind });
    });
  };
  const settleYards = (
    kind: Place['kind'],
    yards: Point[][],
    total: number,
    shares: readonly number[],
  ) => {
    const weights = yards.map((ring) => areaOf(ring) * dice.between(0.6, 1.4));
    settle(kind, yards.map(centroidOf), weights, total, shares);
  };
  const uneven = (points: Point[]) => points.map(() => dice.between(0.7, 1.3));

  const sizes = estateSizes(city, dice);
  city.estates.forEach((estate, i) => {
    const doors = doorsOf(estate, Math.max(1, Math.round(sizes[i] / PER_DOOR)), dice);
    settle('estate', doors, uneven(doors), sizes[i], estateAges(estate.lot.block.era));
  });
  settleYards('old-town', city.oldYards, IN_OLD_TOWN, AGES.oldTown);
  settleYards('low-houses', city.lowYards, IN_LOW_HOUSES, AGES.lowHouses);
  for (const { plan, yards } of city.villages)
    settleYards('village', yards, plan.people, plan.seat ? AGES.seat : AGES.village);
  for (const { houses, people } of city.lonely)
    settle('lonely', houses, uneven(houses), people, AGES.village);
  return places;
}

/** People of each estate: by its land, older ones built closer, the newest not yet full. */
function estateSizes({ estates }: City, dice: Dice): number[] {
  const weights = estates.map(({ lot }) => {
    const density = 1.25 - 0.5 * lot.block.era;
    return lot.area ** 0.85 * density * dice.between(0.75, 1.25);
  });
  return apportioned(IN_ESTATES, weights);
}
