import { coveredOnlyBy } from '../../core/coverage.ts';
import type { LonLat } from '../../core/geo.ts';
import type { Reach } from '../../core/reach.ts';
import { Fault } from '../../data/fault.ts';
import type { Facility } from '../../data/tables/facility.ts';
import { assess, limitSeconds, type Assessment } from '../assess.ts';
import { figuresOf, type AnswerFigures } from '../figures.ts';
import { movePin, type MovedPin } from '../move-pin.ts';
import type { Prepared } from '../prepared.ts';
import type { Resolved } from '../question.ts';
import { sitesOf } from '../sites.ts';
import { movedTo, openOn } from './scenario.ts';

/** The answer with the pin where it is held now; small enough to be sent at every frame. */
export interface DragFrame extends Omit<AnswerFigures, 'offNetwork'> {
  /** Where the pin is. Degrees. */
  lon: number;
  lat: number;
  /** The pin joins no street here: nobody reaches it on streets. */
  offNetwork: boolean;
  /** False where the facility is of another service or not open: it can be dragged, and changes no figure. */
  counts: boolean;
  /** The largest gaps, as many as the page lists; `gapCount` says how many there are. */
  gaps: { rank: number; people: number; centre: LonLat }[];
  /** People within the limit now who were not when the drag began, and the other way round. */
  gained: number;
  lost: number;
  /** People within the limit of this site alone: they would be left without it. */
  only: number;
}

/** The page lists so many gaps. */
const GAPS_SHOWN = 99;

/**
 * A facility in somebody's hand. All other sites are answered for once; each frame then costs the
 * facility's own influence and the counting. What a frame says is to the bit what the answer of the
 * scenario with the move (or the addition) in it says.
 */
export class Drag {
  readonly prepared: Prepared;
  readonly #facility: Facility;
  readonly #counts: boolean;
  /** The answer of all other sites. */
  readonly #others: Assessment;
  /** Everybody's seconds when the drag began. */
  readonly #before: Float64Array;
  readonly #limit: number | Float64Array;
  #search: Reach | null = null;
  /** The frame before the pin was moved. */
  readonly first: DragFrame;

  /**
   * `picked` is the id of a facility of the scenario, or a new one whose id is not in it yet. Throws
   * a Fault where there is no such facility. `on` is the day of the question.
   */
  constructor(
    prepared: Prepared,
    { service, query, facilities, sites }: Resolved,
    picked: string | Facility,
    on: string | null,
  ) {
    this.prepared = prepared;
    const isNew = typeof picked !== 'string';
    const known = facilities.find(({ id }) => id === (isNew ? picked.id : picked));
    if (isNew && known) throw new Error(`not new: ${known.id}`);
    const found = isNew ? picked : known;
    if (!found) throw facilityUnknown(picked as string);
    this.#facility = isNew && on !== null ? openOn([found], on)[0] : found;
    this.#counts = sitesOf([this.#facility], service.key).length > 0;
    const others = sites.filter(({ id }) => id !== found.id);
    this.#others = assess(prepared, others, query);
    this.#limit = limitSeconds(prepared, query);
    const start = movePin(prepared, this.#others, this.#facility);
    const { seconds } = (isNew || !this.#counts ? this.#others : start).times;
    this.#before = seconds;
    this.first = this.#frame(start, this.#facility);
  }

  /** The answer with the pin at this place. */
  to(lon: number, lat: number): DragFrame {
    const facility = movedTo(this.#facility, lon, lat);
    const moved = movePin(this.prepared, this.#others, facility, this.#search);
    this.#search = moved.search;
    return this.#frame(moved, facility);
  }

  #frame(moved: MovedPin, { lon, lat }: Facility): DragFrame {
    const { region } = this.prepared;
    const { lon: placeLon, lat: placeLat } = region.places;
    const answer = this.#counts ? moved : this.#others;
    const { seconds } = answer.times;
    const only = (one: Float64Array, other: Float64Array) =>
      coveredOnlyBy(one, other, answer.who, this.#limit);
    return {
      ...figuresOf(answer, region.areas),
      lon,
      lat,
      offNetwork: moved.offNetwork.sites.includes(this.#others.sites.length),
      counts: this.#counts,
      gaps: answer.gaps.slice(0, GAPS_SHOWN).map(({ people, centre }, k) => ({
        rank: k + 1,
        people,
        centre: [placeLon[centre], placeLat[centre]],
      })),
      gained: only(seconds, this.#before),
      lost: only(this.#before, seconds),
      only: only(seconds, this.#others.times.seconds),
    };
  }
}

const facilityUnknown = (id: string) =>
  new Fault('facility-unknown', {
    zh: `这个地区没有编号为“${id}”的设施，无法拖动；应为地图上已有的设施或新设施。请检查方案是否为这个地区而做。`,
    en: `this region has no facility “${id}” to drag; expected one that is on the map, or a new one. Check that the scenario was made for this region.`,
  });
