import { distance } from '../../core/geo.ts';
import { foldName } from '../../data/names/fold-name.ts';
import { nameIndex, type Named } from '../../data/names/name-index.ts';
import { searchNames } from '../../data/names/search-names.ts';

/** Places of one name so near each other are one place to set out from: an estate and what is in it. */
const ONE_PLACE_METRES = 300;

type Standing = Named & { lon: number; lat: number };

/** Finds places by what is typed of their names; each is offered once, as what searchNames puts first. */
export function namesFinder<T extends Standing>(places: readonly T[]) {
  const index = nameIndex(places);
  return (typed: string, most: number): T[] => {
    const offered = new Map<string, T[]>();
    const found: T[] = [];
    for (const { place } of searchNames(index, typed, places.length)) {
      if (found.length === most) break;
      const name = foldName(place.name);
      const others = offered.get(name) ?? [];
      if (others.some((other) => metresBetween(place, other) <= ONE_PLACE_METRES)) continue;
      offered.set(name, [...others, place]);
      found.push(place);
    }
    return found;
  };
}

const metresBetween = (a: Standing, b: Standing) => distance(a.lon, a.lat, b.lon, b.lat);
