import type { Remote } from 'comlink';
import type { LonLat } from '../core/geo.ts';
import type { Facility } from '../data/tables/facility.ts';
import type { Text } from '../data/fault.ts';
import type { NamedPlace } from '../data/region/nearby-names.ts';
import type { Nearby, NearbyView, ToldWalk } from '../engine/nearby/nearby.ts';
import type { NearSite } from '../engine/nearby/nearest-list.ts';
import type { SketchStreet } from '../engine/nearby/streets-around.ts';
import type { NearbySettings } from './nearby-settings.ts';
import type { Opening } from './nearby-opening.ts';
import type { RegionEntry } from './region-list.ts';
import { regionsNear } from './regions-near.ts';

export type Screen = 'what' | 'where' | 'list' | 'walk' | 'place' | 'sheet';

/** Where somebody sets out from: in this object, and nowhere else. */
export interface Start {
  at: LonLat;
  /** The chosen place; null for the device's own position, or a point of the map. */
  place: NamedPlace | null;
  /** Pointed at on the map. */
  picked?: true;
}

/** What went wrong in finding out where somebody is. */
export type WhereTrouble = 'refused' | 'unavailable' | 'inaccurate' | 'outside' | 'unknown-estate';

/** A position that may be so far out helps nobody to find the nearest. Metres. */
const ACCURATE_METRES = 500;
const MOST = 20;
/** Degrees round a region's streets within which somebody still counts as there: about 2 km. */
const MARGIN = 0.02;

/** The resident's task: what, from where, which is the nearest, how to get there. */
export class NearbyDesk {
  settings: NearbySettings = $state()!;
  screen: Screen = $state('what');
  /** The region's line in the list, which is here long before its streets. */
  entry: RegionEntry | null = $state.raw(null);
  view: NearbyView | null = $state.raw(null);
  /** Why no region could be opened. */
  trouble: Text | null = $state.raw(null);
  start: Start | null = $state.raw(null);
  whereTrouble: WhereTrouble | null = $state(null);
  /** Other regions of the host, for somebody who is outside this one: the nearest first. */
  elsewhere: RegionEntry[] = $state.raw([]);
  locating = $state(false);
  /** Null while it is being looked for, and where no street is near the start. */
  list: NearSite[] | null = $state.raw(null);
  /** Where the way asked for leads. */
  goal: Facility | null = $state.raw(null);
  /** Null while it is being looked for, and where there is none. */
  walk: ToldWalk | null = $state.raw(null);
  noWay = $state(false);
  /** The place whose own page is open. */
  place: Facility | null = $state.raw(null);
  /** Id in a link that no place of the region has. */
  unknownPlace: string | null = $state(null);
  readonly #worker: Remote<Nearby>;
  readonly #broke: Text;
  #others: RegionEntry[] = [];
  #asked = 0;
  /** The way was asked for before it was known where from. */
  #onward = false;

  /** `broke` is said when the software itself fails. */
  constructor(
    settings: NearbySettings,
    start: (broke: (error: unknown) => void) => Remote<Nearby>,
    broke: Text,
  ) {
    this.settings = settings;
    // A posted link: what and where from are said already.
    if (settings.at !== null && settings.service && settings.facility === null)
      this.screen = 'list';
    this.#broke = broke;
    this.#worker = start((error) => this.#fail(error));
  }

