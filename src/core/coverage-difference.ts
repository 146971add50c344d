import type { Counted } from './coverage.ts';

/** People within the limit on two occasions; after − before = gained − lost. */
export interface CoverageDifference {
  people: number;
  before: number;
  after: number;
  gained: number;
  lost: number;
}

/** The differences of the whole, of each area, and of the people in none. */
export interface DifferenceByArea {
  all: CoverageDifference;
  areas: CoverageDifference[];
  outside: CoverageDifference;
  /** Populated places that gain or lose, ascending. */
  changed: number[];
}

/**
 * Sets two columns of seconds against each other at one limit, or each place's own. `area[i]` is
 * the area of place i, or -1. Only counted places enter; one without people changes nothing.
 */
export function coverageDifference(
  before: Float64Array,
  after: Float64Array,
  who: Counted,
  limit: number | Float64Array,
  area: Int32Array,
  areaCount: number,
): DifferenceByArea {
  const blank = (): CoverageDifference => ({ people: 0, before: 0, after: 0, gained: 0, lost: 0 });
  const all = blank();
  const outside = blank();
  const areas = Array.from({ length: areaCount }, blank);
  const changed: number[] = [];
  for (let i = 0; i < before.length; i++) {
    const people = who.people[i];
    if (!who.counted[i] || people <= 0) continue;
    const most = typeof limit === 'number' ? limit : limit[i];
    const [was, is] = [before[i] <= most, after[i] <= most];
    if (was !== is) changed.push(i);
    const own = area[i] < 0 ? outside : areas[area[i]];
    for (const row of [all, own]) {
      row.people += people;
      if (was) row.before += people;
      if (is) row.after += people;
      if (is && !was) row.gained += people;
      if (was && !is) row.lost += people;
    }
  }
  return { all, areas, outside, changed };
}
