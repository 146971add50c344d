import { capacityStudy } from '../../src/engine/access/capacity-study.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import type { ListedAccess } from './access-command.ts';
import { accessFaults } from './access-faults.ts';
import { decayKeys, decayRuleOption } from './decay-option.ts';
import { loadRegion, loadServices } from './load-region.ts';
import { needed, queryOption, serviceOption, type Options } from './options.ts';

/** Access in a region, by minutes, with the capacities its facilities have. Throws Fault. */
export function regionAccess(options: Options): ListedAccess {
  const rule = decayRuleOption(options);
  const service = serviceOption(options, loadServices(), 'access');
  const { region, manifest } = loadRegion(needed(options, 'region', 'access'));
  const { query, people } = queryOption(options, service, region);
  const sites = sitesOf(region.facilities, service.key);
  if (sites.length && sites.every(({ capacity }) => capacity === undefined)) {
    throw accessFaults.noneKnown(region.id, service.key, sites.length);
  }
  const study = capacityStudy(new Prepared(region), { query, sites, peopleField: people }, rule);
  const { ids, counted } = region.places;
  return {
    region: region.id,
    service: service.key,
    method: query.method,
    profile: query.profile,
    speed_mps: query.speed,
    people_field: people.label,
    people_fallback: people.fallback,
    ...decayKeys(study.decay),
    ...(query.zoneMinutes ? { zone_minutes: query.zoneMinutes } : {}),
    people: study.people.all,
    served: study.people.served,
    no_place: study.people.noPlace,
    unknown_capacity: study.people.unknown,
    out_of_reach: study.people.outOfReach,
    served_from_outside: study.outside,
    served_minutes: study.servedMinutes,
    mean_access: study.meanAccess,
    areas: study.areas.map(({ id, name, ...figures }) => ({ id, name, ...figures })),
    outside_areas: study.noArea,
    places: ids.flatMap((id, i) => (counted[i] ? [{ id, access: study.access[i] }] : [])),
    supplies: study.sites.map(({ id, name, capacity, ratio, reach, load }) => ({
      id,
      name,
      capacity,
      ratio,
      within: reach,
      load,
    })),
    invented: manifest.invented,
    data_date: manifest.data_date,
  };
}
