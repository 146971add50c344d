import { plainText } from '../tables/read-facilities.ts';
import { statusOf, yesNo } from '../tables/facility-words.ts';
import { isoDate } from '../tables/iso-date.ts';
import { plainNumber } from '../tables/plain-number.ts';
import type { FacilityStatus } from '../tables/facility.ts';
import { TEXT_LIMIT } from '../tables/text-cell.ts';
import { halfWidth, seenText } from './half-width.ts';
import { repair, type Repair } from './repair.ts';
import { serialText } from './xlsx-styles.ts';

const THOUSANDS = /^([+-]?)(\d{1,3})((?:[,，']\d{3})+)(\.\d+)?$/;
const UNIT = /^([+-]?\d[\d,.]*)\s*(张|床|个|人|位|名|座|桩|台|根|万|元|户|所|処|处|平方米|m2|㎡)$/;

/** Longer cells hold no number, date or word of ours. */
const SHORT = 60;

/** A cell without what cannot be seen; the marks of a spreadsheet's text before a formula go without a word. */
export function cleanText(cell: string, field: string, repairs: Repair[]): string {
  const trimmed = cell.trim();
  // So long a cell is refused anyway, and looking through ten million characters takes its time.
  if (trimmed.length > 10 * TEXT_LIMIT) return trimmed;
  const text = plainText(seenText(trimmed).trim());
  if (text !== plainText(trimmed)) {
    repairs.push(
      repair(field, trimmed, text, '去掉了看不见的字符', 'took out characters that are not seen'),
    );
  }
  return text;
}

/** １２０, 1,234, 40 张 → plain numbers; anything else comes back as it was, for the strict reader to refuse. */
export function cleanNumber(cell: string, field: string, repairs: Repair[]): string {
  if (cell === '' || cell.length > SHORT || !Number.isNaN(plainNumber(cell))) return cell;
  let text = halfWidth(cell).replace(/\s+/g, '');
  const unit = UNIT.exec(text);
  // Ten thousands and prices in other units are not guessed at.
  if (unit && unit[2] !== '万') text = unit[1];
  const grouped = THOUSANDS.exec(text);
  if (grouped)
    text = grouped[1] + grouped[2] + grouped[3].replace(/[,，']/g, '') + (grouped[4] ?? '');
  if (Number.isNaN(plainNumber(text))) return cell;
  repairs.push(repair(field, cell, text, '按数字读取', 'read as a number'));
  return text;
}

/** 2024/5/1 0:00, 45413 (Excel's day number), ２０２４年５月 → ISO. */
export function cleanDate(cell: string, repairs: Repair[]): string {
  if (cell === '' || cell.length > SHORT || (isoDate(cell) !== null && !/^\d{5}$/.test(cell)))
    return cell;
  const half = halfWidth(cell).trim();
  const day = half.replace(/[T\s]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '').replace(/\s+/g, '');
  const serial = /^\d{5}$/.test(day) ? Number(day) : NaN;
  const text = serial >= 18264 && serial <= 73415 ? serialText(serial, 'day', false) : isoDate(day);
  if (text === null) return cell;
  repairs.push(repair('opened', cell, text, '按日期读取', 'read as a date'));
  return text;
}

const STATUS: [RegExp, FacilityStatus][] = [
  [/^(未|暂停|停止)|停(业|用|运|办)|关(闭|停)|撤销|注销|拆除|closed/i, 'closed'],
  [/在建|建设中|施工|改造中|装修/, 'building'],
  [/规划|拟建|计划|待建|筹建|筹备/, 'planned'],
  [
    /^(正常|已)?(运营|营业|开放|开业|使用|投用|投入使用|启用|运行|在营|存续|正常|在业|建成)(中|正常)?$/,
    'open',
  ],
];

export function cleanStatus(cell: string, repairs: Repair[]): string {
  if (cell.length > SHORT || statusOf(cell) !== null) return cell;
  const found = STATUS.find(([pattern]) => pattern.test(cell));
  if (!found) return cell;
  repairs.push(repair('status', cell, found[1], '按状态读取', 'read as a status'));
  return found[1];
}

const YES = /^(y|√|✓|✔|☑|■|●|是的|已有|已配|已建|有的|对)$/i;
const NO = /^(n|×|x|✗|✘|□|○|没有|未配|未建|不是|未|非)$/i;

export function cleanYesNo(cell: string, field: string, repairs: Repair[]): string {
  if (cell === '' || cell.length > SHORT || yesNo(cell) !== null) return cell;
  const text = YES.test(cell) ? 'yes' : NO.test(cell) ? 'no' : null;
  if (text === null) return cell;
  repairs.push(repair(field, cell, text, '按是否读取', 'read as yes or no'));
  return text;
}
