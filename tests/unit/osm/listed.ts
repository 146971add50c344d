import type { OsmData } from '../../../src/data/osm/osm.ts';

/** An OsmData as plain objects that a reader of a test can take in. */
export interface Listed {
  nodes: { id: number; lon: number; lat: number; tags: Record<string, string> }[];
  ways: { id: number; refs: number[]; tags: Record<string, string> }[];
  relations: { id: number; members: string[]; tags: Record<string, string> }[];
}

/** Coordinates stay in 1e-7 degrees; members read "way 7 outer". */
export function listed({ strings, nodes, ways, relations }: OsmData): Listed {
  const tagsOf = (o: { tags: Uint32Array; tagStart: Uint32Array }, i: number) => {
    const tags: Record<string, string> = {};
    for (let k = o.tagStart[i]; k < o.tagStart[i + 1]; k++) {
      tags[strings[o.tags[2 * k]]] = strings[o.tags[2 * k + 1]];
    }
    return tags;
  };
  return {
    nodes: Array.from(nodes.ids, (id, i) => ({
      id,
      lon: nodes.lon[i],
      lat: nodes.lat[i],
      tags: tagsOf(nodes, i),
    })),
    ways: Array.from(ways.ids, (id, i) => ({
      id,
      refs: [...ways.refs.subarray(ways.refStart[i], ways.refStart[i + 1])],
      tags: tagsOf(ways, i),
    })),
    relations: Array.from(relations.ids, (id, i) => {
      const members = [];
      for (let m = relations.memberStart[i]; m < relations.memberStart[i + 1]; m++) {
        const type = ['node', 'way', 'relation'][relations.memberTypes[m]];
        const role = strings[relations.memberRoles[m]];
        members.push(`${type} ${relations.memberIds[m]} ${role}`.trimEnd());
      }
      return { id, members, tags: tagsOf(relations, i) };
    }),
  };
}

/** What must hold in every OsmData; says what does not. */
export function flaws(osm: OsmData): string[] {
  const found: string[] = [];
  const { nodes, ways, relations, strings } = osm;
  const starts = (name: string, start: Uint32Array, objects: number, values: number) => {
    if (start.length !== objects + 1) found.push(`${name}: ${start.length} for ${objects}`);
    if (start[0] !== 0 || start[objects] !== values) found.push(`${name}: ends`);
    for (let i = 0; i < objects; i++) if (start[i] > start[i + 1]) found.push(`${name}: order`);
  };
  const known = (name: string, indices: Uint32Array) => {
    if (indices.some((i) => i >= strings.length)) found.push(`${name}: beyond the table`);
  };
  if (strings[0] !== '') found.push('strings[0]');
  if (new Set(strings).size !== strings.length) found.push('strings: twice');
  if (nodes.lon.length !== nodes.ids.length || nodes.lat.length !== nodes.ids.length) {
    found.push('nodes: unequal');
  }
  starts('node tags', nodes.tagStart, nodes.ids.length, nodes.tags.length / 2);
  starts('way tags', ways.tagStart, ways.ids.length, ways.tags.length / 2);
  starts('refs', ways.refStart, ways.ids.length, ways.refs.length);
  starts('members', relations.memberStart, relations.ids.length, relations.memberIds.length);
  starts('relation tags', relations.tagStart, relations.ids.length, relations.tags.length / 2);
  known('node tags', nodes.tags);
  known('way tags', ways.tags);
  known('relation tags', relations.tags);
  known('roles', relations.memberRoles);
  if (relations.memberTypes.some((type) => type > 2)) found.push('member types');
  if (nodes.lat.some((lat) => Math.abs(lat) > 9e8)) found.push('lat');
  if (nodes.lon.some((lon) => Math.abs(lon) > 18e8)) found.push('lon');
  return found;
}
