import type { Assessment } from './assess.ts';
import { circleBands } from './circle-bands.ts';
import { isochroneBands, type Band } from './isochrone-bands.ts';
import type { Prepared } from './prepared.ts';

/** The picture of an answer by its own method: isochrones from the same search, or Turf circles. */
export function bandsOf(prepared: Prepared, { query, reach, sites }: Assessment): Band[] {
  return reach ? isochroneBands(prepared, query, reach) : circleBands(sites, query);
}
