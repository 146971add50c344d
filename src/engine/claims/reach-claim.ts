import { peopleWithin } from '../../core/coverage.ts';
import { span, shareOfOthers, type Interval } from '../../core/claims.ts';
import { PROFILES, profileOf, type Profile } from '../../core/profile.ts';
import type { Reach } from '../../core/reach.ts';
import type { RecipeOf } from '../../data/claim-recipe.ts';
import type { Claim } from '../../data/claims.ts';
import { printWords } from '../../data/export/print-words.ts';
import type { Text } from '../../data/fault.ts';
import type { Service } from '../../data/services.ts';
import { timesTo } from '../assess.ts';
import { DEFAULT_DETOUR, horizonSeconds, type Query } from '../query.ts';
import { triedSpeeds } from '../sensitivity.ts';
import { sitesOf } from '../sites.ts';
import { hasZones, zoneLimits } from '../zones.ts';
import { whomOf, type ClaimGround, type Whom } from './claim-ground.ts';
import { ageOf, mayLine, shareOf } from './claim-lines.ts';
import { NO_LIST, SHORT_LIST, type Found } from './claim-result.ts';
import { printed } from './printed.ts';
import { byArea, type SiteBound } from './reach-bound.ts';

/** The three paces, which older people are tried at. */
const PACES = PROFILES.filter(({ key }) => ['general', 'older', 'slow'].includes(key));

/** The query of a recipe at its own speed; minutes ascending. */
export function reachQuery(recipe: RecipeOf<'reach'>, service: Service | null, whom: Whom): Query {
  const profile = profileOf(recipe.profile ?? service?.profile ?? 'general')!;
  return {
    service: service?.key ?? '',
    minutes: [...recipe.minutes].sort((a, b) => a - b),
    zoneMinutes: recipe.zones,
    profile: profile.key,
    speed: profile.speed,
    method: 'network',
    detour: DEFAULT_DETOUR,
    people: whom.columns,
  };
}

/** Metres per second that a claim is tried at: the three paces for older people, else 0.8–1.4 m/s. */
export function claimSpeeds(profile: Profile, service: Service | null): number[] {
  const aged = typeof service?.people === 'object' && service.people.from >= 60;
  const onFoot = profile.travel === 'foot';
  if (!onFoot || !(aged || profile.key === 'older' || profile.key === 'slow')) {
    return triedSpeeds({ profile: profile.key, speed: profile.speed });
  }
  return [...new Set([...PACES.map(({ speed }) => speed), profile.speed])].sort((a, b) => a - b);
}

/**
 * Share of people who reach a listed site within the minutes, on the streets. Without a list, or with
 * one shorter than the report's, what that many sites could do at most. `sharp` is a better bound,
 * where somebody has had it computed.
 */
export function reachClaim(
  claim: Claim,
  recipe: RecipeOf<'reach'>,
  ground: ClaimGround,
  sharp: SiteBound | null,
): Found {
  const { prepared, about } = ground;
  const { region } = prepared;
  const service = ground.services.find(({ key }) => key === recipe.service) ?? null;
  const whom = whomOf(ground, service);
  const { published, steps } = shareOf(recipe);
  const denominator = { count: whom.count, of: whom.of };
  const shared = { published, unit: 'share', denominator, dataDate: about.data_date } as const;
  const nothing = { ...shared, computed: null, own: null, may: null };
  if (recipe.zones && !hasZones(region)) {
    return { ...nothing, steps, missing: NO_ZONES };
  }
  const profile = profileOf(recipe.profile ?? service?.profile ?? 'general')!;
  const query = reachQuery(recipe, service, whom);
  const speeds = claimSpeeds(profile, service);
  const listed = region.facilities.some((f) => f.service === service?.key);
  const sites = service ? sitesOf(region.facilities, service.key) : [];
  const short = recipe.sites !== undefined && sites.length < recipe.sites;
  const partial = !listed || short || sites.some(({ accuracy }) => accuracy === 'osm');
  const { changed, steps: aged } = ageOf(claim, ground, about.data_date);
  const found = listed ? walked(ground, query, sites, whom, speeds) : null;
  const lines = [...steps, ruleLine(query, profile, whom, found ? sites.length : null)];
  if (found) lines.push(...found.steps);
  let high = found?.all.high ?? 0;
  if (partial && recipe.sites) {
    const widest = { ...query, speed: speeds[speeds.length - 1] };
    const bound = sharp ?? byArea(prepared, widest, whom, Math.max(recipe.sites, sites.length));
    lines.push(...bound.steps);
    high = Math.max(high, bound.share);
  } else if (partial) high = 1;
  const may = shareOfOthers({ low: found?.all.low ?? 0, high }, changed);
  lines.push(...aged, ...mayLine(may));
  const agrees = found && published && found.own.high >= published.range.low;
  const missing = !listed ? NO_LIST : partial && !agrees ? SHORT_LIST : null;
  return {
    ...shared,
    computed: found ? found.own.high : null,
    own: found?.own ?? null,
    may,
    steps: lines,
    missing,
    sharper: partial && !!recipe.sites && !sharp,
  };
}

