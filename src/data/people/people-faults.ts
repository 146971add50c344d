import { Fault } from '../fault.ts';
import { type Wrong } from '../tables/table-faults.ts';
import { cut } from '../tables/quoted.ts';

function wrong(code: string, value: string, zh: string, en: string): Wrong {
  return { code, value: cut(value), text: { zh, en } };
}

const listed = (names: readonly string[], join: string) =>
  names.slice(0, 10).map(cut).join(join) + (names.length > 10 ? join + '…' : '');

/** Why people cannot be taken from grids or area totals. */
export const peopleFaults = {
  noTotal: (fields: readonly string[]) =>
    new Fault('grid-total', {
      zh: `人口栅格里没有 total（只有 ${listed(fields, '、')}）。请写 --population total=文件.tif,age_60_plus=文件.tif，或用 --population-bands 说明各波段。`,
      en: `The population grids have no total (only ${listed(fields, ', ')}). Write --population total=F.tif,age_60_plus=F.tif, or name the bands with --population-bands.`,
    }),
  field: (name: string) =>
    new Fault('grid-field', {
      zh: `人口栅格的字段名 “${cut(name)}” 不认识，应为 total、age_6_14 或 age_60_plus 这样的名称。`,
      en: `The name “${cut(name)}” of a population grid is unknown; expected total, or ages such as age_6_14 and age_60_plus.`,
    }),
  bands: (file: string, names: number, bands: number) =>
    new Fault('grid-bands', {
      zh: `${file}：--population-bands 写了 ${names} 个名称，文件有 ${bands} 个波段，两者应相同（不用的波段写 -）。`,
      en: `${file}: --population-bands names ${names} bands, the file has ${bands}; expected as many (write - for one that is not used).`,
    }),
  otherGrid: (file: string, first: string) =>
    new Fault('grid-differs', {
      zh: `${file}：它的格子与 ${first} 不同（大小、原点或步长），不能逐格相加。请用 gdalwarp 把两者对齐到同一格网。`,
      en: `${file}: its cells differ from those of ${first} (size, origin or step), so they cannot be put together. Align both to one grid with gdalwarp.`,
    }),
  crowded: (id: string, people: number, most: number) =>
    new Fault('grid-crowded', {
      zh: `人口栅格的格子 ${id} 里有 ${people} 人，一格最多 ${most} 人。请检查单位（应为每格人数，不是其他指标）和无数据值。`,
      en: `Cell ${id} of the population grid holds ${people} people; at most ${most} are taken. Check the unit (people per cell, nothing else) and the no-data value.`,
    }),
  nobody: (file: string) =>
    new Fault('grid-empty', {
      zh: `${file}：这一范围内没有一格有人。请检查波段、无数据值和位置。`,
      en: `${file}: not one cell here holds people. Check the band, the no-data value and the place.`,
    }),
  censusAlone: () =>
    new Fault('census-areas', {
      zh: '有 --census 就要有 --areas（区划面，GeoJSON），否则不知道人口分给哪块地方。',
      en: '--census needs --areas (polygons, GeoJSON): without them nobody knows which ground the people belong to.',
    }),
  noneMatch: (file: string, rows: readonly string[], areas: readonly string[]) =>
    new Fault('census-no-match', {
      zh: `${file}：没有一行对得上区划面。表里有 ${listed(rows, '、')}；区划有 ${listed(areas, '、')}。编号或名称应相同。`,
      en: `${file}: not one row matches an area. The table has ${listed(rows, ', ')}; the areas are ${listed(areas, ', ')}. Ids or names must be equal.`,
    }),

  // ── one row of a census ───────────────────────────────────────────────────

  notWhole: (column: string, value: string) =>
    wrong(
      'not-whole',
      value,
      `${column} 是 ${value}，普查人数应为整数。`,
      `${column} is ${value}; a census counts whole people.`,
    ),
  agesExceed: (columns: readonly string[], sum: number, outer: string, most: number) =>
    wrong(
      'ages-exceed',
      `${sum} > ${most}`,
      `${listed(columns, ' + ')} 有 ${sum} 人，多于包含${columns.length > 1 ? '它们' : '它'}的 ${outer}（${most} 人）。`,
      `${listed(columns, ' + ')} ${columns.length > 1 ? 'are' : 'is'} ${sum} people, more than ${outer}, which includes ${columns.length > 1 ? 'them' : 'it'} (${most}).`,
    ),
  agesMiss: (columns: readonly string[], sum: number, total: number) =>
    wrong(
      'ages-sum',
      `${sum} ≠ ${total}`,
      `${listed(columns, ' + ')} 覆盖所有年龄，合计 ${sum} 人，与 total 的 ${total} 人不符。`,
      `${listed(columns, ' + ')} cover all ages and add up to ${sum} people, but the total is ${total}.`,
    ),
  unnamed: () =>
    wrong(
      'empty',
      '',
      '编号和名称都为空，不知道是哪个区划。',
      'id and name are both empty: nobody knows which area it is.',
    ),
  noArea: (name: string) =>
    wrong(
      'no-area',
      name,
      `区划面里没有 “${cut(name)}”，编号或名称应与 --areas 相同。`,
      `there is no area “${cut(name)}”; the id or name must equal one in --areas.`,
    ),
  severalAreas: (name: string) =>
    wrong(
      'several-areas',
      name,
      `有几个区划都叫 “${cut(name)}”，请用编号。`,
      `several areas are called “${cut(name)}”; give the id.`,
    ),
  areaTwice: (name: string, line: number) =>
    wrong(
      'duplicate-area',
      name,
      `“${cut(name)}” 与第 ${line} 行是同一个区划，每个区划只应有一行；保留先出现的。`,
      `“${cut(name)}” is the same area as line ${line}; expected one row each. The first stays.`,
    ),
  noGround: (name: string) =>
    wrong(
      'no-ground',
      name,
      `区划 “${cut(name)}” 完全被排在前面的区划盖住，没有自己的地面可以放人。`,
      `area “${cut(name)}” lies wholly under areas before it: it has no ground of its own for people.`,
    ),
  idAndName: (id: string, name: string) =>
    wrong(
      'id-and-name',
      `${id} ${name}`,
      `编号 ${cut(id)} 与名称 “${cut(name)}” 指的是两个不同的区划。`,
      `id ${cut(id)} and name “${cut(name)}” belong to two different areas.`,
    ),
};
