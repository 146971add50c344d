import type { LonLat } from '../../core/geo.ts';
import { profileOf, type ProfileKey } from '../../core/profile.ts';
import { foldName, nameLikeness } from '../../data/import/fold-name.ts';
import type { Manifest } from '../../data/region/manifest.ts';
import type { Region } from '../../data/region/region.ts';
import type { Text } from '../../data/fault.ts';
import type { Outcome } from '../engine.ts';
import { fetchRegion } from '../fetch-region.ts';
import { outcomeOf } from '../outcome.ts';
import { sitesOf } from '../sites.ts';
import { plainStreets, type Streets } from '../streets.ts';
import { walkSentences } from '../walk/turn-sentences.ts';
import { walkWithStepFree, type Walk } from '../walk/walk.ts';
import { nearestList, type NearSite } from './nearest-list.ts';

/** What the resident's page needs to know of a region once. */
export interface NearbyView {
  manifest: Manifest;
  /** Keys of the services that have an open place. */
  services: string[];
}

/** A place to set out from, found by its name. */
export interface Found {
  id: string;
  kind: 'estate' | 'facility';
  name: string;
  nameEn?: string;
  lon: number;
  lat: number;
}

/** A walk as it is told, one sentence for each turn. */
export interface ToldWalk extends Walk {
  sentences: Text[];
  /** Null where the way has no steps, `'none'` where there is no other without them. */
  stepFree: (Walk & { extraSeconds: number; sentences: Text[] }) | 'none' | null;
}

/** Alike enough to be offered for what was typed. */
const ALIKE = 0.5;
/** So much less alike than the best is still offered beside it. */
const NEARLY = 0.2;

/** What the resident's page asks, in a worker of its own; where somebody is goes no farther than here. */
export class Nearby {
  #open: { region: Region; streets: Streets } | null = null;
  #names: (Found & { folded: string; english: string })[] = [];

  /** Fetches and opens tiles/<id>/ below `base`. */
  open(base: string, id: string): Promise<Outcome<NearbyView>> {
    return outcomeOf(async () => {
      const { region, manifest } = await fetchRegion(base, id);
      this.#open = { region, streets: plainStreets(region) };
      const named: Found[] = [
        ...(region.estates ?? []).map((each) => ({ ...each, kind: 'estate' as const })),
        ...region.facilities.map(({ id, name, nameEn, lon, lat }) => {
          return { id, name, nameEn, lon, lat, kind: 'facility' as const };
        }),
      ];
      this.#names = named.map((each) => ({
        ...each,
        folded: foldName(each.name),
        english: (each.nameEn ?? '').toLowerCase(),
      }));
      const keys = new Set(region.facilities.map(({ service }) => service));
      const services = [...keys].filter((key) => sitesOf(region.facilities, key).length > 0);
      return { manifest, services };
    });
  }

  /** The place with this id; null where there is none. */
  placeOf(id: string): Found | null {
    const place = this.#names.find((each) => each.id === id);
    return place ? plain(place) : null;
  }

  /** Places whose names are like what was typed: those that begin with it, hold it, resemble it. */
  find(typed: string, most: number): Found[] {
    const wanted = foldName(typed);
    const english = typed.trim().toLowerCase();
    if (!wanted) return [];
    const rank = ({ folded, english: name }: { folded: string; english: string }): number => {
      if (folded === wanted) return 5;
      if (folded.startsWith(wanted) || name.startsWith(english)) return 4;
      if (folded.includes(wanted) || name.includes(english)) return 3;
      const alike = Math.max(nameLikeness(folded, wanted), name ? nameLikeness(name, english) : 0);
      return alike >= ALIKE ? 1 + alike : 0;
    };
    const scored = this.#names
      .map((each) => ({ each, score: rank(each) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.each.folded.length - b.each.folded.length);
    // Half alike is offered where nothing is more so.
    const least = (scored[0]?.score ?? 0) - NEARLY;
    const seen = new Set<string>();
    return scored
      .filter(({ score }) => score >= 3 || score >= least)
      .filter(({ each }) => !seen.has(each.folded) && seen.add(each.folded))
      .slice(0, most)
      .map(({ each }) => plain(each));
  }

  /** Open places of a service by walking time, nearest first; null where no street is near. */
  nearest(at: LonLat, service: string, pace: ProfileKey, most: number): NearSite[] | null {
    const { region, streets } = this.#opened();
    return nearestList(streets, sitesOf(region.facilities, service), at, pace, most);
  }

  /** The way there in plain words; null where there is none. */
  walk(at: LonLat, facilityId: string, pace: ProfileKey): ToldWalk | null {
    const { region, streets } = this.#opened();
    const facility = region.facilities.find(({ id }) => id === facilityId);
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

function plain({ id, kind, name, nameEn, lon, lat }: Found): Found {
  return { id, kind, name, nameEn, lon, lat };
}
