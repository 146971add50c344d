/**
 * How unequally minutes (or anything one would rather have little or much of) are shared out among
 * people. `values` and `people` are as long as one another; whoever has no value (Infinity, NaN) must
 * have been left out or given one by the caller, who says which.
 */
export interface Equity {
  people: number;
  /** Mean of the people. */
  mean: number;
  /** Weighted Gini coefficient, 0 (all the same) … 1 − 1/people. */
  gini: number;
  /** Lorenz curve: share of people from the least value up, and their share of the sum; from 0, 0 to 1, 1. */
  lorenz: { people: Float64Array; value: Float64Array };
}

/**
 * Weighted Gini coefficient and Lorenz curve (Lorenz 1905, Gini 1914), exactly as if each person
 * stood in the list by themselves: 1 − twice the area under the curve. Where nobody is or everybody
 * has 0 the coefficient is 0. The curve has one corner for each value that differs.
 */
export function equityOf(values: Float64Array, people: Float64Array): Equity {
  const order = ascending(values, people);
  let [all, sum] = [0, 0];
  for (const i of order) {
    all += people[i];
    sum += people[i] * values[i];
  }
  const x: number[] = [0];
  const y: number[] = [0];
  let [persons, part, area] = [0, 0, 0];
  order.forEach((i, n) => {
    const own = people[i] * values[i];
    area += people[i] * (2 * part + own);
    persons += people[i];
    part += own;
    if (n + 1 < order.length && values[order[n + 1]] === values[i]) return;
    x.push(persons / all);
    y.push(sum > 0 ? part / sum : persons / all);
  });
  // Sums of fractions may miss the end by their last bit.
  if (order.length) x[x.length - 1] = y[y.length - 1] = 1;
  return {
    people: all,
    mean: all > 0 ? sum / all : 0,
    gini: sum > 0 ? Math.max(0, 1 - area / (all * sum)) : 0,
    lorenz: { people: Float64Array.from(x), value: Float64Array.from(y) },
  };
}

/** Height of a Lorenz curve over this share of people, 0 … 1; straight between its corners. */
export function lorenzAt({ people, value }: Equity['lorenz'], share: number): number {
  const k = people.findIndex((x) => x >= share);
  if (k <= 0) return k === 0 ? value[0] : 1;
  const part = (share - people[k - 1]) / (people[k] - people[k - 1]);
  return value[k - 1] + part * (value[k] - value[k - 1]);
}

/**
 * Means of slices of people, from the least value up: `[0, 0.1]` is the tenth with the least. People
 * on an edge are cut, so that slices that tile 0 … 1 count everybody once. NaN where nobody is.
 */
export function sliceMeans(
  values: Float64Array,
  people: Float64Array,
  slices: [from: number, to: number][],
): number[] {
  const order = ascending(values, people);
  const all = order.reduce((sum, i) => sum + people[i], 0);
  return slices.map(([from, to]) => {
    let [before, sum, persons] = [0, 0, 0];
    for (const i of order) {
      const share = Math.min(before + people[i], to * all) - Math.max(before, from * all);
      before += people[i];
      if (share <= 0) continue;
      sum += share * values[i];
      persons += share;
    }
    return sum / persons;
  });
}

/** The least value that at least this share of people has or is below: 0.5 for the (lower) median. */
export function weightedQuantile(values: Float64Array, people: Float64Array, share: number) {
  const order = ascending(values, people);
  const all = order.reduce((sum, i) => sum + people[i], 0);
  let persons = 0;
  for (const i of order) {
    persons += people[i];
    // Sums of fractions may miss a share by their last bit.
    if (persons >= share * all * (1 - 1e-12)) return values[i];
  }
  return NaN;
}

/** Those with any people, least value first. */
function ascending(values: Float64Array, people: Float64Array): number[] {
  const some = Array.from(values.keys()).filter((i) => people[i] > 0);
  return some.sort((a, b) => values[a] - values[b] || a - b);
}
