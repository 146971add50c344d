import type { Point } from './point.ts';
import type { Name } from './street.ts';

/**
 * The hand-drawn plan of the town. Two grids laid out at different times: the north bank follows
 * the river, the south bank the railway. u runs east along the grid, v north across it (metres).
 */
export type Bank = 'north' | 'south';

const GRIDS: Record<Bank, { x: number; y: number; degrees: number }> = {
  north: { x: 0, y: 1200, degrees: -6 },
  south: { x: 0, y: -1600, degrees: -14 },
};

export function onGrid(bank: Bank, u: number, v: number): Point {
  const { x, y, degrees } = GRIDS[bank];
  const angle = (degrees * Math.PI) / 180;
  return {
    x: x + u * Math.cos(angle) - v * Math.sin(angle),
    y: y + u * Math.sin(angle) + v * Math.cos(angle),
  };
}

export interface PlannedLine {
  bank: Bank;
  /** 'u': an east–west street at v = at, from u to u. 'v': a north–south road at u = at. */
  along: 'u' | 'v';
  at: number;
  from: number;
  to: number;
  highway: string;
  name: Name;
}

type Row = [Bank, 'u' | 'v', number, number, number, string, string, string];

const ROWS: Row[] = [
  // North bank, east–west, from north to south
  ['north', 'u', 1180, -900, 2020, 'tertiary', '北苑街', 'Beiyuan Street'],
  ['north', 'u', 760, -2600, 3350, 'primary', '文昌大街', 'Wenchang Avenue'],
  ['north', 'u', 330, -2560, 2980, 'tertiary', '杏林街', 'Xinglin Street'],
  ['north', 'u', -130, -2620, -600, 'secondary', '桑榆街', 'Sangyu Street'],
  ['north', 'u', -130, 300, 3000, 'secondary', '东兴大街', 'Dongxing Avenue'],
  ['north', 'u', -520, -2600, -700, 'tertiary', '纺织街', 'Fangzhi Street'],
  ['north', 'u', -890, -1700, -700, 'tertiary', '西关街', 'Xiguan Street'],
  ['north', 'u', -540, 350, 2900, 'tertiary', '桂香街', 'Guixiang Street'],
  ['north', 'u', -930, 300, 2000, 'tertiary', '菱湖街', 'Linghu Street'],
  // North bank, north–south, from west to east
  ['north', 'v', -2450, -900, 860, 'tertiary', '西苑路', 'Xiyuan Road'],
  ['north', 'v', -1980, -1300, 860, 'secondary', '桑麻路', 'Sangma Road'],
  ['north', 'v', -1480, -1700, 860, 'tertiary', '青禾路', 'Qinghe Road'],
  ['north', 'v', -780, -600, 1280, 'tertiary', '学府路', 'Xuefu Road'],
  ['north', 'v', 330, -600, 1280, 'tertiary', '广济路', 'Guangji Road'],
  ['north', 'v', 800, -2000, 1290, 'secondary', '建设路', 'Jianshe Road'],
  ['north', 'v', 1300, -1900, 1290, 'tertiary', '梧桐路', 'Wutong Road'],
  ['north', 'v', 2420, -1500, 860, 'tertiary', '枫林路', 'Fenglin Road'],
  ['north', 'v', 2900, -1500, 860, 'secondary', '栖云路', 'Qiyun Road'],
  // South bank, between river and railway, east–west
  ['south', 'u', 1020, -2450, -1700, 'tertiary', '苇花街', 'Weihua Street'],
  ['south', 'u', 1760, 1150, 2960, 'tertiary', '镜湖街', 'Jinghu Street'],
  ['south', 'u', 1330, 1050, 2960, 'tertiary', '芷兰街', 'Zhilan Street'],
  ['south', 'u', 930, 560, 2960, 'tertiary', '芳洲街', 'Fangzhou Street'],
  ['south', 'u', 560, -2450, 2960, 'secondary', '望汀大街', 'Wangting Avenue'],
  ['south', 'u', 90, -2450, 2960, 'primary', '建国大街', 'Jianguo Avenue'],
  ['south', 'u', -390, -2450, 2960, 'tertiary', '和顺街', 'Heshun Street'],
  // South bank, north–south
  ['south', 'v', -2350, -1200, 2200, 'secondary', '西环路', 'West Ring Road'],
  ['south', 'v', -1870, -1200, 2000, 'tertiary', '锦程路', 'Jincheng Road'],
  ['south', 'v', -1340, -1200, 1800, 'secondary', '健康路', 'Jiankang Road'],
  ['south', 'v', -900, -1200, 1500, 'tertiary', '新华路', 'Xinhua Road'],
  ['south', 'v', 230, -1200, 1500, 'tertiary', '春晖路', 'Chunhui Road'],
  ['south', 'v', 720, -1200, 1700, 'secondary', '工农路', 'Gongnong Road'],
  ['south', 'v', 1270, -1200, 2100, 'tertiary', '槐花路', 'Huaihua Road'],
  ['south', 'v', 2380, -1200, 2400, 'tertiary', '丹桂路', 'Dangui Road'],
  ['south', 'v', 2860, -1200, 2300, 'secondary', '东环路', 'East Ring Road'],
  // Beyond the railway
  ['south', 'u', -1440, -1220, 2800, 'secondary', '麦垄大街', 'Mailong Avenue'],
  ['south', 'u', -1880, -700, 2800, 'tertiary', '机修街', 'Jixiu Street'],
  ['south', 'u', -2310, -230, 2340, 'tertiary', '粮库街', 'Liangku Street'],
  ['south', 'v', -1130, -1500, -800, 'tertiary', '道西路', 'Daoxi Road'],
  ['south', 'v', -620, -1970, -800, 'tertiary', '煤场路', 'Meichang Road'],
  ['south', 'v', -130, -2400, -800, 'tertiary', '铁工路', 'Tiegong Road'],
  ['south', 'v', 380, -2400, -800, 'tertiary', '站南路', 'Zhannan Road'],
  ['south', 'v', 920, -2400, -800, 'tertiary', '砖窑路', 'Zhuanyao Road'],
  ['south', 'v', 2250, -2400, -800, 'tertiary', '机床路', 'Jichuang Road'],
  ['south', 'v', 2700, -1970, -700, 'tertiary', '化工路', 'Huagong Road'],
];

