import { candidateColumn } from '../tables/read-candidates.ts';
import { headerKey } from '../tables/columns.ts';
import { facilityColumn } from '../tables/facility-words.ts';
import { ageRange } from '../tables/age-range.ts';
import { populationColumn } from '../tables/read-population.ts';
import { halfWidth, seenText } from './half-width.ts';

/** What a file can be brought in as. */
export const TARGETS = ['facilities', 'people', 'areas', 'candidates'] as const;
export type Target = (typeof TARGETS)[number];

const PLACE = ['lon', 'lat', 'position'];

/** The fields a column can be chosen for, in the order they are shown; people have any `age_…` besides. */
export const FIELDS: Record<Target, readonly string[]> = {
  facilities: [
    ...['name', 'service', ...PLACE, 'address', 'id', 'status', 'capacity', 'opened', 'hours'],
    ...['phone', 'price', 'note', 'step_free', 'equipped', 'name_en', 'accuracy', 'source'],
  ],
  people: ['id', ...PLACE, 'total'],
  areas: ['name', 'id', 'zone', 'name_en'],
  candidates: ['name', ...PLACE, 'address', 'id', 'price', 'capacity'],
};

/** Fields without which no row can be read, whatever else is there. A place without a column of names is called by its id. */
export const NEEDED: Record<Target, readonly string[]> = {
  facilities: [],
  people: ['total'],
  areas: [],
  candidates: [],
};

export function isField(target: Target, field: string): boolean {
  return FIELDS[target].includes(field) || (target === 'people' && ageRange(field) !== null);
}

const AREAS = new Map([
  ['id', 'id'],
  ['编号', 'id'],
  ['行政区划代码', 'id'],
  ['区划代码', 'id'],
  ['name', 'name'],
  ['名称', 'name'],
  ['街道', 'name'],
  ['乡镇', 'name'],
  ['社区', 'name'],
  ['name_en', 'name_en'],
  ['zone', 'zone'],
  ['城乡', 'zone'],
  ['城乡分类', 'zone'],
]);

const EXACT: Record<Target, (key: string) => string | null> = {
  facilities: facilityColumn,
  people: populationColumn,
  areas: (key) => AREAS.get(key) ?? null,
  candidates: candidateColumn,
};

/**
 * Names as lists have them, by how they end: 养老机构名称, 高德经度, 核定床位数, 负责人联系电话. What a
 * place costs whoever comes is another thing than what it costs to build.
 */
const ENDINGS: [field: string, pattern: RegExp, only?: Target][] = [
  [
    'position',
    /^(经纬度?(坐标)?|坐标|位置坐标|(高德|百度|腾讯)?坐标|location|coordinates?|lnglat|lonlat)$/,
  ],
  ['lon', /(经度|lon|lng|long|longitude|坐标x|^x(坐标)?|^point_?x)$/],
  ['lat', /(纬度|lat|latitude|坐标y|^y(坐标)?|^point_?y)$/],
  ['name_en', /(英文名|英文名称)$/],
  ['name', /(名称|名字|全称|站名|校名|园名|小区|name|title)$/],
  ['address', /(地址|住址|位置|地点|坐落|address|addr)$/],
  ['phone', /(电话|手机|联系方式|phone(_?number)?|tel)$/],
  ['status', /(状态|运营情况|status)$/],
  ['capacity', /(床位|床位数|学位数?|座位数?|容量|桩数|充电桩数量|capacity|beds|charge_count)$/],
  ['opened', /((开业|启用|成立|投用|开办|建成|登记)(日期|时间|年月|年份)|opened)$/],
  ['hours', /((开放|营业|服务|工作)时间|hours)$/],
  ['step_free', /无障碍(设施|通道)?$/],
  ['service', /(类别|类型|分类|种类|category|type|kind|folder)$/],
  ['id', /(编号|代码|编码|序号|_id|uuid|code)$/],
  ['source', /(来源|出处|source)$/],
  ['total', /(人口|人口数|总人数|人数|population)$/],
  ['price', /(造价|费用|投资|price|cost)(（?万?元）?)?$/, 'candidates'],
  ['price', /(收费(标准|情况)?|价格|票价|price)$/, 'facilities'],
  ['note', /(备注|说明|note|remarks?)$/],
];

/** A header as it is compared: without what stands in brackets, stars and line breaks. */
export function bareHeader(header: string): string {
  const half = halfWidth(seenText(header)).replace(/\s*\n\s*/g, '');
  return headerKey(half.replace(/\([^)]*\)|\[[^\]]*\]|[*:：＊※]/g, ' '));
}

/**
 * The field a column name speaks of, and how sure that is: 3 the name itself, 2 a word for it,
 * 1 a name that ends like one; null for none. A part of it after the last space counts as well:
 * merged headers are joined by a space.
 */
export function fieldOf(target: Target, header: string): { field: string; sure: 1 | 2 | 3 } | null {
  const bare = bareHeader(header);
  for (const key of [headerKey(header), bare, bare.slice(bare.lastIndexOf('_') + 1)]) {
    const field = EXACT[target](key);
    if (field !== null && isField(target, field)) return { field, sure: field === key ? 3 : 2 };
  }
  if (bare.length > 40) return null;
  const found = ENDINGS.find(
    ([field, pattern, only = target]) =>
      only === target && isField(target, field) && pattern.test(bare),
  );
  return found ? { field: found[0], sure: 1 } : null;
}
