import { halfWidth } from '../import/half-width.ts';

/** Minutes of a day from … to; past midnight the end is above 1440. */
export type Span = [from: number, to: number];

/** Opening hours by day of the week. */
export interface Hours {
  /** Monday … Sunday; null where the text says nothing of the day: shut. */
  week: Span[][];
  /** On public holidays; null where the text does not say. */
  holiday: Span[] | 'as usual' | null;
  /** On a weekend day that is worked for a holiday; null where the text does not say. */
  makeUp: Span[] | null;
}

const DAYS: Record<string, number[]> = {
  ...{ mo: [0], tu: [1], we: [2], th: [3], fr: [4], sa: [5], su: [6] },
  ...{ 一: [0], 二: [1], 三: [2], 四: [3], 五: [4], 六: [5], 日: [6], 天: [6] },
};
const EVERY = [0, 1, 2, 3, 4, 5, 6];
const WORKDAYS = [0, 1, 2, 3, 4];
const ALL_DAY: Span = [0, 1440];

const TOKENS: [kind: string, pattern: RegExp][] = [
  ['always', /24\/7|24 ?小时|全天候?/y],
  ['every', /每天|每日|天天|全年(?:无休)?/y],
  ['workdays', /工作日/y],
  ['holiday', /ph\b|(?:法定)?(?:节假日|节日|假日)/y],
  ['usual', /照常(?:开放|营业)?|正常(?:开放|营业)|不休/y],
  ['closed', /off\b|closed\b|休息|休馆|闭馆|停诊|不开放?|关门|除外|休/y],
  ['weekend', /周末/y],
  ['day', /(?:周|星期|礼拜)[一二三四五六日天]|(?:mo|tu|we|th|fr|sa|su)(?![a-z])/y],
  [
    'time',
    /(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚)? ?\d{1,2}(?::\d{2}|点半|点(?:\d{1,2}分?)?|时)/y,
  ],
  ['bare', /[一二三四五六日天]/y],
  ['to', /-|至|到/y],
  ['gap', /[\s,、和及()。:]|开放(?:时间)?|营业(?:时间)?/y],
  ['stop', /;/y],
];

interface Token {
  kind: string;
  text: string;
}

/**
 * Opening hours as OSM writes them in its common forms (Mo-Fr 08:30-17:00; Sa,Su off; PH off; 24/7)
 * and as Chinese sheets do (周一至周五 8:30–17:00、周六日休息；节假日照常；上午8点到下午5点). Null where any of
 * it is not understood: what is left out might be the day that somebody stands before the door.
 */
export function parseHours(text: string): Hours | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  const hours: Hours = { week: [[], [], [], [], [], [], []], holiday: null, makeUp: null };
  let said = false;
  /** Spans of all days, which a second line of spans goes on with: 8:30-12:00; 14:00-17:00. */
  let daily: Span[] | null = null;
  let k = 0;
  while (k < tokens.length) {
    if (tokens[k].kind === 'stop') {
      k++;
      continue;
    }
    const days: Days = { week: [], workdays: false, every: false, holiday: false };
    for (; k < tokens.length && isDay(tokens[k]); k++) if (!takeDay(tokens, k, days)) return null;
    const named = days.week.length > 0 || days.holiday;
    let spans: Span[] | 'as usual' | null = null;
    if (tokens[k]?.kind === 'closed') {
      [spans, k] = [[], k + 1];
    } else if (tokens[k]?.kind === 'usual') {
      [spans, k] = ['as usual', k + 1];
    } else if (tokens[k]?.kind === 'always') {
      [spans, k] = [[ALL_DAY], k + 1];
      if (!named) hours.holiday = 'as usual';
    } else {
      const read: Span[] = [];
      for (; tokens[k]?.kind === 'time'; k += 3) {
        const span = spanOf(tokens[k], tokens[k + 1], tokens[k + 2]);
        if (!span) return null;
        read.push(span);
      }
      if (read.length) spans = read;
    }
    if (!spans) return null;
    // "Opens as usual" speaks of holidays; nothing else has a usual of its own.
    if (spans === 'as usual' && !days.holiday) return null;
    if (days.holiday) hours.holiday = spans;
    if (spans === 'as usual') continue;
    if (!named) spans = daily = [...(daily ?? []), ...spans];
    const week = named ? days.week : EVERY;
    for (const day of week) hours.week[day] = spans;
    if (days.workdays || !named || week.length === 7) hours.makeUp = spans;
    if (days.every) hours.holiday ??= 'as usual';
    // A working day is no holiday.
    if (days.workdays) hours.holiday ??= [];
    said ||= week.length > 0;
  }
  // 00:00-24:00 every day is 24/7 in other words.
  const round = hours.week.every(([span]) => span?.[0] === 0 && span[1] === 1440);
  if (round) hours.holiday ??= 'as usual';
  return said ? hours : null;
}

