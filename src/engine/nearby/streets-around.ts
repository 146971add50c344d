import { E7, METRES_PER_DEGREE, lonScale, type LonLat } from '../../core/geo.ts';
import { STEPS, type Graph } from '../../core/graph.ts';
import { STREET_CLASSES } from '../../data/streets/street-rules.ts';
import type { StreetName } from '../../data/streets/street-graph.ts';

/** A street of a sketch. */
export interface SketchStreet {
  /** Degrees. */
  line: LonLat[];
  kind: 'main' | 'street' | 'path' | 'steps';
  /** Empty where it has none. */
  name: string;
}

const LAST_MAIN = STREET_CLASSES.indexOf('tertiary');
const LAST_STREET = STREET_CLASSES.indexOf('service');

/** Streets that come within `metres` of a point, for a sketch: one line from junction to junction. */
export function streetsAround(
  graph: Graph,
  names: readonly StreetName[],
  at: LonLat,
  metres: number,
): SketchStreet[] {
  const { edgeFlags, edgeClass, edgeName, vertexStart, vertexLon, vertexLat } = graph;
  const ky = METRES_PER_DEGREE;
  const kx = ky * lonScale(at[1]);
  const around: SketchStreet[] = [];
  for (let e = 0; e < edgeFlags.length; e++) {
    const [first, last] = [vertexStart[e], vertexStart[e + 1] - 1];
    let near = false;
    for (let v = first; v < last && !near; v++) {
      const x = (vertexLon[v] / E7 - at[0]) * kx;
      const y = (vertexLat[v] / E7 - at[1]) * ky;
      const dx = ((vertexLon[v + 1] - vertexLon[v]) / E7) * kx;
      const dy = ((vertexLat[v + 1] - vertexLat[v]) / E7) * ky;
      const square = dx * dx + dy * dy;
      const t = square > 0 ? Math.min(1, Math.max(0, -(x * dx + y * dy) / square)) : 0;
      near = Math.hypot(x + t * dx, y + t * dy) <= metres;
    }
    if (!near) continue;
    const line: LonLat[] = [];
    for (let v = first; v <= last; v++) line.push([vertexLon[v] / E7, vertexLat[v] / E7]);
    const kind =
      edgeFlags[e] & STEPS
        ? 'steps'
        : edgeClass[e] <= LAST_MAIN
          ? 'main'
          : edgeClass[e] <= LAST_STREET
            ? 'street'
            : 'path';
    around.push({ line, kind, name: names[edgeName[e]].name });
  }
  return around;
}
