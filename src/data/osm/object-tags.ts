import type { OsmData } from './osm.ts';
import { Tags } from './tags.ts';

/** Tags of one object, by key. */
export type TagOf = (key: string) => string | undefined;

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
