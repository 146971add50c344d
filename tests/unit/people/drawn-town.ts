import { METRES_PER_DEGREE } from '../../../src/core/geo.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import { osmOf, type OsmNode, type OsmWay } from '../region/osm-of.ts';

type Box = [x: number, y: number, width: number, height: number];

/** A rectangle, one with a hole, or a line; metres east and north of 0°, 0°. */
export interface Block {
  at?: Box;
  hole?: Box;
  line?: [x: number, y: number][];
  tags: Record<string, string>;
}

/**
 * OSM data of blocks: way 1, 2, … in their order. A block with a hole is relation 1 (one at most),
 * whose outline, a way of its own, bears the tags too; its hole is the way after it.
 */
export function drawnTown(blocks: Block[]): OsmData {
  const nodes: OsmNode[] = [];
  const ways: OsmWay[] = [];
  const deg = (metres: number) => metres / METRES_PER_DEGREE;
  const draw = (corners: [number, number][], closed: boolean, tags?: Record<string, string>) => {
    const first = nodes.length + 1;
    corners.forEach(([x, y], k) => nodes.push({ id: first + k, lon: deg(x), lat: deg(y) }));
    const refs = corners.map((_, k) => first + k);
    return ways.push({ refs: closed ? [...refs, first] : refs, tags });
  };
  const corners = ([x, y, w, h]: Box): [number, number][] => [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
  const members: { way: number; role: string }[] = [];
  let relationTags: Record<string, string> | null = null;
  for (const { at, hole, line, tags } of blocks) {
    const way = at ? draw(corners(at), true, tags) : draw(line!, false, tags);
    if (!hole) continue;
    members.push({ way, role: 'outer' }, { way: draw(corners(hole), true), role: 'inner' });
    relationTags = { ...tags, type: 'multipolygon' };
  }
  const osm = osmOf(nodes, ways);
  if (!relationTags) return osm;
  const index = (text: string) => {
    const at = osm.strings.indexOf(text);
    return at < 0 ? osm.strings.push(text) - 1 : at;
  };
  const pairs = Object.entries(relationTags).flatMap(([k, v]) => [index(k), index(v)]);
  osm.relations = {
    ids: Float64Array.of(1),
    memberStart: Uint32Array.of(0, members.length),
    memberIds: Float64Array.from(members, ({ way }) => way),
    memberTypes: new Uint8Array(members.length).fill(1),
    memberRoles: Uint32Array.from(members, ({ role }) => index(role)),
    tagStart: Uint32Array.of(0, pairs.length / 2),
    tags: Uint32Array.from(pairs),
  };
  return osm;
}
