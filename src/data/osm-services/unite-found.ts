import Flatbush from 'flatbush';
import { inPolygons } from '../../core/geo.ts';
import type { Found } from './find-facilities.ts';

/** Grounds of one service, to ask which of them a point lies in. */
export class Grounds {
  private readonly index: Flatbush | null;
  private readonly grounded: Found[];

  constructor(found: readonly Found[]) {
    this.grounded = found.filter(({ ground }) => ground);
    this.index = this.grounded.length ? new Flatbush(this.grounded.length) : null;
    for (const { ground } of this.grounded) this.index!.add(...ground!.box);
    this.index?.finish();
  }

  /** The places whose ground holds the point (degrees), smallest first. */
  around(lon: number, lat: number): Found[] {
    if (!this.index) return [];
    return this.index
      .search(lon, lat, lon, lat)
      .map((k) => this.grounded[k])
      .filter(({ ground }) => inPolygons(ground!.polygons, lon, lat))
      .sort((a, b) => a.ground!.squareMetres - b.ground!.squareMetres);
  }
}

/** A name as it is compared: without regard to width, case and spaces. */
export function sameName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/**
 * Places of one service that OSM holds twice are made one: a node or a smaller ground inside a
 * larger one of the same status, with the same name or with none on either side. The larger one
 * stays and takes over what it did not say itself.
 * @returns the places that remain, in order, and how many were taken into others.
 */
export function uniteFound(found: readonly Found[]): { places: Found[]; united: number } {
  // Copies: what is taken over must not change what was found.
  const places = found.map((each) => ({ ...each, facility: { ...each.facility } }));
  const grounds = new Grounds(places);
  const gone = new Set<Found>();
  const size = (each: Found) => each.ground?.squareMetres ?? 0;
  // Largest first, so that what a place is taken into is never taken into another later.
  for (const place of places.toSorted((a, b) => size(b) - size(a))) {
    const { lon, lat, status } = place.facility;
    const larger = grounds.around(lon, lat).find((other) => {
      if (other === place || gone.has(other) || size(other) <= size(place)) return false;
      return other.facility.status === status && alike(place, other);
    });
    if (!larger) continue;
    gone.add(place);
    takeOver(larger, place);
  }
  return { places: places.filter((place) => !gone.has(place)), united: gone.size };
}

function alike(a: Found, b: Found): boolean {
  return !a.named || !b.named || sameName(a.facility.name) === sameName(b.facility.name);
}

function takeOver(into: Found, from: Found): void {
  const { name, nameEn, ...told } = from.facility;
  // A larger place without a name gets both names of the smaller one; one that has a name may lack the English.
  const named = from.named && !into.named;
  const { nameEn: ownEn, ...own } = into.facility;
  const english = named ? nameEn : (ownEn ?? (from.named ? nameEn : undefined));
  into.facility = { ...told, ...own, ...(named && { name }), ...(english && { nameEn: english }) };
  into.named ||= named;
}
