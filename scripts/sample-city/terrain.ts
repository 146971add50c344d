import { Dice } from './random.ts';
import type { Point } from './point.ts';
import type { Warp } from './warp.ts';
import { clipLine, offsetLine, smooth, smoothRing } from './polyline.ts';
import { inRectangle } from './polygon.ts';

/**
 * Half the width and height of everything that is drawn: the study area, a guard band of over 2 km
 * round it, and as much land to the sides as a wide screen shows beside a district that fills it.
 */
export const HALF_WIDTH = 15_500;
export const HALF_HEIGHT = 9_000;

export const FRAME: Point[] = [
  { x: -HALF_WIDTH, y: -HALF_HEIGHT },
  { x: HALF_WIDTH, y: -HALF_HEIGHT },
  { x: HALF_WIDTH, y: HALF_HEIGHT },
  { x: -HALF_WIDTH, y: HALF_HEIGHT },
];

export interface Terrain {
  /** Centre line, from north-west to south-east. */
  river: Point[];
  /** Half the river's width at each vertex of the centre line. */
  riverHalf: number[];
  riverWater: Point[];
  /** The river with the strip where no street may run except a bridge. */
  riverReach: Point[];
  railway: Point[];
  railReach: Point[];
  sidings: Point[][];
  /** The wooded hill at the edge of the town. */
  hill: Point[];
  woods: Point[][];
  ponds: { ring: Point[] }[];
  /** A lake with a wooded island, the hole in its water. */
  reservoir: { ring: Point[]; island: Point[]; name: [string, string] };
}

type Pair = [number, number];

const RIVER: Pair[] = [
  [-17400, 6300], [-15400, 5300], [-13600, 5900], [-11900, 4900], [-10600, 3900], [-9300, 3300], [-8000, 3650], [-6700, 2950], [-5600, 1650],
  [-4400, 1350], [-3300, 1500], [-2500, 900], [-1850, -60], [-950, -640], [250, -720],
  [1150, -180], [2050, 330], [2950, 60], [3650, -880], [4600, -1560], [5700, -1180],
  [6800, -1300], [7900, -2350], [9300, -2450], [10600, -3200], [11900, -3000], [13400, -3900], [15200, -3600], [17400, -4700],
]; // prettier-ignore

const RAILWAY: Pair[] = [
  [-18000, -900], [-15000, -640], [-12000, -350], [-9000, -420], [-6000, -900], [-3000, -1800], [0, -2650], [3000, -3380],
  [6000, -4350], [9000, -5650], [12000, -7200], [15000, -9100], [17400, -10900],
]; // prettier-ignore

const HILL: Pair[] = [
  [2420, 3350], [2560, 2800], [2980, 2360], [3420, 2130], [3950, 2240], [4300, 2700], [4950, 2950],
  [5150, 3500], [4700, 3900], [4350, 4450], [3600, 4350], [3100, 4560], [2560, 4100],
]; // prettier-ignore

/** Woods of the countryside: middle, half-axes, turn in degrees. */
const WOODS: [number, number, number, number, number][] = [
  [-9300, 7300, 1500, 1200, 20], [-7600, 6500, 1300, 800, -25], [-6200, 5750, 1150, 620, -18], [-7700, 8300, 1600, 800, 5],
  [-4900, 7200, 1200, 750, 18], [-3700, 8300, 1600, 700, -5], [-2700, 7250, 900, 480, -12], [-1100, 8500, 900, 500, 0],
  [1200, 8350, 800, 600, 0], [4300, 7900, 1500, 700, 8], [5800, 7200, 1100, 700, 28], [6900, 8400, 900, 650, 0],
  [9300, 7700, 1300, 1100, 10], [9350, 5400, 900, 1300, -12], [4350, 6850, 620, 380, 15], [9900, 3700, 650, 560, 0],
  [-7800, -7100, 1500, 900, -25], [-9300, -6100, 1100, 800, 10], [-2300, -7100, 900, 520, 20], [-5900, -8300, 900, 500, 0],
  [2300, -7900, 1000, 520, 10], [8900, -7000, 900, 700, 20], [6600, -8300, 900, 520, 0], [-9600, 1900, 500, 380, 10],
  [9500, -350, 560, 380, 35], [-12300, 8500, 1500, 700, 12], [-14700, 8300, 1500, 1100, -15], [-13300, 3300, 900, 520, 25],
  [-12000, -5400, 900, 520, -10], [-14300, -6600, 1500, 950, 20], [-12300, -8200, 1300, 700, 0], [-15000, -2400, 700, 420, 30],
  [12300, 6900, 1400, 1300, -25], [14600, 7900, 1300, 1000, 10], [14300, 4900, 900, 600, 30], [12800, 300, 620, 420, -20],
  [12500, -8400, 800, 450, 0], [14700, -6700, 900, 600, 25], [11300, -6000, 500, 300, 15], [-5600, 5150, 420, 260, -30], [3000, -6350, 420, 240, 12], [-3250, -5700, 380, 230, -40],
]; // prettier-ignore

