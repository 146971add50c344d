import type { OsmData } from '../osm/osm.ts';
import { Tags } from '../osm/tags.ts';
import type { TagOf } from '../streets/access.ts';

/** Ways to ask the nodes, ways and relations of an extract, by index. */
export function objectTags(
  osm: OsmData,
): Record<'nodes' | 'ways' | 'relations', (i: number) => TagOf> {
  const tags = new Tags(osm.strings);
  const asker =
    ({ tags: pairs, tagStart }: { tags: Uint32Array; tagStart: Uint32Array }) =>
    (i: number): TagOf =>
    (key) =>
      tags.value(pairs, tagStart[i], tagStart[i + 1], tags.key(key));
  return { nodes: asker(osm.nodes), ways: asker(osm.ways), relations: asker(osm.relations) };
}
