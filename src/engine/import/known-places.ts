import { interiorPoint } from '../../core/interior-point.ts';
import { foldName, nameLikeness } from '../../data/names/fold-name.ts';
import type { Region } from '../../data/region/region.ts';
import { streetMiddles } from '../../data/region/street-middles.ts';

/** A place of the region that a name or an address may mean. */
export interface KnownPlace {
  kind: 'facility' | 'estate' | 'area' | 'street';
  name: string;
  lon: number;
  lat: number;
}

export interface PlaceMatch extends KnownPlace {
  /** 1 for the same name, less for a likeness. */
  likeness: number;
}

/** Names less alike are different names. */
const ALIKE = 0.6;
const MOST_MATCHES = 5;
/** A street or area says less of where something is than an estate or a facility. */
const ORDER = { facility: 0, estate: 1, street: 2, area: 3 };

/** The named places of a region, to find rows that have no position. */
export class KnownPlaces {
  readonly #places: { place: KnownPlace; folded: string }[] = [];
  readonly #exact = new Map<string, number[]>();

  constructor(region: Region) {
    const add = (kind: KnownPlace['kind'], name: string, lon: number, lat: number) => {
      const folded = foldName(name);
      if (folded.length < 2) return;
      const k = this.#places.push({ place: { kind, name, lon, lat }, folded }) - 1;
      const list = this.#exact.get(folded);
      if (list) list.push(k);
      else this.#exact.set(folded, [k]);
    };
    for (const { name, lon, lat } of region.facilities) add('facility', name, lon, lat);
    for (const { name, lon, lat } of region.estates ?? []) add('estate', name, lon, lat);
    for (const { name, polygons } of region.areas) add('area', name, ...interiorPoint(polygons));
    for (const { street, lon, lat } of streetMiddles(region)) {
      add('street', region.streetNames[street].name, lon, lat);
    }
  }

  /**
   * The places a row may mean, best first: the same name, a name much like it, or a name that stands
   * in the address (the longest first). At most five.
   */
  find(name: string, address: string): PlaceMatch[] {
    const [own, where] = [foldName(name), foldName(address)];
    const found: (PlaceMatch & { length: number })[] = [];
    const sure = this.#exact.get(own) ?? [];
    for (const k of sure) found.push({ ...this.#places[k].place, likeness: 1, length: own.length });
    if (!sure.length) {
      for (const { place, folded } of this.#places) {
        const inside = folded.length >= 3 && (where.includes(folded) || own.includes(folded));
        const likeness = Math.max(
          inside ? 0.8 : 0,
          own.length < 2 || tooUnlike(own, folded) ? 0 : nameLikeness(own, folded),
        );
        if (likeness >= ALIKE) found.push({ ...place, likeness, length: folded.length });
      }
    }
    found.sort(
      (a, b) => b.likeness - a.likeness || ORDER[a.kind] - ORDER[b.kind] || b.length - a.length,
    );
    return found.slice(0, MOST_MATCHES).map(({ length: _, ...match }) => match);
  }
}

/** Dice of lengths alone: names so different in length cannot be alike. */
const tooUnlike = (a: string, b: string) =>
  (2 * Math.min(a.length, b.length)) / (a.length + b.length) < ALIKE;
