import { exactly, peopleThen } from '../../core/claims.ts';
import { foldName, nameLikeness } from '../../data/names/fold-name.ts';
import type { RecipeOf } from '../../data/claim-recipe.ts';
import type { Claim } from '../../data/claims.ts';
import type { Text } from '../../data/fault.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { ClaimGround } from './claim-ground.ts';
import { ageOf } from './claim-lines.ts';
import type { Found } from './claim-result.ts';
import { printed } from './printed.ts';
import { unitsWithout } from './units-claim.ts';

/** Names at least this alike are one name written in two ways: 崇文园游园, 崇文游园. */
const ALIKE = 0.9;

/** A published number of sites beside the number in the list; names are matched as they are written. */
export function countClaim(claim: Claim, recipe: RecipeOf<'count'>, ground: ClaimGround): Found {
  const { region } = ground.prepared;
  const { services, count, status = 'open', named, names } = recipe;
  const published = { value: count, range: exactly(count) };
  const dataDate = ground.about.data_date;
  const listed = region.facilities.filter(({ service }) => services.includes(service));
  const shared = { published, unit: 'number', dataDate } as const;
  if (!listed.length) {
    const missing: Text = { zh: '设施清单', en: 'the list of sites' };
    return {
      ...shared,
      computed: null,
      own: null,
      may: null,
      denominator: null,
      steps: [],
      missing,
    };
  }
  const alike = listed.filter(({ name }) => !named || named.some((word) => name.includes(word)));
  const matches = names?.map((name) => [name, matched(alike, name)] as const);
  const chosen = matches ? [...new Set(matches.flatMap(([, found]) => found ?? []))] : alike;
  const own = chosen.filter((f) => f.status === status && f.equipped !== false);
  const of: Text = { zh: '清单里的同类设施', en: 'listed sites of the service' };
  const words = {
    open: ['开放', 'open'],
    planned: ['规划', 'planned'],
    building: ['在建', 'being built'],
  }[status];
  const steps = [
    printed(
      (n) => `公布：${n.whole(count)}；清单共 ${n.whole(listed.length)} 处`,
      (n) => `published: ${n.whole(count)}; the list has ${n.whole(listed.length)}`,
    ),
    ...(named ? [kindLine(named, alike.length)] : []),
    ...(matches ?? []).map(([name, found]) => nameLine(name, found)),
    printed(
      (n) => `其中${words[0]}：${n.whole(own.length)}`,
      (n) => `of these ${words[1]}: ${n.whole(own.length)}`,
    ),
  ];
  if (status === 'open' && region.areas.length > 1) steps.push(areasLine(ground, own));
  const { changed, steps: aged } = ageOf(claim, ground, dataDate);
  steps.push(...aged);
  const osm = listed.some(({ accuracy }) => accuracy === 'osm');
  const missing: Text = {
    zh: '正式名单：这里的清单来自 OpenStreetMap，可能不全',
    en: 'an official list: this one is OpenStreetMap’s, and need not be whole',
  };
  const { low, high } = peopleThen(exactly(own.length), changed);
  return {
    ...shared,
    computed: own.length,
    own: exactly(own.length),
    may: osm ? { low: 0, high: Infinity } : { low: Math.floor(low), high: Math.ceil(high) },
    denominator: { count: listed.length, of },
    steps,
    missing: osm && own.length !== count ? missing : null,
  };
}

/** The site of this name, as written or nearly so, its name inside the other among them; null for none. */
function matched(sites: Facility[], name: string): Facility | null {
  const wanted = foldName(name);
  let best: Facility | null = null;
  let likeness = 0;
  for (const site of sites) {
    const folded = foldName(site.name);
    const alike = folded.includes(wanted) ? 0.95 : nameLikeness(folded, wanted);
    if (alike >= ALIKE && alike > likeness) [best, likeness] = [site, alike];
  }
  return best;
}

const nameLine = (name: string, found: Facility | null): Text =>
  found
    ? {
        zh: `名称“${name}”对上“${found.name}”`,
        en: `the name “${name}” is “${found.name}” in the list`,
      }
    : { zh: `名称“${name}”在清单里没有`, en: `the name “${name}” is not in the list` };

const kindLine = (named: string[], alike: number): Text =>
  printed(
    (n) => `名称里有“${named.join('”或“')}”的 ${n.whole(alike)} 处`,
    (n) => `${n.whole(alike)} have “${named.join('” or “')}” in their name`,
  );

function areasLine({ prepared }: ClaimGround, sites: Facility[]): Text {
  const { areas } = prepared.region;
  const without = unitsWithout(areas, sites).length;
  return printed(
    (n) => `${n.whole(areas.length)} 个区划里，${n.whole(without)} 个一处也没有`,
    (n) => `of ${n.whole(areas.length)} areas, ${n.whole(without)} have none`,
  );
}
