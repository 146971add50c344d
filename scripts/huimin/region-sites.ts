import type { SitingModel } from '../../src/core/siting/problem.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { proposeSites } from '../../src/engine/siting/propose.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import { cliFaults } from './cli-faults.ts';
import { candidatesOption } from './candidates-option.ts';
import { loadRegion, loadServices } from './load-region.ts';
import { solveInProcess } from './node-solver.ts';
import { needed, numberOption, queryOption, serviceOption, type Options } from './options.ts';
import { kOption, shareOption } from './siting-options.ts';
import type { ListedSites } from './sites-command.ts';

/** What says something of a matrix only. */
const MATRIX_ONLY = ['demand', 'supply', 'limit', 'existing'];

/** Sites in a region, beside those that are there. */
export async function regionSites(
  options: Options,
  model: SitingModel,
  method: 'exact' | 'greedy',
): Promise<ListedSites> {
  const stray = MATRIX_ONLY.find((name) => options[name] !== undefined);
  if (stray) {
    throw cliFaults.usage(
      `sites: --${stray} goes with --matrix, got none.`,
      `sites：--${stray} 要和 --matrix 一起用，现在没有 --matrix。`,
    );
  }
  const service = serviceOption(options, loadServices(), 'sites');
  const { region, manifest } = loadRegion(needed(options, 'region', 'sites'));
  const { query, people } = queryOption(options, service, region);
  const budget = numberOption(options, 'budget', 0, Number.MAX_VALUE);
  const capacity = numberOption(options, 'capacity', 0, Number.MAX_VALUE);
  const result = await proposeSites(
    new Prepared(region),
    {
      service,
      query,
      peopleField: people,
      facilities: region.facilities,
      sites: sitesOf(region.facilities, service.key),
      ignored: [],
    },
    {
      model,
      method,
      k: kOption(options),
      candidates: candidatesOption(options),
      minMetres: numberOption(options, 'min-distance', -1e-9, 1e6),
      share: shareOption(options),
      budget:
        budget === undefined
          ? null
          : { most: budget, price: numberOption(options, 'price', 0, Number.MAX_VALUE) },
      capacities: capacity === undefined ? null : { capacity },
    },
    { solve: solveInProcess, progress: () => {}, greedy: () => {}, pause: async () => true },
  );
  return {
    region: region.id,
    service: service.key,
    model,
    method,
    reach: query.method,
    minutes: query.minutes[query.minutes.length - 1],
    ...(query.zoneMinutes ? { zone_minutes: query.zoneMinutes } : {}),
    profile: query.profile,
    speed_mps: query.speed,
    people_field: people.label,
    k: result.k,
    chosen: result.chosen.map(({ id, name, lon, lat, gain }) => ({ id, name, lon, lat, gain })),
    covered_before: result.coveredBefore,
    covered_after: result.coveredAfter,
    optimal: result.optimal,
    bound: result.bound,
    people: result.people,
    unreachable: result.unreachable.places,
    unreachable_people: result.unreachable.people,
    candidates: result.candidates,
    existing: result.existing,
    ...(model === 'pmedian'
      ? { total_cost: result.objective.after, unserved_cost: result.beyondSeconds }
      : {}),
    ...(model === 'lscp' ? { target: result.target } : {}),
    invented: manifest.invented,
    data_date: manifest.data_date,
  };
}
