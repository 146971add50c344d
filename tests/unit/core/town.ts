import { E7, METRES_PER_DEGREE, distance, lonScale } from '../../../src/core/geo.ts';
import { FOOT, STEPS, type Graph } from '../../../src/core/graph.ts';

export interface Points {
  lon: Float64Array;
  lat: Float64Array;
}

export interface Town {
  graph: Graph;
  /** The digits, in reading order; a digit is so many people. */
  places: Points & { people: Float64Array };
  /** The capital letters, A first. */
  sites: Points;
}

/** An edge as it is drawn: its line in E7 integers, and its flags. */
export interface DrawnEdge {
  from: number;
  to: number;
  line: [lon: number, lat: number][];
  flags: number;
}

const ARMS: Record<string, string> = { '-': 'WE', '=': 'WE', '|': 'NS', '#': 'NS' };
const STEP: Record<string, [dx: number, dy: number, back: string]> = {
  N: [0, -1, 'S'],
  S: [0, 1, 'N'],
  W: [-1, 0, 'E'],
  E: [1, 0, 'W'],
};

/**
 * A town drawn in characters, north above; a cell is `metres` wide and high.
 *
 *   - |    street          = #   steps (east–west, north–south)
 *   +      a junction, joined to every street that points at it
 *   *      a bend: no junction, the edge goes on round the corner
 *   A … Z  a facility      1 … 9   so many people in one place
 *
 * Letters and digits stand beside the streets, or on one: then the street passes under them.
 * A street that ends anywhere but at a junction has a node at its end.
 */
export function town(picture: string, metres = 10, lat0 = 0, lon0 = 0): Town {
  const rows = picture.split('\n');
  const at = (x: number, y: number) => rows[y]?.[x] ?? ' ';
  const lon = (x: number) =>
    Math.round((lon0 + (x * metres) / METRES_PER_DEGREE / lonScale(lat0)) * E7);
  const lat = (y: number) => Math.round((lat0 - (y * metres) / METRES_PER_DEGREE) * E7);
  const street = (c: string) => '-=|#+*'.includes(c) && c !== ' ';
  const points = (c: string, arm: string) => (ARMS[c] ?? 'NSWE').includes(arm);
  /** Whether a walker may leave cell (x, y) by this arm. */
  const joined = (x: number, y: number, arm: string) => {
    const [dx, dy, back] = STEP[arm];
    const [here, there] = [at(x, y), at(x + dx, y + dy)];
    if (here === ' ' || there === ' ' || (!street(here) && !street(there))) return false;
    return points(here, arm) && points(there, back);
  };
  const arms = (x: number, y: number) => [...'NSWE'].filter((arm) => joined(x, y, arm));
  const isNode = (x: number, y: number) => at(x, y) === '+' || arms(x, y).length === 1;

  const nodes: [x: number, y: number][] = [];
  const letters: [letter: string, x: number, y: number][] = [];
  const people: [people: number, x: number, y: number][] = [];
  rows.forEach((row, y) => {
    [...row].forEach((c, x) => {
      if (isNode(x, y)) nodes.push([x, y]);
      if (/[A-Z]/.test(c)) letters.push([c, x, y]);
      if (/[1-9]/.test(c)) people.push([Number(c), x, y]);
    });
  });
  const nodeAt = (x: number, y: number) => nodes.findIndex(([a, b]) => a === x && b === y);

  const edges: DrawnEdge[] = [];
  const walked = new Set<string>();
  nodes.forEach(([x0, y0], from) => {
    for (const first of arms(x0, y0)) {
      if (walked.has(`${x0},${y0},${first}`)) continue;
      let [x, y, arm] = [x0, y0, first];
      const line: [number, number][] = [[lon(x), lat(y)]];
      let flags = FOOT;
      for (;;) {
        const [dx, dy, back] = STEP[arm];
        [x, y] = [x + dx, y + dy];
        if ('=#'.includes(at(x, y))) flags |= STEPS;
        if (isNode(x, y)) {
          walked.add(`${x},${y},${back}`);
          break;
        }
        const next = arms(x, y).find((a) => a !== back)!;
        if (next !== arm) line.push([lon(x), lat(y)]);
        arm = next;
      }
      line.push([lon(x), lat(y)]);
      edges.push({ from, to: nodeAt(x, y), line, flags });
    }
  });
  letters.sort(([a], [b]) => (a < b ? -1 : 1));
  const degrees = (list: [unknown, x: number, y: number][]): Points => ({
    lon: Float64Array.from(list, ([, x]) => lon(x) / E7),
    lat: Float64Array.from(list, ([, , y]) => lat(y) / E7),
  });
  return {
    graph: graphOf(
      nodes.map(([x, y]) => [lon(x), lat(y)]),
      edges,
    ),
    places: { ...degrees(people), people: Float64Array.from(people, ([count]) => count) },
    sites: degrees(letters),
  };
}

/** Nodes and edges in E7 integers as a Graph; lengths by our own distance. */
export function graphOf(nodes: [lon: number, lat: number][], edges: DrawnEdge[]): Graph {
  const lines = edges.map(({ line }) => line);
  const start = [0];
  for (const line of lines) start.push(start[start.length - 1] + line.length);
  return {
    nodeLon: Int32Array.from(nodes, ([lon]) => lon),
    nodeLat: Int32Array.from(nodes, ([, lat]) => lat),
    edgeFrom: Uint32Array.from(edges, ({ from }) => from),
    edgeTo: Uint32Array.from(edges, ({ to }) => to),
    edgeMetres: Float32Array.from(lines, lengthOf),
    edgeFlags: Uint32Array.from(edges, ({ flags }) => flags),
    edgeClass: new Uint8Array(edges.length),
    edgeName: new Uint32Array(edges.length),
    vertexStart: Uint32Array.from(start),
    vertexLon: Int32Array.from(lines.flat(), ([lon]) => lon),
    vertexLat: Int32Array.from(lines.flat(), ([, lat]) => lat),
  };
}

function lengthOf(line: [lon: number, lat: number][]): number {
  let metres = 0;
  for (let k = 1; k < line.length; k++) {
    const [[x1, y1], [x2, y2]] = [line[k - 1], line[k]];
    metres += distance(x1 / E7, y1 / E7, x2 / E7, y2 / E7);
  }
  return metres;
}
