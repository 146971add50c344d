import {
  exactly,
  impliedTotals,
  meet,
  peopleThen,
  shareOfOthers,
  type Interval,
} from '../../core/claims.ts';
import type { RecipeOf } from '../../data/claim-recipe.ts';
import type { Claim } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';
import { equippedOf } from '../sites.ts';
import type { ClaimGround } from './claim-ground.ts';
import { ageOf, mayLine, shareOf } from './claim-lines.ts';
import type { Found } from './claim-result.ts';
import { estateShares, type EstateShares } from './estate-shares.ts';
import { printed } from './printed.ts';

/**
 * Share of listed places that are equipped; the shares of their households and of the residents
 * around them stand beside it, and are other things. Worked: 151 at 80 % → 188 or 189 in all. A list
 * of another length is not the report's, whatever its share.
 */
export function equippedClaim(
  claim: Claim,
  recipe: RecipeOf<'equipped'>,
  ground: ClaimGround,
): Found {
  const { region } = ground.prepared;
  const { published, steps } = shareOf(recipe);
  const both = recipe.count && published ? { count: recipe.count, range: published.range } : null;
  const implied = both && impliedTotals(both.count, both.range);
  const lines = [...steps];
  if (both) lines.push(totalsLine(both.count, implied));
  const estates = region.facilities.filter(
    (f) => f.service === recipe.service && f.status === 'open' && f.accuracy !== 'osm',
  );
  const dataDate = ground.about.data_date;
  const of: Text = { zh: '清单里的小区', en: 'listed estates' };
  if (!estates.length || estates.every(({ equipped }) => equipped === undefined)) {
    const missing: Text = {
      zh: `小区清单，并注明哪些已配${implied ? `：总数应为 ${totals(implied).zh} 个` : ''}`,
      en: `a list of the estates that says which are equipped${implied ? `: ${totals(implied).en} in all` : ''}`,
    };
    const nothing = { own: null, may: null, computed: null, denominator: null };
    return { ...nothing, published, unit: 'share', dataDate, steps: lines, missing };
  }
  const { sites, of: total, share } = equippedOf(region.facilities, recipe.service);
  lines.push(
    printed(
      (n) => `清单：${n.whole(sites)} ÷ ${n.whole(total)} 个小区 = ${n.percent(share)}`,
      (n) => `the list: ${n.whole(sites)} ÷ ${n.whole(total)} estates = ${n.percent(share)}`,
    ),
    ...besideLines(estateShares(region, estates)),
  );
  const { changed, steps: aged } = ageOf(claim, ground, dataDate);
  const may = shareOfOthers(exactly(share), changed);
  lines.push(...aged, ...mayLine(may));
  // An agreement of shares alone: the two figures speak of other estates than the list.
  const then = peopleThen(exactly(total), changed);
  const another = both && !(implied && meet(implied, then)) ? otherList(implied, total) : null;
  return {
    published,
    unit: 'share',
    computed: share,
    own: exactly(share),
    may,
    denominator: { count: total, of },
    dataDate,
    steps: lines,
    missing: another,
  };
}

/** “188 或 189”, “187–190”, “5”. */
function totals({ low, high }: Interval): Text {
  const [a, b] = [low, high].map((total) =>
    printed(
      ({ whole }) => whole(total),
      ({ whole }) => whole(total),
    ),
  );
  if (low === high) return a;
  const [zh, en] = high - low === 1 ? [' 或 ', ' or '] : ['–', '–'];
  return { zh: a.zh + zh + b.zh, en: a.en + en + b.en };
}

const otherList = (implied: Interval | null, total: number): Text =>
  implied
    ? printed(
        (n) =>
          `报道说的那份清单：它应有 ${totals(implied).zh} 个小区，这里的有 ${n.whole(total)} 个`,
        (n) =>
          `the report’s own list: it has ${totals(implied).en} estates, this one ${n.whole(total)}`,
      )
    : {
        zh: '对得上的两个数：没有一个总数能使它们都对',
        en: 'two figures that fit: no total makes both right',
      };

function totalsLine(count: number, implied: Interval | null): Text {
  if (!implied) {
    return printed(
      (n) => `没有一个整数的总数能使 ${n.whole(count)} 是这一比例：两个数不能都对`,
      (n) =>
        `no whole number of estates makes ${n.whole(count)} that share: the two figures cannot both be right`,
    );
  }
  return printed(
    (n) => `${n.whole(count)} 个是这一比例，总数应为 ${totals(implied).zh} 个`,
    (n) => `${n.whole(count)} are that share of ${totals(implied).en} in all`,
  );
}

function besideLines({ households, residents }: EstateShares): Text[] {
  return [
    households
      ? printed(
          (n) =>
            `户数：${n.whole(households.equipped)} ÷ ${n.whole(households.all)} 户 = ${n.percent(households.equipped / households.all)}`,
          (n) =>
            `households: ${n.whole(households.equipped)} ÷ ${n.whole(households.all)} = ${n.percent(households.equipped / households.all)}`,
        )
      : {
          zh: '户数：清单没有“容量”（户数）一列，算不了',
          en: 'households: the list has none (column capacity)',
        },
    residents.all
      ? printed(
          (n) =>
            `居民：最近的小区在 ${residents.metres} 米内的 ${n.whole(residents.all)} 人中，${n.whole(residents.equipped)} 人的小区已配，${n.percent(residents.equipped / residents.all)}`,
          (n) =>
            `residents: of ${n.whole(residents.all)} with a listed estate within ${residents.metres} m, the nearest is equipped for ${n.whole(residents.equipped)}, ${n.percent(residents.equipped / residents.all)}`,
        )
      : {
          zh: '居民：没有人住在清单里小区的附近',
          en: 'residents: nobody lives near a listed estate',
        },
  ];
}
