import { SITING_MODELS } from '../../src/core/siting/problem.ts';
import { matrixSites } from './matrix-sites.ts';
import { choice, QUERY_OPTIONS, readOptions, type Options } from './options.ts';
import { FORMATS, plainNumber, toCsv, toTable } from './output.ts';
import { regionSites } from './region-sites.ts';

/** One chosen site; without a place where it comes from a matrix. */
export interface ListedSite {
  id: string;
  name?: string;
  lon: number | null;
  lat: number | null;
  gain: number;
}

/** What `huimin sites --format json` prints: keys as they are in data/README.md. */
export interface ListedSites {
  model: string;
  method: string;
  k: number | null;
  chosen: ListedSite[];
  covered_before: number;
  covered_after: number;
  optimal: boolean;
  bound: number | null;
  people: number;
  /** Ids of demand that no candidate and no site covers, and how many people they are. */
  unreachable: string[];
  unreachable_people: number;
  [key: string]: unknown;
}

const OPTIONS = [
  ...QUERY_OPTIONS,
  'k',
  'model',
  'reach',
  'candidates',
  'min-distance',
  'budget',
  'price',
  'capacity',
  'share',
  'matrix',
  'demand',
  'supply',
  'limit',
  'existing',
];

/** `huimin sites`: where more sites should stand, on a region or on a matrix of one's own. */
export async function sitesCommand(args: string[]): Promise<string> {
  const options = readOptions(args, OPTIONS, 'sites');
  const format = choice(options, 'format', FORMATS);
  const model = choice(options, 'model', SITING_MODELS);
  const method = choice(options, 'method', ['exact', 'greedy'] as const);
  const own: Options = { ...options, method: options.reach };
  const result =
    options.matrix === undefined
      ? await regionSites(own, model, method)
      : await matrixSites(own, model, method);
  if (format === 'json') return JSON.stringify(result, null, 2) + '\n';
  if (format === 'geojson') {
    const { chosen, ...rest } = result;
    const features = chosen.map(({ lon, lat, ...properties }, n) => ({
      type: 'Feature',
      properties: { rank: n + 1, ...properties },
      geometry: lon === null ? null : { type: 'Point', coordinates: [lon, lat] },
    }));
    return JSON.stringify({ type: 'FeatureCollection', features, ...rest }) + '\n';
  }
  const listing = {
    columns: ['rank', 'id', 'name', 'lon', 'lat', 'gain'],
    rows: result.chosen.map(({ id, name, lon, lat, gain }, n) => [
      n + 1,
      id,
      name ?? '',
      lon,
      lat,
      gain,
    ]),
  };
  if (format === 'csv') return toCsv(listing);
  return `${sentence(result)}\n${toTable(listing)}`;
}

function sentence(result: ListedSites): string {
  const { model, chosen, people, covered_before, covered_after, optimal, bound } = result;
  const proof = optimal
    ? 'proven optimal'
    : bound === null
      ? 'greedy, nothing proven'
      : `not proven; the bound is ${plainNumber(bound)}`;
  const lost = result.unreachable_people;
  return (
    `${model}, ${chosen.length} ${chosen.length === 1 ? 'site' : 'sites'}: covered ${plainNumber(covered_before)} → ${plainNumber(covered_after)} of ${plainNumber(people)}; ${proof}` +
    (lost ? `; ${plainNumber(lost)} people are out of reach of every candidate` : '')
  );
}
