import { distance, type Polygons } from '../../core/geo.ts';
import type { SolveMip } from '../../core/siting/mip.ts';
import { candidatesOf, type SitingModel, type SitingProblem } from '../../core/siting/problem.ts';
import {
  proposeExactly,
  proposeGreedily,
  type Siting,
  type SitingProgress,
} from '../../core/siting/solve.ts';
import { limitSeconds, peopleOf } from '../assess.ts';
import { CURVE_MINUTES } from '../curve.ts';
import type { Prepared } from '../prepared.ts';
import { horizonSeconds } from '../query.ts';
import type { Resolved } from '../question.ts';
import { candidatesFrom } from './candidates.ts';
import { rowsInTurns } from './rows-in-turns.ts';
import { sitingFaults } from './siting-faults.ts';

/** A point where a site could stand. */
export interface Candidate {
  id: string;
  name?: string;
  /** Degrees. */
  lon: number;
  lat: number;
  /** What it costs to build, ≥ 0; in any currency. */
  price?: number;
  /** People it has room for. */
  capacity?: number;
}

/** Where candidates come from: the region's populated places, its estates, or a list. */
export type CandidateSource =
  /** At most `most` of them (default 200): see `candidates.ts` for how they are thinned. */
  | { kind: 'places'; most?: number }
  | { kind: 'estates'; most?: number }
  /** All of them, however many. */
  | { kind: 'list'; list: Candidate[] };

/** What is asked for, besides the question that says who, how and within how many minutes. */
export interface SiteRequest {
  model: SitingModel;
  /** greedy: at once, no proof; exact: to proven optimality. */
  method: 'greedy' | 'exact';
  /** At most so many new sites; null: as many as it takes (LSCP) or as the budget allows. */
  k: number | null;
  candidates: CandidateSource;
  /** Only candidates inside; null or absent: anywhere in the study area. */
  within?: Polygons | null;
  /** Metres in a straight line between new sites, and from them to those that are there. */
  minMetres?: number;
  /** LSCP: share of all people to cover, above 0, at most 1 (default). */
  share?: number;
  /** What there is to spend; candidates without a price of their own cost `price`. */
  budget?: { most: number; price?: number } | null;
  /** Sites hold only so many; candidates without a capacity of their own have `capacity`. */
  capacities?: { capacity?: number } | null;
}

/** One of the chosen, in the order in which each gains most. */
export interface ChosenSite extends Candidate {
  /**
   * What it adds to those before it: people newly within the limit (with capacities: who get a
   * place), or for pmedian the people × seconds it saves.
   */
  gain: number;
}

/** What is proposed. People are those who count in the question, inside the study area. */
export interface SiteResult {
  model: SitingModel;
  method: 'greedy' | 'exact';
  /** As asked for. */
  k: number | null;
  chosen: ChosenSite[];
  /** Everybody who counts: the denominator. */
  people: number;
  /** People within the limit (with capacities: who have a place there), before and after. */
  coveredBefore: number;
  coveredAfter: number;
  /**
   * In the unit of `objective`: people covered (mclp), new sites (lscp), seconds × people
   * (pmedian). The bound says that no choice of these candidates is better; null: nothing is known.
   */
  objective: { before: number; after: number };
  optimal: boolean;
  bound: number | null;
  /** |bound − objective| / objective; null without a bound. */
  gap: number | null;
  /** People whom no candidate and no existing site reaches within the limit, and their places. */
  unreachable: { people: number; places: string[] };
  /** LSCP: the people that were to be covered; less than the share where so many cannot be reached. */
  target: number | null;
  /** pmedian: seconds that somebody is charged who is farther from every site. */
  beyondSeconds: number | null;
  /** How many candidates there were, how many are used, how many were barred as too near to a site. */
  candidates: { of: number; used: number; barred: number };
  /** Sites that are there already and count. */
  existing: number;
}

/** How far the proof is; the unit is that of `objective`. */
export interface SiteProgress {
  stage: 'rows' | 'greedy' | 'proof';
  /** rows: candidates searched, of how many. */
  done: number;
  of: number;
  best: number | null;
  bound: number | null;
  gap: number | null;
}

/** Who solves, and who hears how far it is. */
export interface Proposing {
  /** Needed where the method is exact. */
  solve: SolveMip | null;
  progress(progress: SiteProgress): void;
  /** The greedy answer, before the proof begins. */
  greedy(result: SiteResult): void;
  /** Lets others have their turn every few milliseconds; false to stop with the best there is. */
  pause(): Promise<boolean>;
}

/**
 * New sites for a question, beside those that are there. Costs are the question's own times, to the
 * second; a candidate is reached like any facility. p-median looks as far as the curve does, 30
 * minutes: who is farther counts as that. Throws Fault for no candidates, more sites than
 * candidates, no number, a missing capacity, where nothing meets what is asked, and where it is
 * stopped before there is an answer.
 */
