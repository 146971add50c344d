import * as v from 'valibot';
import { PROFILES, profileOf } from '../core/profile.ts';
import type { Recipe } from './claim-recipe.ts';
import { ClaimSchema, MEANINGS, type Claim, type Meaning } from './claims.ts';
import type { Parsed, Text } from './fault.ts';
import type { Service } from './services.ts';
import { matchColumns } from './tables/columns.ts';
import { readCsv } from './tables/csv.ts';
import { decodeText } from './tables/decode-text.ts';
import { plainNumber } from './tables/plain-number.ts';
import { cut } from './tables/quoted.ts';
import { isWrong, rejection, type Wrong } from './tables/table-faults.ts';
import { checkId } from './tables/text-cell.ts';

/** Columns of a table of one's own claims, and what else they are called. */
const NAMES = {
  id: ['编号', '序号'],
  figure: ['说法', '原话', '内容', 'claim', 'text'],
  meaning: ['含义', '口径'],
  service: ['服务', '服务类型'],
  percent: ['比例', '百分比', '覆盖率', 'share'],
  count: ['数量', '个数', '人数', '数目', 'number', 'sites'],
  minutes: ['分钟', '限时'],
  profile: ['怎么去', '方式'],
  year: ['年份', '年'],
  source: ['来源', '出处'],
  of: ['分母', '占谁的', 'denominator'],
} as const;
export type OwnColumn = keyof typeof NAMES;

const COLUMN_OF = new Map<string, OwnColumn>(
  Object.entries(NAMES).flatMap(([column, names]) =>
    [column, ...names].map((name) => [name, column as OwnColumn] as const),
  ),
);

const MEANING_OF = new Map<string, Meaning>([
  ...MEANINGS.map((meaning) => [meaning, meaning] as const),
  ['到达', 'reach'],
  ['走得到', 'reach'],
  ['已配', 'equipped'],
  ['配备', 'equipped'],
  ['单元', 'units'],
  ['每个单元有', 'units'],
  ['登记', 'enrolled'],
  ['签约', 'enrolled'],
  ['数目', 'number'],
  ['数量', 'number'],
]);
const FULL = /^(full|all|全|全部|全覆盖)$/i;

/** What stands in cells that are free text. */
const EXPECTED: Partial<Record<OwnColumn, Text>> = {
  id: { zh: '1 到 60 个字母、数字、- 或 _', en: '1 to 60 letters, digits, - or _' },
  figure: { zh: '1 到 400 个字', en: '1 to 400 characters' },
  year: { zh: '以年份开头，如 2024', en: 'a year first, as in 2024' },
  source: { zh: '至多 400 个字', en: 'at most 400 characters' },
  of: { zh: '至多 400 个字', en: 'at most 400 characters' },
};

/** What a claim of one's own is about: the region that is open. */
export interface OwnPlace {
  id: string;
  name: string;
  nameEn?: string;
  invented: boolean;
}

/**
 * A CSV of one's own claims → claims of the open region. figure, meaning and year are needed; which
 * others depends on the meaning. Throws Fault for a file that is no such table (see decodeText,
 * readCsv, matchColumns).
 */
export function readClaims(
  bytes: Uint8Array,
  file: string,
  place: OwnPlace,
  services: readonly Service[],
): Parsed<Claim> {
  const table = readCsv(decodeText(bytes, file).text, file);
  const canonical = (key: string) => COLUMN_OF.get(key) ?? null;
  const columns = matchColumns(table, ['figure', 'meaning', 'year'], canonical, file);
  const { rejected } = table;
  const taken = new Map<string, number>();
  const rows: Claim[] = [];
  for (const { line, cells } of table.rows) {
    const cell = (column: OwnColumn) => cells[columns.get(column) ?? -1]?.trim() ?? '';
    const id = cell('id') || `own-${line}`;
    const claim = checkId(id, taken, 'line') ?? ownClaim(id, cell, place, services);
    if (isWrong(claim)) rejected.push(rejection(line, claim));
    else {
      taken.set(id, line);
      rows.push(claim);
    }
  }
  return { rows, rejected: rejected.sort((a, b) => a.line - b.line) };
}

