import { exactly, impliedWhole, peopleThen } from '../../core/claims.ts';
import type { RecipeOf } from '../../data/claim-recipe.ts';
import type { Claim } from '../../data/claims.ts';
import { whomOf, type ClaimGround } from './claim-ground.ts';
import { ageOf, shareOf } from './claim-lines.ts';
import type { Found } from './claim-result.ts';
import { printed } from './printed.ts';

/**
 * So many enrolled are such a share: which base that implies, beside the residents there are. Worked:
 * 78,420 at 31 % imply 248,952–257,115; the census of 2020 has 259,374, of whom 78,420 are 30.2 %.
 * `ground` null: the recipe's own base stands in for a region that is not there.
 */
export function enrolledClaim(
  claim: Claim,
  recipe: RecipeOf<'enrolled'>,
  ground: ClaimGround | null,
  drift: number | undefined,
): Found | null {
  const { count, base } = recipe;
  const { published, steps } = shareOf(recipe);
  if (!published) return null;
  const whom = ground && !base ? whomOf(ground, null) : null;
  const people = base?.people ?? whom?.count;
  if (!people) return null;
  const dataDate = base ? String(base.year) : (ground?.about.data_date ?? null);
  const source = base ?? { zh: '本区域的人口', en: 'the region’s people' };
  const of = whom?.of ?? { zh: '居民', en: 'residents' };
  const implied = impliedWhole(count, published.range);
  const { changed, steps: aged } = ageOf(claim, { drift }, dataDate);
  const then = peopleThen(exactly(people), changed);
  const lines = [
    ...steps,
    printed(
      (n) => `${n.whole(count)} ÷ 这一比例 = 隐含的基数 ${n.wholes(implied)} 人`,
      (n) => `${n.whole(count)} ÷ that share = an implied base of ${n.wholes(implied)} people`,
    ),
    printed(
      (n) =>
        `${source.zh}（${dataDate?.slice(0, 4) ?? '日期不明'}）：${n.whole(people)} 人，其中 ${n.whole(count)} 是 ${n.percent(count / people)}`,
      (n) =>
        `${source.en} (${dataDate?.slice(0, 4) ?? 'no date'}): ${n.whole(people)} people, of whom ${n.whole(count)} are ${n.percent(count / people)}`,
    ),
    ...aged,
    ...(changed
      ? [
          printed(
            (n) => `那时的人口可能在 ${n.wholes(then)} 人`,
            (n) => `the people then may have been ${n.wholes(then)}`,
          ),
        ]
      : []),
  ];
  const shared = { denominator: { count: people, of }, dataDate, steps: lines, missing: null };
  if (recipe.asks === 'share') {
    const may = { low: count / then.high, high: then.low > 0 ? Math.min(1, count / then.low) : 1 };
    const computed = count / people;
    return { ...shared, published, unit: 'share', computed, own: exactly(computed), may };
  }
  const { low, high } = published.range;
  const value = published.value * people;
  lines.push(
    printed(
      (n) => `这一比例的人数：${n.wholes({ low: low * people, high: high * people })} 人`,
      (n) => `that share of them is ${n.wholes({ low: low * people, high: high * people })} people`,
    ),
  );
  return {
    ...shared,
    published: { value: count, range: exactly(count) },
    unit: 'number',
    computed: Math.round(value),
    own: { low: Math.floor(low * people), high: Math.ceil(high * people) },
    may: { low: Math.floor(low * then.low), high: Math.ceil(high * then.high) },
  };
}
