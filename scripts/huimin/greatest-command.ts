import type { Greatest } from '../../src/engine/siting/greatest-answer.ts';
import { greatest } from '../../src/engine/siting/greatest.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import { cliFaults } from './cli-faults.ts';
import { loadRegion, loadServices } from './load-region.ts';
import {
  QUERY_OPTIONS,
  choice,
  needed,
  numberOption,
  queryOption,
  readOptions,
  serviceOption,
  type Options,
} from './options.ts';
import { FORMATS, plainNumber, toCsv, toTable } from './output.ts';
import { inOwnLanguage } from './own-language.ts';

/** More sites than this are no claim anybody makes. */
const MOST_SITES = 5000;

/** `huimin greatest`: what any n sites could cover at most, wherever they stand. */
export async function greatestCommand(args: string[]): Promise<string> {
  const names = [...QUERY_OPTIONS, 'n', 'share', 'keep'];
  const options = readOptions(args, names, 'greatest');
  const format = choice(options, 'format', FORMATS);
  const service = serviceOption(options, loadServices(), 'greatest');
  const n = sitesOption(options);
  const share = numberOption(options, 'share', 0, 1) ?? null;
  const keepExisting = choice(options, 'keep', ['no', 'yes']) === 'yes';
  const { region } = loadRegion(needed(options, 'region', 'greatest'));
  const { query } = queryOption(options, service, region);
  const sites = sitesOf(region.facilities, service.key);
  const request = { n, share, keepExisting };
  const answer = await greatest(new Prepared(region), query, sites, request);
  if (format === 'json') return JSON.stringify(jsonOf(answer), null, 2) + '\n';
  if (format === 'geojson') {
    const features = answer.sites.map(({ lon, lat, gain }, k) => ({
      type: 'Feature',
      properties: { rank: k + 1, gain },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    }));
    return JSON.stringify({ type: 'FeatureCollection', features }) + '\n';
  }
  const listing = {
    columns: ['rank', 'lon', 'lat', 'gain'],
    rows: answer.sites.map(({ lon, lat, gain }, k) => [
      k + 1,
      Number(lon.toFixed(6)),
      Number(lat.toFixed(6)),
      gain,
    ]),
  };
  return format === 'csv' ? toCsv(listing) : `${sentence(answer)}\n\n${toTable(listing)}`;
}

function sitesOption(options: Options): number {
  const text = needed(options, 'n', 'greatest');
  const n = Number(text);
  if (/^\d+$/.test(text) && n >= 1 && n <= MOST_SITES) return n;
  throw cliFaults.value(
    '--n',
    text,
    `a whole number of sites, 1 to ${MOST_SITES}`,
    `1 到 ${MOST_SITES} 的整数（设施点个数）`,
  );
}

function jsonOf(answer: Greatest) {
  return {
    n: answer.n,
    people: answer.people,
    covered_before: answer.before,
    upper_bound: answer.upper,
    upper_share: answer.upperShare,
    found: answer.found,
    found_share: answer.foundShare,
    sites: answer.sites,
    share: answer.share,
    smallest_n: answer.smallest,
    smallest_n_found: answer.smallestFound,
    fineness_metres: answer.fineness.metres,
    square_metres: answer.fineness.square,
  };
}

function sentence({ n, people, upper, upperShare, foundShare, ...more }: Greatest): string {
  // The bound is rounded up and what was found down: neither says more than is known.
  const up = (share: number) => `${plainNumber(Math.ceil(share * 1000) / 10)} %`;
  const down = (share: number) => `${plainNumber(Math.floor(share * 1000) / 10)} %`;
  const [most, all] = [plainNumber(Math.ceil(upper)), plainNumber(people)];
  let en = `Wherever they stand, even the best ${n} sites could reach at most ${up(upperShare)} (${most} of ${all} people); found: ${down(foundShare)}.`;
  let zh = `无论建在哪里，最好的 ${n} 个点最多也只能覆盖 ${up(upperShare)}（${all} 人中的 ${most} 人）；已找到的方案为 ${down(foundShare)}。`;
  const { share, smallest, smallestFound, before, fineness } = more;
  if (before > 0) {
    en += ` Existing sites stay and count.`;
    zh += `现有设施保留并计入。`;
  }
  if (share !== null) {
    const asked = `${plainNumber(share * 100)} %`;
    const enough = smallestFound === null ? '' : ` ${smallestFound} were found to be enough.`;
    const zhEnough = smallestFound === null ? '' : `已找到 ${smallestFound} 个点即可达到的方案。`;
    en +=
      smallest === null
        ? ` No number of sites reaches ${asked}.`
        : ` ${asked} takes at least ${smallest} sites.${enough}`;
    zh +=
      smallest === null
        ? `无论多少个点都达不到 ${asked}。`
        : `要达到 ${asked}，至少需要 ${smallest} 个点。${zhEnough}`;
  }
  const metres = Math.round(fineness.square || fineness.metres);
  en += ` (Streets looked at in stretches of ${metres} m.)`;
  zh += `（道路按 ${metres} 米一段考察。）`;
  return inOwnLanguage({ zh, en });
}
