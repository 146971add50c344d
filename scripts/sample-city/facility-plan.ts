import type { Point } from './point.ts';
import type { Name } from './street.ts';
import { onGrid } from './town-plan.ts';

/** Rings (metres, before the bend of the land) where the town has not caught up with its people. */
const quarter = (bank: 'north' | 'south', u: [number, number], v: [number, number]): Point[] => [
  onGrid(bank, u[0], v[0]),
  onGrid(bank, u[1], v[0]),
  onGrid(bank, u[1], v[1]),
  onGrid(bank, u[0], v[1]),
];

/** No elder-care station in these; they are the gaps that the first look at the map should find. */
export const WITHOUT_STATION: Point[][] = [
  quarter('south', [1900, 3100], [300, 2400]),
  quarter('south', [250, 2400], [-2500, -850]),
  quarter('north', [1950, 3100], [-1300, 900]),
  quarter('north', [-2800, -1900], [-1000, 900]),
];

/** No clinic in these. */
export const WITHOUT_CLINIC: Point[][] = [
  quarter('south', [1950, 3100], [-900, 2400]),
  quarter('south', [-700, 3000], [-2500, -850]),
  quarter('north', [900, 2200], [760, 1400]),
];

/** Villages with a station, with a clinic; the others walk, or wait. */
export const STATION_VILLAGES = [
  'sanyanjing', 'majiazi', 'xinghuawu', 'erdaolong', 'nandianzi', 'shuangshuimo', 'luhuadang',
]; // prettier-ignore
export const CLINIC_VILLAGES = [
  'lipo', 'yanpu', 'weitang', 'shinian', 'huaidu', 'sanyanjing', 'nandianzi',
]; // prettier-ignore
export const SCHOOL_VILLAGES: [string, Name][] = [
  ['lipo', ['栗坡镇中心学校', 'Lipo Town Central School']],
  ['yanpu', ['雁浦镇中心学校', 'Yanpu Town Central School']],
  ['weitang', ['苇塘镇中心学校', 'Weitang Town Central School']],
  ['shinian', ['石碾镇中心学校', 'Shinian Town Central School']],
];

export const TOWN_SCHOOLS: Name[] = [
  ['桑榆小学', 'Sangyu Primary School'],
  ['实验小学', 'Experimental Primary School'],
  ['第三小学', 'No. 3 Primary School'],
  ['第一初级中学', 'No. 1 Junior Middle School'],
  ['锦程小学', 'Jincheng Primary School'],
  ['建国小学', 'Jianguo Primary School'],
  ['第二初级中学', 'No. 2 Junior Middle School'],
  ['丹桂学校', 'Dangui School'],
];

export interface PlannedFacility {
  service: string;
  status: 'open' | 'planned' | 'building';
  name: Name;
  /** A village's key or a place on the grid. */
  at: string | Point;
  capacity: number;
  /** When it is to open, ISO; absent for what is open. */
  opens?: string;
}

/** What stands at a chosen place rather than where the people call for it. */
export const PLANNED_FACILITIES: PlannedFacility[] = [
  {
    service: 'elder_care', status: 'planned', name: ['道南屯养老服务站', 'Daonantun Elder-care Station'],
    at: 'daonantun', capacity: 20, opens: '2028-06',
  },
  {
    service: 'elder_care', status: 'planned', name: ['镜湖社区养老服务站', 'Jinghu Elder-care Station'],
    at: onGrid('south', 2350, 1000), capacity: 30, opens: '2027-09-01',
  },
  {
    service: 'elder_care', status: 'building', name: ['站南社区养老服务站', 'Zhannan Elder-care Station'],
    at: onGrid('south', 820, -1650), capacity: 30, opens: '2027-03-01',
  },
  { service: 'jikang', status: 'open', name: ['钟鼓吉康之家', 'Zhonggu Jikang Home'], at: { x: -560, y: 520 }, capacity: 30 },
  { service: 'jikang', status: 'open', name: ['桑榆吉康之家', 'Sangyu Jikang Home'], at: onGrid('north', -1150, 480), capacity: 25 },
  { service: 'jikang', status: 'open', name: ['栖云吉康之家', 'Qiyun Jikang Home'], at: onGrid('north', 1450, 150), capacity: 35 },
  { service: 'jikang', status: 'open', name: ['望汀吉康之家', 'Wangting Jikang Home'], at: onGrid('south', -700, 250), capacity: 40 },
  { service: 'jikang', status: 'open', name: ['雁浦吉康之家', 'Yanpu Jikang Home'], at: 'yanpu', capacity: 20 },
  { service: 'ambulance_base', status: 'open', name: ['示例城急救中心', 'Sample City Emergency Centre'], at: onGrid('north', 640, 20), capacity: 6 },
  { service: 'ambulance_base', status: 'open', name: ['望汀急救站', 'Wangting Ambulance Base'], at: onGrid('south', -840, 250), capacity: 3 },
  { service: 'ambulance_base', status: 'open', name: ['雁浦急救站', 'Yanpu Ambulance Base'], at: 'yanpu', capacity: 2 },
  { service: 'elder_canteen', status: 'open', name: ['钟鼓长者食堂', 'Zhonggu Elder Canteen'], at: { x: -20, y: -60 }, capacity: 120 },
  { service: 'elder_canteen', status: 'open', name: ['望汀长者食堂', 'Wangting Elder Canteen'], at: onGrid('south', -1250, 300), capacity: 90 },
  { service: 'elder_canteen', status: 'planned', name: ['栖云长者食堂', 'Qiyun Elder Canteen'], at: onGrid('north', 1500, 560), capacity: 80, opens: '2027-06' },
]; // prettier-ignore

/** For communities 社区 whose street has given its name away already, and for surgeries. */
export const COMMUNITY_STEMS =
  '文庙 Wenmiao,书院 Shuyuan,钟楼 Zhonglou,仓前 Cangqian,双塔 Shuangta,水门 Shuimen,向阳 Xiangyang,东风 Dongfeng,' +
  '红星 Hongxing,团结 Tuanjie,民主 Minzhu,前进 Qianjin,胜利 Shengli,友谊 Youyi,青年 Qingnian,光华 Guanghua';
export const CLINIC_STEMS =
  '仁心 Renxin,济世 Jishi,同康 Tongkang,百草 Baicao,杏春 Xingchun,保和 Baohe,回春 Huichun,益寿 Yishou,' +
  '安泰 Antai,惠民 Huimin,康宁 Kangning,德济 Deji,永康 Yongkang,福康 Fukang,民康 Minkang,瑞康 Ruikang,' +
  '和济 Heji,明德 Mingde,慈安 Ci’an,普济 Puji,养正 Yangzheng,万康 Wankang,长春堂 Changchuntang,博爱 Bo’ai';