  /** Opens a region, and sets out from the place that a posted link names. `unreadable` is said where there is none. */
  async open(opening: Promise<Opening | null>, unreadable: Text): Promise<void> {
    try {
      const region = await opening;
      if (!region) {
        this.trouble = unreadable;
        return;
      }
      const { folder, id, entry, list: regions } = region;
      this.entry = entry;
      this.#others = regions.filter((other) => other.id !== id);
      const { at, service, pace, facility } = this.settings;
      // A link to a place shows that place first: its list is asked for when it is wanted.
      const wanted = facility === null ? service : null;
      const posted = at === null ? null : { at, service: wanted, pace, most: MOST };
      const outcome = await this.#worker.open(folder, id, entry?.nearby ?? null, posted);
      if (!outcome.ok) {
        this.trouble = outcome.text;
        return;
      }
      const { view, place, list } = outcome.value;
      this.view = view;
      if (place) this.start = { at: [place.lon, place.lat], place };
      else if (at !== null) this.whereTrouble = 'unknown-estate';
      if (facility !== null && (await this.#showLinked(facility))) await this.#look();
      // Whoever has changed the pace meanwhile is answered at the new one.
      else if (place && this.screen === 'list' && this.settings.pace === pace) this.#listed(list);
      else if (service) await this.choose(service);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What is looked for; goes on to the list where it is known where from. */
  async choose(service: string): Promise<void> {
    this.settings.service = service;
    this.#onward = false;
    this.screen = this.start ? 'list' : 'where';
    await this.#look();
  }

  async setOut(place: NamedPlace): Promise<void> {
    await this.#from({ at: [place.lon, place.lat], place });
  }

  /** A point of the map to set out from. */
  async pick(at: LonLat): Promise<void> {
    if (this.#within(at)) await this.#from({ at, place: null, picked: true });
    else this.#outside(at);
  }

  /** Asks the device where it is: only ever on somebody's own button. */
  async locate(): Promise<void> {
    this.whereTrouble = null;
    this.locating = true;
    try {
      const { coords } = await new Promise<GeolocationPosition>((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject, {
          enableHighAccuracy: true,
          timeout: 20_000,
        }),
      );
      const at: LonLat = [coords.longitude, coords.latitude];
      if (coords.accuracy > ACCURATE_METRES) this.whereTrouble = 'inaccurate';
      else if (!this.#within(at)) this.#outside(at);
      else await this.#from({ at, place: null });
    } catch (error) {
      const refused = (error as Partial<GeolocationPositionError>).code === 1;
      this.whereTrouble = refused ? 'refused' : 'unavailable';
    } finally {
      this.locating = false;
    }
  }

  /** Null where the part that knows names did not come: that is said instead. */
  async find(typed: string): Promise<NamedPlace[] | null> {
    try {
      return await this.#worker.find(typed, 8);
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  async pace(pace: NearbySettings['pace']): Promise<void> {
    this.settings.pace = pace;
    await this.#look();
    if (this.screen === 'walk' && this.goal) await this.go(this.goal);
  }

  /** The way to a place; first of all where from, if nobody has said. */
  async go(goal: Facility): Promise<void> {
    this.goal = goal;
    this.walk = null;
    this.noWay = false;
    this.settings.service ??= goal.service;
    this.#onward = !this.start;
    this.screen = this.start ? 'walk' : 'where';
    if (!this.start) return;
    const { pace } = this.settings;
    const walk = await this.#worker.walk(this.start.at, goal.id, pace);
    if (this.goal.id !== goal.id || this.settings.pace !== pace) return;
    this.walk = walk;
    this.noWay = !walk;
  }

  /** All that is known of a place. */
  show(place: Facility): void {
    this.place = place;
    this.unknownPlace = null;
    this.screen = 'place';
  }

  /** What a sheet draws around its place. */
  streetsAround(at: LonLat, metres: number): Promise<SketchStreet[]> {
    return this.#worker.streetsAround(at, metres);
  }

  /** The way from an estate's gate to a place, as a sheet tells it: at the pace of older people. */
  walkFrom(estate: NamedPlace, place: Facility): Promise<ToldWalk | null> {
    return this.#worker.walk([estate.lon, estate.lat], place.id, 'older');
  }

  /** Whether there is such a place. */
  async #showLinked(id: string): Promise<boolean> {
    const place = await this.#worker.facilityOf(id);
    if (place) this.show(place);
    else this.unknownPlace = id;
    return place !== null;
  }

  async #from(start: Start): Promise<void> {
    this.start = start;
    this.whereTrouble = null;
    this.unknownPlace = null;
    const { goal } = this;
    if (this.#onward && goal) {
      await this.#look();
      // No street is near the start: another has to be named, and the way is still wanted.
      if (this.start) await this.go(goal);
      return;
    }
    this.screen = this.settings.service ? 'list' : 'what';
    await this.#look();
  }

  /** The newest question wins. */
  async #look(): Promise<void> {
    const { service, pace } = this.settings;
    if (!service || !this.start) return;
    const ticket = ++this.#asked;
    this.list = null;
    const list = await this.#worker.nearest(this.start.at, service, pace, MOST);
    if (ticket === this.#asked) this.#listed(list);
  }

  /** Null: nowhere near a street, and another place to set out from has to be named. */
  #listed(list: NearSite[] | null): void {
    this.list = list;
    if (list) return;
    this.#outside(this.start!.at);
    this.start = null;
    this.screen = 'where';
  }

  #outside(at: LonLat): void {
    this.whereTrouble = 'outside';
    this.elsewhere = regionsNear(this.#others, at);
  }

  #within([lon, lat]: LonLat): boolean {
    const [west, south, east, north] = this.view!.manifest.bbox;
    const [w, s, e, n] = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
    return lon >= w && lon <= e && lat >= s && lat <= n;
  }

  #fail(error: unknown): void {
    console.error(error);
    this.trouble = this.#broke;
  }
}
