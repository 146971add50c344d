import { proxy, type ProxyMarked } from 'comlink';
import type { Service } from '../data/services.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { PeopleField } from '../data/tables/people-field.ts';
import type { Claim } from '../data/claims.ts';
import { capacityStudy, type CapacityStudy, type DecayRule } from './access/capacity-study.ts';
import { leftOut, type LeftOut } from './access/left-out.ts';
import { breathing } from './breathing.ts';
import type { ClaimGround } from './claims/claim-ground.ts';
import type { ClaimResult } from './claims/claim-result.ts';
import type { SiteBound } from './claims/reach-bound.ts';
import type { Outcome } from './engine.ts';
import type { MethodBlock } from '../data/export/method.ts';
import type { Handed, Order } from './handin/hand-in.ts';
import type { Rerun } from './handin/rerun.ts';
import type { Occasion } from './handin/subject.ts';
import type { Importing } from './import/importing.ts';
import type { ImportedLayer } from './import/lay-imported.ts';
import { objectUrl } from './object-url.ts';
import { outcomeOf } from './outcome.ts';
import type { Prepared } from './prepared.ts';
import { resolve, type Question, type Resolved } from './question.ts';
import { compareScenarios, type Comparison } from './scenario/compare-scenarios.ts';
import { contributionsOf, type Contributions } from './scenario/contributions.ts';
import { Drag, type DragFrame } from './scenario/drag.ts';
import type { Edit } from './scenario/scenario.ts';
import type { Greatest, GreatestProgress, GreatestRequest } from './siting/greatest-answer.ts';
import type { SiteProgress, SiteRequest, SiteResult } from './siting/propose.ts';
import type { Solving } from './siting/solver-client.ts';
import { sensitivity, type Sensitivity } from './sensitivity.ts';
import { serviceCurves, type ServiceCurve } from './service-curves.ts';
import {
  againstStandards,
  type AgainstStandard,
  type MetresBy,
  type StandardAsk,
} from './standards.ts';
import { together, type Together, type TogetherAsk } from './together.ts';

/** What a study works on: the region that is open, and the services there are. */
export interface Opened {
  prepared: Prepared;
  services: Service[];
  /** The region without what was brought along, and what that is. */
  plain?: Prepared;
  layers?: ImportedLayer[];
}

/**
 * Studies beyond the first answer, each a plain method that delegates to a file of its own. It
 * lives in the engine's worker and is loaded when it is first wanted.
 */
export class Workbench {
  readonly #opened: () => Opened;
  #drag: Drag | null = null;
  #solving: Solving | null = null;
  #greatest = 0;

  /** `opened` throws where no region is open. */
  constructor(opened: () => Opened) {
    this.#opened = opened;
  }

  /** Id of the region that is open. */
  async region(): Promise<string> {
    return this.#opened().prepared.region.id;
  }

  /**
   * Takes a facility in hand: one of the scenario by its id, or a new one. Comes back with the
   * frame before it is moved. Whatever was in hand before is let go.
   */
  async startDrag(question: Question, picked: string | Facility): Promise<Outcome<DragFrame>> {
    return outcomeOf(() => {
      this.#drag = null;
      const { prepared } = this.#opened();
      this.#drag = new Drag(prepared, this.#resolve(question), picked, question.on);
      return this.#drag.first;
    });
  }

