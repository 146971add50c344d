import type { OsmData } from '../osm/osm.ts';

/** The tags of one object by name. */
export type TagSet = ReadonlyMap<string, string>;

/** Where objects of one type keep their tags: osm.nodes, osm.ways or osm.relations. */
export type Tagged = Pick<OsmData['nodes'], 'ids' | 'tagStart' | 'tags'>;

/** All tags of object i. A key given twice keeps its first value, as everywhere. */
export function tagSet(strings: readonly string[], { tagStart, tags }: Tagged, i: number): TagSet {
  const set = new Map<string, string>();
  for (let k = tagStart[i]; k < tagStart[i + 1]; k++) {
    const key = strings[tags[2 * k]];
    if (!set.has(key)) set.set(key, strings[tags[2 * k + 1]]);
  }
  return set;
}

/** Indices of the objects that carry one of these keys, ascending. One look per tag. */
export function withKeys(
  strings: readonly string[],
  { ids, tagStart, tags }: Tagged,
  keys: ReadonlySet<string>,
): number[] {
  const wanted = Uint8Array.from(strings, (text) => (keys.has(text) ? 1 : 0));
  const found: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    for (let k = tagStart[i]; k < tagStart[i + 1]; k++) {
      if (!wanted[tags[2 * k]]) continue;
      found.push(i);
      break;
    }
  }
  return found;
}
