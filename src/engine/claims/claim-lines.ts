import type { Interval } from '../../core/claims.ts';
import type { PublishedShare, Recipe } from '../../data/claim-recipe.ts';
import type { Claim } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';
import { exactly, publishedShare } from '../../core/claims.ts';
import { DRIFT, yearsApart, type ClaimGround } from './claim-ground.ts';
import type { Found } from './claim-result.ts';
import { printed } from './printed.ts';

/** The published share of a recipe with its line; null where none was published. */
export function shareOf(recipe: PublishedShare): { published: Found['published']; steps: Text[] } {
  if (recipe.full) {
    const line: Text = {
      zh: '公布：“全”就是 100 %，一个不少',
      en: 'published: “full” is 100 %, nobody left out',
    };
    return { published: { value: 1, range: exactly(1) }, steps: [line] };
  }
  if (recipe.percent === undefined) return { published: null, steps: [] };
  const range = publishedShare(recipe.percent, recipe.decimals, recipe.rounding);
  const two = (value: number) => String(Math.round(value * 1e6) / 1e4);
  const line = printed(
    (n) => `公布：${n.plain(recipe.percent!)} %，取整前在 ${two(range.low)} %–${two(range.high)} %`,
    (n) =>
      `published: ${n.plain(recipe.percent!)} %, rounded from ${two(range.low)} %–${two(range.high)} %`,
  );
  return { published: { value: recipe.percent / 100, range }, steps: [line] };
}

/** What a recipe says was published, and whether it is a share (0 … 1) or a number. */
export function publishedIn(recipe: Recipe): Pick<Found, 'published' | 'unit'> {
  if (recipe.kind === 'needs') return { published: null, unit: 'number' };
  if (recipe.kind === 'count' || (recipe.kind === 'enrolled' && recipe.asks === 'count')) {
    return { published: { value: recipe.count, range: exactly(recipe.count) }, unit: 'number' };
  }
  return { published: shareOf(recipe).published, unit: 'share' };
}

/** How much of it may be others by the data's date, and the line that says so; none within one year. */
export function ageOf(
  claim: Claim,
  { drift = DRIFT }: Pick<ClaimGround, 'drift'>,
  dataDate: string | null,
): { changed: number; steps: Text[] } {
  const years = yearsApart(claim, dataDate);
  const changed = Math.min(1, drift * years);
  if (!changed) return { changed: 0, steps: [] };
  const line = printed(
    (n) =>
      `数据与说法相差 ${years} 年，按每年最多变化 ${n.plain(drift * 100)} %（本项目的假设）算 ${n.plain(changed * 100)} %`,
    (n) =>
      `data and claim lie ${years} ${years === 1 ? 'year' : 'years'} apart: at most ${n.plain(drift * 100)} % a year (an assumption of ours) makes ${n.plain(changed * 100)} %`,
  );
  return { changed, steps: [line] };
}

/** “It may be 74.1 %–81.9 %”, where it may be more than one thing. */
export function mayLine(may: Interval): Text[] {
  if (may.low === may.high) return [];
  const line = printed(
    (n) => `可能的区间：${n.percents(may)}`,
    (n) => `it may be ${n.percents(may)}`,
  );
  return [line];
}
