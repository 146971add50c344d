import holidays from '../../../data/holidays.json';
import type { Text } from '../../data/fault.ts';
import type { Calendar } from '../../data/hours/calendar.ts';
import { openAt, type OpenState } from '../../data/hours/open-at.ts';
import { parseHours } from '../../data/hours/parse-hours.ts';

const WEEKDAYS: Text[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
];

/** 8:30 */
function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

const UNKNOWN: Record<Extract<OpenState, { state: 'unknown' }>['why'], Text> = {
  holiday: {
    zh: '今天是节假日，可能不开，去前请打电话。',
    en: 'A public holiday: it may be shut. Call before you go.',
  },
  make_up: {
    zh: '今天是调休的上班日，可能开，去前请打电话。',
    en: 'A weekend day that is worked: it may be open. Call before you go.',
  },
  year: {
    zh: '今年的节假日还没有登记，今天开不开请看下面的开放时间，或打电话。',
    en: 'This year’s holidays are not known here: see the hours below, or call.',
  },
};

/** Whether a place with these hours is open at `now` (milliseconds since 1970); null where nobody can say. */
export function openNow(text: string | undefined, now: number): OpenState | null {
  const hours = text ? parseHours(text) : null;
  // Checked by the tests of the calendar.
  return hours && openAt(hours, now, holidays as unknown as Calendar);
}

/** Whether a place is open, in a plain sentence. */
export function openSentence(open: OpenState): Text {
  if (open.state === 'unknown') return UNKNOWN[open.why];
  if (open.state === 'open') {
    return open.until === null
      ? { zh: '现在开门，全天开放。', en: 'Open now, day and night.' }
      : {
          zh: `现在开门，${clock(open.until)} 关门。`,
          en: `Open now, until ${clock(open.until)}.`,
        };
  }
  const { opens } = open;
  if (!opens) return { zh: '现在没有开门。', en: 'Shut now.' };
  const at = clock(opens.minute);
  const day = WEEKDAYS[opens.weekday];
  if (opens.daysLater === 0) {
    return { zh: `现在没有开门，今天 ${at} 开门。`, en: `Shut now; opens today at ${at}.` };
  }
  if (opens.daysLater === 1) {
    return { zh: `现在没有开门，明天 ${at} 开门。`, en: `Shut now; opens tomorrow at ${at}.` };
  }
  return {
    zh: `现在没有开门，${day.zh} ${at} 开门。`,
    en: `Shut now; opens on ${day.en} at ${at}.`,
  };
}
