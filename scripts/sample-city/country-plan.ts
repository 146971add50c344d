import type { Name } from './street.ts';

/** The hand-drawn plan of the countryside: villages, and the roads that tie them to the town. */
export interface PlannedVillage {
  key: string;
  name: Name;
  /** Metres. */
  x: number;
  y: number;
  /** Half-axes and turn (degrees) of its lumpy outline. */
  long: number;
  short: number;
  degrees: number;
  people: number;
  /** Seat of a town 镇. */
  seat?: boolean;
  /** Beyond the study area, in the guard band. */
  outside?: boolean;
}

type Row = [string, string, string, number, number, number, number, number, number, string?];

const ROWS: Row[] = [
  ['lipo', '栗坡', 'Lipo', -500, 4750, 560, 400, 80, 4300, 'seat'],
  ['sanyanjing', '三眼井村', 'Sanyanjing Village', -2900, 4200, 350, 230, -10, 1500],
  ['majiazi', '马架子村', 'Majiazi Village', 1500, 5350, 360, 220, 70, 1450],
  ['huanzigou', '獾子沟村', 'Huanzigou Village', -5250, 4350, 290, 180, -25, 820],
  ['xinghuawu', '杏花坞村', 'Xinghuawu Village', 5900, 4400, 330, 220, 60, 1250],
  ['yanpu', '雁浦', 'Yanpu', 5900, 1300, 590, 380, 0, 4200, 'seat'],
  ['luhuadang', '芦花荡村', 'Luhuadang Village', 6900, -320, 330, 220, -40, 1180],
  ['hulutao', '葫芦套村', 'Hulutao Village', 4650, -480, 380, 260, 80, 1560],
  ['huaidu', '槐渡', 'Huaidu', -6300, 200, 540, 370, -8, 3900, 'seat'],
  ['huishuiwan', '回水湾村', 'Huishuiwan Village', -7200, 2050, 310, 210, 60, 1020],
  ['weitang', '苇塘', 'Weitang', 5250, -2760, 560, 360, -12, 4000, 'seat'],
  ['xiawazi', '下洼子村', 'Xiawazi Village', 7200, -3420, 300, 190, -20, 960],
  ['shinian', '石碾', 'Shinian', -3850, -3900, 560, 410, -20, 4400, 'seat'],
  ['erdaolong', '二道垄村', 'Erdaolong Village', -6400, -2700, 340, 220, 20, 1330],
  ['shaoguodian', '烧锅店村', 'Shaoguodian Village', -6500, -5050, 330, 200, 0, 1100],
  ['shuangshuimo', '双水磨村', 'Shuangshuimo Village', -1500, -5050, 350, 230, -10, 1420],
  ['nandianzi', '南甸子村', 'Nandianzi Village', 500, -5500, 380, 250, 75, 1700],
  ['daonantun', '道南屯村', 'Daonantun Village', 3600, -4480, 370, 230, -18, 1640],
  ['shizigou', '柿子沟村', 'Shizigou Village', 5900, -5700, 320, 200, -30, 1080],
  ['bailutan', '白鹭滩村', 'Bailutan Village', 9150, 1850, 350, 220, 5, 1350, 'outside'],
  ['qingshikou', '青石口村', 'Qingshikou Village', 120, -7650, 330, 220, 80, 1150, 'outside'],
]; // prettier-ignore

export const PLANNED_VILLAGES: PlannedVillage[] = ROWS.map(
  ([key, zh, en, x, y, long, short, degrees, people, role]) => ({
    key, name: [zh, en], x, y, long, short, degrees, people,
    seat: role === 'seat', outside: role === 'outside',
  }),
); // prettier-ignore

/** A village's key stands for its middle. */
export type Stop = string | [number, number];

export interface PlannedRoad {
  highway: string;
  name: Name;
  stops: Stop[];
  /** This end is moved onto the nearest street of the town. */
  joins?: 'start';
  /** Bridges the river and crosses the railway. */
  crosses?: boolean;
}

const FORK_WEST: Stop = [-4700, 2350];
const FORK_SOUTH_WEST: Stop = [-4350, -560];
const FORK_NORTH: Stop = [-3150, 2500];
const FORK_EAST: Stop = [4900, 1400];

