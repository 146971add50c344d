import { estateLanes, isGateway } from './estate-lanes.ts';
import { hillPark } from './hill-park.ts';
import { shrunk } from './inset.ts';
import type { LandUse } from './land-use.ts';
import { distance } from './point.ts';
import type { Point } from './point.ts';
import { centroidOf } from './polygon.ts';
import { nearestOnLines, offsetLine } from './polyline.ts';
import type { Dice } from './random.ts';
import type { Name, Street } from './street.ts';
import { blob } from './terrain.ts';
import type { Terrain } from './terrain.ts';
import type { Village } from './villages.ts';
import type { Warp } from './warp.ts';

export interface Park {
  name: Name;
  ring: Point[];
  paths: Street[];
  water: Point[][];
  /** Where one walks in. */
  entrance: Point;
}

const TOWN_PARKS: Name[] = [
  ['桑榆公园', 'Sangyu Park'],
  ['枫林公园', 'Fenglin Park'],
  ['劳动公园', 'Laodong Park'],
  ['人民公园', 'Renmin Park'],
  ['镜湖公园', 'Jinghu Park'],
];

/** Every park with its paths. */
export function parksOf(
  terrain: Terrain,
  { parks }: LandUse,
  streets: Street[],
  villages: Village[],
  warp: Warp,
  dice: Dice,
): Park[] {
  const inTown = parks.map((lot, i): Park => {
    const made = estateLanes(lot, 2, dice, { combs: 0 })!;
    const size = Math.sqrt(lot.area);
    const pond = () => blob(centroidOf(lot.ring), size / 4.4, size / 7, dice.between(0, 3), dice);
    const water = lot.area > 30_000 ? [pond()] : [];
    // A pond lies where the rows of an estate would be: only the walk round it stays.
    const lines = water.length
      ? made.lines.filter((line, k) => k === 0 || isGateway(line, made.gates))
      : made.lines;
    const paths = lines.map((line): Street => ({ line, highway: 'footway' }));
    return { name: TOWN_PARKS[i], ring: lot.ring, paths, water, entrance: made.gates[0] };
  });
  return [
    ...inTown,
    hillPark(streets, warp, dice),
    riverside(terrain, 1, -1500, -420, ['汀兰滨河公园', 'Tinglan Riverside Park']),
    riverside(terrain, -1, 2150, 3000, ['芳洲湿地公园', 'Fangzhou Wetland Park']),
    villageGreen(
      villages.find(({ plan }) => plan.key === 'yanpu')!,
      streets,
    ),
  ];
}

/** A green strip between embankment road and water; side 1 is the north bank. */
function riverside(
  { river, riverHalf }: Terrain,
  side: number,
  from: number,
  to: number,
  name: Name,
): Park {
  const beside = (metres: number) => {
    const line = offsetLine(
      river,
      riverHalf.map((half) => side * (half + metres)),
    );
    return river.flatMap((p, i) => (p.x > from && p.x < to ? [line[i]] : []));
  };
  const road = beside(58);
  const walk = beside(31);
  const last = walk.length - 1;
  const middle = Math.floor(last / 2);
  const cycling = beside(43);
  // Ramps at both ends; in the middle steps lead down, and a longer ramp for those who cannot take them.
  const link = (line: Point[], highway: string, tags: Street['tags']): Street => ({
    line,
    highway,
    tags,
  });
  const ramp = { incline: '-6%', wheelchair: 'yes' };
  const links = [
    link([road[0], walk[0]], 'footway', ramp),
    link([road[middle], walk[middle]], 'steps', { incline: 'down', step_count: '28' }),
    link([road[middle], cycling[middle + 1], walk[middle + 2]], 'footway', ramp),
    link([road[last], walk[last]], 'footway', ramp),
  ];
  const cycleway = link([road[0], ...cycling.slice(1, -1), road[last]], 'cycleway', {
    bicycle: 'designated',
    foot: 'yes',
    surface: 'asphalt',
  });
  const ring = [...beside(6), ...beside(50).reverse()];
  return {
    name,
    ring: side > 0 ? ring : ring.reverse(),
    paths: [
      { line: walk, highway: 'footway', name: ['汀兰绿道', 'Tinglan Greenway'] },
      cycleway,
      ...links,
    ],
    water: [],
    entrance: road[middle],
  };
}

/** One yard of the village becomes its park. */
function villageGreen(village: Village, streets: Street[]): Park {
  const off = (yard: Point[]) => distance(centroidOf(yard), village.middle);
  const yard = village.yards.reduce((a, b) => (off(b) < off(a) ? b : a));
  village.yards = village.yards.filter((other) => other !== yard);
  return {
    name: [`${village.plan.name[0]}公园`, `${village.plan.name[1]} Park`],
    ring: shrunk(yard, 7) ?? yard,
    paths: [],
    water: [],
    entrance: nearestOnLines(
      streets.map(({ line }) => line),
      centroidOf(yard),
    ),
  };
}
