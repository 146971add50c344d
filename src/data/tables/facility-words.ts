import type { FacilityStatus } from './facility.ts';

/** Column names of a facility table as `headerKey` gives them, by canonical name. */
const ALIASES: Record<string, string[]> = {
  id: ['编号', '序号', '机构编号', '设施编号'],
  name: ['名称', '机构名称', '设施名称', '学校名称', '小区名称'],
  name_en: ['英文名', '英文名称'],
  service: ['服务', '类别', '类型', '服务类型'],
  lon: ['经度', 'lng', 'long', 'longitude'],
  lat: ['纬度', 'latitude'],
  status: ['状态', '运营状态'],
  capacity: ['床位', '床位数', '容量'],
  opened: ['开办日期', '启用日期', '开业日期'],
  address: ['地址', '详细地址'],
  phone: ['电话', '联系电话', 'tel', 'telephone'],
  hours: ['营业时间', '开放时间', '服务时间', 'opening_hours'],
  price: ['价格', '收费'],
  note: ['备注', '说明'],
  step_free: ['无障碍', 'stepfree'],
  accuracy: ['精度', '定位精度'],
  source: ['来源', '数据来源'],
  equipped: ['充电', '已配充电'],
};

// Maps, not objects: a column named __proto__ is then a column like any other.
const COLUMN_OF = new Map(
  Object.entries(ALIASES).flatMap(([column, aliases]) =>
    [column, ...aliases].map((name) => [name, column] as const),
  ),
);

export function facilityColumn(key: string): string | null {
  return COLUMN_OF.get(key) ?? null;
}

const STATUS_OF = new Map<string, FacilityStatus>([
  ['', 'open'],
  ['open', 'open'],
  ['开放', 'open'],
  ['运营', 'open'],
  ['在用', 'open'],
  ['planned', 'planned'],
  ['规划', 'planned'],
  ['拟建', 'planned'],
  ['building', 'building'],
  ['在建', 'building'],
  ['建设中', 'building'],
  ['closed', 'closed'],
  ['关闭', 'closed'],
  ['停用', 'closed'],
  ['停业', 'closed'],
]);

export const STATUS_WORDS = [...STATUS_OF.keys()].filter((word) => word !== '').join(' ');

/** A trimmed cell → status; an empty one means open; null when it is no word of ours. */
export function statusOf(cell: string): FacilityStatus | null {
  return STATUS_OF.get(cell.toLowerCase()) ?? null;
}

const YES_NO = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['是', true],
  ['有', true],
  ['no', false],
  ['false', false],
  ['0', false],
  ['否', false],
  ['无', false],
]);

export const YES_NO_WORDS = [...YES_NO.keys()].join(' ');

/** A trimmed cell → true or false; null when it is neither. */
export function yesNo(cell: string): boolean | null {
  return YES_NO.get(cell.toLowerCase()) ?? null;
}
