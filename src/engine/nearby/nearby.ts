import type { Bbox, LonLat } from '../../core/geo.ts';
import { profileOf, type ProfileKey } from '../../core/profile.ts';
import type { Manifest } from '../../data/region/manifest.ts';
import type { NamedPlace } from '../../data/region/nearby-names.ts';
import type { Region } from '../../data/region/region.ts';
import type { Facility } from '../../data/tables/facility.ts';
import type { Text } from '../../data/fault.ts';
import type { Outcome } from '../engine.ts';
import { outcomeOf } from '../outcome.ts';
import { sitesOf } from '../sites.ts';
import { plainStreets, type Streets } from '../streets.ts';
import { walkSentences } from '../walk/turn-sentences.ts';
import { walkWithStepFree, type Walk } from '../walk/walk.ts';
import { fetchNearby } from './fetch-nearby.ts';
import type * as FindNames from './find-names.ts';
import { nearestList, type NearSite } from './nearest-list.ts';
import type { SketchStreet } from './streets-around.ts';

/** What the resident's page needs to know of a region once. */
export interface NearbyView {
  manifest: Manifest;
  /** Keys of the services that have an open place. */
  services: string[];
  /** Where most of its places are, for a map to begin with. */
  heart: Bbox;
  /** Somewhere of it that one could set out from, an estate if it has any; null where nothing has a name. */
  example: NamedPlace | null;
}

/** What a posted link asks for, answered along with the region: each question more is a wait more. */
export interface Posted {
  /** Id of the place to set out from. */
  at: string;
  service: string | null;
  pace: ProfileKey;
  most: number;
}

/** A region that is open, and what a posted link asked of it. */
export interface Opened {
  view: NearbyView;
  /** Null where there is no place with the id of the link. */
  place: NamedPlace | null;
  /** See `nearest`; null also where nothing was asked for. */
  list: NearSite[] | null;
}

/** A walk as it is told, one sentence for each turn. */
export interface ToldWalk extends Walk {
  sentences: Text[];
  /** Null where the way has no steps, `'none'` where there is no other without them. */
  stepFree: (Walk & { extraSeconds: number; sentences: Text[] }) | 'none' | null;
}

/** Milliseconds after which the part that knows names is fetched. */
const NAMES_LATER = 1000;

type Finder = Pick<typeof FindNames, 'namesFinder'>;

type Fetched = Awaited<ReturnType<typeof fetchNearby>> & { streets: Streets };

/** What the resident's page asks, in a worker of its own; where somebody is goes no farther than here. */
export class Nearby {
  #open: { region: Region; streets: Streets } | null = null;
  #names: NamedPlace[] = [];
  #find: ((typed: string, most: number) => NamedPlace[]) | null = null;
  #finding: Promise<Finder> | null = null;
  #begun: { folder: string; fetched: Promise<Fetched> } | null = null;

  /** Fetches region `id` in `folder` before anybody opens it; see fetchNearby. */
  begin(folder: string, id: string, file: string | null): void {
    const fetched = fetchWithStreets(folder, id, file);
    // Whoever opens it is told; until then it is nobody's concern.
    fetched.catch(() => {});
    this.#begun = { folder, fetched };
  }

