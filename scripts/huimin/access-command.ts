import type { Decay } from '../../src/core/access/decay.ts';
import { cliFaults } from './cli-faults.ts';
import { matrixAccess } from './matrix-access.ts';
import { choice, QUERY_OPTIONS, readOptions } from './options.ts';
import { plainNumber, toCsv, toTable } from './output.ts';
import { regionAccess } from './region-access.ts';

/** What `huimin access --format json` prints: keys as they are in data/README.md. */
export interface ListedAccess {
  decay: Decay['kind'];
  sigma?: number;
  steps?: { up_to: number; weight: number }[];
  /** Null where any pair of the matrix counts. */
  limit: number | null;
  people: number;
  /** These add up to `people`; `unknown_capacity` reach only sites whose capacity is not known. */
  served: number;
  no_place: number;
  unknown_capacity: number;
  out_of_reach: number;
  mean_access: number;
  places: { id: string; access: number }[];
  supplies: ListedSupply[];
  [key: string]: unknown;
}

export interface ListedSupply {
  id: string;
  name?: string;
  capacity: number | null;
  /** Supply by person, weighted by distance; null where nobody reaches it or capacity is not known. */
  ratio: number | null;
  /** People within the limit, and those who have a place. */
  within: number;
  load: number;
}

const OWN = ['decay', 'sigma', 'steps'];
const MATRIX = ['matrix', 'demand', 'supply', 'limit'];

/** `huimin access`: supply a person, and who has a place, on a region or on a matrix of one's own. */
export function accessCommand(args: string[]): string {
  const options = readOptions(args, [...QUERY_OPTIONS, ...OWN, ...MATRIX], 'access');
  const format = choice(options, 'format', ['table', 'json', 'csv'] as const);
  const own = options.matrix !== undefined;
  const stray = (own ? QUERY_OPTIONS.filter((name) => name !== 'format') : MATRIX).find(
    (name) => options[name] !== undefined,
  );
  if (stray) {
    throw cliFaults.usage(
      own
        ? `access --matrix takes no --${stray}: a matrix has its own costs.`
        : `--${stray} belongs to access --matrix F.csv; a region has --minutes.`,
      own
        ? `access --matrix 不接受 --${stray}：矩阵自带成本。`
        : `--${stray} 只用于 access --matrix F.csv；区域用 --minutes。`,
    );
  }
  const result = own ? matrixAccess(options) : regionAccess(options);
  if (format === 'json') return JSON.stringify(result, null, 2) + '\n';
  const places = {
    columns: ['id', 'access'],
    rows: result.places.map(({ id, access }) => [id, access]),
  };
  if (format === 'csv') return toCsv(places);
  const supplies = {
    columns: ['site', 'name', 'capacity', 'load', 'within', 'per_1000'],
    rows: result.supplies.map(({ id, name, capacity, load, within, ratio }) => {
      return [id, name ?? '', capacity, load, within, ratio === null ? null : ratio * 1000];
    }),
  };
  // A region has more places than a screen has lines: --format csv lists them.
  const listing = {
    columns: ['id', 'access_per_1000'],
    rows: result.places.map(({ id, access }) => [id, access * 1000]),
  };
  return `${sentence(result)}\n` + toTable(supplies) + (own ? '\n' + toTable(listing) : '');
}

function sentence(result: ListedAccess): string {
  const { decay, sigma, limit, people, served, no_place, unknown_capacity, out_of_reach } = result;
  const rule = `${decay}${sigma === undefined ? '' : `, σ ${plainNumber(sigma)}`}${limit === null ? '' : `, within ${plainNumber(limit)}`}`;
  const unknown = result.supplies.filter(({ capacity }) => capacity === null);
  return (
    `${rule}: ${plainNumber(result.mean_access * 1000)} places for 1,000 people; of ${plainNumber(people)} people ` +
    `${plainNumber(served)} have a place, ${plainNumber(no_place)} reach a site without a free place, ` +
    (unknown_capacity
      ? `${plainNumber(unknown_capacity)} reach only sites of unknown capacity, `
      : '') +
    `${plainNumber(out_of_reach)} are out of reach` +
    (unknown.length
      ? `\nno capacity is known for ${unknown.length} sites, which take no part: ${unknown.map(({ id }) => id).join(', ')}`
      : '')
  );
}