export function terrainOf(warp: Warp, dice: Dice): Terrain {
  const bend = (pairs: Pair[]) => smooth(pairs.map(pointOf), 60).map(warp);
  const whole = bend(RIVER);
  const phase = dice.between(0, 6);
  const half = whole.map((_, i) => 50 + 9 * Math.sin(i / 9 + phase) + 5 * Math.sin(i / 3.7));
  const band = (more: number) => [
    ...offsetLine(
      whole,
      half.map((w) => w + more),
    ),
    ...offsetLine(
      whole,
      half.map((w) => -w - more),
    ).reverse(),
  ];
  const inFrame = (ring: Point[]) => inRectangle(ring, HALF_WIDTH, HALF_HEIGHT);
  const tracks = bend(RAILWAY);
  const railway = clipLine(tracks, FRAME, 'inside')[0];
  const railBand = [...offsetLine(tracks, 28), ...offsetLine(tracks, -28).reverse()];
  const kept = whole.map((_, i) => i).filter((i) => Math.abs(whole[i].x) < HALF_WIDTH + 60);
  return {
    river: kept.map((i) => whole[i]),
    riverHalf: kept.map((i) => half[i]),
    riverWater: inFrame(band(0)),
    riverReach: band(24),
    railway,
    railReach: railBand,
    sidings: [sidingOf(railway, -1450, -150, 9), sidingOf(railway, -1250, -330, 17)],
    hill: smoothRing(HILL.map(pointOf), 90).map(warp),
    woods: WOODS.map(([x, y, long, short, degrees]) =>
      inFrame(blob({ x, y }, long, short, (degrees * Math.PI) / 180, dice, true)),
    ),
    reservoir: {
      ring: blob(warp({ x: -1750, y: 6050 }), 520, 210, 0.6, dice),
      island: blob(warp({ x: -1700, y: 6090 }), 75, 45, 0.5, new Dice(1)),
      name: ['栗坡水库', 'Lipo Reservoir'],
    },
    ponds: [
      { ring: blob(warp({ x: -5150, y: -2500 }), 210, 120, 0.2, dice) },
      { ring: blob(warp({ x: 6450, y: -3720 }), 190, 100, -0.3, dice) },
      { ring: blob(warp({ x: 6050, y: 2250 }), 170, 100, 0.9, dice) },
    ],
  };
}

/** A lumpy oval: half-axes in metres, turned by `angle`; ragged ones have bays and spurs. */
export function blob(
  middle: Point,
  long: number,
  short: number,
  angle: number,
  dice: Dice,
  ragged = false,
): Point[] {
  const orders = ragged ? [2, 3, 5, 8, 13] : [2, 3, 5];
  const most = ragged ? 0.42 : 0.3;
  const waves = orders.map((k) => ({
    k,
    size: dice.between(0.04, most / k ** 0.9),
    at: dice.between(0, 6),
  }));
  const parts = Math.max(14, Math.round((long + short) / (ragged ? 32 : 45)));
  return Array.from({ length: parts }, (_, i) => {
    const t = (i / parts) * 2 * Math.PI;
    let reach = 1;
    for (const wave of waves) reach += wave.size * Math.sin(wave.k * t + wave.at);
    const u = long * reach * Math.cos(t);
    const v = short * reach * Math.sin(t);
    return {
      x: middle.x + u * Math.cos(angle) - v * Math.sin(angle),
      y: middle.y + u * Math.sin(angle) + v * Math.cos(angle),
    };
  });
}

/** A track beside the main line between two eastings, `metres` to its right. */
function sidingOf(railway: Point[], west: number, east: number, metres: number): Point[] {
  const part = railway.filter((p) => p.x > west && p.x < east);
  const beside = offsetLine(part, -metres);
  return [part[0], ...beside.slice(1, -1), part[part.length - 1]];
}

function pointOf([x, y]: Pair): Point {
  return { x, y };
}