export async function proposeSites(
  prepared: Prepared,
  { query, facilities, sites }: Resolved,
  request: SiteRequest,
  { solve, progress, greedy, pause }: Proposing,
): Promise<SiteResult> {
  const people = peopleOf(prepared, query.people);
  const { counted, ids } = prepared.region.places;
  const offered = candidatesFrom(
    prepared,
    query,
    facilities,
    people,
    request.candidates,
    request.within ?? null,
  );
  if (!offered.length) throw sitingFaults.noCandidates();
  const beyond = Math.max(horizonSeconds(query), CURVE_MINUTES * 60);
  const all = [...offered, ...sites];
  const costs = await rowsInTurns(
    prepared,
    query,
    all,
    request.model === 'pmedian' ? beyond : horizonSeconds(query),
    (done) => {
      progress({ stage: 'rows', done, of: all.length, best: null, bound: null, gap: null });
      return pause();
    },
  );
  if (!costs) throw sitingFaults.stopped();
  const fixed = Uint8Array.from(all, (_, j) => (j < offered.length ? 0 : 1));
  const { budget, capacities } = request;
  const problem: SitingProblem = {
    model: request.model,
    costs,
    weights: people.map((heads, i) => (counted[i] ? heads : 0)),
    fixed,
    limit: limitSeconds(prepared, query),
    k: request.k ?? Infinity,
    share: request.share ?? 1,
    farthest: beyond,
    prices: budget
      ? Float64Array.from(all, (_, j) => offered[j]?.price ?? budget.price ?? 1)
      : null,
    budget: budget?.most ?? Infinity,
    capacities: capacities ? capacitiesOf([...offered, ...sites], capacities.capacity) : null,
    apart: pairsWithin(all, offered.length, request.minMetres ?? 0),
  };
  const used = candidatesOf(problem).length;
  if (!used) throw sitingFaults.noCandidates();
  if (request.k !== null && request.k > used) throw sitingFaults.tooMany(request.k, used);
  if (request.model !== 'lscp' && request.k === null && !budget) throw sitingFaults.noNumber();

  const resultOf = (siting: Siting, method: 'greedy' | 'exact'): SiteResult => {
    const unit = objectiveOf(problem, siting);
    const proven = method === 'exact' && Number.isFinite(siting.bound);
    const lost = siting.unreachable.filter((i) => problem.weights[i] > 0);
    return {
      model: request.model,
      method,
      k: request.k,
      chosen: siting.chosen.map((j, n) => ({ ...offered[j], gain: siting.gains[n] })),
      people: problem.weights.reduce((sum, weight) => sum + weight, 0),
      coveredBefore: siting.before.covered,
      coveredAfter: siting.after.covered,
      objective: unit,
      optimal: siting.optimal,
      bound: proven ? siting.bound : null,
      gap: proven ? gapOf(siting.bound, unit.after) : null,
      unreachable: {
        people: lost.reduce((sum, i) => sum + problem.weights[i], 0),
        places: lost.map((i) => ids[i]),
      },
      target: siting.target,
      beyondSeconds: request.model === 'pmedian' ? beyond : null,
      candidates: { of: offered.length, used, barred: offered.length - used },
      existing: sites.length,
    };
  };
  const first = proposeGreedily(problem);
  if (request.method === 'greedy') {
    if (!first.feasible) throw sitingFaults.infeasible();
    return resultOf(first, 'greedy');
  }
  greedy(resultOf(first, 'greedy'));
  const told = ({ best, bound }: SitingProgress) => {
    const gap = best === null ? null : gapOf(bound, best);
    progress({ stage: 'proof', done: 0, of: 0, best, bound, gap });
  };
  const proof = await proposeExactly(problem, solve!, told, pause);
  if (!proof.feasible) throw sitingFaults.infeasible();
  return resultOf(proof, 'exact');
}

/** How far a bound is from what was found, as a share of it. */
function gapOf(bound: number, found: number): number {
  return Math.abs(bound - found) / Math.max(1e-9, Math.abs(found));
}

function objectiveOf({ model, prices }: SitingProblem, { chosen, before, after }: Siting) {
  if (model === 'mclp') return { before: before.covered, after: after.covered };
  if (model === 'pmedian') return { before: before.cost, after: after.cost };
  const spent = prices ? chosen.reduce((sum, j) => sum + prices[j], 0) : chosen.length;
  return { before: 0, after: spent };
}

/** Throws Fault where a site has no capacity and none is given for all. */
function capacitiesOf(all: { id: string; capacity?: number }[], given?: number): Float64Array {
  const missing = all.filter(({ capacity }) => capacity === undefined && given === undefined);
  if (missing.length) {
    throw sitingFaults.noCapacity(
      missing.slice(0, 5).map(({ id }) => id),
      missing.length,
    );
  }
  return Float64Array.from(all, ({ capacity }) => capacity ?? given!);
}

/** Pairs nearer to each other than so many metres, of which at least one is a candidate; flat. */
function pairsWithin(
  all: { lon: number; lat: number }[],
  candidates: number,
  metres: number,
): Uint32Array {
  const pairs: number[] = [];
  for (let a = 0; metres > 0 && a < candidates; a++) {
    for (let b = a + 1; b < all.length; b++) {
      if (distance(all[a].lon, all[a].lat, all[b].lon, all[b].lat) < metres) pairs.push(a, b);
    }
  }
  return Uint32Array.from(pairs);
}
