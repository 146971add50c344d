import type { Point } from './point.ts';
import type { Name, Street } from './street.ts';
import type { Warp } from './warp.ts';

/**
 * Two hamlets the streets do not reach: one has no street at all within 300 m, the other a few
 * lanes of under a kilometre that lead nowhere. Their people must be counted and never dropped.
 */
export interface LonelyHamlet {
  name: Name;
  houses: Point[];
  lanes: Street[];
  people: number;
}

const HILL_HOUSES: [number, number][] = [
  [-6960, 5580], [-6890, 5640], [-6800, 5600], [-6840, 5510], [-6730, 5530], [-7010, 5490],
]; // prettier-ignore
const ISLAND_HOUSES: [number, number][] = [
  [3660, 5830], [3760, 5890], [3850, 5850], [3940, 5910], [3800, 5980], [3870, 5760], [3720, 5740],
]; // prettier-ignore

const ISLAND_LANES: [string, [number, number][]][] = [
  ['residential', [[3620, 5790], [3740, 5840], [3860, 5810], [3990, 5870]]],
  ['track', [[3740, 5840], [3790, 5930], [3830, 6010]]],
  ['footway', [[3860, 5810], [3880, 5730]]],
]; // prettier-ignore

export function lonelyHamlets(warp: Warp): LonelyHamlet[] {
  const at = ([x, y]: [number, number]) => warp({ x, y });
  const lanes = ISLAND_LANES.map(([highway, line]): Street => ({ highway, line: line.map(at) }));
  return [
    { name: ['鹰嘴沟', 'Yingzuigou'], houses: HILL_HOUSES.map(at), lanes: [], people: 186 },
    { name: ['孤榆子', 'Guyuzi'], houses: ISLAND_HOUSES.map(at), lanes, people: 234 },
  ];
}
