import { E7, distance } from '../../core/geo.ts';
import { CAR_BACK, CAR_FORTH, type Graph } from '../../core/graph.ts';
import { hilbertOrder } from '../../core/hilbert.ts';
import { idIndex } from '../osm/id-index.ts';
import type { OsmData } from '../osm/osm.ts';
import { Tags } from '../osm/tags.ts';
import type { TagOf } from '../osm/object-tags.ts';
import { closedAt } from './gates.ts';
import { inclineOf, surfaceOf } from './ground.ts';
import { streetClass, streetFlags } from './street-rules.ts';
import { carKmh } from './street-speeds.ts';

/** What a street is called: OSM's name and name:en. */
export interface StreetName {
  name: string;
  nameEn?: string;
}

export interface Streets {
  graph: Graph;
  /** Street names; index 0 is no name. Graph.edgeName points in here. */
  names: StreetName[];
  /** m; signed gradients in percent, uphill along the edge; NaN where there is no sign. Null without any. */
  incline: Float32Array | null;
  /** References of street ways to nodes the extract does not hold; the way is cut there. */
  missingNodes: number;
}

/** What all edges of a way share. */
interface Street {
  flags: number;
  street: number;
  name: number;
  kmh: number;
  surface: number;
  incline: number | null;
}

/** One usable piece of a way: consecutive nodes that the extract holds. */
interface Piece extends Street {
  nodes: number[];
}

/**
 * The streets as a graph: ways are cut where two of them share a node, where one meets itself,
 * where a node is missing, and at gates and kerbs that stop somebody. Nodes and edges come in
 * Hilbert order.
 */
export function streetGraph(osm: OsmData): Streets {
  const { pieces, names, missingNodes } = streetPieces(osm);
  const closed = closedNodes(osm);
  const uses = new Uint8Array(osm.nodes.ids.length);
  const use = (node: number, times: number) => (uses[node] = Math.min(2, uses[node] + times));
  for (const { nodes } of pieces) {
    nodes.forEach((node, k) => use(node, k === 0 || k === nodes.length - 1 ? 2 : 1));
  }
  for (const node of closed.keys()) use(node, 2);
  const edges = pieces.flatMap((piece) => cut(piece, uses));
  return { ...layOut(edges, osm, closed), names, missingNodes };
}

/** The nodes that stop somebody, and whom. */
function closedNodes({ strings, nodes }: OsmData): Map<number, number> {
  const tags = new Tags(strings);
  const closed = new Map<number, number>();
  let node = 0;
  const tag: TagOf = (key) =>
    tags.value(nodes.tags, nodes.tagStart[node], nodes.tagStart[node + 1], tags.key(key));
  for (; node < nodes.ids.length; node++) {
    if (nodes.tagStart[node] === nodes.tagStart[node + 1]) continue;
    const bits = closedAt(tag);
    if (bits) closed.set(node, bits);
  }
  return closed;
}

function streetPieces(osm: OsmData) {
  const tags = new Tags(osm.strings);
  const { ways } = osm;
  const find = idIndex(osm.nodes.ids);
  const names: StreetName[] = [{ name: '' }];
  const nameIndex = new Map<string, number>([['', 0]]);
  const pieces: Piece[] = [];
  let missingNodes = 0;
  let way = 0;
  const tag: TagOf = (key) =>
    tags.value(ways.tags, ways.tagStart[way], ways.tagStart[way + 1], tags.key(key));
  for (; way < ways.ids.length; way++) {
    const highway = tag('highway');
    const flags = highway ? streetFlags(tag) : 0;
    if (!highway || !flags) continue;
    const name = tag('name') ?? '';
    if (!nameIndex.has(name)) nameIndex.set(name, names.push({ name, nameEn: tag('name:en') }) - 1);
    const street: Street = {
      flags,
      street: streetClass(highway),
      name: nameIndex.get(name)!,
      kmh: carKmh(highway, tag),
      surface: surfaceOf(tag),
      incline: inclineOf(tag),
    };
    let nodes: number[] = [];
    const finish = () => {
      if (nodes.length > 1) pieces.push({ nodes, ...street });
      nodes = [];
    };
    for (let r = ways.refStart[way]; r < ways.refStart[way + 1]; r++) {
      const node = find(ways.refs[r]);
      if (node < 0) {
        missingNodes++;
        finish();
      } else if (node !== nodes[nodes.length - 1]) nodes.push(node);
    }
    finish();
  }
  return { pieces, names, missingNodes };
}

