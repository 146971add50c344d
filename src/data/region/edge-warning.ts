import { METRES_PER_DEGREE, lonScale, type Bbox } from '../../core/geo.ts';
import type { Manifest } from './manifest.ts';
import type { Places } from './region.ts';

/** Streets and facilities this far outside the counted places still matter to them. Metres. */
export const GUARD_METRES = 2000;

/** The sides on which the street data ends less than the guard band beyond the counted places. */
export function edgeWarning(places: Places, extract: Bbox): Manifest['edge_warning'] {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < places.lon.length; i++) {
    if (!places.counted[i]) continue;
    box[0] = Math.min(box[0], places.lon[i]);
    box[1] = Math.min(box[1], places.lat[i]);
    box[2] = Math.max(box[2], places.lon[i]);
    box[3] = Math.max(box[3], places.lat[i]);
  }
  const perLon = METRES_PER_DEGREE * lonScale((box[1] + box[3]) / 2);
  const margins = [
    { side: 'west' as const, metres: (box[0] - extract[0]) * perLon },
    { side: 'south' as const, metres: (box[1] - extract[1]) * METRES_PER_DEGREE },
    { side: 'east' as const, metres: (extract[2] - box[2]) * perLon },
    { side: 'north' as const, metres: (extract[3] - box[3]) * METRES_PER_DEGREE },
  ];
  const sides = margins
    .filter(({ metres }) => metres < GUARD_METRES)
    .map(({ side, metres }) => ({ side, metres: Math.round(metres) }));
  return sides.length ? { needed_metres: GUARD_METRES, sides } : null;
}
