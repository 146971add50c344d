import { E7, METRES_PER_DEGREE, lonScale } from './geo.ts';
import { FOOT, type Graph } from './graph.ts';

/** Pieces are at most this long, so that each belongs to the one cell its middle lies in. Metres. */
export const PIECE_METRES = 100;

/** A grid over a vast, empty box gets coarser cells rather than more memory. */
const MAX_CELLS = 4_000_000;

/** The streets on foot in straight pieces, by the cell of a grid that each one's middle lies in. */
export interface StreetPieces {
  /** South-west corner of the grid and size of a cell; degrees × 1e7. */
  west: number;
  south: number;
  cellLon: number;
  cellLat: number;
  columns: number;
  rows: number;
  /** Cell row × columns + column holds pieces start[cell] … start[cell + 1] - 1. */
  start: Uint32Array;
  /** Four numbers a piece: lon, lat, lon, lat of its ends; degrees × 1e7. */
  ends: Float64Array;
}

/** Cuts the streets on foot into pieces. O(metres of street). */
export function streetPieces(graph: Graph): StreetPieces {
  const frame = frameOf(graph);
  const { west, south, cellLon, cellLat, columns, rows } = frame;
  const { vertexLon, vertexLat } = graph;
  const cellOf = (v: number, t: number) => {
    const column = (vertexLon[v] + t * (vertexLon[v + 1] - vertexLon[v]) - west) / cellLon;
    const row = (vertexLat[v] + t * (vertexLat[v + 1] - vertexLat[v]) - south) / cellLat;
    return Math.floor(row) * columns + Math.floor(column);
  };
  const start = new Uint32Array(columns * rows + 1);
  // Counted first, filled second: two walks, no list per cell.
  visit(graph, (v, from, to) => start[cellOf(v, (from + to) / 2) + 1]++);
  for (let c = 0; c < columns * rows; c++) start[c + 1] += start[c];
  const next = start.slice(0, -1);
  const ends = new Float64Array(4 * start[columns * rows]);
  visit(graph, (v, from, to) => {
    const at = 4 * next[cellOf(v, (from + to) / 2)]++;
    const dLon = vertexLon[v + 1] - vertexLon[v];
    const dLat = vertexLat[v + 1] - vertexLat[v];
    ends[at] = vertexLon[v] + from * dLon;
    ends[at + 1] = vertexLat[v] + from * dLat;
    ends[at + 2] = vertexLon[v] + to * dLon;
    ends[at + 3] = vertexLat[v] + to * dLat;
  });
  return { ...frame, start, ends };
}

function frameOf({ vertexLon, vertexLat }: Graph) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = 0; v < vertexLon.length; v++) {
    if (vertexLon[v] < west) west = vertexLon[v];
    if (vertexLon[v] > east) east = vertexLon[v];
    if (vertexLat[v] < south) south = vertexLat[v];
    if (vertexLat[v] > north) north = vertexLat[v];
  }
  if (!vertexLon.length) [west, south, east, north] = [0, 0, 0, 0];
  const ky = METRES_PER_DEGREE / E7;
  const kx = ky * Math.max(0.01, lonScale((south + north) / 2 / E7));
  const area = (east - west) * kx * (north - south) * ky;
  const side = Math.max(PIECE_METRES, Math.sqrt(area / MAX_CELLS));
  const [cellLon, cellLat] = [side / kx, side / ky];
  const columns = Math.floor((east - west) / cellLon) + 1;
  const rows = Math.floor((north - south) / cellLat) + 1;
  return { west, south, cellLon, cellLat, columns, rows };
}

/** Every piece as a part, from … to, of the segment that begins at vertex v. */
function visit(graph: Graph, each: (v: number, from: number, to: number) => void): void {
  const { edgeFlags, vertexStart, vertexLon, vertexLat } = graph;
  const ky = METRES_PER_DEGREE / E7;
  for (let e = 0; e < edgeFlags.length; e++) {
    if (!(edgeFlags[e] & FOOT)) continue;
    for (let v = vertexStart[e]; v < vertexStart[e + 1] - 1; v++) {
      const dx = (vertexLon[v + 1] - vertexLon[v]) * ky * lonScale(vertexLat[v] / E7);
      const dy = (vertexLat[v + 1] - vertexLat[v]) * ky;
      const pieces = Math.ceil(Math.sqrt(dx * dx + dy * dy) / PIECE_METRES) || 1;
      for (let k = 0; k < pieces; k++) each(v, k / pieces, (k + 1) / pieces);
    }
  }
}