  /** Opens region `id` in `folder`, and answers what a posted link asks of it. */
  open(
    folder: string,
    id: string,
    file: string | null,
    posted: Posted | null,
  ): Promise<Outcome<Opened>> {
    if (this.#begun?.folder !== folder) this.begin(folder, id, file);
    const { fetched } = this.#begun!;
    // Opened again, it is asked for again.
    this.#begun = null;
    return outcomeOf(async () => {
      const { nearby, manifest, streets } = await fetched;
      const { region, names } = nearby;
      this.#open = { region, streets };
      this.#names = names;
      this.#find = null;
      // Before anybody types, so that nothing is asked of the host while they say where they are; and
      // after the list that a posted link opens with.
      setTimeout(() => void this.#finder(), NAMES_LATER);
      const keys = new Set(region.facilities.map(({ service }) => service));
      const services = [...keys].filter((key) => sitesOf(region.facilities, key).length > 0);
      const heart = heartOf(region.facilities, manifest.bbox);
      // Estates come first.
      const view = { manifest, services, heart, example: names.at(0) ?? null };
      const place = posted && (names.find((each) => each.id === posted.at) ?? null);
      if (!place || !posted.service) return { view, place, list: null };
      const { service, pace, most } = posted;
      return { view, place, list: this.nearest([place.lon, place.lat], service, pace, most) };
    });
  }

  /** All that is known of the facility with this id; null where there is none. */
  facilityOf(id: string): Facility | null {
    return this.#opened().region.facilities.find((each) => each.id === id) ?? null;
  }

  /** What a sketch of the ground around a point draws. Few want one: it comes when it is wanted. */
  async streetsAround(at: LonLat, metres: number): Promise<SketchStreet[]> {
    const { streetsAround } = await import('./streets-around.ts');
    return streetsAround(this.#opened().region, at, metres);
  }

  /** Places by what is typed of their names: see searchNames. */
  async find(typed: string, most: number): Promise<NamedPlace[]> {
    const { namesFinder } = await this.#finder();
    this.#find ??= namesFinder(this.#names);
    return this.#find(typed, most);
  }

  /** Where the part that knows names did not come, it is asked for again the next time. */
  #finder(): Promise<Finder> {
    this.#finding ??= import('./find-names.ts');
    this.#finding.catch(() => (this.#finding = null));
    return this.#finding;
  }

  /** Open places of a service by walking time, nearest first; null where no street is near. */
  nearest(at: LonLat, service: string, pace: ProfileKey, most: number): NearSite[] | null {
    const { region, streets } = this.#opened();
    return nearestList(streets, sitesOf(region.facilities, service), at, pace, most);
  }

  /** The way there in plain words; null where there is none. */
  walk(at: LonLat, facilityId: string, pace: ProfileKey): ToldWalk | null {
    const { streets } = this.#opened();
    const facility = this.facilityOf(facilityId);
    if (!facility) return null;
    const { travel, speed } = profileOf(pace)!;
    const onFoot = travel === 'wheelchair' ? 'wheelchair' : 'foot';
    const both = walkWithStepFree(streets, at, facility, onFoot, speed);
    if (!both) return null;
    const name = { zh: facility.name, en: facility.nameEn ?? facility.name };
    const told = <T extends Walk>(walk: T) => ({ ...walk, sentences: walkSentences(walk, name) });
    const { walk, stepFree } = both;
    return { ...told(walk), stepFree: stepFree && stepFree !== 'none' ? told(stepFree) : stepFree };
  }

  #opened(): { region: Region; streets: Streets } {
    if (!this.#open) throw new Error('no region is open');
    return this.#open;
  }
}

async function fetchWithStreets(folder: string, id: string, file: string | null): Promise<Fetched> {
  let streets = null as Streets | null;
  const { nearby, manifest } = await fetchNearby(folder, id, file, (region) => {
    streets = plainStreets(region);
    // While the rest is on its way: nearly everybody goes on foot.
    streets.travelled('foot', true);
  });
  return { nearby, manifest, streets: streets ?? plainStreets(nearby.region) };
}

/** The box of the middle eight of ten facilities, from west to east and from south to north. */
function heartOf(facilities: Facility[], whole: Bbox): Bbox {
  if (!facilities.length) return whole;
  const between = (degrees: number[]) => {
    degrees.sort((a, b) => a - b);
    const tenth = Math.floor(degrees.length / 10);
    return [degrees[tenth], degrees[degrees.length - 1 - tenth]];
  };
  const [west, east] = between(facilities.map(({ lon }) => lon));
  const [south, north] = between(facilities.map(({ lat }) => lat));
  return [west, south, east, north];
}
