import type { Text } from '../fault.ts';
import type { GridCounts } from './grid-people.ts';
import { LATTICE_METRES } from './ground-homes.ts';
import type { Spread } from './spread-census.ts';

/** How the people came to their places, for the manifest: a sentence each, and the numbers in it. */
export type PopulationRule = Text & { method: 'table' | 'grid' | 'buildings' | 'land' } & Record<
    string,
    number | string
  >;

export function tableRule(places: number): PopulationRule {
  return {
    method: 'table',
    zh: `人口取自点位表，${places} 个点，数字原样。`,
    en: `People are taken from a table of ${places} points, as they are.`,
    rows: places,
  };
}

export function gridRule(counts: GridCounts, cellMetres: number): PopulationRule {
  const { cells, populated, zero, noData, negative, incomplete, incompletePeople } = counts;
  const metres = Math.round(cellMetres);
  const left = incomplete
    ? {
        zh: `${incomplete} 格（${incompletePeople.toFixed(1)} 人）缺年龄数据，未采用；`,
        en: `${incomplete} cells (${incompletePeople.toFixed(1)} people) lack an age and are left out; `,
      }
    : { zh: '', en: '' };
  return {
    method: 'grid',
    zh: `人口取自约 ${metres} 米的格网，放在格子中心：${cells} 格中 ${populated} 格有人，${zero} 格为零，${noData} 格无数据，${negative} 格为负数（不计）；${left.zh}数字原样，含小数。格网只读街道数据、区划和研究范围所及之处。`,
    en: `People are taken from a grid of about ${metres} m and stand at the centres of its cells: of ${cells} cells ${populated} have people, ${zero} have none, ${noData} have no data, ${negative} are below zero (not counted); ${left.en}numbers are kept as they are, with fractions. The grid is read where the streets, the areas and the study area reach.`,
    ...{ cells, populated, zero, no_data: noData, negative, incomplete },
    incomplete_people: incompletePeople,
    cell_metres: metres,
  };
}

/** Floor space below which buildings cannot hold the people given to them, m² each. */
const LEAST_FLOOR = 10;

export function spreadRule(spread: Spread): PopulationRule {
  const { areas, people, buildings, floorMetres2, unnamed } = spread;
  const elsewhere = people.land + people.streets + people.area;
  const zh: string[] = ['区划人口总数按以下规则分到各处，每个区划、每一列的合计精确到人：'];
  const en: string[] = [
    'Totals of areas are spread by this rule; every column of every area adds up to the person:',
  ];
  if (areas.buildings) {
    zh.push(
      `${areas.buildings} 个区划的 ${people.buildings} 人按占地面积 × 层数分到 ${buildings} 栋住宅（未注明层数的按类型估计：公寓 6 层，宿舍 5 层，未分类 2 层，独栋 1 层；学校、医院、厂房、商业、车库等不放人）；`,
    );
    en.push(
      `${people.buildings} people of ${areas.buildings} areas over ${buildings} buildings by footprint × storeys (by kind where no storeys are tagged: apartments 6, dormitories 5, unclassified 2, houses 1; none in schools, hospitals, industry, retail, garages and the like);`,
    );
  }
  const floor = people.buildings ? floorMetres2 / people.buildings : 0;
  if (people.buildings && floor < LEAST_FLOOR) {
    zh.push(`人均建筑面积只有 ${floor.toFixed(1)} 平方米，说明地图上的建筑画得不全；`);
    en.push(`that is ${floor.toFixed(1)} m² of floor each, so the buildings are not all mapped;`);
  }
  if (areas.land) {
    zh.push(
      `${areas.land} 个区划没有住宅建筑，${people.land} 人均匀分到居住用地（${LATTICE_METRES} 米点阵）；`,
    );
    en.push(
      `${people.land} people of ${areas.land} areas without such buildings evenly over residential land (every ${LATTICE_METRES} m);`,
    );
  }
  if (areas.streets) {
    zh.push(`${areas.streets} 个区划连居住用地也没有，${people.streets} 人沿居住区街道均匀分布；`);
    en.push(
      `${people.streets} people of ${areas.streets} areas without residential land evenly along residential streets;`,
    );
  }
  if (areas.area) {
    zh.push(`${areas.area} 个区划什么都没有，${people.area} 人均匀分到整个区划；`);
    en.push(`${people.area} people of ${areas.area} areas without any of these over all of it;`);
  }
  if (unnamed.length) {
    const names = unnamed.slice(0, 10);
    zh.push(
      `${unnamed.length} 个区划在普查表里没有人口数，没有放人：${names.join('、')}${unnamed.length > 10 ? '…' : ''}；`,
    );
    en.push(
      `nobody in ${unnamed.length} areas that the census does not name: ${names.join(', ')}${unnamed.length > 10 ? ', …' : ''};`,
    );
  }
  return {
    method: people.buildings >= elsewhere ? 'buildings' : 'land',
    zh: zh.join('').replace(/；$/, '。'),
    en: en.join(' ').replace(/;$/, '.'),
    buildings,
    floor_m2: Math.round(floorMetres2),
    areas_by_buildings: areas.buildings,
    areas_by_land: areas.land,
    areas_by_streets: areas.streets,
    areas_by_ground: areas.area,
    people_by_buildings: people.buildings,
    people_by_land: people.land,
    people_by_streets: people.streets,
    people_by_ground: people.area,
    areas_without_people: unnamed.length,
  };
}
