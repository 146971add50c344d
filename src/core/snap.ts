import { E7, METRES_PER_DEGREE, distance, lonScale } from './geo.ts';
import { MIN_COMPONENT_METRES, type Network } from './network.ts';

/** A point farther than this from any usable street is off network. Metres. */
export const MAX_SNAP_METRES = 300;

/** Wide enough that a cell holds a handful of segments, small enough that a ring is cheap. */
const CELL_METRES = 120;
/** A grid over a vast, empty box gets coarser cells rather than more memory. */
const MAX_CELLS = 4_000_000;

/** Two streets whose squared distances differ by less are equally near (rounding). Square metres. */
const TIE = 1e-9;

/** Where n points join the streets. */
export interface Snaps {
  /** n; edge index, or -1 where the point is off network. */
  edge: Int32Array;
  /** n; metres along the edge from its first node. */
  along: Float64Array;
  /** n; metres from the point to the street, in a straight line. */
  off: Float64Array;
}

/**
 * Finds the nearest point on a usable street segment of a component that is large enough:
 * a uniform grid of segments, searched ring by ring outwards.
 */
export class Snapper {
  readonly #network: Network;
  readonly #west: number;
  readonly #south: number;
  readonly #cellMetres: number;
  readonly #cellLon: number;
  readonly #cellLat: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Cell c lists segments cellStart[c] … cellStart[c + 1] - 1, each by its first vertex. */
  readonly #cellStart: Uint32Array;
  readonly #cellVertex: Uint32Array;
  readonly #cellEdge: Uint32Array;

