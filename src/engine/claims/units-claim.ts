import { areaFinder } from '../../core/area-finder.ts';
import { exactly, meet, shareOfOthers } from '../../core/claims.ts';
import type { RecipeOf } from '../../data/claim-recipe.ts';
import type { Claim } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';
import type { Area } from '../../data/tables/area.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { sitesOf } from '../sites.ts';
import type { ClaimGround } from './claim-ground.ts';
import { ageOf, mayLine, shareOf } from './claim-lines.ts';
import { NO_LIST, SHORT_LIST, type Found } from './claim-result.ts';
import { printed } from './printed.ts';

/** Of the areas without one so many are named. */
const NAMED = 20;

/**
 * Share of administrative units with at least one open site in them, point in polygon. The region's
 * areas are taken for the units. Without a list, or with one shorter than the report's, n sites are
 * in n units at most.
 */
export function unitsClaim(claim: Claim, recipe: RecipeOf<'units'>, ground: ClaimGround): Found {
  const { areas, facilities } = ground.prepared.region;
  const { published, steps } = shareOf(recipe);
  const dataDate = ground.about.data_date;
  const of: Text = { zh: '单元（区域里的区划）', en: 'units (the region’s areas)' };
  const shared = { published, unit: 'share', dataDate } as const;
  if (areas.length < 2) {
    const missing: Text = {
      zh: '单元的边界：本区域没有分乡镇、街道或村的区划',
      en: 'the outlines of the units: the region has no areas such as townships, streets or villages',
    };
    return { ...shared, computed: null, own: null, may: null, denominator: null, steps, missing };
  }
  const denominator = { count: areas.length, of };
  const sites = sitesOf(facilities, recipe.service ?? '');
  const listed = facilities.some(({ service }) => service === recipe.service);
  const { changed, steps: aged } = ageOf(claim, ground, dataDate);
  const short = recipe.count !== undefined && sites.length < recipe.count;
  // Chargers and the like that OSM happens to know are no list.
  const partial = !listed || short || sites.some(({ accuracy }) => accuracy === 'osm');
  const without = listed ? unitsWithout(areas, sites) : areas;
  const share = 1 - without.length / areas.length;
  const lines = [...steps];
  if (listed) lines.push(withLine(areas.length, without));
  const most = recipe.count ? Math.min(1, recipe.count / areas.length) : 1;
  if (recipe.count) lines.push(mostLine(recipe.count, areas.length, most));
  const own = listed ? exactly(share) : null;
  const high = partial ? Math.max(most, share) : share;
  const may = shareOfOthers({ low: listed ? share : 0, high }, changed);
  lines.push(...aged, ...mayLine(may));
  const agrees = own && published && meet(published.range, own);
  const missing = !listed ? NO_LIST : partial && !agrees ? SHORT_LIST : null;
  return {
    ...shared,
    computed: listed ? share : null,
    own,
    may,
    denominator,
    steps: lines,
    missing,
  };
}

/** Areas without any of the sites, in their order. */
export function unitsWithout(areas: Area[], sites: Facility[]): Area[] {
  const find = areaFinder(areas);
  const has = new Set(sites.map(({ lon, lat }) => find(lon, lat)));
  return areas.filter((_, k) => !has.has(k));
}

function withLine(all: number, without: Area[]): Text {
  const names = (language: 'zh' | 'en') =>
    without
      .slice(0, NAMED)
      .map(({ name, nameEn }) => (language === 'en' && nameEn) || name)
      .join(language === 'zh' ? '、' : ', ') + (without.length > NAMED ? ' …' : '');
  const has = all - without.length;
  return printed(
    (n) =>
      `点在面内：${n.whole(has)} ÷ ${n.whole(all)} 个单元有 = ${n.percent(has / all)}${without.length ? `；没有的：${names('zh')}` : ''}`,
    (n) =>
      `points in polygons: ${n.whole(has)} ÷ ${n.whole(all)} units have one = ${n.percent(has / all)}${without.length ? `; without: ${names('en')}` : ''}`,
  );
}

const mostLine = (count: number, all: number, most: number): Text =>
  printed(
    (n) =>
      `${n.whole(count)} 处最多在 ${n.whole(Math.min(count, all))} 个单元里：${n.whole(Math.min(count, all))} ÷ ${n.whole(all)} = ${n.percent(most)}`,
    (n) =>
      `${n.whole(count)} are in ${n.whole(Math.min(count, all))} units at most: ${n.whole(Math.min(count, all))} ÷ ${n.whole(all)} = ${n.percent(most)}`,
  );