  /** The answer with the facility in hand at this place; null where none is, or the region is another by now. */
  async dragTo(lon: number, lat: number): Promise<DragFrame | null> {
    if (this.#drag?.prepared !== this.#opened().prepared) this.#drag = null;
    return this.#drag?.to(lon, lat) ?? null;
  }

  /** Lets go: the memory of the drag is given back. */
  async endDrag(): Promise<void> {
    this.#drag = null;
  }

  /**
   * The same question asked of two lists of edits, either of which may be empty, whatever its own
   * edits are. `url` is the places that gain or lose, for the map; whoever asked revokes it.
   */
  async compare(
    question: Question,
    before: Edit[],
    after: Edit[],
  ): Promise<{ comparison: Comparison; url: string }> {
    const [one, two] = [before, after].map((edits) => this.#resolve({ ...question, edits }));
    const { comparison, geoJson } = compareScenarios(this.#opened().prepared, one, two);
    return { comparison, url: objectUrl(geoJson) };
  }

  /** What each site of the question contributes. */
  async contributions(question: Question): Promise<Contributions> {
    return contributionsOf(this.#opened().prepared, this.#resolve(question));
  }

  /**
   * New sites for the question: `greedy` hears the quick answer, `progress` how far the proof is.
   * Another proposal, or stopProposal, ends one that is still being proven with the best so far.
   */
  async propose(
    question: Question,
    request: SiteRequest,
    greedy: (result: SiteResult) => void,
    progress: (progress: SiteProgress) => void,
  ): Promise<Outcome<SiteResult>> {
    const [{ proposeSites }, { Solving }] = await Promise.all([
      import('./siting/propose.ts'),
      import('./siting/solver-client.ts'),
    ]);
    this.#solving?.stop();
    const solving = (this.#solving = new Solving());
    return outcomeOf(() =>
      proposeSites(this.#opened().prepared, this.#resolve(question), request, {
        solve: (mip, start, told) => solving.solve(mip, start, told),
        greedy,
        progress,
        pause: () => solving.pause(),
      }),
    );
  }

  async stopProposal(): Promise<void> {
    this.#solving?.stop();
  }

  /**
   * What any n sites could cover at most. Another such question, or stopGreatest, ends one that is
   * still being worked on with the bound so far; others have their turn meanwhile.
   */
  async greatest(
    question: Question,
    request: GreatestRequest,
    progress: (progress: GreatestProgress & { peopleField: PeopleField }) => void,
  ): Promise<Greatest & { peopleField: PeopleField }> {
    const ticket = ++this.#greatest;
    const { greatest } = await import('./siting/greatest.ts');
    const { prepared } = this.#opened();
    const { query, sites, peopleField } = this.#resolve(question);
    const breathe = breathing(() => ticket !== this.#greatest);
    const told = (step: GreatestProgress) => progress({ ...step, peopleField });
    const found = await greatest(prepared, query, sites, request, told, breathe);
    return { ...found, peopleField };
  }

  async stopGreatest(): Promise<void> {
    this.#greatest++;
  }

  /** Who is beyond the limit, by age, and how unequally minutes are shared out. */
  async leftOut(question: Question): Promise<LeftOut> {
    return leftOut(this.#opened().prepared, this.#resolve(question));
  }

  /** Who has a place where sites have only so many. */
  async capacity(question: Question, rule: DecayRule): Promise<CapacityStudy> {
    return capacityStudy(this.#opened().prepared, this.#resolve(question), rule);
  }

  /**
   * Several services at once. `url` is the places shown, for the map's source `lacking`; whoever
   * asked revokes it.
   */
  async together(ask: TogetherAsk): Promise<Omit<Together, 'geojson'> & { url: string }> {
    const { prepared, services } = this.#opened();
    const { geojson, ...found } = together(prepared, services, ask);
    return { ...found, url: objectUrl(geojson) };
  }

  /** The curve of each of these services, each of its own people. */
  async serviceCurves(question: Question, keys: string[]): Promise<ServiceCurve[]> {
    const { prepared, services } = this.#opened();
    return serviceCurves(prepared, services, question, keys);
  }

  /** How the question's figure hangs on the speed. */
  async sensitivity(question: Question): Promise<Sensitivity> {
    const { sites, query } = this.#resolve(question);
    return sensitivity(this.#opened().prepared, sites, query);
  }

  /** Services against the standards chosen for them; `wanted` is the share of people, 0 … 1. */
  async againstStandards(
    question: Question,
    asks: StandardAsk[],
    wanted: number,
    metresBy: MetresBy,
  ): Promise<AgainstStandard[]> {
    const { prepared, services } = this.#opened();
    return againstStandards(prepared, services, question, asks, wanted, metresBy);
  }

  /** Makes one file of a question, see handin/hand-in.ts: it is loaded when it is first wanted. */
  async handIn(question: Question, occasion: Occasion, order: Order): Promise<Handed> {
    const { prepared, services, plain, layers } = this.#opened();
    const { handIn } = await import('./handin/hand-in.ts');
    const { subjectOfQuestion } = await import('./handin/subject.ts');
    if (!plain || !layers?.length) {
      return handIn(prepared, subjectOfQuestion(prepared, services, question, occasion), order);
    }
    const { withLayers } = await import('./import/lay-imported.ts');
    const { facilities } = plain.region;
    const laid = withLayers(facilities, layers, question.edits, occasion.scenarioName);
    const asked = { ...question, edits: laid?.edits ?? [] };
    const told = { ...occasion, scenarioName: laid?.name ?? null };
    return handIn(plain, subjectOfQuestion(plain, services, asked, told), order);
  }

  /** Asks a file's question again, see handin/rerun.ts. `bundle` is the SHA-256 of the region's that is open. */
  async rerun(block: MethodBlock, bundle: string): Promise<Outcome<Rerun[]>> {
    const { prepared, services, plain = prepared } = this.#opened();
    const { rerun, checkVersion } = await import('./handin/rerun.ts');
    return outcomeOf(() => {
      checkVersion(block, plain.region.id, bundle);
      // Whatever is laid over the region now: a file has in it what it was made with.
      return rerun(plain, services, block);
    });
  }

  /**
   * Published figures beside what the open region computes to, as it is listed and with what was
   * brought along; `sharp` are bounds that sharpenClaim gave, by id of the claim.
   */
  async claims(
    claims: Claim[],
    about: ClaimGround['about'],
    sharp: Record<string, SiteBound>,
  ): Promise<ClaimResult[]> {
    const { testClaims } = await import('./claims/test-claims.ts');
    return testClaims(claims, { ...this.#opened(), about }, sharp);
  }

  /**
   * What the claimed number of sites could do at most, anywhere; see claims/sharpen-claim.ts. `told`
   * hears the bound so far; stopGreatest ends it.
   */
  async sharpenClaim(
    claim: Claim,
    about: ClaimGround['about'],
    told: (share: number) => void,
  ): Promise<SiteBound | null> {
    const ticket = ++this.#greatest;
    const { sharpenClaim } = await import('./claims/sharpen-claim.ts');
    const breathe = breathing(() => ticket !== this.#greatest);
    return sharpenClaim(claim, { ...this.#opened(), about }, breathe, told);
  }

  /** A desk for bringing in a file of one's own, see import/importing.ts: loaded when it is first wanted. */
  async importing(): Promise<Importing & ProxyMarked> {
    const { Importing } = await import('./import/importing.ts');
    return proxy(new Importing(this.#opened));
  }

  #resolve(question: Question): Resolved {
    const { prepared, services } = this.#opened();
    return resolve(prepared, services, question);
  }
}