/** The days a clause speaks of. */
interface Days {
  week: number[];
  workdays: boolean;
  every: boolean;
  holiday: boolean;
}

const isDay = ({ kind }: Token) =>
  ['day', 'bare', 'every', 'workdays', 'weekend', 'holiday', 'to'].includes(kind);

/** Adds the days of token k; false where it names none here. */
function takeDay(tokens: Token[], k: number, days: Days): boolean {
  const { kind, text } = tokens[k];
  if (kind === 'holiday') days.holiday = true;
  else if (kind === 'every') {
    days.week.push(...EVERY);
    days.every = true;
  } else if (kind === 'weekend') days.week.push(5, 6);
  else if (kind === 'workdays') {
    days.week.push(...WORKDAYS);
    days.workdays = true;
  } else if (kind === 'to') {
    const [from, to] = [tokens[k - 1], tokens[k + 1]];
    return !!from && !!to && [from, to].every((each) => /^(day|bare)$/.test(each.kind));
  } else {
    const [day] = DAYS[text.slice(text.length > 1 && /^[周星礼]/.test(text) ? -1 : 0)] ?? [];
    // 一 by itself is no day, but 三 and 五 in 周一三五 are.
    if (day === undefined || (kind === 'bare' && !days.week.length)) return false;
    if (tokens[k - 1]?.kind === 'to') {
      let from = days.week[days.week.length - 1];
      if (from === undefined) return false;
      while (from !== day) days.week.push((from = (from + 1) % 7));
    } else days.week.push(day);
  }
  return true;
}

function tokensOf(text: string): Token[] | null {
  const plain = halfWidth(text)
    .toLowerCase()
    .replace(/"[^"]*"/g, ' ')
    .replace(/[–—―~～〜−]/g, '-')
    .replace(/[：]/g, ':')
    .trim();
  const tokens: Token[] = [];
  let at = 0;
  while (at < plain.length) {
    let found = '';
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = at;
      found = pattern.exec(plain)?.[0] ?? '';
      if (!found) continue;
      if (kind !== 'gap') tokens.push({ kind, text: found });
      break;
    }
    if (!found) return null;
    at += found.length;
  }
  return tokens.length ? tokens : null;
}

const LATE = /^(下午|傍晚|晚上|晚)/;

function spanOf(from: Token, to: Token | undefined, end: Token | undefined): Span | null {
  if (to?.kind !== 'to' || end?.kind !== 'time') return null;
  const [start, stop] = [minuteOf(from.text), minuteOf(end.text)];
  if (start === null || stop === null) return null;
  // 下午2:00-5:00: the afternoon is said once.
  const late = LATE.test(from.text) && !/^\D/.test(end.text) && stop < 720 ? stop + 720 : stop;
  const last = late > start ? late : late + 1440;
  return last - start <= 1440 && start < 1440 ? [start, last] : null;
}

function minuteOf(text: string): number | null {
  const [, hour, minute] = /(\d{1,2})(?::|点|时)?(\d{1,2}|半)?/.exec(text)!;
  const minutes = minute === '半' ? 30 : Number(minute ?? 0);
  let hours = Number(hour);
  if (LATE.test(text) && hours < 12) hours += 12;
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return null;
  return hours * 60 + minutes;
}
