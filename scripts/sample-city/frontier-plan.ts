import type { Name } from './street.ts';

/**
 * The hand-drawn boundaries: named corners, arcs between them, and areas as closed walks along
 * arcs. Two neighbours share the very same arc, so they touch without gap or overlap.
 */
export type Corner = [number, number];

/** A corner on the river or railway is moved to the nearest vertex of that line. */
export const CORNERS: Record<string, { at: Corner; on?: 'river' | 'railway' }> = {
  riverWest: { at: [-8000, 3650], on: 'river' },
  northWest: { at: [-7850, 6050] },
  north: { at: [2950, 6480] },
  northEast: { at: [7700, 5850] },
  riverEast: { at: [7950, -2370], on: 'river' },
  southEast: { at: [7650, -6250] },
  south: { at: [1950, -6550] },
  southWest: { at: [-7900, -6100] },
  west: { at: [-8150, -3850] },
  townRiverWest: { at: [-2950, 1280], on: 'river' },
  townNorth: { at: [-90, 2830] },
  townNorthEast: { at: [2380, 2830] },
  townRiverEast: { at: [3120, -120], on: 'river' },
  townEast: { at: [3560, -760], on: 'river' },
  townRailEast: { at: [2960, -3370], on: 'railway' },
  townSouth: { at: [1500, -4560] },
  townRailWest: { at: [-2050, -2090], on: 'railway' },
  townWest: { at: [-2620, -1920], on: 'railway' },
  oldWest: { at: [-1080, -560], on: 'river' },
  oldEast: { at: [560, -620], on: 'river' },
  oldNorth: { at: [-195, 925] },
  midRiver: { at: [950, -360], on: 'river' },
  midRail: { at: [430, -2760], on: 'railway' },
};

export interface PlannedArc {
  from: string;
  to: string;
  /** Points in between, or the line it follows. */
  by: Corner[] | 'river' | 'railway';
}

export const ARCS: Record<string, PlannedArc> = {
  // Round the whole district, clockwise from the river in the west
  edgeNorthWest: { from: 'riverWest', to: 'northWest', by: [[-8250, 4700]] },
  edgeNorth: { from: 'northWest', to: 'north', by: [[-6300, 6400], [-4200, 6150], [-2300, 6650], [-600, 6350], [1300, 6700]] },
  edgeNorthEast: { from: 'north', to: 'northEast', by: [[4300, 6250], [5900, 6500]] },
  edgeEast: { from: 'northEast', to: 'riverEast', by: [[8150, 4600], [7700, 3100], [8050, 1700], [7800, 300], [8200, -1100]] },
  edgeSouthEast: { from: 'riverEast', to: 'southEast', by: [[8200, -3600], [7850, -4900]] },
  edgeSouth: { from: 'southEast', to: 'south', by: [[6300, -6550], [4700, -6250], [3300, -6650]] },
  edgeSouthSouth: { from: 'south', to: 'southWest', by: [[100, -6750], [-1900, -6350], [-3900, -6650], [-5900, -6300]] },
  edgeSouthWest: { from: 'southWest', to: 'west', by: [[-8200, -5000]] },
  edgeWest: { from: 'west', to: 'riverWest', by: [[-7850, -2300], [-8200, -600], [-7900, 1100], [-8250, 2500]] },
  // Between the towns
  northByWest: { from: 'riverWest', to: 'townRiverWest', by: 'river' },
  northByEast: { from: 'north', to: 'townNorthEast', by: [[3050, 5600], [2600, 4750], [2300, 3900], [2250, 3300]] },
  eastBySouth: { from: 'townEast', to: 'riverEast', by: 'river' },
  southByEast: { from: 'townSouth', to: 'south', by: [[1850, -5200], [1700, -5900]] },
  southByWest: { from: 'townWest', to: 'west', by: [[-3500, -2350], [-4700, -2950], [-5600, -3700], [-6900, -3650]] },
  // Round the six streets of the town
  townNorthWest: { from: 'townRiverWest', to: 'townNorth', by: [[-2900, 1800], [-2750, 2450], [-1500, 2600]] },
  townNorthMiddle: { from: 'townNorth', to: 'townNorthEast', by: [[1000, 2780]] },
  townNorthEast: { from: 'townNorthEast', to: 'townRiverEast', by: [[2800, 2200], [3250, 1850], [3330, 900]] },
  townRiver: { from: 'townRiverEast', to: 'townEast', by: 'river' },
  townEast: { from: 'townEast', to: 'townRailEast', by: [[3480, -1500], [3180, -2500]] },
  townSouthEast: { from: 'townRailEast', to: 'townSouth', by: [[2950, -4100], [2400, -4600]] },
  townSouthWest: { from: 'townSouth', to: 'townRailWest', by: [[300, -4380], [-800, -4050], [-1600, -3300], [-1950, -2600]] },
  townRail: { from: 'townRailWest', to: 'townWest', by: 'railway' },
  townWest: { from: 'townWest', to: 'townRiverWest', by: [[-2640, -900], [-2600, 300]] },
  // Between the streets
  riverOldWest: { from: 'townRiverWest', to: 'oldWest', by: 'river' },
  riverOld: { from: 'oldWest', to: 'oldEast', by: 'river' },
  riverMiddle: { from: 'oldEast', to: 'midRiver', by: 'river' },
  riverNewEast: { from: 'midRiver', to: 'townRiverEast', by: 'river' },
  wallWest: { from: 'oldWest', to: 'oldNorth', by: [[-1020, -250], [-1030, 420], [-900, 770], [-570, 905]] },
  wallEast: { from: 'oldNorth', to: 'oldEast', by: [[215, 900], [500, 745], [590, 420], [570, 40], [470, -330]] },
  northRoad: { from: 'oldNorth', to: 'townNorth', by: [[-140, 1600], [-80, 2250]] },
  middleRoad: { from: 'midRiver', to: 'midRail', by: [[830, -1080], [690, -1650], [540, -2300]] },
  railWest: { from: 'townRailWest', to: 'midRail', by: 'railway' },
  railEast: { from: 'midRail', to: 'townRailEast', by: 'railway' },
}; // prettier-ignore

