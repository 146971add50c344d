import type { Limit } from '../../../data/standards.ts';
import type { MeasuredBy } from '../../../engine/standards.ts';
import type { Numbers } from '../../shared/numbers.ts';
import type { Words } from '../../shared/words.ts';
import type { SeeWords } from '../see-words.ts';

/** A limit: "10 分钟", "城镇 5,000 米，农村 10,000 米". */
export function limitText({ unit, urban, rural }: Limit, t: SeeWords, numbers: Numbers): string {
  const one = (value: number) =>
    unit === 'minutes' ? t.limitMinutes(numbers.plain(value)) : t.limitMetres(numbers.plain(value));
  return urban === rural ? one(urban) : t.limitZones(one(urban), one(rural));
}

/** How it was measured. */
export function measuredText(
  measured: MeasuredBy,
  t: SeeWords,
  words: Words,
  numbers: Numbers,
): string {
  if (measured.by === 'circle') return t.byCircle;
  const speed = numbers.plain(measured.speed);
  if (measured.by === 'metres') return t.byStreets(speed);
  const way = t.byMinutes(words.profiles[measured.profile], speed);
  return `${way} · ${measured.method === 'network' ? words.streets : words.circles}`;
}
