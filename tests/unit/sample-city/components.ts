import { lengthOf, segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';
import type { ReadWay } from './read-back.ts';

/** Ways one may walk under the rules of the design (the estates' own lanes included). */
export function walkable({ tags }: ReadWay): boolean {
  if (tags.foot === 'no' || tags.foot === 'use_sidepath') return false;
  const closed = tags.access === 'no' || tags.access === 'private';
  return !closed || ['yes', 'designated', 'permissive', 'destination'].includes(tags.foot);
}

export interface Component {
  metres: number;
  segments: Segment[];
}

/** Connected pieces, longest first. */
export function componentsOf(ways: ReadWay[]): Component[] {
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
  for (const { a, b } of segments) parent.set(root(a.id), root(b.id));
  const pieces = new Map<string, Component>();
  for (const segment of segments) {
    const key = root(segment.a.id);
    const piece = pieces.get(key) ?? { metres: 0, segments: [] };
    piece.metres += lengthOf(segment);
    piece.segments.push(segment);
    pieces.set(key, piece);
  }
  return [...pieces.values()].sort((p, q) => q.metres - p.metres);
}
