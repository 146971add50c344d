import { profileOf, type Profile, type ZoneMinutes } from '../core/profile.ts';
import type { Text } from '../data/fault.ts';
import type { OutsideBasemap } from '../data/outside-basemaps.ts';
import type { Layer } from '../data/project/layer.ts';
import type { Service } from '../data/services.ts';
import type { Facility } from '../data/tables/facility.ts';
import { limitsOf } from '../engine/asked.ts';
import type { Bench, EngineClient } from '../engine/client.ts';
import type { Disagreement } from '../engine/compare.ts';
import type { Figures, Part, RegionView } from '../engine/engine.ts';
import type { Band } from '../engine/isochrone-bands.ts';
import { retireUrl } from '../engine/object-url.ts';
import type { Question } from '../engine/question.ts';
import type { RankedGap } from '../engine/rank-gaps.ts';
import type { DragFrame } from '../engine/scenario/drag.ts';
import { applyEdits, openOn } from '../engine/scenario/scenario.ts';
import { hasZones } from '../engine/zones.ts';
import { framedFigures } from './framed-figures.ts';
import type { Interval } from './interval.ts';
import { Layers } from './layers.svelte.ts';
import { readOutsideList } from './outside-list.ts';
import { readRegionList, type RegionEntry } from './region-list.ts';
import { Scenarios } from './scenarios.svelte.ts';
import type { Settings } from './settings.ts';
import type { Target } from './map-target.ts';
import type { Trouble } from './trouble.ts';

/** The region on screen, the question asked of it and what has come back so far. */
export class Session {
  settings: Settings = $state()!;
  regions: RegionEntry[] = $state.raw([]);
  /** The outside basemaps that are offered, most often none; null until that is known. */
  outside: OutsideBasemap[] | null = $state.raw(null);
  /** What is wrong with the deployer's list of them. */
  outsideFaults: Text[] = $state.raw([]);
  /** The address's outside basemap that is not offered. */
  unknownBasemap: string | null = $state(null);
  view: RegionView | null = $state.raw(null);
  trouble: Trouble | null = $state.raw(null);
  /** Parts of the newest answer; those of the one before stay until they are replaced. */
  figures: Figures | null = $state.raw(null);
  bands: Band[] = $state.raw([]);
  /** People reached within 0 … 30 minutes, of how many, and the limit that was asked for. */
  curve: { reached: number[]; people: number; minutes: number } | null = $state.raw(null);
  gaps: RankedGap[] = $state.raw([]);
  /** False while the gaps on screen are those of the question before. */
  gapsCurrent = $state(false);
  disagreement: Disagreement | null = $state.raw(null);
  places: string | null = $state.raw(null);
  /** What a wheelchair loses, and the object URL of where; null for any other question. */
  stepFree: Extract<Part, { kind: 'step-free' }> | null = $state.raw(null);
  /** A facility in somebody's hand, which the figures follow; null once the answer at rest is there. */
  frame: DragFrame | null = $state.raw(null);
  /** How far the share hangs on the speed, once somebody has asked; of the answer it was asked for. */
  interval: Interval | null = $state.raw(null);
  /** True from a question until its last part. */
  busy = $state(false);
  selectedGap: number | null = $state(null);
  selectedArea: string | null = $state(null);
  selectedSite: string | null = $state(null);
  target: Target | null = $state.raw(null);

  readonly scenarios = new Scenarios();
  readonly layers = new Layers();
  readonly services: Service[];
  readonly #engine: EngineClient;
  readonly #base: string;
  readonly #broke: Text;
  #opening = 0;
  /** The engine answers nothing any more. */
  #dead = false;

  /** `broke` is what to say when the engine fails. */
  constructor(
    settings: Settings,
    services: Service[],
    start: (broke: (error: unknown) => void) => EngineClient,
    base: string,
    broke: Text,
  ) {
    this.settings = settings;
    this.services = services;
    this.#base = base;
    this.#broke = broke;
    this.#engine = start((error) => this.#fail(error, true));
  }

