import type { GivenPlace, Judged } from '../../data/import/judge-row.ts';
import type { KnownPlaces, PlaceMatch } from './known-places.ts';

/** The positions of the waiting rows whose name is that of exactly one known place, by their lines. */
export function placesByName(
  rows: readonly Judged[],
  known: KnownPlaces,
): [line: number, place: GivenPlace][] {
  const places: [number, GivenPlace][] = [];
  for (const { line, waiting, name, address } of rows) {
    if (!waiting) continue;
    const sure = known.find(name, address).filter(({ likeness }) => likeness === 1);
    if (sure.length === 1) places.push([line, placeOfMatch(sure[0])]);
  }
  return places;
}

export const placeOfMatch = ({ name, lon, lat }: PlaceMatch): GivenPlace => ({
  lon,
  lat,
  how: { zh: `按地名“${name}”定位`, en: `placed at “${name}”` },
});
