import { BUILDING_KINDS, estateKind } from './building-kinds.ts';
import type { BuildingKind } from './building-kinds.ts';
import { buildingRows } from './building-rows.ts';
import type { Building } from './building-rows.ts';
import type { City } from './city.ts';
import { ClearGround } from './clear-ground.ts';
import type { Tags } from './osm-writer.ts';
import type { Point } from './point.ts';
import { nearestOnLine } from './polyline.ts';
import { diceFor } from './random.ts';
import { BELL_TOWER, STATION } from './town-plan.ts';

/** From the middle of a street to the nearest wall (metres). */
const KERB: Record<string, number> = {
  motorway: 30, motorway_link: 14, primary: 10, secondary: 10, tertiary: 8.5, residential: 6, unclassified: 6,
  service: 4.5, living_street: 4, pedestrian: 4, track: 4, cycleway: 3, footway: 2.5, steps: 2.5, path: 2.5,
}; // prettier-ignore

/** Every house of the city, and the pitches of its schools; none stands on a street, in water or in another. */
export function buildingsOf(city: City, seed: number): Building[] {
  const { estates, uses, blocks, oldYards, lowYards, villages, lonely } = city;
  const ground = groundOf(city);
  const made: Building[] = [];
  const build = (job: string, lands: Point[][], kindOf: (i: number) => BuildingKind) => {
    const dice = diceFor(seed, `buildings ${job}`);
    lands.forEach((land, i) => made.push(...buildingRows(land, kindOf(i), ground, dice)));
  };
  const { pitch, school, hospital, shops, halls, courtyards, lowHouses } = BUILDING_KINDS;
  const ringOf = ({ ring }: { ring: Point[] }) => ring;

  const pitches = uses.schools.flatMap(({ ring }) =>
    buildingRows(ring, pitch, ground, diceFor(seed, 'pitches')),
  );
  made.push(...pitches.map((it) => ({ ...it, tags: { leisure: 'pitch', sport: 'soccer' } })));
  build('schools', uses.schools.map(ringOf), () => school);
  build('hospitals', uses.hospitals.map(ringOf), () => hospital);
  const taste = diceFor(seed, 'taste of builders');
  const kinds = estates.map(({ lot }) => estateKind(lot.block.era, taste));
  build(
    'estates',
    estates.map(({ lot }) => lot.ring),
    (i) => kinds[i],
  );
  build('shops', uses.commerce.map(ringOf), () => shops);
  build('halls', blocks.filter(({ use }) => use === 'industry').map(ringOf), () => halls);
  build('old town', oldYards, () => courtyards);
  build('low houses', lowYards, () => lowHouses);
  for (const { plan, yards } of villages) {
    const flats = yards.map(() => plan.seat && taste.chance(0.22));
    const low = plan.seat ? BUILDING_KINDS.seat : BUILDING_KINDS.village;
    build(plan.key, yards, (i) => (flats[i] ? BUILDING_KINDS.seatFlats : low));
  }
  const single = [...landmarks(city), ...lonely.flatMap(({ houses }) => houses.map(cottage))];
  return [...made, ...single.filter(({ ring }) => ground.isFree(ring))];
}

/** The station before its tracks, and the tower where the four old streets meet. */
function landmarks({ terrain, warp }: City): Building[] {
  const { at, from } = nearestOnLine(terrain.railway, warp(STATION));
  const [a, b] = [terrain.railway[from], terrain.railway[from + 1]];
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const front = { x: at.x - Math.sin(angle) * 30, y: at.y + Math.cos(angle) * 30 };
  const tower = warp({ x: BELL_TOWER[0] + 28, y: BELL_TOWER[1] + 26 });
  return [
    block(front, 84, 22, angle, { building: 'train_station', 'building:levels': '2' }),
    block(tower, 18, 18, 0, { building: 'tower', 'building:levels': '3' }),
  ];
}

function groundOf({ streets, terrain, parks }: City): ClearGround {
  const ground = new ClearGround();
  for (const { line, highway } of streets) ground.keepOff(line, KERB[highway]);
  for (const line of [terrain.railway, ...terrain.sidings]) ground.keepOff(line, 12);
  ground.take(terrain.riverWater, 12);
  for (const { ring } of [terrain.reservoir, ...terrain.ponds]) ground.take(ring, 8);
  for (const { water } of parks) for (const ring of water) ground.take(ring, 8);
  return ground;
}

function cottage(at: Point): Building {
  return block(at, 12, 8, 0, { building: 'house', 'building:levels': '1' });
}

/** A plain rectangle round its middle. */
function block(at: Point, long: number, deep: number, angle: number, tags: Tags): Building {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]]; // prettier-ignore
  const ring = corners.map(([u, v]) => ({
    x: at.x + ((u * long) / 2) * cos - ((v * deep) / 2) * sin,
    y: at.y + ((u * long) / 2) * sin + ((v * deep) / 2) * cos,
  }));
  return { ring, tags };
}
