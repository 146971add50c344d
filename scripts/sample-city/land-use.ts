import type { Lot } from './lots.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';
import { centroidOf, contains } from './polygon.ts';
import type { Dice } from './random.ts';
import { BEYOND_RAILWAY, onGrid } from './town-plan.ts';

export const ESTATES = 188;

export interface LandUse {
  estates: Lot[];
  schools: Lot[];
  parks: Lot[];
  hospitals: Lot[];
  /** Offices, shops and markets. */
  commerce: Lot[];
  /** Building land that waits. */
  vacant: Lot[];
}

/** Where the town's planners put what everybody shares; the nearest fitting lot is taken. */
const PARKS: Point[] = [
  onGrid('north', -1500, 560),
  onGrid('north', 2150, 120),
  onGrid('south', -1600, -150),
  onGrid('south', 1000, 330),
  onGrid('south', 2600, 700),
];
const HOSPITALS: Point[] = [onGrid('north', 560, 100), onGrid('south', -900, 330)];
const SCHOOLS: Point[] = [
  onGrid('north', -1250, 100),
  onGrid('north', 60, 520),
  onGrid('north', 1550, 540),
  onGrid('north', 1050, -650),
  onGrid('south', -2100, 330),
  onGrid('south', -600, -150),
  onGrid('south', 1000, -150),
  onGrid('south', 2600, 330),
];

/** Deals out the town's lots. Null when there are too few for all estates. */
export function landUseOf(lots: Lot[], dice: Dice): LandUse | null {
  const left = new Set(lots);
  const take = (sites: Point[], low: number, high: number) =>
    sites.map((site) => {
      const fits = [...left].filter(({ area }) => area > low && area < high);
      const lot = nearestLot(fits.length ? fits : [...left], site);
      left.delete(lot);
      return lot;
    });
  const parks = take(PARKS, 22_000, 90_000);
  const schools = take(SCHOOLS, 13_000, 50_000);
  const hospitals = take(HOSPITALS, 12_000, 40_000);
  // Estates want room; the smallest lots near the heart are shops, the outermost wait for builders.
  const spare = left.size - ESTATES;
  if (spare < 0) return null;
  const worth = new Map([...left].map((lot) => [lot, fitness(lot, dice)]));
  const ranked = [...left].sort((a, b) => worth.get(a)! - worth.get(b)!);
  const rest = ranked.slice(0, spare);
  return {
    estates: ranked.slice(spare).sort(byPlace),
    schools,
    parks,
    hospitals,
    commerce: rest.filter((lot) => lot.block.era < 0.8),
    vacant: rest.filter((lot) => lot.block.era >= 0.8),
  };
}

/** How well a lot suits an estate: large enough, and near the heart or beyond the railway. */
function fitness({ area, block, ring }: Lot, dice: Dice): number {
  // Land behind the tracks is cheap: whole estates went there before any service did.
  const cheap = contains(BEYOND_RAILWAY, centroidOf(ring)) ? 0.55 : 0;
  return Math.min(1, area / 15_000) + cheap - 0.15 * block.era + dice.between(0, 0.6);
}

function nearestLot(lots: Lot[], site: Point): Lot {
  const off = (lot: Lot) => distance(centroidOf(lot.ring), site);
  return lots.reduce((a, b) => (off(b) < off(a) ? b : a));
}

/** From north-west to south-east, so that numbers follow the map. */
function byPlace(a: Lot, b: Lot): number {
  const [p, q] = [centroidOf(a.ring), centroidOf(b.ring)];
  return q.y - p.y || p.x - q.x;
}
