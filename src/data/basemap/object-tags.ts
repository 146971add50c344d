import type { OsmData } from '../osm/osm.ts';
import { Tags } from '../osm/tags.ts';

/** Asks one object for the value of a tag. */
export type Get = (key: string) => string | undefined;

/** Ways to ask the nodes, ways and relations of an extract, by index. */
export function objectTags(
  osm: OsmData,
): Record<'nodes' | 'ways' | 'relations', (i: number) => Get> {
  const tags = new Tags(osm.strings);
  const asker =
    ({ tags: pairs, tagStart }: { tags: Uint32Array; tagStart: Uint32Array }) =>
    (i: number): Get =>
    (key) =>
      tags.value(pairs, tagStart[i], tagStart[i + 1], tags.key(key));
  return { nodes: asker(osm.nodes), ways: asker(osm.ways), relations: asker(osm.relations) };
}