export interface PlannedArea {
  name: Name;
  zone: 'urban' | 'rural';
  /** Arcs in order, '-' for those walked backwards. */
  walk: string[];
}

export const PLANNED_AREAS: PlannedArea[] = [
  { name: ['钟鼓街道', 'Zhonggu Subdistrict'], zone: 'urban', walk: ['riverOld', '-wallEast', '-wallWest'] },
  { name: ['桑榆街道', 'Sangyu Subdistrict'], zone: 'urban', walk: ['riverOldWest', 'wallWest', 'northRoad', '-townNorthWest'] },
  { name: ['栖云街道', 'Qiyun Subdistrict'], zone: 'urban', walk: ['wallEast', 'riverMiddle', 'riverNewEast', '-townNorthEast', '-townNorthMiddle', '-northRoad'] },
  { name: ['望汀街道', 'Wangting Subdistrict'], zone: 'urban', walk: ['-townRail', 'railWest', '-middleRoad', '-riverMiddle', '-riverOld', '-riverOldWest', '-townWest'] },
  { name: ['驿前街道', 'Yiqian Subdistrict'], zone: 'urban', walk: ['railEast', '-townEast', '-townRiver', '-riverNewEast', 'middleRoad'] },
  { name: ['麦垄街道', 'Mailong Subdistrict'], zone: 'urban', walk: ['-townSouthWest', '-townSouthEast', '-railEast', '-railWest'] },
  { name: ['栗坡镇', 'Lipo Town'], zone: 'rural', walk: ['edgeNorthWest', 'edgeNorth', 'northByEast', '-townNorthMiddle', '-townNorthWest', '-northByWest'] },
  { name: ['雁浦镇', 'Yanpu Town'], zone: 'rural', walk: ['edgeNorthEast', 'edgeEast', '-eastBySouth', '-townRiver', '-townNorthEast', '-northByEast'] },
  { name: ['苇塘镇', 'Weitang Town'], zone: 'rural', walk: ['eastBySouth', 'edgeSouthEast', 'edgeSouth', '-southByEast', '-townSouthEast', '-townEast'] },
  { name: ['石碾镇', 'Shinian Town'], zone: 'rural', walk: ['southByEast', 'edgeSouthSouth', 'edgeSouthWest', '-southByWest', '-townRail', '-townSouthWest'] },
  { name: ['槐渡镇', 'Huaidu Town'], zone: 'rural', walk: ['edgeWest', 'northByWest', '-townWest', 'southByWest'] },
]; // prettier-ignore

/** The outer boundary of the district. */
export const OUTLINE = [
  'edgeNorthWest', 'edgeNorth', 'edgeNorthEast', 'edgeEast', 'edgeSouthEast', 'edgeSouth',
  'edgeSouthSouth', 'edgeSouthWest', 'edgeWest',
]; // prettier-ignore
