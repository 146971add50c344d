/** People by columns, n places long. Only places with counted[i] = 1 enter a figure. */
export interface Counted {
  people: Float64Array;
  counted: Uint8Array;
}

/** People whose own time is within each limit. Limits in seconds, any order. */
export function covered(seconds: Float64Array, who: Counted, limits: number[]): number[] {
  const sums = limits.map(() => 0);
  const widest = Math.max(...limits);
  for (let i = 0; i < seconds.length; i++) {
    if (seconds[i] > widest || !who.counted[i]) continue;
    for (let k = 0; k < limits.length; k++) {
      if (seconds[i] <= limits[k]) sums[k] += who.people[i];
    }
  }
  return sums;
}

/** People whose own time is within the limit: one, or each place's own. Seconds. */
export function peopleWithin(
  seconds: Float64Array,
  { people, counted }: Counted,
  limit: number | Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < seconds.length; i++) {
    if (counted[i] && seconds[i] <= (typeof limit === 'number' ? limit : limit[i])) {
      sum += people[i];
    }
  }
  return sum;
}

/** Everybody who counts. */
export function everybody({ people, counted }: Counted): number {
  let sum = 0;
  for (let i = 0; i < people.length; i++) if (counted[i]) sum += people[i];
  return sum;
}

/** People within 0, 1, 2 … `minutes` minutes: minutes + 1 values, never falling. */
export function coverageCurve(seconds: Float64Array, who: Counted, minutes: number): Float64Array {
  const curve = new Float64Array(minutes + 1);
  for (let i = 0; i < seconds.length; i++) {
    const minute = Math.ceil(seconds[i] / 60);
    if (minute <= minutes && who.counted[i]) curve[minute] += who.people[i];
  }
  for (let m = 1; m <= minutes; m++) curve[m] += curve[m - 1];
  return curve;
}

/** Figures of one area, or of the people outside all areas. */
export interface AreaFigures {
  people: number;
  /** One per limit. */
  covered: number[];
}

/**
 * Figures by area; `area[i]` is the area of place i, or -1. The last entry is for -1, so that
 * the figures always add up to the whole.
 */
export function coverageByArea(
  seconds: Float64Array,
  who: Counted,
  limits: number[],
  area: Int32Array,
  areaCount: number,
): AreaFigures[] {
  // One row per area: the people, then those within each limit.
  const wide = limits.length + 1;
  const sums = new Float64Array((areaCount + 1) * wide);
  for (let i = 0; i < seconds.length; i++) {
    if (!who.counted[i]) continue;
    const row = (area[i] < 0 ? areaCount : area[i]) * wide;
    sums[row] += who.people[i];
    for (let k = 1; k < wide; k++) {
      if (seconds[i] <= limits[k - 1]) sums[row + k] += who.people[i];
    }
  }
  return Array.from({ length: areaCount + 1 }, (_, a) => ({
    people: sums[a * wide],
    covered: Array.from(sums.subarray(a * wide + 1, (a + 1) * wide)),
  }));
}

/** People with `one` time within the limit (one, or each place's own) whom the `other` times do not reach. */
export function coveredOnlyBy(
  one: Float64Array,
  other: Float64Array,
  who: Counted,
  limit: number | Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) {
    const most = typeof limit === 'number' ? limit : limit[i];
    if (one[i] <= most && other[i] > most && who.counted[i]) sum += who.people[i];
  }
  return sum;
}