  readonly service: Service = $derived.by(
    () => this.services.find(({ key }) => key === this.settings.service) ?? this.services[0],
  );
  readonly minutes: number = $derived.by(() => this.settings.minutes ?? this.service.minutes);
  readonly profile: Profile = $derived.by(() =>
    profileOf(this.settings.profile ?? this.service.profile ?? 'general')!,
  );
  readonly speed: number = $derived.by(() => this.settings.speed ?? this.profile.speed);
  /** The profile's limits by zone, where the region has zones and no limit was chosen. */
  readonly zoneMinutes: ZoneMinutes | undefined = $derived.by(
    () => limitsOf(this.settings, this.service, this.profile, this.zoned).zoneMinutes,
  );
  /** Whether the region's areas say which are urban and which rural. */
  readonly zoned: boolean = $derived.by(() => !!this.view && hasZones(this.view));
  /** The region to show: the one asked for, else the first there is. */
  readonly region: string | null = $derived.by(
    () => this.settings.region ?? this.regions[0]?.id ?? null,
  );
  /** The outside basemap chosen; null for our own, undefined while it is not known yet. */
  readonly basemap: OutsideBasemap | null | undefined = $derived.by(() => {
    const { basemap } = this.settings;
    if (basemap === null) return null;
    return this.outside ? (this.outside.find(({ id }) => id === basemap) ?? null) : undefined;
  });
  /** The facilities of the scenario on screen; the region's own where there is none. */
  readonly facilities: Facility[] = $derived.by(() => {
    const edited = applyEdits(this.view?.facilities ?? [], this.scenarios.edits);
    return this.scenarios.on === null ? edited : openOn(edited, this.scenarios.on);
  });
  /** Whether the open region lists any facility of the answered service, of whatever status. */
  readonly listed: boolean = $derived.by(() => {
    const key = this.figures?.question.service ?? this.service.key;
    return this.facilities.some(({ service }) => service === key);
  });
  readonly question: Question = $derived.by(() => ({
    service: this.service.key,
    ...limitsOf(this.settings, this.service, this.profile, this.zoned),
    profile: this.profile.key,
    speed: this.speed,
    method: this.settings.method,
    detour: this.settings.detour,
    places: this.settings.places || this.settings.evidence,
    edits: this.scenarios.edits,
    on: this.scenarios.on,
  }));

  /**
   * Reads which regions and outside basemaps there are; `unreadable` is said where no region is
   * named either.
   */
  async list(unreadable: Text): Promise<void> {
    const outside = this.#listOutside();
    this.regions = await readRegionList(`${this.#base}index.json`);
    if (!this.region) this.trouble = { kind: 'list', text: unreadable };
    await outside;
  }