/** Shares at each speed and limit; `own` those at the query's own speed. */
function walked(
  { prepared }: ClaimGround,
  query: Query,
  sites: ReturnType<typeof sitesOf>,
  { who, count }: Whom,
  speeds: number[],
): { own: Interval; all: Interval; steps: Text[] } {
  const { zoneMinutes } = query;
  const limits = zoneMinutes
    ? [zoneLimits(prepared.region, zoneMinutes)]
    : query.minutes.map((minutes) => minutes * 60);
  const steps: Text[] = [];
  let all: Interval | null = null;
  let own: Interval | null = null;
  let recycle: Reach | undefined;
  for (const speed of speeds) {
    const found = timesTo(prepared, sites, { ...query, speed }, horizonSeconds(query), recycle);
    recycle = found.reach ?? undefined;
    const reached = limits.map((limit) => peopleWithin(found.times.seconds, who, limit));
    const [low, high] = [reached[0], reached[reached.length - 1]].map((sum) =>
      count ? sum / count : 0,
    );
    all = span(all ?? { low, high }, { low, high });
    if (speed === query.speed) own = { low, high };
    steps.push(speedLine(speed, query, reached, count));
  }
  return { own: own!, all: all!, steps };
}

function speedLine(speed: number, query: Query, reached: number[], all: number): Text {
  const { minutes, zoneMinutes, profile } = query;
  const marks = (language: 'zh' | 'en') => {
    const own = speed === query.speed ? (language === 'zh' ? '（本规则）' : ' (the rule)') : '';
    const pace = PACES.find((p) => p.speed === speed && profileOf(profile)!.travel === 'foot');
    const name = pace ? ` ${printWords(language).profiles[pace.key]}` : '';
    return `${name}${own}`;
  };
  const limit = (k: number) => (zoneMinutes ? null : minutes[k]);
  return printed(
    (n) =>
      `${n.plain(speed)} 米/秒${marks('zh')}：` +
      reached
        .map(
          (sum, k) =>
            `${limit(k) === null ? '各自限时' : `${n.plain(limit(k)!)} 分钟`}内 ${n.whole(sum)} ÷ ${n.whole(all)} = ${n.share(sum, all)}`,
        )
        .join('；'),
    (n) =>
      `${n.plain(speed)} m/s${marks('en')}: ` +
      reached
        .map(
          (sum, k) =>
            `within ${limit(k) === null ? 'their own limits' : `${n.plain(limit(k)!)} min`} ${n.whole(sum)} ÷ ${n.whole(all)} = ${n.share(sum, all)}`,
        )
        .join('; '),
  );
}

function ruleLine(query: Query, profile: Profile, whom: Whom, sites: number | null): Text {
  const { zoneMinutes: zones, minutes } = query;
  return printed(
    (n) =>
      `规则：${printWords('zh').profiles[profile.key]}，沿街道，${zones ? `城镇 ${zones.urban} 分钟、农村 ${zones.rural} 分钟` : `${minutes.join('、')} 分钟`}；计入${/^\d/.test(whom.of.zh) ? ' ' : ''}${whom.of.zh} ${n.whole(whom.count)} 人；${sites === null ? '没有设施清单' : `清单里开放的 ${n.whole(sites)} 处`}`,
    (n) =>
      `the rule: ${printWords('en').profiles[profile.key]}, on streets, ${zones ? `${zones.urban} minutes in town, ${zones.rural} in the country` : `${minutes.join(', ')} minutes`}; ${n.whole(whom.count)} ${whom.of.en} count; ${sites === null ? 'no list of sites' : `${n.whole(sites)} open sites in the list`}`,
  );
}

const NO_ZONES: Text = {
  zh: '城镇与农村的划分：本区域的区划没有注明',
  en: 'which areas are urban and which rural: the region’s do not say',
};