  constructor(network: Network) {
    this.#network = network;
    const { graph, usable, component, componentMetres } = network;
    const { vertexStart, vertexLon, vertexLat } = graph;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const edges: number[] = [];
    for (let e = 0; e < usable.length; e++) {
      if (!usable[e] || componentMetres[component[e]] < MIN_COMPONENT_METRES) continue;
      edges.push(e);
      for (let v = vertexStart[e]; v < vertexStart[e + 1]; v++) {
        if (vertexLon[v] < west) west = vertexLon[v];
        if (vertexLon[v] > east) east = vertexLon[v];
        if (vertexLat[v] < south) south = vertexLat[v];
        if (vertexLat[v] > north) north = vertexLat[v];
      }
    }
    if (!edges.length) [west, south, east, north] = [0, 0, 0, 0];
    const middle = (south + north) / 2 / E7;
    this.#west = west;
    this.#south = south;
    const ky = METRES_PER_DEGREE / E7;
    const area = (east - west) * ky * lonScale(middle) * (north - south) * ky;
    this.#cellMetres = Math.max(CELL_METRES, Math.sqrt(area / MAX_CELLS));
    this.#cellLat = this.#cellMetres / ky;
    this.#cellLon = this.#cellLat / Math.max(0.01, lonScale(middle));
    this.#columns = Math.floor((east - west) / this.#cellLon) + 1;
    this.#rows = Math.floor((north - south) / this.#cellLat) + 1;

    const cells = this.#columns * this.#rows;
    this.#cellStart = new Uint32Array(cells + 1);
    // Counted first, filled second: two walks, no list per cell.
    this.#visit(edges, (cell) => this.#cellStart[cell + 1]++);
    for (let c = 0; c < cells; c++) this.#cellStart[c + 1] += this.#cellStart[c];
    const next = this.#cellStart.slice(0, cells);
    this.#cellVertex = new Uint32Array(this.#cellStart[cells]);
    this.#cellEdge = new Uint32Array(this.#cellStart[cells]);
    this.#visit(edges, (cell, vertex, edge) => {
      this.#cellVertex[next[cell]] = vertex;
      this.#cellEdge[next[cell]++] = edge;
    });
  }

  /** Snaps n points given in degrees. */
  snap(lon: ArrayLike<number>, lat: ArrayLike<number>): Snaps {
    const n = lon.length;
    const snaps: Snaps = {
      edge: new Int32Array(n).fill(-1),
      along: new Float64Array(n),
      off: new Float64Array(n).fill(Infinity),
    };
    for (let i = 0; i < n; i++) this.#snapOne(lon[i] * E7, lat[i] * E7, snaps, i);
    return snaps;
  }

  #snapOne(x: number, y: number, snaps: Snaps, i: number): void {
    const { ends } = this.#network;
    const { vertexLon, vertexLat } = this.#network.graph;
    const ky = METRES_PER_DEGREE / E7;
    const kx = ky * lonScale(y / E7);
    const column = Math.floor((x - this.#west) / this.#cellLon);
    const row = Math.floor((y - this.#south) / this.#cellLat);
    // Cells are as wide as they are high only at the middle latitude.
    const ringMetres = Math.min(this.#cellMetres, this.#cellLon * kx);
    const rings = Math.ceil(MAX_SNAP_METRES / ringMetres);
    let best = MAX_SNAP_METRES * MAX_SNAP_METRES;
    let [bestEdge, bestVertex, bestT] = [-1, -1, 0];
    for (let ring = 0; ring <= rings; ring++) {
      // Everything in this ring is at least (ring - 1) cells away.
      const nearest = Math.max(0, ring - 1) * ringMetres;
      if (nearest * nearest > best) break;
      for (let r = row - ring; r <= row + ring; r++) {
        if (r < 0 || r >= this.#rows) continue;
        const step = r === row - ring || r === row + ring ? 1 : 2 * ring;
        for (let c = column - ring; c <= column + ring; c += step || 1) {
          if (c < 0 || c >= this.#columns) continue;
          const cell = r * this.#columns + c;
          for (let k = this.#cellStart[cell]; k < this.#cellStart[cell + 1]; k++) {
            const v = this.#cellVertex[k];
            const ax = (vertexLon[v] - x) * kx;
            const ay = (vertexLat[v] - y) * ky;
            const dx = (vertexLon[v + 1] - vertexLon[v]) * kx;
            const dy = (vertexLat[v + 1] - vertexLat[v]) * ky;
            const length2 = dx * dx + dy * dy;
            let t = length2 > 0 ? -(ax * dx + ay * dy) / length2 : 0;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            const px = ax + t * dx;
            const py = ay + t * dy;
            const d2 = px * px + py * py;
            const edge = this.#cellEdge[k];
            if (d2 > best + TIE) continue;
            // Between equals (all that meet at a junction) a street one may pass along, then the
            // lower edge, then its earlier segment: the answer depends neither on the grid nor on
            // which way a doubled line was drawn.
            const [gated, bestGated] = ends ? [ends[edge], ends[bestEdge]] : [0, 0];
            const earlier =
              gated < bestGated ||
              (gated === bestGated && (edge < bestEdge || (edge === bestEdge && v < bestVertex)));
            if (bestEdge < 0 ? d2 > best : d2 >= best - TIE && !earlier) continue;
            best = d2;
            bestEdge = edge;
            bestVertex = v;
            bestT = t;
          }
        }
      }
    }
    if (bestEdge < 0) return;
    snaps.edge[i] = bestEdge;
    snaps.along[i] = this.#along(bestEdge, bestVertex, bestT);
    snaps.off[i] = Math.sqrt(best);
  }

  /** Metres along the edge up to the fraction t of the segment that begins at `vertex`. */
  #along(edge: number, vertex: number, t: number): number {
    const { vertexStart, vertexLon, vertexLat, edgeMetres } = this.#network.graph;
    let metres = 0;
    for (let v = vertexStart[edge]; v <= vertex; v++) {
      const segment = distance(
        vertexLon[v] / E7,
        vertexLat[v] / E7,
        vertexLon[v + 1] / E7,
        vertexLat[v + 1] / E7,
      );
      metres += v === vertex ? t * segment : segment;
    }
    return Math.min(metres, edgeMetres[edge]);
  }

  /** Every cell each segment of the edges may touch, row by row so that long slants stay thin. */
  #visit(edges: number[], each: (cell: number, vertex: number, edge: number) => void): void {
    const { vertexStart, vertexLon, vertexLat } = this.#network.graph;
    const [perLon, perLat] = [1 / this.#cellLon, 1 / this.#cellLat];
    const lastColumn = this.#columns - 1;
    const lastRow = this.#rows - 1;
    for (const e of edges) {
      for (let v = vertexStart[e]; v < vertexStart[e + 1] - 1; v++) {
        const x1 = (vertexLon[v] - this.#west) * perLon;
        const y1 = (vertexLat[v] - this.#south) * perLat;
        const x2 = (vertexLon[v + 1] - this.#west) * perLon;
        const y2 = (vertexLat[v + 1] - this.#south) * perLat;
        const [column, row] = [Math.floor(x1), Math.floor(y1)];
        if (column === Math.floor(x2) && row === Math.floor(y2)) {
          // Nearly every segment lies in one cell.
          each(Math.min(lastRow, row) * this.#columns + Math.min(lastColumn, column), v, e);
          continue;
        }
        const low = Math.min(y1, y2);
        const high = Math.max(y1, y2);
        const slope = high > low ? (x2 - x1) / (y2 - y1) : 0;
        const top = Math.min(lastRow, Math.floor(high));
        for (let r = Math.min(lastRow, Math.floor(low)); r <= top; r++) {
          let [xa, xb] = [x1, x2];
          if (high - low > 1) {
            xa = x1 + (Math.max(low, r) - y1) * slope;
            xb = x1 + (Math.min(high, r + 1) - y1) * slope;
          }
          const left = Math.max(0, Math.floor(Math.min(xa, xb)));
          const right = Math.min(lastColumn, Math.floor(Math.max(xa, xb)));
          for (let c = left; c <= right; c++) each(r * this.#columns + c, v, e);
        }
      }
    }
  }
}
