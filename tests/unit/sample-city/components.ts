import { lengthOf, segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';
import type { ReadNode, ReadWay } from './read-back.ts';

/** Streets that one may walk on at all, if only to one's own door. */
export function walkable({ tags }: ReadWay): boolean {
  return tags.foot !== 'no' && !tags.highway.startsWith('motorway');
}

/** Streets that one may walk along on the way to somewhere else. */
export function passable(way: ReadWay): boolean {
  const { access, foot } = way.tags;
  return walkable(way) && (access === undefined || foot === 'permissive');
}

export interface Component {
  metres: number;
  segments: Segment[];
}

/** Connected pieces, longest first; at a node that is shut, nothing connects. */
export function componentsOf(
  ways: ReadWay[],
  shut: ReadonlySet<ReadNode> = new Set(),
): Component[] {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const path = [id];
    for (let up = parent.get(id); up && up !== path[path.length - 1]; up = parent.get(up))
      path.push(up);
    const top = path[path.length - 1];
    // Everybody on the way now knows the top: the next walk is one step.
    for (const at of path) parent.set(at, top);
    return top;
  };
  const segments = segmentsOf(ways);
  // At a shut node every segment has an end of its own.
  const end = (node: ReadNode, s: number) => (shut.has(node) ? `${node.id} ${s}` : node.id);
  segments.forEach(({ a, b }, s) => parent.set(root(end(a, s)), root(end(b, s))));
  const pieces = new Map<string, Component>();
  segments.forEach((segment, s) => {
    const key = root(end(segment.a, s));
    const piece = pieces.get(key) ?? { metres: 0, segments: [] };
    piece.metres += lengthOf(segment);
    piece.segments.push(segment);
    pieces.set(key, piece);
  });
  return [...pieces.values()].sort((p, q) => q.metres - p.metres);
}
