import type { Bbox } from '../../core/geo.ts';
import { FAR_METRES, gradeOf, streetEvidence, type Grade } from '../../core/evidence.ts';
import type { Graph } from '../../core/graph.ts';
import type { Places } from './region.ts';

/** How far the street data of a region can be trusted where people live; as in the manifest. */
export interface EvidenceSummary {
  grade: Grade;
  /** Median metres of street within 250 m of a place, weighted by people. */
  street_metres: number;
  /** Share of people farther than 150 m from every street. */
  far_share: number;
  /** Populated, counted places by grade. */
  places: [sparse: number, fair: number, good: number];
}

/** Sparse where so many people live at sparse places; good where so many live at good ones. */
export const SPARSE_SHARE = 1 / 3;
export const GOOD_SHARE = 3 / 4;

type Peopled = Pick<Places, 'lon' | 'lat' | 'counted' | 'fields'>;

/**
 * Grades the street data around each place (index into GRADES) and in sum, weighted by the people
 * counted. A place outside the extract, far from all streets, is unknown and no part of the sum; the
 * sum is null where nobody is left to weigh by.
 */
export function gradeStreets(
  graph: Graph,
  places: Peopled,
  [west, south, east, north]: Bbox,
): { grades: Uint8Array; summary: EvidenceSummary | null } {
  const { lon, lat, counted } = places;
  const { total } = places.fields;
  const { metres, nearest } = streetEvidence(graph, lon, lat);
  const grades = new Uint8Array(lon.length);
  const order: number[] = [];
  for (let i = 0; i < lon.length; i++) {
    const outside = lon[i] < west || lon[i] > east || lat[i] < south || lat[i] > north;
    if (outside && nearest[i] > FAR_METRES) continue;
    grades[i] = gradeOf(metres[i], nearest[i]);
    if (counted[i] && total[i] > 0) order.push(i);
  }
  order.sort((a, b) => metres[a] - metres[b]);
  let people = 0;
  let far = 0;
  const byGrade = [0, 0, 0, 0];
  const count: [number, number, number] = [0, 0, 0];
  for (const i of order) {
    people += total[i];
    byGrade[grades[i]] += total[i];
    count[grades[i] - 1]++;
    if (nearest[i] > FAR_METRES) far += total[i];
  }
  if (!order.length) return { grades, summary: null };
  let below = 0;
  const median = order.find((i) => (below += total[i]) >= people / 2)!;
  const [, sparse, , good] = byGrade;
  const grade =
    sparse >= people * SPARSE_SHARE ? 'sparse' : good >= people * GOOD_SHARE ? 'good' : 'fair';
  return {
    grades,
    summary: {
      grade,
      street_metres: Math.round(metres[median]),
      far_share: far / people,
      places: count,
    },
  };
}