export const PLANNED_LINES: PlannedLine[] = ROWS.map(
  ([bank, along, at, from, to, highway, zh, en]) => ({
    bank, along, at, from, to, highway, name: [zh, en],
  }),
); // prettier-ignore

/** Avenues with a carriageway for each direction. */
export const DIVIDED = ['文昌大街', '建国大街'];

type Pair = [number, number];

/** The road on the line of the old town wall, from the south gate clockwise (closed). */
export const OLD_TOWN_RING: Pair[] = [
  [-270, -510], [-660, -460], [-900, -300], [-985, 40], [-1000, 420], [-880, 740], [-560, 880],
  [-200, 905], [210, 870], [470, 730], [560, 420], [540, 40], [420, -310], [120, -470],
]; // prettier-ignore

/** Where the four main streets of the old town meet: the bell tower. */
export const BELL_TOWER: Pair = [-230, 240];

/** Where the railway station stands, more or less. */
export const STATION: Point = { x: -680, y: -2480 };

/** Roads drawn one by one. Those that cross river or railway do so here and nowhere else. */
export interface DrawnRoad {
  line: Pair[];
  highway: string;
  name: Name;
  crosses?: boolean;
}

export const DRAWN_ROADS: DrawnRoad[] = [
  {
    line: [[-195, 1000], [-215, 640], [-230, 240], [-245, -120], [-270, -500]],
    highway: 'secondary', name: ['钟鼓大街', 'Zhonggu Avenue'],
  },
  {
    line: [[-1150, 270], [-640, 280], [-230, 240], [200, 215], [700, 250]],
    highway: 'secondary', name: ['东西大街', 'Dongxi Avenue'],
  },
  {
    line: [[-195, 1000], [-140, 1600], [-80, 2100], [-60, 2560]],
    highway: 'secondary', name: ['北关大街', 'Beiguan Avenue'],
  },
  {
    line: [[-270, -500], [-300, -700], [-350, -920], [-480, -1500], [-600, -2000], [-680, -2390]],
    highway: 'secondary', name: ['站前大街', 'Zhanqian Avenue'], crosses: true,
  },
  {
    line: [[2930, 1500], [3010, 1800], [3220, 1990], [3560, 1900], [4100, 1900], [4500, 2250], [5020, 2560]],
    highway: 'tertiary', name: ['环山路', 'Huanshan Road'],
  },
  {
    line: [[2010, 2750], [1920, 2100], [1850, 1400], [1790, 700], [1760, 280], [1700, -300],
      [1560, -1000], [1420, -1700], [1280, -2400], [1180, -2960], [1040, -3500], [900, -4080]],
    highway: 'primary', name: ['迎宾大道', 'Yingbin Avenue'], crosses: true,
  },
]; // prettier-ignore

/** Quarters that are not built up with estates: u from and to, v from and to. */
export const QUARTERS: {
  use: 'industry' | 'low-houses';
  bank: Bank;
  u: [number, number];
  v: [number, number];
}[] = [
  { use: 'industry', bank: 'south', u: [1280, 2900], v: [-2500, -850] },
  { use: 'industry', bank: 'south', u: [-1300, -620], v: [-2050, -850] },
  { use: 'industry', bank: 'south', u: [-2400, -1870], v: [-950, -380] },
  { use: 'low-houses', bank: 'south', u: [-620, 400], v: [-2500, -1440] },
  { use: 'low-houses', bank: 'north', u: [-2700, -1980], v: [-900, 340] },
  { use: 'low-houses', bank: 'north', u: [800, 2100], v: [770, 1300] },
  { use: 'low-houses', bank: 'south', u: [2380, 2900], v: [-900, -390] },
];

/** The town's land south of the railway. */
export const BEYOND_RAILWAY: Point[] = [
  onGrid('south', -1400, -2600),
  onGrid('south', 3000, -2600),
  onGrid('south', 3000, -960),
  onGrid('south', -1400, -960),
];
