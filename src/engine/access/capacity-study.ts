import { LUO_QI_STEPS, sigmaOf, type Decay } from '../../core/access/decay.ts';
import type { PeopleField } from '../../data/tables/people-field.ts';
import { limitSeconds, peopleOf } from '../assess.ts';
import { pairsWithin } from '../../core/cost-matrix.ts';
import { costsTo } from '../cost-rows.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds, type Query } from '../query.ts';
import type { Resolved } from '../question.ts';
import { REACHES_NONE, REACHES_SITES, REACHES_UNKNOWN, shareSupply } from './shared-supply.ts';

/** A rule of distance for a question, by minutes; what is not given comes from the question's limit. */
export interface DecayRule {
  kind: Decay['kind'];
  sigmaMinutes?: number;
  steps?: { upTo: number; weight: number }[];
}

/** How places are shared out among people. Figures count people inside the study area only. */
export interface CapacityStudy {
  peopleField: PeopleField;
  /** The rule as it was used, in minutes. */
  decay: Decay;
  /** The denominator: these add up to it. `unknown` reach only sites whose capacity is not known. */
  people: { all: number; served: number; noPlace: number; unknown: number; outOfReach: number };
  /** Mean minutes of those who are served; null where nobody is. */
  servedMinutes: number | null;
  /** Places of the sites whose capacity is known; and places that people from outside take. */
  places: number;
  outside: number;
  /** Places a person, mean of all people: two-step floating catchment. */
  meanAccess: number;
  /** In the order of the question's sites. */
  sites: SiteCapacity[];
  /** In the region's order. `access` is null where nobody lives. */
  areas: AreaAccess[];
  /** People in no area: with the areas they are everybody. */
  noArea: { people: number; served: number; access: number | null };
  /** Supply a person by place of the region. */
  access: Float64Array;
}

export interface SiteCapacity {
  id: string;
  name: string;
  nameEn?: string;
  /** Null where it is not known: the site then takes no part. */
  capacity: number | null;
  /** People within the limit, from outside the study area too. */
  reach: number;
  /** People who have a place there. */
  load: number;
  /** Places by person, weighted by distance; null where capacity is not known or nobody reaches it. */
  ratio: number | null;
}

export interface AreaAccess {
  id: string;
  name: string;
  nameEn?: string;
  people: number;
  served: number;
  /** Places a person, mean of the area's people. */
  access: number | null;
}

/**
 * Zones of Luo & Qi (2009) are thirds of the limit, as theirs were of thirty minutes; σ is such that
 * weight falls to 0.01 at the limit.
 */
export function decayOf(query: Query, { kind, sigmaMinutes, steps }: DecayRule): Decay {
  const limit = horizonSeconds(query) / 60;
  if (kind === 'gaussian') return { kind, sigma: sigmaMinutes ?? sigmaOf(limit), limit };
  if (kind === 'binary') return { kind, limit };
  const thirds = LUO_QI_STEPS.map(({ weight }, k) => ({ upTo: ((k + 1) * limit) / 3, weight }));
  return { kind, steps: steps ?? thirds, limit };
}

/** Where those are counted who have no place. */
const LEFT = {
  [REACHES_NONE]: 'outOfReach',
  [REACHES_UNKNOWN]: 'unknown',
  [REACHES_SITES]: 'noPlace',
} as const;

/**
 * Shares out the places of the question's sites: by two-step floating catchment, and by assignment.
 * Whoever lives outside the study area shares in it like everybody else, and is not counted.
 */
export function capacityStudy(
  prepared: Prepared,
  { query, sites, peopleField }: Pick<Resolved, 'query' | 'sites' | 'peopleField'>,
  rule: DecayRule,
): CapacityStudy {
  const { places, areas } = prepared.region;
  const people = peopleOf(prepared, query.people);
  const capacity = Float64Array.from(sites, (site) => site.capacity ?? NaN);
  const decay = decayOf(query, rule);
  const all = costsTo(prepared, query, sites, horizonSeconds(query));
  const near = pairsWithin(all, limitSeconds(prepared, query));
  const costs = { ...near, cost: near.cost.map((seconds) => seconds / 60) };
  const { assignment, access, within, ratio, reaches } = shareSupply(
    costs,
    people,
    capacity,
    decay,
  );

  const sums = { all: 0, served: 0, noPlace: 0, unknown: 0, outOfReach: 0 };
  const byArea = Array.from({ length: areas.length + 1 }, () => ({ people: 0, served: 0, sum: 0 }));
  let [outside, total, minutes] = [0, 0, 0];
  for (let i = 0; i < people.length; i++) {
    const served = assignment.served[i];
    if (!places.counted[i]) {
      outside += served;
      continue;
    }
    const left = Math.max(0, people[i] - served);
    sums.all += people[i];
    sums.served += served;
    sums[LEFT[reaches[i] as keyof typeof LEFT]] += left;
    for (let k = costs.start[i]; k < costs.start[i + 1]; k++) {
      minutes += assignment.flow[k] * costs.cost[k];
    }
    const area = byArea[places.area[i] < 0 ? areas.length : places.area[i]];
    area.people += people[i];
    area.served += served;
    area.sum += people[i] * access[i];
    total += people[i] * access[i];
  }
  const figures = byArea.map(({ people: all, served, sum }) => ({
    people: all,
    served,
    access: all > 0 ? sum / all : null,
  }));
  return {
    peopleField,
    decay,
    people: sums,
    servedMinutes: sums.served > 0 ? minutes / sums.served : null,
    places: capacity.reduce((sum, own) => sum + (own >= 0 ? own : 0), 0),
    outside,
    meanAccess: sums.all > 0 ? total / sums.all : 0,
    sites: sites.map(({ id, name, nameEn }, j) => ({
      id,
      name,
      nameEn,
      capacity: Number.isNaN(capacity[j]) ? null : capacity[j],
      reach: within[j],
      load: assignment.load[j],
      ratio: Number.isNaN(capacity[j]) || Number.isNaN(ratio[j]) ? null : ratio[j],
    })),
    noArea: figures.pop()!,
    areas: areas.map(({ id, name, nameEn }, k) => ({ id, name, nameEn, ...figures[k] })),
    access,
  };
}
