import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidays from '../../../data/holidays.json' with { type: 'json' };
import { chinaTime, dayKind, type Calendar } from '../../../src/data/hours/calendar.ts';
import { openAt } from '../../../src/data/hours/open-at.ts';
import { parseHours } from '../../../src/data/hours/parse-hours.ts';
import { openSentence } from '../../../src/ui/nearby/hours-words.ts';

const calendar = holidays as unknown as Calendar;
/** A time in China. */
const at = (text: string) => Date.parse(`${text}+08:00`);
const week = (text: string) =>
  parseHours(text)?.week.map((spans) => spans.map((span) => span.join('-')).join(' ')) ?? null;
const said = (text: string, when: string) =>
  openSentence(openAt(parseHours(text)!, at(when), calendar)).zh;

const DAY = '510-1020';
const OFFICE = [DAY, DAY, DAY, DAY, DAY, '', ''];

describe('hours as they are written', () => {
  it.each([
    ['Mo-Fr 08:30-17:00', OFFICE],
    ['Mo-Fr 08:30-17:00; Sa,Su off', OFFICE],
    ['周一至周五 8:30–17:00', OFFICE],
    ['周一到周五8:30-17:00，周六日休息', OFFICE],
    ['星期一至星期五：８：３０—１７：００（节假日除外）', OFFICE],
    ['工作日上午8点半至下午5点', OFFICE],
    ['周一至五 8:30-17:00', OFFICE],
    ['每天 08:30-17:00', Array(7).fill(DAY)],
    ['08:30-17:00', Array(7).fill(DAY)],
    ['24/7', Array(7).fill('0-1440')],
    ['全天', Array(7).fill('0-1440')],
    ['00:00-24:00', Array(7).fill('0-1440')],
    ['Mo-Fr 08:30-11:30,14:00-17:00', [...Array(5).fill('510-690 840-1020'), '', '']],
    ['上午8:30-11:30 下午2:00-5:00', Array(7).fill('510-690 840-1020')],
    ['8:30-11:30；14:00-17:00', Array(7).fill('510-690 840-1020')],
    ['周一三五 9:00-12:00', ['540-720', '', '540-720', '', '540-720', '', '']],
    ['Fr-Mo 22:00-02:00', ['1320-1560', '', '', '', ...Array(3).fill('1320-1560')]],
    ['Mo-Sa 08:00-18:00; We off', ['480-1080', '480-1080', '', ...Array(3).fill('480-1080'), '']],
  ])('%s', (text, expected) => {
    expect(week(text)).toEqual(expected);
  });

  it.each([
    '',
    '见公告',
    'sunrise-sunset',
    'Mo[1] 08:00-12:00',
    '8:30',
    '25:00-26:00',
    '8:70-9:00',
    '冬季 8:30-17:00',
    '周八 8:30-17:00',
    '节假日照常',
    'Apr-Sep 08:00-19:00',
  ])('is not guessed: %s', (text) => expect(parseHours(text)).toBeNull());

  it('any text is read or refused, never worse', () => {
    const bits = fc.constantFrom(
      ...'周一至周五上午下午8:30-17:00;,PHMo-Fr24/7休息节假日照常每天 点半'.split(''),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bits).map((all) => all.join('')),
        ),
        (text) => {
          for (const spans of parseHours(text)?.week ?? []) {
            for (const [from, to] of spans) {
              expect(from).toBeGreaterThanOrEqual(0);
              expect(from).toBeLessThan(1440);
              expect(to).toBeGreaterThan(from);
              expect(to - from).toBeLessThanOrEqual(1440);
            }
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('open now', () => {
  const office = '周一至周五 8:30-17:00';
  it.each([
    // 2026-11-25 is a Wednesday, 2026-11-27 a Friday.
    [office, '2026-11-25T08:29', '现在没有开门，今天 8:30 开门。'],
    [office, '2026-11-25T08:30', '现在开门，17:00 关门。'],
    [office, '2026-11-25T16:59', '现在开门，17:00 关门。'],
    [office, '2026-11-25T17:00', '现在没有开门，明天 8:30 开门。'],
    [office, '2026-11-27T17:00', '现在没有开门，周一 8:30 开门。'],
    ['8:30-11:30,14:00-17:00', '2026-11-25T12:00', '现在没有开门，今天 14:00 开门。'],
    ['24/7', '2026-11-25T03:00', '现在开门，全天开放。'],
    ['24/7', '2026-10-01T03:00', '现在开门，全天开放。'],
    ['Mo-Fr 22:00-02:00', '2026-11-28T01:59', '现在开门，2:00 关门。'],
    ['Mo-Fr 22:00-02:00', '2026-11-28T02:00', '现在没有开门，周一 22:00 开门。'],
    // National day 2026 is a Thursday; 10 October a Saturday that is worked.
    [office, '2026-10-01T10:00', '今天是节假日，可能不开，去前请打电话。'],
    [office + '，节假日照常', '2026-10-01T10:00', '现在开门，17:00 关门。'],
    ['Mo-Su 08:30-17:00; PH off', '2026-10-07T10:00', '现在没有开门，明天 8:30 开门。'],
    ['工作日 8:30-17:00', '2026-10-01T10:00', '现在没有开门，周四 8:30 开门。'],
    [office, '2026-10-10T10:00', '今天是调休的上班日，可能开，去前请打电话。'],
    ['工作日 8:30-17:00', '2026-10-10T10:00', '现在开门，17:00 关门。'],
    ['每天 8:30-17:00', '2026-10-01T10:00', '现在开门，17:00 关门。'],
    ['00:00-24:00', '2026-10-01T10:00', '现在开门，全天开放。'],
    // Nobody has written down the holidays of 2031: what depends on them is not told.
    [
      office,
      '2031-03-04T10:00',
      '今年的节假日还没有登记，今天开不开请看下面的开放时间，或打电话。',
    ],
    ['24/7', '2031-10-01T10:00', '现在开门，全天开放。'],
  ])('%s at %s: %s', (text, when, expected) => {
    expect(said(text, when)).toBe(expected);
  });

  it('is what the minutes of a fortnight say, one by one', () => {
    const hours = parseHours('Mo-Fr 08:30-11:30,14:00-17:00; Sa 21:00-01:30')!;
    const start = at('2026-11-16T00:00');
    let open = 0;
    for (let minute = 0; minute < 14 * 1440; minute++) {
      const day = Math.floor(minute / 1440) % 7;
      const of = minute % 1440;
      const expected =
        (day < 5 && ((of >= 510 && of < 690) || (of >= 840 && of < 1020))) ||
        (day === 5 && of >= 1260) ||
        (day === 6 && of < 90);
      const { state } = openAt(hours, start + minute * 60_000, calendar);
      if (state !== (expected ? 'open' : 'closed'))
        expect([minute, state]).toEqual([minute, expected]);
      if (expected) open++;
    }
    expect(open).toBe(2 * (5 * 360 + 270));
  });
});

describe('the calendar', () => {
  it('is in China’s time on every device, and sound', () => {
    expect(chinaTime(Date.parse('2026-11-24T16:30Z'))).toEqual({
      day: { year: 2026, month: 11, day: 25, weekday: 2 },
      minute: 30,
    });
    const noon = (year: string, date: string) => chinaTime(at(`${year}-${date}T12:00`)).day;
    for (const [year, { holidays: ranges, workdays }] of Object.entries(calendar)) {
      for (const [from, to] of ranges) expect(from <= to).toBe(true);
      // What is worked for a holiday is a Saturday or Sunday outside it.
      for (const date of workdays) {
        expect(noon(year, date).weekday, `${year}-${date}`).toBeGreaterThanOrEqual(5);
        expect(ranges.some(([from, to]) => from <= date && date <= to)).toBe(false);
      }
    }
    expect(dayKind(calendar, noon('2031', '10-01'))).toBe('unsaid');
  });
});
