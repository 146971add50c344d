/** The first zoom that shows a place of this kind; others are not shown. */
const FIRST_ZOOM: Record<string, number> = {
  city: 8,
  town: 9,
  suburb: 11,
  quarter: 12,
  village: 12,
  neighbourhood: 13,
  hamlet: 13,
};

/** Null where `place` is none of those shown. */
export function placeZoom(place: string | undefined): number | null {
  return place !== undefined && Object.hasOwn(FIRST_ZOOM, place) ? FIRST_ZOOM[place] : null;
}
