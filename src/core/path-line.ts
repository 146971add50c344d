import { E7, distance, type LonLat } from './geo.ts';
import type { Graph } from './graph.ts';
import type { PathPiece } from './path.ts';

/** The line of a piece of a way, from where it begins to where it ends. Degrees; at least two points. */
export function pieceLine(graph: Graph, { edge, begin, end }: PathPiece): LonLat[] {
  const { vertexStart, vertexLon, vertexLat } = graph;
  const [low, high] = begin <= end ? [begin, end] : [end, begin];
  const line: LonLat[] = [];
  const last = vertexStart[edge + 1] - 1;
  let walked = 0;
  for (let v = vertexStart[edge]; v < last; v++) {
    const [x1, y1] = [vertexLon[v] / E7, vertexLat[v] / E7];
    const [x2, y2] = [vertexLon[v + 1] / E7, vertexLat[v + 1] / E7];
    const metres = distance(x1, y1, x2, y2);
    const at = (along: number): LonLat => {
      const t = metres > 0 ? Math.min(1, Math.max(0, (along - walked) / metres)) : 0;
      return [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
    };
    // The sum of an edge's segments and its stated length differ in the last digits.
    const final = v === last - 1;
    if (!line.length && (low <= walked + metres || final)) line.push(at(low));
    if (line.length && (high <= walked + metres || final)) {
      line.push(at(high));
      break;
    }
    if (line.length) line.push([x2, y2]);
    walked += metres;
  }
  return begin <= end ? line : line.reverse();
}

/** The direction from one point to another, clockwise from north. Degrees, 0 … 360. */
export function bearing([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const x = (lon2 - lon1) * Math.cos(((lat1 + lat2) / 2) * (Math.PI / 180));
  const degrees = (Math.atan2(x, lat2 - lat1) * 180) / Math.PI;
  return (degrees + 360) % 360;
}
