import { E7, distance } from '../../core/geo.ts';
import { BRIDGE, TUNNEL, type Graph, type Slopes } from '../../core/graph.ts';
import { slopeFactor, wholePercent } from '../../core/slope.ts';
import type { ElevationSampler } from '../raster/elevation-sampler.ts';

/** Gradients of a graph's edges, and how much of the streets they are known for. */
export interface SlopesFound {
  slopes: Slopes;
  /** Share of the metres of all edges whose slope is known, 0 … 1. */
  share: number;
}

/**
 * The steepest gradient is that of so many pieces on end: heights are whole metres in many models,
 * and one metre of rounding over one cell is a slope of 3 % that nobody meets.
 */
const STRETCH = 3;
/** A shorter edge's rise is laid over so many cells, for the same reason. */
const LEAST = 2;

/**
 * Slopes of the streets from an elevation model. An edge is cut into equal pieces of about one cell
 * (two thirds to one and a half; a shorter edge is one piece): finer pieces would find the model's
 * noise, not the street's slope. Its factor is the mean over the pieces by their length. A bridge
 * or tunnel rises evenly from one end to the other, whatever lies under or over it. An edge with one
 * point outside the model is unknown: it counts as flat (1, 1, 0 %) and is left out of `share`.
 */
export function slopesOf(graph: Graph, heightAt: ElevationSampler): SlopesFound {
  const m = graph.edgeFrom.length;
  const forth = new Float32Array(m).fill(1);
  const back = new Float32Array(m).fill(1);
  const steepest = new Uint8Array(m);
  const { vertexStart, vertexLon, vertexLat, edgeMetres, edgeFlags } = graph;
  const heights: number[] = [];
  let [known, all] = [0, 0];
  for (let e = 0; e < m; e++) {
    const [first, last] = [vertexStart[e], vertexStart[e + 1] - 1];
    const whole = edgeMetres[e];
    all += whole;
    const spans = (edgeFlags[e] & (BRIDGE | TUNNEL)) !== 0;
    const pieces = spans ? 1 : Math.max(1, Math.round(whole / heightAt.cellMetres));
    const step = whole / pieces;
    let height = heightAt(vertexLon[first] / E7, vertexLat[first] / E7);
    let [up, down, steep, piece, walked] = [0, 0, 0, 1, 0];
    heights.length = 0;
    heights.push(height);
    for (let v = first; v < last && piece <= pieces; v++) {
      const [lon, lat] = [vertexLon[v] / E7, vertexLat[v] / E7];
      const [lonTo, latTo] = [vertexLon[v + 1] / E7, vertexLat[v + 1] / E7];
      const length = distance(lon, lat, lonTo, latTo);
      // The end of the line is taken as it is: lengths added up in another order differ in the last digit.
      const end = v + 1 === last;
      while (piece <= pieces && (piece * step <= walked + length || end)) {
        const t = piece === pieces ? 1 : length > 0 ? (piece * step - walked) / length : 1;
        if (piece === pieces && !end) break;
        const next = heightAt(lon + t * (lonTo - lon), lat + t * (latTo - lat));
        const slope = step > 0 ? (next - height) / step : 0;
        up += slopeFactor(slope);
        down += slopeFactor(-slope);
        height = next;
        const from = Math.max(0, heights.push(height) - 1 - STRETCH);
        const stretch = Math.max((piece - from) * step, LEAST * heightAt.cellMetres);
        steep = Math.max(steep, Math.abs(height - heights[from]) / stretch);
        piece++;
      }
      walked += length;
    }
    // One height that is not known leaves NaN in the sums.
    if (Number.isNaN(up)) continue;
    known += whole;
    forth[e] = up / pieces;
    back[e] = down / pieces;
    steepest[e] = wholePercent(steep * 100);
  }
  return { slopes: { forth, back, steepest }, share: all > 0 ? known / all : 0 };
}
