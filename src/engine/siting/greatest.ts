import { byDestination } from '../../core/cost-matrix.ts';
import {
  boundCovers,
  noBound,
  stillOpen,
  type CoverBound,
} from '../../core/siting/greatest-bound.ts';
import { collectCovers, guessPairs, type Covers } from '../../core/siting/greatest-covers.ts';
import { coverProblem, findSites } from '../../core/siting/greatest-found.ts';
import { greedy } from '../../core/siting/greedy.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { limitSeconds, peopleOf, timesTo } from '../assess.ts';
import { costsTo } from '../cost-rows.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds, type Query } from '../query.ts';
import type { Greatest, GreatestProgress, GreatestRequest } from './greatest-answer.ts';
import { groundOf, type Ground } from './greatest-ground.ts';

/** More pairs of a spot and a place than this are not kept, unless said otherwise. */
const MOST_PAIRS = 12_000_000;
/** Bound and found this near to each other, as a share of all people, are near enough. */
const NEAR = 0.0005;

/**
 * The greatest possible: an upper bound on what any n sites could cover under the query's rule
 * wherever they stand, and sites that come near it. A site is one point, of which a street point is
 * the best kind; one with gates on several streets is several. Spots of street (or of the plane,
 * for circles) stand for all their points, so the bound holds however coarse they are; those that
 * no better choice can have are dropped, and the rest is cut finer, again and again.
 *
 * `breathe` is awaited now and then; when it says true the work ends with what is known.
 */
export async function greatest(
  prepared: Prepared,
  query: Query,
  sites: Facility[],
  { n, share = null, keepExisting = false, pairs = MOST_PAIRS }: GreatestRequest,
  progress: (progress: GreatestProgress) => void = () => {},
  breathe: () => Promise<boolean> = async () => false,
): Promise<Greatest> {
  const task = new Task(prepared, query, keepExisting ? sites : [], pairs, progress, breathe);
  const own = await task.run(n, null);
  const { people, before } = task;
  const upper = before + own.upper;
  const found = before + own.found;
  const part = (count: number) => (people ? count / people : 0);
  const answer = (): Greatest => ({
    n,
    people,
    before,
    upper,
    upperShare: part(upper),
    found,
    foundShare: part(found),
    sites: own.sites,
    share,
    smallest: null,
    smallestFound: null,
    fineness: own.fineness,
    stopped: task.stopped,
  });
  if (share === null) return answer();
  progress({ n, metres: own.fineness.metres, upper, found, people, answer: answer() });
  const least = await task.smallest(share * people, own, n);
  return { ...answer(), ...least };
}

/** What is known of one number of sites; people besides those covered before. */
interface Run {
  upper: number;
  found: number;
  sites: Greatest['sites'];
  fineness: Greatest['fineness'];
  /** Bounds for fewer sites too, from before anything was dropped. */
  most: Float64Array;
}

class Task {
  readonly people: number;
  readonly before: number;
  stopped = false;
  readonly #prepared: Prepared;
  readonly #query: Query;
  readonly #seconds: Float64Array;
  readonly #weights: Float64Array;
  /** People whom anything at all could cover. */
  readonly #reachable: number;
  readonly #pairs: number;
  /** Nobody is in parts, so a bound is no part of somebody either. */
  readonly #whole: boolean;
  readonly #progress: (progress: GreatestProgress) => void;
  readonly #breathe: () => Promise<boolean>;
  #first: { ground: Ground; covers: Covers } | null = null;

  constructor(
    prepared: Prepared,
    query: Query,
    kept: Facility[],
    pairs: number,
    progress: (progress: GreatestProgress) => void,
    breathe: () => Promise<boolean>,
  ) {
    const { counted } = prepared.region.places;
    const limit = limitSeconds(prepared, query);
    const people = peopleOf(prepared, query.people).map((p, i) => (counted[i] ? p : 0));
    const seconds = typeof limit === 'number' ? new Float64Array(people.length).fill(limit) : limit;
    const times = kept.length
      ? timesTo(prepared, kept, query, horizonSeconds(query)).times.seconds
      : null;
    const done = (i: number) => times !== null && times[i] <= seconds[i];
    this.#prepared = prepared;
    this.#query = query;
    this.#seconds = seconds;
    this.#weights = people.map((p, i) => (done(i) ? 0 : p));
    this.people = people.reduce((sum, p) => sum + p, 0);
    this.before = people.reduce((sum, p, i) => sum + (done(i) ? p : 0), 0);
    this.#pairs = pairs;
    this.#whole = people.every(Number.isInteger);
    this.#progress = progress;
    this.#breathe = breathe;
    this.#reachable = this.#ground().rows.weight.reduce((sum, w) => sum + w, 0);
  }

