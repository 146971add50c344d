import { chinaTime, dayKind, type Calendar } from './calendar.ts';
import type { Hours, Span } from './parse-hours.ts';

/** Whether a place is open, as far as its hours say. Minutes are of the day. */
export type OpenState =
  | { state: 'open'; /** Null where it does not shut within a day. */ until: number | null }
  | { state: 'closed'; /** Null where the next week does not say. */ opens: Opening | null }
  | { state: 'unknown'; why: 'holiday' | 'make_up' };

export interface Opening {
  daysLater: number;
  /** 0 Monday … 6 Sunday. */
  weekday: number;
  minute: number;
}

/**
 * Whether these hours say open at this time (milliseconds since 1970, UTC; the place is in China).
 * On a public holiday, or a weekend day worked for one, that the hours say nothing of, nobody knows.
 */
export function openAt(hours: Hours, millis: number, calendar: Calendar): OpenState {
  const { minute } = chinaTime(millis);
  const today = spansOn(hours, millis, 0, calendar);
  const yesterday = spansOn(hours, millis, -1, calendar);
  const running =
    find(typeof yesterday === 'string' ? [] : yesterday, minute + 1440)?.[1] ??
    addDay(find(typeof today === 'string' ? [] : today, minute)?.[1]);
  if (running !== undefined) {
    const end = running - 1440;
    return { state: 'open', until: end === 1440 && opensAtMidnight() ? null : end % 1440 };
  }
  if (typeof today === 'string') return { state: 'unknown', why: today };
  for (let later = 0; later <= 7; later++) {
    const spans = later ? spansOn(hours, millis, later, calendar) : today;
    if (typeof spans === 'string') break;
    const starts = spans.map(([from]) => from).filter((from) => later > 0 || from > minute);
    if (!starts.length) continue;
    const { weekday } = chinaTime(millis, later).day;
    const opens = { daysLater: later, weekday, minute: Math.min(...starts) };
    return { state: 'closed', opens };
  }
  return { state: 'closed', opens: null };

  function opensAtMidnight(): boolean {
    const next = spansOn(hours, millis, 1, calendar);
    return typeof next !== 'string' && next.some(([from]) => from === 0);
  }
}

const addDay = (minute: number | undefined) => (minute === undefined ? undefined : minute + 1440);

const find = (spans: Span[], minute: number) =>
  spans.find(([from, to]) => from <= minute && minute < to);

function spansOn(
  { week, holiday, makeUp }: Hours,
  millis: number,
  later: number,
  calendar: Calendar,
): Span[] | 'holiday' | 'make_up' {
  const { day } = chinaTime(millis, later);
  const kind = dayKind(calendar, day);
  if (kind === 'holiday' && holiday !== 'as usual') return holiday ?? 'holiday';
  if (kind === 'make_up') return makeUp ?? 'make_up';
  return week[day.weekday];
}
