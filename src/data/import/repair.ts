import type { Text } from '../fault.ts';
import { type Wrong } from '../tables/table-faults.ts';
import { cut } from '../tables/quoted.ts';

/** One thing that was changed so that a row could be read. */
export interface Repair {
  field: string;
  /** What stood there and what it was taken for, each cut to 80 characters. */
  from: string;
  to: string;
  /** What was done, in a few words. */
  text: Text;
}

export const repair = (
  field: string,
  from: string,
  to: string,
  zh: string,
  en: string,
): Repair => ({
  field,
  from: cut(from),
  to: cut(to),
  text: { zh, en },
});

const wrong = (code: string, value: string, zh: string, en: string): Wrong => ({
  code,
  value: cut(value),
  text: { zh, en },
});

/** Why a row is not taken, beyond what the strict readers say. */
export const rowWrong = {
  waiting: (place: string) =>
    wrong(
      'unplaced',
      place,
      '没有坐标，等待定位：可在地图上放置、按地名匹配或用地理编码。',
      'no position yet: place it on the map, match it to a known place, or geocode it.',
    ),
  nowhere: () =>
    wrong(
      'unplaced',
      '',
      '没有坐标，也没有名称或地址可供定位。',
      'no position, and no name or address to find one by.',
    ),
  swapped: (value: string) =>
    wrong(
      'swapped',
      value,
      '经纬度看起来写反了。确认后可整列对调。',
      'longitude and latitude look swapped. They can be exchanged once you agree.',
    ),
  noAngle: (column: string, value: string) =>
    wrong(
      'not-degrees',
      value,
      `${column} 是“${cut(value)}”，应为度数，如 116.404 或 116°24′14″。`,
      `${column} is “${cut(value)}”; expected degrees, as in 116.404 or 116°24′14″.`,
    ),
  noPair: (value: string) =>
    wrong(
      'not-a-pair',
      value,
      `坐标是“${cut(value)}”，应为“经度,纬度”。`,
      `the position is “${cut(value)}”; expected “longitude,latitude”.`,
    ),
  geometry: (type: string, expected: Text) =>
    wrong(
      'geometry-type',
      type,
      `几何类型是 ${cut(type)}，应为${expected.zh}。`,
      `the geometry is ${cut(type)}; expected ${expected.en}.`,
    ),
  cellError: (column: string, value: string) =>
    wrong(
      'cell-error',
      value,
      `${column} 是 Excel 的错误值 ${value}，请改正公式或直接填写。`,
      `${column} is Excel’s error ${value}: mend the formula or type the value.`,
    ),
  leftOut: (word: string) =>
    wrong(
      'left-out',
      word,
      `类别“${cut(word)}”已选为不导入。`,
      `the category “${cut(word)}” was chosen to be left out.`,
    ),
  category: (word: string) =>
    wrong(
      'unknown-category',
      word,
      `类别“${cut(word)}”还没有对应的服务。请在类别一步选择，或选不导入。`,
      `the category “${cut(word)}” stands for no service yet. Choose one in the step of categories, or leave it out.`,
    ),
  noService: () =>
    wrong(
      'no-service',
      '',
      '没有写类别，也没有选定整表的服务。',
      'no category, and no service was chosen for the whole sheet.',
    ),
  sameId: (id: string, line: number) =>
    wrong(
      'duplicate-id',
      id,
      `编号“${cut(id)}”已用于${place(line).zh}，请决定保留还是不要。`,
      `the id “${cut(id)}” is already used by ${place(line).en}; decide whether to keep this one.`,
    ),
  samePlace: (name: string, line: number, metres: number) =>
    wrong(
      'duplicate-place',
      name,
      `与${place(line).zh}同名，相距 ${Math.round(metres)} 米，请决定保留还是不要。`,
      `same name as ${place(line).en}, ${Math.round(metres)} m away; decide whether to keep this one.`,
    ),
  dropped: () => wrong('dropped', '', '已决定不要这一行。', 'this row was chosen to be left out.'),
};

/** Line 0 stands for what the region has already. */
const place = (line: number): Text =>
  line === 0
    ? { zh: '区域里已有的设施', en: 'a facility the region already has' }
    : { zh: `第 ${line} 行`, en: `row ${line}` };
