import { limitSeconds, tally, timesTo } from '../assess.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds } from '../query.ts';
import type { Resolved } from '../question.ts';
import { nextNearest } from './next-nearest.ts';

/** What one site does for people, at the limit of the question. */
export interface Contribution {
  id: string;
  name: string;
  nameEn?: string;
  lon: number;
  lat: number;
  /** People within the limit of whom this is the nearest site (where two are exactly as near, of one of them). */
  nearest: number;
  /** People within the limit of this site alone: without it they would be left out. */
  only: number;
  offNetwork: boolean;
}

/** Every site's own contribution, in the order of the sites. */
export interface Contributions {
  /** The denominator, and who is within the limit of any site: the sum of `nearest`. */
  people: number;
  within: number;
  /** People within the limit of one site alone: the sum of `only`. */
  onlyOne: number;
  sites: Contribution[];
}

/**
 * What each site contributes. Without a site coverage falls by its `only`, to the person; nobody's
 * second-nearest site is searched more than a few times, however many sites there are.
 */
export function contributionsOf(
  prepared: Prepared,
  { query, sites }: Pick<Resolved, 'query' | 'sites'>,
): Contributions {
  const { times, offSites } = timesTo(prepared, sites, query, horizonSeconds(query));
  const { who, people } = tally(prepared, query, sites, offSites, times);
  const next = nextNearest(prepared, sites, query, times);
  const limit = limitSeconds(prepared, query);
  const nearest = new Float64Array(sites.length);
  const only = new Float64Array(sites.length);
  for (let i = 0; i < next.length; i++) {
    const most = typeof limit === 'number' ? limit : limit[i];
    if (!who.counted[i] || times.seconds[i] > most) continue;
    nearest[times.nearest[i]] += who.people[i];
    if (next[i] > most) only[times.nearest[i]] += who.people[i];
  }
  const off = new Set(offSites);
  const sum = (column: Float64Array) => column.reduce((all, each) => all + each, 0);
  return {
    people,
    within: sum(nearest),
    onlyOne: sum(only),
    sites: sites.map(({ id, name, nameEn, lon, lat }, k) => ({
      id,
      name,
      nameEn,
      lon,
      lat,
      nearest: nearest[k],
      only: only[k],
      offNetwork: off.has(k),
    })),
  };
}