  async #listOutside(): Promise<void> {
    const { rows, rejected } = await readOutsideList(`${this.#base}basemaps.json`);
    this.outside = rows;
    this.outsideFaults = rejected.map(({ text }) => text);
    if (this.basemap || this.settings.basemap === null) return;
    this.unknownBasemap = this.settings.basemap;
    this.settings.basemap = null;
  }

  /** Where the open region's own basemap lies; null where it has none. */
  readonly archive: string | null = $derived.by(() => {
    if (!this.view?.manifest.basemap) return null;
    const { id, basemap } = this.view.manifest;
    return `${this.#base}${encodeURIComponent(id)}/${encodeURIComponent(basemap.file)}`;
  });

  /** Opens a region; when another is wanted before it is there, only that one shows. */
  async open(id: string): Promise<void> {
    if (this.#dead) return;
    const ticket = ++this.#opening;
    this.#forget();
    this.scenarios.enter(id);
    this.trouble = null;
    try {
      const outcome = await this.#engine.open(this.#base, id, this.services);
      if (ticket !== this.#opening) return;
      if (!outcome.ok) {
        this.trouble = { kind: 'region', text: outcome.text };
        return;
      }
      this.view = outcome.value;
    } catch (error) {
      if (ticket === this.#opening) this.#fail(error);
    }
  }

  /** Lays what was brought along over the open region, in place of what was; why it cannot be, or null. */
  async lay(layers: readonly Layer[]): Promise<Text | null> {
    const { view } = this;
    const laid = await this.#engine.lay(layers);
    if (!laid.ok) return laid.text;
    // Another region may have been opened meanwhile, and its engine has forgotten the layers.
    if (view && this.view === view) this.view = { ...view, facilities: laid.value };
    return null;
  }

  /** Asks the question of the open region. */
  ask(question: Question): void {
    this.busy = true;
    this.gapsCurrent = false;
    this.#engine.ask(
      question,
      (part) => this.#take(part, question),
      (error) => this.#fail(error),
    );
  }

  /** The studies of the workbench. */
  bench(): Promise<Bench> {
    return this.#engine.workbench();
  }

  /** Selects a gap of the present answer, or none when it is selected already. */
  selectGap(rank: number): void {
    if (!this.gapsCurrent) return;
    this.selectedGap = this.selectedGap === rank ? null : rank;
    const gap = this.gaps.find((each) => each.rank === this.selectedGap);
    if (gap) this.target = { lon: gap.centre[0], lat: gap.centre[1], areaKm2: gap.areaKm2 };
  }

  /**
   * Shows the figures with facility `id` where it is held now. Whatever takes longer goes until the
   * ordinary question is asked, which whoever lets go of the facility sees to.
   */
  showFrame(frame: DragFrame, id: string): void {
    if (!this.figures) return;
    this.figures = framedFigures(this.figures, frame, id);
    this.disagreement = null;
    this.curve = null;
    this.gapsCurrent = false;
    this.frame = frame;
    this.#dropStepFree();
  }

  #fail(error: unknown, dead = false): void {
    this.#dead ||= dead;
    console.error(error);
    this.busy = false;
    this.trouble = { kind: 'engine', text: this.#broke };
  }

  #take(part: Part, question: Question): void {
    const minutes = question.minutes[question.minutes.length - 1];
    if (part.kind === 'figures') {
      this.figures = part.figures;
      this.frame = null;
      this.disagreement = null;
      this.trouble = null;
      const site = this.facilities.find(({ id }) => id === this.selectedSite);
      if (site?.service !== question.service) this.selectedSite = null;
      if (!question.places) this.#dropPlaces();
      this.#dropStepFree();
    } else if (part.kind === 'bands') this.bands = part.bands;
    else if (part.kind === 'curve') this.curve = { ...part.curve, minutes };
    else if (part.kind === 'gaps') this.#takeGaps(part.gaps);
    else if (part.kind === 'places') {
      this.#dropPlaces();
      this.places = part.url;
    } else if (part.kind === 'step-free') {
      this.#dropStepFree();
      this.stepFree = part;
    } else {
      this.disagreement = part.disagreement;
      this.busy = false;
    }
  }

  /** A selection stays only where the new answer has the very same gap. */
  #takeGaps(gaps: RankedGap[]): void {
    const old = this.gaps.find(({ rank }) => rank === this.selectedGap);
    const same = gaps.find(({ rank }) => rank === this.selectedGap);
    if (old?.people !== same?.people || old?.centre.join() !== same?.centre.join()) {
      this.selectedGap = null;
    }
    this.gaps = gaps;
    this.gapsCurrent = true;
  }

  #forget(): void {
    this.#dropPlaces();
    this.#dropStepFree();
    this.view = null;
    this.figures = null;
    this.frame = null;
    this.bands = [];
    this.curve = null;
    this.gaps = [];
    this.gapsCurrent = false;
    this.disagreement = null;
    this.selectedGap = null;
    this.selectedArea = null;
    this.selectedSite = null;
    this.target = null;
  }

  #dropStepFree(): void {
    this.stepFree = retireUrl(this.stepFree?.url);
  }

  #dropPlaces(): void {
    this.places = retireUrl(this.places);
  }
}