function cut(piece: Piece, uses: Uint8Array): Piece[] {
  const edges: Piece[] = [];
  let first = 0;
  for (let k = 1; k < piece.nodes.length; k++) {
    if (uses[piece.nodes[k]] < 2) continue;
    edges.push({ ...piece, nodes: piece.nodes.slice(first, k + 1) });
    first = k;
  }
  return edges;
}

function layOut(
  edges: Piece[],
  osm: OsmData,
  closed: Map<number, number>,
): Pick<Streets, 'graph' | 'incline'> {
  const { lon, lat } = osm.nodes;
  const ends = new Set<number>();
  let vertices = 0;
  for (const { nodes } of edges) {
    ends.add(nodes[0]);
    ends.add(nodes[nodes.length - 1]);
    vertices += nodes.length;
  }
  const osmNodes = [...ends];
  const order = hilbertOrder(
    osmNodes.map((i) => lon[i]),
    osmNodes.map((i) => lat[i]),
  );
  const rank = new Map<number, number>();
  order.forEach((k, position) => rank.set(osmNodes[k], position));
  edges.sort((a, b) => rank.get(a.nodes[0])! - rank.get(b.nodes[0])!);

  const m = edges.length;
  const graph: Graph = {
    nodeLon: Int32Array.from(order, (k) => lon[osmNodes[k]]),
    nodeLat: Int32Array.from(order, (k) => lat[osmNodes[k]]),
    edgeFrom: new Uint32Array(m),
    edgeTo: new Uint32Array(m),
    edgeMetres: new Float32Array(m),
    edgeFlags: new Uint32Array(m),
    edgeClass: new Uint8Array(m),
    edgeName: new Uint32Array(m),
    vertexStart: new Uint32Array(m + 1),
    vertexLon: new Int32Array(vertices),
    vertexLat: new Int32Array(vertices),
    ...(edges.some(({ flags }) => flags & (CAR_FORTH | CAR_BACK))
      ? { edgeKmh: Uint8Array.from(edges, ({ kmh }) => kmh) }
      : {}),
    ...(edges.some(({ surface }) => surface)
      ? { edgeSurface: Uint8Array.from(edges, ({ surface }) => surface) }
      : {}),
    ...(osmNodes.some((node) => closed.has(node))
      ? { nodeClosed: Uint8Array.from(order, (k) => closed.get(osmNodes[k]) ?? 0) }
      : {}),
  };
  const incline = edges.some((edge) => edge.incline !== null)
    ? Float32Array.from(edges, (edge) => edge.incline ?? NaN)
    : null;
  let v = 0;
  edges.forEach(({ nodes, flags, street, name }, e) => {
    graph.edgeFrom[e] = rank.get(nodes[0])!;
    graph.edgeTo[e] = rank.get(nodes[nodes.length - 1])!;
    graph.edgeFlags[e] = flags;
    graph.edgeClass[e] = street;
    graph.edgeName[e] = name;
    let metres = 0;
    nodes.forEach((node, k) => {
      graph.vertexLon[v] = lon[node];
      graph.vertexLat[v++] = lat[node];
      if (!k) return;
      const before = nodes[k - 1];
      metres += distance(lon[before] / E7, lat[before] / E7, lon[node] / E7, lat[node] / E7);
    });
    graph.edgeMetres[e] = metres;
    graph.vertexStart[e + 1] = v;
  });
  return { graph, incline };
}
