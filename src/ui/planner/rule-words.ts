import { profileOf } from '../../core/profile.ts';
import type { Question } from '../../engine/question.ts';
import type { Numbers } from '../shared/numbers.ts';
import type { Language, Words } from '../shared/words.ts';

/** How a question is answered: who goes, how fast, along streets or by circles. */
export function ruleWords(
  question: Question,
  words: Words,
  numbers: Numbers,
  language: Language,
): string {
  const profile = words.profiles[question.profile];
  const speed = numbers.plain(question.speed);
  if (question.method === 'buffer') {
    return words.ruleCircles(profile, speed, numbers.plain(question.detour));
  }
  const { travel, startSeconds } = profileOf(question.profile)!;
  const kmh = numbers.plain(question.speed * 3.6);
  if (travel === 'bicycle' || travel === 'ebike') return words.ruleBicycle(profile, speed, kmh);
  if (travel !== 'car') return words.rule(profile, speed);
  const driven = words.ruleCar(profile, speed, kmh);
  const turnOut = words.turnOut(numbers.whole(question.startSeconds ?? startSeconds));
  return startSeconds ? `${driven}${language === 'zh' ? '；' : '; '}${turnOut}` : driven;
}

/** Its limit: each zone's own, or the last one. */
export function limitWords({ minutes, zoneMinutes }: Question, words: Words): string {
  return zoneMinutes
    ? words.byZoneWhy(String(zoneMinutes.urban), String(zoneMinutes.rural))
    : words.minutesOf(String(minutes[minutes.length - 1]));
}
