import { chinaTime, dayKind, type Calendar, type Day } from './calendar.ts';
import type { Hours, Span } from './parse-hours.ts';

/** Whether a place is open, as far as its hours say. Minutes are of the day. */
export type OpenState =
  | { state: 'open'; /** Null where it does not shut within a day. */ until: number | null }
  | { state: 'closed'; /** Null where the next week does not say. */ opens: Opening | null }
  /** A public holiday or a worked weekend day the hours do not speak of, or a year without a calendar. */
  | { state: 'unknown'; why: Unsaid };

type Unsaid = 'holiday' | 'make_up' | 'year';

export interface Opening {
  daysLater: number;
  /** 0 Monday … 6 Sunday. */
  weekday: number;
  minute: number;
}

/**
 * Whether these hours say open at this time (milliseconds since 1970, UTC; the place is in China).
 * What they do not say of a public holiday, or a weekend day worked for one, nobody knows; nor
 * whether a day is one in a year that the calendar has not.
 */
export function openAt(hours: Hours, millis: number, calendar: Calendar): OpenState {
  const { minute } = chinaTime(millis);
  const on = (later: number) => spansOn(hours, chinaTime(millis, later).day, calendar);
  const today = on(0);
  const end = endOf(today, minute) ?? endOf(on(-1), minute + 1440);
  if (end !== undefined) {
    const next = on(1);
    const goesOn = end === 1440 && Array.isArray(next) && next.some(([from]) => from === 0);
    return { state: 'open', until: goesOn ? null : end % 1440 };
  }
  if (!Array.isArray(today)) return { state: 'unknown', why: today };
  for (let later = 0; later <= 7; later++) {
    const spans = on(later);
    if (!Array.isArray(spans)) break;
    const starts = spans.map(([from]) => from).filter((from) => later > 0 || from > minute);
    if (!starts.length) continue;
    const { weekday } = chinaTime(millis, later).day;
    return { state: 'closed', opens: { daysLater: later, weekday, minute: Math.min(...starts) } };
  }
  return { state: 'closed', opens: null };
}

/** When the span that this minute is in ends; undefined outside all of them. */
function endOf(spans: Span[] | Unsaid, minute: number): number | undefined {
  if (!Array.isArray(spans)) return undefined;
  return spans.find(([from, to]) => from <= minute && minute < to)?.[1];
}

function spansOn({ week, holiday, makeUp }: Hours, day: Day, calendar: Calendar): Span[] | Unsaid {
  const kind = dayKind(calendar, day);
  if (kind === 'usual' || holiday === 'as usual') {
    return kind === 'make_up' ? (makeUp ?? 'make_up') : week[day.weekday];
  }
  if (kind === 'holiday') return holiday ?? 'holiday';
  return kind === 'make_up' ? (makeUp ?? 'make_up') : 'year';
}
