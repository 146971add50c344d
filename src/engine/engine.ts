import { proxy, type ProxyMarked } from 'comlink';
import type { Text } from '../data/fault.ts';
import type { Layer } from '../data/project/layer.ts';
import type { Manifest } from '../data/region/manifest.ts';
import type { PeopleField } from '../data/tables/people-field.ts';
import type { Area } from '../data/tables/area.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { Service } from '../data/services.ts';
import { assess } from './assess.ts';
import { streetsAgainstCircles, type Disagreement } from './compare.ts';
import { fetchRegion } from './fetch-region.ts';
import { curveOf, type Curve } from './curve.ts';
import { isochroneBands, type Band } from './isochrone-bands.ts';
import { figuresOf, type AnswerFigures } from './figures.ts';
import { lostPlacesGeoJson, placesGeoJson } from './map-data.ts';
import type { ImportedLayer } from './import/lay-imported.ts';
import { objectUrl } from './object-url.ts';
import { outcomeOf } from './outcome.ts';
import { Prepared } from './prepared.ts';
import type { Query } from './query.ts';
import { resolve, type Question } from './question.ts';
import { rankGaps, type RankedGap } from './rank-gaps.ts';
import type { Edit } from './scenario/scenario.ts';
import { equippedOf, type Equipped } from './sites.ts';
import { stepFree, type StepFree } from './step-free.ts';
import type { Workbench } from './workbench.ts';

/** What the page needs to know of a region once. */
export interface RegionView {
  manifest: Manifest;
  facilities: Facility[];
  areas: Area[];
}

/** The numbers of an answer to a question of the page. */
export interface Figures extends AnswerFigures {
  question: Question;
  peopleField: PeopleField;
  equipped: Equipped | null;
  /** Edits of the scenario that have nothing to change here: it was made for another region, or an older one. */
  ignored: Edit[];
}

/** An answer comes in parts: the figures at once, what takes longer as it is ready. */
export type Part =
  | { kind: 'figures'; figures: Figures }
  | { kind: 'bands'; bands: Band[] }
  | { kind: 'curve'; curve: { reached: number[]; people: number } }
  | { kind: 'gaps'; gaps: RankedGap[] }
  | { kind: 'step-free'; figures: Omit<StepFree, 'places'>; url: string }
  | { kind: 'disagreement'; disagreement: Disagreement }
  | { kind: 'places'; url: string };

/** A user's fault as data, since an Error loses its fields between threads. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: string; text: Text };

/** The page lists and draws at most so many gaps; the figures say how many there are. */
const GAPS_SHOWN = 99;

/** What runs in the worker: plain methods that tests call without one. */
export class Engine {
  /** The region as it was opened, and with what was brought along laid over it. */
  #plain: Prepared | null = null;
  #prepared: Prepared | null = null;
  #layers: ImportedLayer[] = [];
  #services: Service[] = [];
  /** Counted apart, so that a question about the region before stops no opening. */
  #opens = 0;
  #asks = 0;

  /** Fetches and opens tiles/<id>/ below `base`. */
  async open(base: string, id: string, services: Service[]): Promise<Outcome<RegionView>> {
    const ticket = ++this.#opens;
    this.#asks++;
    return outcomeOf(async () => {
      const { region, manifest } = await fetchRegion(base, id);
      // Another region may have been wanted while this one was downloading.
      if (ticket === this.#opens) {
        this.#plain = this.#prepared = new Prepared(region);
        this.#layers = [];
      }
      this.#services = services;
      const { facilities, areas } = region;
      return { manifest, facilities, areas };
    });
  }

  /**
   * Lays the facilities of a project's layers over the open region, in place of those laid before;
   * none gives the region back as it was. Every answer and study from here on sees them. Returns all
   * facilities; a layer with damaged rows is a fault, and everything stays as it was.
   */
  async lay(layers: readonly Layer[]): Promise<Outcome<Facility[]>> {
    const plain = this.#plain ?? this.#opened();
    const { layImported, unpacked } = await import('./import/lay-imported.ts');
    return outcomeOf(() => {
      const imported = unpacked(layers);
      const facilities = layImported(plain.region.facilities, imported);
      // Another region may have been opened meanwhile.
      if (plain === this.#plain) {
        this.#asks++;
        this.#layers = imported;
        this.#prepared = imported.length ? plain.withFacilities(facilities) : plain;
      }
      return facilities;
    });
  }

  /** The studies of the planner's workbench on whatever region is open when they are asked. */
  async workbench(): Promise<Workbench & ProxyMarked> {
    const { Workbench } = await import('./workbench.ts');
    return proxy(
      new Workbench(() => ({
        prepared: this.#opened(),
        services: this.#services,
        plain: this.#plain!,
        layers: this.#layers,
      })),
    );
  }

  #opened(): Prepared {
    if (!this.#prepared) throw new Error('no region is open');
    return this.#prepared;
  }

  /** Answers in parts through `emit`; stops between parts when a newer question has come. */
  async ask(question: Question, emit: (part: Part) => void): Promise<void> {
    const ticket = ++this.#asks;
    const prepared = this.#opened();
    const { region } = prepared;
    const { service, query, peopleField, facilities, sites, ignored } = resolve(
      prepared,
      this.#services,
      question,
    );
    const answer = assess(prepared, sites, query);
    emit({
      kind: 'figures',
      figures: {
        question,
        peopleField,
        ignored,
        equipped: service.measure === 'share_equipped' ? equippedOf(facilities, service.key) : null,
        ...figuresOf(answer, region.areas),
      },
    });
    let curve: Curve;
    const rest: (() => Part | null | Promise<Part>)[] = [
      () =>
        answer.reach
          ? { kind: 'bands', bands: isochroneBands(prepared, query, answer.reach) }
          : circles(sites, query),
      () => ({ kind: 'gaps', gaps: rankGaps(prepared, answer, GAPS_SHOWN) }),
      () => {
        curve = curveOf(prepared, answer);
        const reached = Array.from(curve.people);
        return { kind: 'curve', curve: { reached, people: answer.people } };
      },
      () => {
        if (!question.places) return null;
        return { kind: 'places', url: objectUrl(placesGeoJson(prepared, answer, curve.times)) };
      },
      () => {
        const free = stepFree(prepared, answer);
        if (!free) return null;
        const { places, ...figures } = free;
        return {
          kind: 'step-free',
          figures,
          url: objectUrl(lostPlacesGeoJson(prepared, answer, places)),
        };
      },
      () => ({ kind: 'disagreement', disagreement: streetsAgainstCircles(prepared, answer) }),
    ];
    for (const next of rest) {
      await messages();
      if (ticket !== this.#asks) return;
      const part = await next();
      if (part && ticket === this.#asks) emit(part);
    }
  }
}

/** Few ask for circles: what draws them is fetched when they do. */
async function circles(sites: Facility[], query: Query): Promise<Part> {
  const { circleBands } = await import('./circle-bands.ts');
  return { kind: 'bands', bands: circleBands(sites, query) };
}

/** Lets waiting messages in, which is where a newer question would be. */
function messages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
