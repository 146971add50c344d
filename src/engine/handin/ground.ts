import { E7, type Bbox, type LonLat } from '../../core/geo.ts';
import type { Graph } from '../../core/graph.ts';
import { STREET_CLASSES } from '../../data/streets/street-rules.ts';

const MAIN = STREET_CLASSES.indexOf('tertiary');
const MINOR = STREET_CLASSES.indexOf('road');
/** Of the smaller streets no more are drawn than this: they would be a grey mass, and megabytes. */
const MOST_POINTS = 60_000;

/** The streets in a box as lines: motorways to tertiary roads, and the smaller ones where they are not too many. */
export function groundLines(graph: Graph, [west, south, east, north]: Bbox) {
  const main: LonLat[][] = [];
  const minor: LonLat[][] = [];
  let points = 0;
  for (let e = 0; e < graph.edgeClass.length; e++) {
    const kind = graph.edgeClass[e];
    if (kind > MINOR) continue;
    const line: LonLat[] = [];
    let seen = false;
    for (let v = graph.vertexStart[e]; v < graph.vertexStart[e + 1]; v++) {
      const [lon, lat] = [graph.vertexLon[v] / E7, graph.vertexLat[v] / E7];
      seen ||= lon >= west && lon <= east && lat >= south && lat <= north;
      line.push([lon, lat]);
    }
    if (!seen) continue;
    if (kind <= MAIN) main.push(line);
    else {
      points += line.length;
      minor.push(line);
    }
  }
  return { main, minor: points > MOST_POINTS ? [] : minor };
}
