import { describe, expect, it } from 'vitest';
import type { Figures } from '../../../src/engine/engine.ts';
import { areaRows, sortedAreas, zoneSums } from '../../../src/ui/workbench/see/area-rows.ts';

const area = (id: string, people: number, within: number) => ({
  id,
  name: id,
  people,
  within,
  covered: [within],
});
const figures = {
  areas: [area('甲', 100, 50), area('乙', 40, 4), area('丙', 0, 0), area('丁', 10, 9)],
} as unknown as Figures;
const areas = [
  { id: '甲', name: '甲', polygons: [], zone: 'urban' as const },
  { id: '乙', name: '乙', polygons: [], zone: 'rural' as const },
  { id: '丙', name: '丙', polygons: [] },
  { id: '丁', name: '丁', polygons: [], zone: 'urban' as const },
];
const rows = areaRows(figures, areas, false);
const order = (
  ...by: Parameters<typeof sortedAreas> extends [unknown, ...infer Rest] ? Rest : never
) =>
  sortedAreas(rows, ...by)
    .map(({ id }) => id)
    .join('');

describe('the table of areas', () => {
  it('is sorted by any column, and an area without anybody has no share and comes last', () => {
    expect(order('share', false, 'zh-Hans')).toBe('乙甲丁丙');
    expect(order('share', true, 'zh-Hans')).toBe('丁甲乙丙');
    expect(order('missing', true, 'zh-Hans')).toBe('甲乙丁丙');
    expect(order('people', false, 'zh-Hans')).toBe('丙丁乙甲');
    // By the sound of their names: bing, ding, jia, yi.
    expect(order('name', false, 'zh-Hans')).toBe('丙丁甲乙');
  });

  it('has a sum for each zone, which together are all of it', () => {
    expect(zoneSums(rows)).toEqual([
      { zone: 'urban', areas: 2, people: 110, within: 59 },
      { zone: 'rural', areas: 1, people: 40, within: 4 },
      { zone: null, areas: 1, people: 0, within: 0 },
    ]);
    expect(zoneSums(rows.map((row) => ({ ...row, zone: null })))).toEqual([]);
  });
});