export const PLANNED_ROADS: PlannedRoad[] = [
  {
    highway: 'primary', name: ['西线公路', 'West Road'], joins: 'start',
    stops: [[-2506, 2228], FORK_NORTH, [-3900, 2480], FORK_WEST, [-5700, 3000], [-6800, 3950], [-8200, 4600], [-9600, 4850], [-11200, 5900], [-12900, 7000], [-14600, 7000], [-17000, 7700]],
  },
  {
    highway: 'secondary', name: ['西绕城路', 'West Bypass'], crosses: true,
    stops: [FORK_WEST, [-4610, 1950], [-4600, 1380], [-4580, 700], FORK_SOUTH_WEST, [-4280, -1400], [-4230, -2200], [-4060, -3050], 'shinian'],
  },
  {
    highway: 'primary', name: ['槐渡公路', 'Huaidu Road'], joins: 'start',
    stops: [[-2377, -907], [-3000, -790], [-3600, -690], FORK_SOUTH_WEST, [-5300, -260], 'huaidu', [-7500, 420], [-8800, 560], [-11200, 900], [-13700, 1500], [-17000, 1200]],
  },
  {
    highway: 'secondary', name: ['栗坡公路', 'Lipo Road'], joins: 'start',
    stops: [[-60, 2560], [-150, 3200], [-330, 3950], 'lipo', [-640, 5600], [-560, 6600], [-300, 7900], [-200, 9400]],
  },
  {
    highway: 'tertiary', name: ['栗獾路', 'Lihuan Road'],
    stops: ['lipo', [-1500, 4560], 'sanyanjing', [-4050, 4080], 'huanzigou', [-5750, 3800], [-5700, 3000]],
  },
  {
    highway: 'tertiary', name: ['三眼井路', 'Sanyanjing Road'],
    stops: ['sanyanjing', [-2980, 3350], FORK_NORTH],
  },
  {
    highway: 'tertiary', name: ['栗马路', 'Lima Road'],
    stops: ['lipo', [500, 5060], 'majiazi', [2650, 5180], [3800, 5050], [4950, 4780], 'xinghuawu'],
  },
  {
    highway: 'secondary', name: ['迎宾北路', 'North Yingbin Road'], joins: 'start',
    stops: [[2010, 2750], [1930, 3450], [1750, 4300], 'majiazi', [1850, 6300], [2550, 7300], [2800, 9400]],
  },
  {
    highway: 'primary', name: ['东线公路', 'East Road'], joins: 'start',
    stops: [[3411, 1606], [4100, 1530], FORK_EAST, 'yanpu', [7000, 1480], [8100, 1760], 'bailutan', [11200, 2150], [13600, 2800], [17000, 2300]],
  },
  {
    highway: 'tertiary', name: ['杏花路', 'Xinghua Road'], joins: 'start',
    stops: [[5020, 2560], [5600, 3300], 'xinghuawu', [6650, 5350], [7600, 6200], [8200, 7500], [8500, 9400]],
  },
  {
    highway: 'unclassified', name: ['芦花路', 'Luhua Road'],
    stops: ['yanpu', [6350, 520], 'luhuadang'],
  },
  {
    highway: 'unclassified', name: ['葫芦套路', 'Hulutao Road'],
    stops: [FORK_EAST, [4760, 600], 'hulutao'],
  },
  {
    highway: 'unclassified', name: ['杏雁路', 'Xingyan Road'],
    stops: ['xinghuawu', [6750, 3300], [6950, 2350], [6590, 1365]],
  },
  {
    highway: 'secondary', name: ['苇塘公路', 'Weitang Road'], joins: 'start',
    stops: [[2890, -2228], [3500, -2350], [4300, -2480], 'weitang', [6250, -3020], 'xiawazi', [8500, -3850], [11200, -4600], [13600, -5200], [17000, -5400]],
  },
  {
    highway: 'primary', name: ['南线公路', 'South Road'], joins: 'start',
    stops: [[900, -4080], [780, -4750], 'nandianzi', [340, -6400], 'qingshikou', [0, -9400]],
  },
  {
    highway: 'tertiary', name: ['道南路', 'Daonan Road'],
    stops: [[780, -4750], [1800, -4560], [2700, -4380], 'daonantun', [4700, -4960], 'shizigou', [7500, -6500], [8900, -8000], [9500, -9400]],
  },
  {
    highway: 'secondary', name: ['石碾公路', 'Shinian Road'], joins: 'start',
    stops: [[-1532, -2702], [-2300, -3020], [-3050, -3480], 'shinian'],
  },
  {
    highway: 'tertiary', name: ['二道垄路', 'Erdaolong Road'],
    stops: ['shinian', [-4900, -3620], [-5750, -3150], 'erdaolong', [-7600, -2420], [-9000, -2350], [-11200, -2200], [-13300, -2900], [-17000, -3600]],
  },
  {
    highway: 'unclassified', name: ['烧锅店路', 'Shaoguodian Road'],
    stops: ['shinian', [-4600, -4550], [-5550, -4950], 'shaoguodian', [-7500, -5500]],
  },
  {
    highway: 'tertiary', name: ['双水磨路', 'Shuangshuimo Road'],
    stops: ['shinian', [-2700, -4600], 'shuangshuimo', [-500, -5350], 'nandianzi'],
  },
  {
    highway: 'unclassified', name: ['石南路', 'Shinan Road'],
    stops: ['shinian', [-3950, -5000], [-4300, -6200], [-4600, -7600], [-4700, -9400]],
  },
  {
    highway: 'unclassified', name: ['回水湾路', 'Huishuiwan Road'],
    stops: ['huaidu', [-6650, 1150], 'huishuiwan'],
  },
]; // prettier-ignore

/** The expressway passes the town in the south; it crosses neither river nor railway. */
export const PLANNED_MOTORWAY = {
  name: ['汀兰高速公路', 'Tinglan Expressway'] as Name,
  ref: 'S99',
  stops: [
    [-17000, -6500], [-12000, -6650], [-8000, -6150], [-5000, -5900], [-2000, -6150], [1000, -6650], [4000, -6950],
    [7000, -7450], [9300, -8500], [10500, -9600],
  ] as [number, number][],
  /** The roads that lead up to it; the others pass below. */
  junctions: ['南线公路', '道南路'],
}; // prettier-ignore
