import type { Text } from '../data/fault.ts';
import type { Service } from '../data/services.ts';
import type { EngineClient } from '../engine/client.ts';
import type { Figures, Part, Question, RegionView } from '../engine/engine.ts';
import type { Disagreement } from '../engine/compare.ts';
import type { Band } from '../engine/picture.ts';
import type { RankedGap } from '../engine/rank-gaps.ts';
import { bandMinutes, speedOf, type Settings } from './settings.ts';

/** One line of tiles/index.json. */
export interface RegionEntry {
  id: string;
  name: string;
  name_en?: string;
  invented: boolean;
}

/** What went wrong, and which region it was about. */
export interface Trouble {
  text: Text;
  region: string | null;
}

/** The region on screen, the question asked of it and what has come back so far. */
export class Session {
  settings: Settings = $state()!;
  regions: RegionEntry[] = $state.raw([]);
  view: RegionView | null = $state.raw(null);
  trouble: Trouble | null = $state.raw(null);
  /** Parts of the newest answer; those of the one before stay until they are replaced. */
  figures: Figures | null = $state.raw(null);
  bands: Band[] = $state.raw([]);
  /** People reached within 0 … 30 minutes, of how many. */
  curve: { reached: number[]; people: number } | null = $state.raw(null);
  gaps: RankedGap[] = $state.raw([]);
  disagreement: Disagreement | null = $state.raw(null);
  places: string | null = $state.raw(null);
  /** True from a question until its last part. */
  busy = $state(false);
  selectedGap: number | null = $state(null);
  selectedArea: string | null = $state(null);
  selectedSite: string | null = $state(null);

  readonly services: Service[];
  readonly #engine: EngineClient;
  readonly #base: string;
  #opening: string | null = null;

  constructor(settings: Settings, services: Service[], engine: EngineClient, base: string) {
    this.settings = settings;
    this.services = services;
    this.#engine = engine;
    this.#base = base;
  }

  readonly service: Service = $derived.by(
    () => this.services.find(({ key }) => key === this.settings.service) ?? this.services[0],
  );
  readonly minutes: number = $derived.by(() => this.settings.minutes ?? this.service.minutes);
  readonly speed: number = $derived.by(() => speedOf(this.settings));
  /** The region to show: the one asked for, else the first there is. */
  readonly region: string | null = $derived.by(
    () => this.settings.region ?? this.regions[0]?.id ?? null,
  );
  readonly question: Question = $derived.by(() => ({
    service: this.service.key,
    minutes: bandMinutes(this.minutes),
    profile: this.settings.profile,
    speed: this.speed,
    method: this.settings.method,
    detour: this.settings.detour,
    places: this.settings.places,
  }));

  /** Reads which regions there are. */
  async list(unreadable: Text): Promise<void> {
    try {
      const response = await fetch(`${this.#base}index.json`);
      this.regions = (await response.json()) as RegionEntry[];
      if (!this.regions.length && !this.settings.region) throw new Error('no region');
    } catch {
      if (!this.settings.region) this.trouble = { text: unreadable, region: null };
    }
  }

  /** Opens a region; when another is wanted before it is there, only that one shows. */
  async open(id: string): Promise<void> {
    this.#opening = id;
    this.#forget();
    this.trouble = null;
    const outcome = await this.#engine.open(this.#base, id, $state.snapshot(this.services));
    if (this.#opening !== id) return;
    if (outcome.ok) this.view = outcome.value;
    else this.trouble = { text: outcome.text, region: id };
  }

  /** Asks the question of the open region. */
  ask(question: Question, broke: Text): void {
    this.busy = true;
    this.selectedGap = null;
    this.#engine.ask(
      question,
      (part) => this.#take(part),
      (error) => {
        console.error(error);
        this.busy = false;
        this.trouble = { text: broke, region: null };
      },
    );
  }

  #take(part: Part): void {
    if (part.kind === 'figures') {
      this.figures = part.figures;
      this.disagreement = null;
      if (!part.figures.question.places) this.#dropPlaces();
    } else if (part.kind === 'bands') this.bands = part.bands;
    else if (part.kind === 'curve') this.curve = part.curve;
    else if (part.kind === 'gaps') this.gaps = part.gaps;
    else if (part.kind === 'places') {
      this.#dropPlaces();
      this.places = part.url;
    } else {
      this.disagreement = part.disagreement;
      this.busy = false;
    }
  }

  #forget(): void {
    if (this.view) URL.revokeObjectURL(this.view.streets);
    this.#dropPlaces();
    this.view = null;
    this.figures = null;
    this.bands = [];
    this.curve = null;
    this.gaps = [];
    this.disagreement = null;
    this.selectedGap = null;
    this.selectedArea = null;
    this.selectedSite = null;
  }

  #dropPlaces(): void {
    if (this.places) URL.revokeObjectURL(this.places);
    this.places = null;
  }
}
