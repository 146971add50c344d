/** Public holidays by year: first and last days, and the weekend days that are worked for them; MM-DD. */
export type Calendar = Record<
  string,
  { holidays: [from: string, to: string][]; workdays: string[] }
>;

/** What a day is: `unsaid` in a year that the calendar does not know. */
export type DayKind = 'usual' | 'holiday' | 'make_up' | 'unsaid';

/** A day of the civil calendar. */
export interface Day {
  year: number;
  month: number;
  day: number;
  /** 0 Monday … 6 Sunday. */
  weekday: number;
}

/** China keeps one time, eight hours before UTC, whatever the device's own clock says. */
const CHINA_MILLIS = 8 * 3600_000;
const DAY_MILLIS = 86_400_000;

/** The day and the minute of it in China at this time (milliseconds since 1970, UTC), `later` days on. */
export function chinaTime(millis: number, later = 0): { day: Day; minute: number } {
  const date = new Date(millis + CHINA_MILLIS + later * DAY_MILLIS);
  return {
    day: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      weekday: (date.getUTCDay() + 6) % 7,
    },
    minute: date.getUTCHours() * 60 + date.getUTCMinutes(),
  };
}

export function dayKind(calendar: Calendar, { year, month, day }: Day): DayKind {
  const known = calendar[year];
  if (!known) return 'unsaid';
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${two(month)}-${two(day)}`;
  if (known.workdays.includes(date)) return 'make_up';
  return known.holidays.some(([from, to]) => from <= date && date <= to) ? 'holiday' : 'usual';
}
