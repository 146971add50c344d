import Papa from 'papaparse';
import type { Service } from '../services.ts';
import type { Wrong } from './table-faults.ts';

/** The id of the sheet's one example: whoever leaves it in gets it refused, and not a place that is none. */
const EXAMPLE = '示例（请删除本行）';
/** Excel takes a CSV for UTF-8 only where it begins with this. */
const BOM = '\ufeff';

/** Chinese column names of a facility table (facility-words.ts) and what the example says in each. */
const COLUMNS: [name: string, example: string][] = [
  ['编号', EXAMPLE],
  ['名称', '示例：某某街道服务站'],
  ['服务', ''],
  ['经度', ''],
  ['纬度', ''],
  ['状态', '开放'],
  ['容量', '40'],
  ['启用日期', '2024-05'],
  ['地址', '示例：某某路 1 号'],
  ['电话', ''],
  ['营业时间', '08:30-17:00'],
  ['价格', '免费'],
  ['备注', ''],
  ['无障碍', '是'],
  ['精度', '门口实测'],
  ['来源', '区民政局名单 2024'],
];

/**
 * An empty facility table for one service, ready for a spreadsheet: BOM, Chinese column names, CRLF,
 * and one example row that `readFacilities` refuses by its id.
 * @param at degrees, WGS 84: where the example lies, to show how positions are written.
 */
export function facilityTemplate(service: Service, [lon, lat]: [number, number]): string {
  const given: Record<string, string> = {
    服务: service.zh,
    经度: lon.toFixed(6),
    纬度: lat.toFixed(6),
  };
  const columns = [...COLUMNS];
  if (service.measure === 'share_equipped') columns.push(['已配充电', '是']);
  const rows = [columns.map(([name]) => name), columns.map(([name, text]) => given[name] ?? text)];
  return BOM + Papa.unparse(rows, { newline: '\r\n' }) + '\r\n';
}

/** The example row of the sheet, told by its id. */
export function exampleWrong(id: string): Wrong | null {
  if (id !== EXAMPLE) return null;
  return {
    code: 'example-row',
    value: id,
    text: {
      zh: '这是样表的示例行，不是真实设施；请删去它。',
      en: 'This is the example row of the template sheet and no real facility: delete it.',
    },
  };
}
