/** Bits of Graph.edgeFlags. */
export const FOOT = 1;
export const STEPS = 2;
export const BRIDGE = 4;
export const TUNNEL = 8;
/** One may start or end on it on foot, not pass through (a gated estate). */
export const FOOT_ENDS = 16;
/** Signed as not for wheelchairs. */
export const NO_WHEELCHAIR = 32;
/** One way even on foot. */
export const FOOT_NOT_FORTH = 64;
export const FOOT_NOT_BACK = 128;
export const BICYCLE_FORTH = 256;
export const BICYCLE_BACK = 512;
export const BICYCLE_ENDS = 1024;
/** The bicycle is pushed here. */
export const BICYCLE_PUSHED = 2048;
export const CAR_FORTH = 4096;
export const CAR_BACK = 8192;
export const CAR_ENDS = 16384;

/** Gradients along m edges; only where an elevation model or a sign told some. */
export interface Slopes {
  /** m; how many times as long as on the flat a walk takes, first node to last and back. */
  forth: Float32Array;
  back: Float32Array;
  /** m; the steepest piece in whole percent, up or down; 0 where nothing is known. */
  steepest: Uint8Array;
}

/**
 * The streets as flat arrays: n nodes (junctions and street ends), m edges (the street between
 * two of them), v vertices (the line of an edge, both ends included).
 */
export interface Graph {
  /** n; integers of 1e-7 degree. */
  nodeLon: Int32Array;
  nodeLat: Int32Array;
  /** m; node indices. */
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  /** m; metres along the line. */
  edgeMetres: Float32Array;
  /** m; FOOT, STEPS, … */
  edgeFlags: Uint32Array;
  /** m; index into the street classes, for drawing. */
  edgeClass: Uint8Array;
  /** m; index into the names, 0 for none. */
  edgeName: Uint32Array;
  /** m + 1; the vertices of edge e are vertexStart[e] … vertexStart[e + 1] - 1. */
  vertexStart: Uint32Array;
  /** v; integers of 1e-7 degree. */
  vertexLon: Int32Array;
  vertexLat: Int32Array;
  /** n; bits of travel.ts: who cannot pass the node. Absent where everybody passes everywhere. */
  nodeClosed?: Uint8Array;
  /** m; a car's kilometres an hour. Absent where there is no street for cars. */
  edgeKmh?: Uint8Array;
  /** m; 0 unknown, else as in travel.ts. Absent where no surface is known. */
  edgeSurface?: Uint8Array;
  slopes?: Slopes;
}