/** A claim of one's own from its cells, trimmed; a form has the same. Or why there is none. */
export function ownClaim(
  id: string,
  cell: (column: OwnColumn) => string,
  place: OwnPlace,
  services: readonly Service[],
): Claim | Wrong {
  const meaning = MEANING_OF.get(cell('meaning').toLowerCase());
  if (!meaning) return wrong('meaning', cell('meaning'), MEANINGS.join(' '));
  const word = cell('service').toLowerCase();
  const service = services.find((s) => [s.key, s.zh, s.en].some((n) => n.toLowerCase() === word));
  if (!service && meaning !== 'enrolled') {
    return wrong('service', cell('service'), services.map(({ key }) => key).join(' '));
  }
  const recipe = recipeOf(meaning, service ?? null, cell);
  if (isWrong(recipe)) return recipe;
  const figure = cell('figure');
  const topic = service ?? { zh: '登记、签约', en: 'enrolment' };
  const of = cell('of');
  const claim = {
    id,
    place: { zh: place.name, en: place.nameEn ?? place.name },
    regions: [place.id],
    topic: { zh: topic.zh, en: topic.en },
    services: service ? [service.key] : [],
    figure: { zh: figure, en: figure },
    meaning,
    of: of ? { zh: of, en: of } : null,
    source: cell('source')
      ? { zh: cell('source'), en: cell('source') }
      : { zh: '自己添加', en: 'added by oneself' },
    year: cell('year'),
    testable: 'map',
    recipe,
    ...(place.invented ? { invented: true } : {}),
  };
  const result = v.safeParse(ClaimSchema, claim);
  if (result.success) return result.output;
  const column = (v.getDotPath(result.issues[0]) ?? '').split('.')[0];
  const named = column in EXPECTED ? (column as OwnColumn) : 'figure';
  return wrong(named, cell(named), EXPECTED[named]!);
}

function recipeOf(
  meaning: Meaning,
  service: Service | null,
  cell: (column: OwnColumn) => string,
): Recipe | Wrong {
  const count = cell('count') ? wholeOf(cell('count')) : undefined;
  if (isWrong(count)) return count;
  if (meaning === 'number') {
    if (count === undefined) return wrong('count', '', '1–100,000,000');
    return { kind: 'count', services: [service!.key], count };
  }
  const share = shareOf(cell('percent'));
  if (isWrong(share)) return share;
  if (meaning === 'enrolled') {
    if (count === undefined) return wrong('count', '', '1–100,000,000');
    return { kind: 'enrolled', count, asks: 'share', ...share };
  }
  const key = service!.key;
  if (meaning === 'equipped') return { kind: 'equipped', service: key, count, ...share };
  if (meaning === 'units') return { kind: 'units', service: key, count, ...share };
  const minutes = cell('minutes') ? minutesOf(cell('minutes')) : [service!.minutes];
  if (isWrong(minutes)) return minutes;
  const profile = cell('profile') ? profileOf(cell('profile'))?.key : undefined;
  if (cell('profile') && !profile) {
    return wrong('profile', cell('profile'), PROFILES.map(({ key }) => key).join(' '));
  }
  return { kind: 'reach', service: key, minutes, profile, sites: count, ...share };
}

/** “80”, “80 %”, “91.4%”, “全覆盖”: the decimals are those that are written. */
function shareOf(text: string): { full: true } | { percent: number; decimals?: number } | Wrong {
  if (FULL.test(text)) return { full: true };
  const digits = text.replace(/\s*[%％]$/, '');
  const percent = plainNumber(digits);
  if (!(percent >= 0)) return wrong('percent', text, '0–100, 全覆盖 / full');
  if (percent > 100) {
    return {
      code: 'claim-percent',
      value: cut(text),
      text: {
        zh: `比例为“${cut(text)}”，应为 0 到 100 的百分数。份额不会超过全体，请核对原文。`,
        en: `the share is “${cut(text)}”, expected 0 to 100 percent. No share exceeds the whole; check the report.`,
      },
    };
  }
  const decimals = Math.min(4, /\.(\d*)$/.exec(digits)?.[1].length ?? 0);
  return decimals ? { percent, decimals } : { percent };
}

function wholeOf(text: string): number | Wrong {
  const value = plainNumber(text.replaceAll(',', ''));
  const right = Number.isInteger(value) && value >= 1 && value <= 100_000_000;
  return right ? value : wrong('count', text, '1–100,000,000');
}

/** “15”, “10-15”, “10–15”. */
function minutesOf(text: string): number[] | Wrong {
  const minutes = text.split(/[-–—~至,，、]/).map((part) => plainNumber(part.trim()));
  const right = minutes.length <= 4 && minutes.every((m) => m >= 1 && m <= 240);
  return right ? minutes : wrong('minutes', text, '1–240');
}

function wrong(column: OwnColumn, value: string, expected: string | Text): Wrong {
  const names = `${column}（${NAMES[column][0]}）`;
  const { zh, en } = typeof expected === 'string' ? { zh: expected, en: expected } : expected;
  return {
    code: 'claim-cell',
    value: cut(value),
    text: {
      zh: `${names}为“${cut(value)}”，应为：${zh}。`,
      en: `${column} is “${cut(value)}”, expected: ${en}.`,
    },
  };
}
