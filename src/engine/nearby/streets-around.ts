import { E7, METRES_PER_DEGREE, lonScale, type LonLat } from '../../core/geo.ts';
import { STEPS } from '../../core/graph.ts';
import type { Region } from '../../data/region/region.ts';
import { STREET_CLASSES } from '../../data/streets/street-rules.ts';

/** A street of a sketch, between two junctions. */
export interface SketchStreet {
  /** Degrees. */
  line: LonLat[];
  kind: 'main' | 'street' | 'path' | 'steps';
  /** Empty where it has none. */
  name: string;
  nameEn?: string;
}

const MAIN = new Set(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']);
const STREET = new Set([
  ...['unclassified', 'residential', 'living_street', 'road', 'service', 'pedestrian'],
]);

/** Streets with any part of their box within `metres` east, west, north or south of a point. */
export function streetsAround(region: Region, at: LonLat, metres: number): SketchStreet[] {
  const { graph, streetNames } = region;
  const { vertexStart, vertexLon, vertexLat } = graph;
  const up = (metres / METRES_PER_DEGREE) * E7;
  const across = up / lonScale(at[1]);
  const [x, y] = [at[0] * E7, at[1] * E7];
  const streets: SketchStreet[] = [];
  for (let edge = 0; edge < graph.edgeFrom.length; edge++) {
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let v = vertexStart[edge]; v < vertexStart[edge + 1]; v++) {
      west = Math.min(west, vertexLon[v]);
      east = Math.max(east, vertexLon[v]);
      south = Math.min(south, vertexLat[v]);
      north = Math.max(north, vertexLat[v]);
    }
    if (west > x + across || east < x - across || south > y + up || north < y - up) continue;
    const line: LonLat[] = [];
    for (let v = vertexStart[edge]; v < vertexStart[edge + 1]; v++) {
      line.push([vertexLon[v] / E7, vertexLat[v] / E7]);
    }
    const kind = graph.edgeFlags[edge] & STEPS ? 'steps' : kindOf(graph.edgeClass[edge]);
    streets.push({ line, kind, ...streetNames[graph.edgeName[edge]] });
  }
  return streets;
}

function kindOf(edgeClass: number): SketchStreet['kind'] {
  const name = STREET_CLASSES[edgeClass];
  return MAIN.has(name) ? 'main' : STREET.has(name) ? 'street' : 'path';
}