  /** The bound for n sites and the best found; with a target, only until that is decided. */
  async run(n: number, target: number | null): Promise<Run> {
    const reachable = this.#reachable;
    const most = new Float64Array(n + 1).fill(reachable);
    most[0] = 0;
    const run: Run = { upper: reachable, found: 0, sites: [], fineness: NONE, most };
    let level = await this.#firstLevel();
    let value: Float64Array | undefined;
    while (level) {
      const { ground, covers } = level;
      const { weight } = ground.rows;
      const bound = noBound(n, value);
      await this.#drive(boundCovers(covers, weight, n, run.found, bound, 1), n, run, ground);
      this.#find(covers, ground, n, bound, run);
      await this.#drive(boundCovers(covers, weight, n, run.found, bound), n, run, ground, bound);
      this.#find(covers, ground, n, bound, run);
      // Bounds below n hold only while nothing is dropped for the sake of n.
      if (level === this.#first)
        for (let k = 1; k <= n; k++) most[k] = Math.min(most[k], this.#floor(bound.most[k]));
      run.upper = Math.min(run.upper, Math.max(run.found, this.#floor(bound.most[n])));
      run.fineness = { metres: ground.metres, square: ground.square };
      const near = run.upper - run.found <= NEAR * this.people;
      const decided = target !== null && (run.upper < target || run.found >= target);
      if (this.stopped || near || decided) break;
      const next = ground.finer(stillOpen(bound, n, run.found));
      const covered = next && (await this.#covers(next));
      value = next?.square === ground.square ? bound.value : undefined;
      level = covered ? { ground: next, covers: covered } : null;
    }
    return run;
  }

  /** The least number of sites not proven too few for so many people, and one found to do. */
  async smallest(people: number, known: Run, n: number) {
    const target = people - this.before;
    if (target <= 0) return { smallest: 0, smallestFound: 0 };
    if (target > this.#reachable) return { smallest: null, smallestFound: null };
    let [low, high, smallestFound] = [1, Infinity, null as number | null];
    const learn = (m: number, run: Run) => {
      while (low <= m && run.most[low] < target) low++;
      if (run.upper < target) low = Math.max(low, m + 1);
      else high = Math.min(high, m);
      let sum = 0;
      run.sites.forEach(({ gain }, k) => {
        sum += gain;
        if (sum >= target && (smallestFound === null || k + 1 < smallestFound))
          smallestFound = k + 1;
      });
      return run.upper;
    };
    let upper = learn(n, known);
    let tried = n;
    while (low < high && !this.stopped) {
      const guess =
        high < Infinity
          ? (low + high) >> 1
          : Math.max(low, Math.ceil((tried * target) / Math.max(upper, Number.MIN_VALUE)));
      upper = learn(guess, await this.run(guess, target));
      tried = guess;
    }
    return { smallest: low, smallestFound };
  }

  #floor(bound: number): number {
    return this.#whole ? Math.floor(bound) : bound;
  }

  #ground(): Ground {
    return groundOf(this.#prepared, this.#query, {
      weights: this.#weights,
      seconds: this.#seconds,
    });
  }

  /** The whole ground as fine as it may be kept; the same for every n. */
  async #firstLevel() {
    if (this.#first) return this.#first;
    let ground = this.#ground();
    while (!this.stopped) {
      const covers = await this.#covers(ground);
      if (covers) return (this.#first = { ground, covers });
      ground = ground.coarser();
    }
    return null;
  }

  async #covers(ground: Ground): Promise<Covers | null> {
    const search = ground.search();
    const { length } = ground.rows.weight;
    if (guessPairs(search, length) > this.#pairs) return null;
    const work = collectCovers(search, length, this.#pairs);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (await this.#pause()) return null;
    }
  }

  async #drive(
    work: Generator<number, CoverBound>,
    n: number,
    run: Run,
    { metres }: Ground,
    bound?: CoverBound,
  ): Promise<void> {
    const { people, before } = this;
    while (!work.next().done) {
      const upper = before + Math.min(run.upper, Math.max(run.found, bound?.least ?? Infinity));
      this.#progress({ n, metres, upper, found: before + run.found, people });
      if (await this.#pause()) return;
    }
  }

  async #pause(): Promise<boolean> {
    return (this.stopped ||= await this.#breathe());
  }

  /** Keeps the sites at the middles of good spots where they cover more than those known. */
  #find(covers: Covers, ground: Ground, n: number, bound: CoverBound, run: Run): void {
    if (this.stopped && run.found > 0) return;
    const spots = findSites(covers, ground.rows.weight, n, bound);
    const points = [
      ...spots.map((spot) => ground.middle(spot)),
      ...[...bound.best].flatMap((spot) => ground.ends(spot)),
    ].map(([lon, lat]) => ({ lon, lat }));
    const costs = costsTo(this.#prepared, this.#query, points, horizonSeconds(this.#query));
    const { start, origin, cost } = byDestination(costs);
    const order = greedy(coverProblem(costs, this.#weights, this.#seconds, n), [...points.keys()]);
    const left = this.#weights.slice();
    const sites: Greatest['sites'] = [];
    let found = 0;
    order.forEach((j) => {
      let gain = 0;
      for (let k = start[j]; k < start[j + 1]; k++) {
        if (cost[k] > this.#seconds[origin[k]]) continue;
        gain += left[origin[k]];
        left[origin[k]] = 0;
      }
      found += gain;
      sites.push({ ...points[j], gain });
    });
    if (found > run.found) Object.assign(run, { found, sites });
  }
}

const NONE = { metres: Infinity, square: 0 };
