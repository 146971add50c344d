import { E7, distance } from '../../core/geo.ts';
import type { Graph } from '../../core/graph.ts';
import { hilbertOrder } from '../../core/hilbert.ts';
import type { OsmData } from '../osm/osm.ts';
import { Tags } from '../osm/tags.ts';
import { nodeIndex } from './node-index.ts';
import { streetClass, streetFlags } from './street-rules.ts';

/** What a street is called: OSM's name and name:en. */
export interface StreetName {
  name: string;
  nameEn?: string;
}

export interface Streets {
  graph: Graph;
  /** Street names; index 0 is no name. Graph.edgeName points in here. */
  names: StreetName[];
  /** References of street ways to nodes the extract does not hold; the way is cut there. */
  missingNodes: number;
}

/** One usable piece of a way: consecutive nodes that the extract holds. */
interface Piece {
  nodes: number[];
  flags: number;
  street: number;
  name: number;
}

/**
 * The walkable streets as a graph: ways are cut where two of them share a node, where one meets
 * itself, and where a node is missing. Nodes and edges come in Hilbert order.
 */
export function streetGraph(osm: OsmData): Streets {
  const { pieces, names, missingNodes } = streetPieces(osm);
  const uses = new Uint8Array(osm.nodes.ids.length);
  const use = (node: number, times: number) => (uses[node] = Math.min(2, uses[node] + times));
  for (const { nodes } of pieces) {
    nodes.forEach((node, k) => use(node, k === 0 || k === nodes.length - 1 ? 2 : 1));
  }
  const edges = pieces.flatMap((piece) => cut(piece, uses));
  return { graph: layOut(edges, osm), names, missingNodes };
}

function streetPieces(osm: OsmData) {
  const tags = new Tags(osm.strings);
  const [highway, foot, access, bridge, tunnel, named, english] = [
    'highway',
    'foot',
    'access',
    'bridge',
    'tunnel',
    'name',
    'name:en',
  ].map((key) => tags.key(key));
  const { ways } = osm;
  const find = nodeIndex(osm.nodes.ids);
  const names: StreetName[] = [{ name: '' }];
  const nameIndex = new Map<string, number>([['', 0]]);
  const pieces: Piece[] = [];
  let missingNodes = 0;
  for (let w = 0; w < ways.ids.length; w++) {
    const get = (key: number) => tags.value(ways.tags, ways.tagStart[w], ways.tagStart[w + 1], key);
    const kind = get(highway);
    if (!kind) continue;
    const flags = streetFlags({
      highway: kind,
      foot: get(foot),
      access: get(access),
      bridge: get(bridge),
      tunnel: get(tunnel),
    });
    if (!flags) continue;
    const name = get(named) ?? '';
    if (!nameIndex.has(name)) nameIndex.set(name, names.push({ name, nameEn: get(english) }) - 1);
    const street = streetClass(kind);
    let nodes: number[] = [];
    const finish = () => {
      if (nodes.length > 1) pieces.push({ nodes, flags, street, name: nameIndex.get(name)! });
      nodes = [];
    };
    for (let r = ways.refStart[w]; r < ways.refStart[w + 1]; r++) {
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

function layOut(edges: Piece[], osm: OsmData): Graph {
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
    edgeFlags: new Uint8Array(m),
    edgeClass: new Uint8Array(m),
    edgeName: new Uint32Array(m),
    vertexStart: new Uint32Array(m + 1),
    vertexLon: new Int32Array(vertices),
    vertexLat: new Int32Array(vertices),
  };
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
  return graph;
}
