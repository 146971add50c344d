import { describe, expect, it } from 'vitest';
import { areas, files } from './read-back.ts';

const relations = [...files['streets.osm'].matchAll(/<relation [^>]*>(.*?)<\/relation>/g)].map(
  ([, inner]) => ({
    members: [...inner.matchAll(/<member type="way" ref="(\d+)" role="(\w+)"\/>/g)].map(
      ([, ref, role]) => ({ ref, role }),
    ),
    tags: Object.fromEntries(
      [...inner.matchAll(/<tag k="([^"]*)" v="([^"]*)"\/>/g)].map(([, k, v]) => [k, v]),
    ) as Record<string, string>,
  }),
);

/** The nodes that each way begins and ends at, and its tags as text. */
const ways = new Map(
  [...files['streets.osm'].matchAll(/<way id="(\d+)"[^>]*>(.*?)<\/way>/g)].map(([, id, inner]) => {
    const refs = [...inner.matchAll(/<nd ref="(\d+)"/g)].map(([, ref]) => ref);
    return [id, { ends: [refs[0], refs[refs.length - 1]], inner }];
  }),
);

describe('relations of the sample city', () => {
  it('are the district and its eleven areas, each closed by ways that neighbours share', () => {
    const borders = relations.filter(({ tags }) => tags.boundary === 'administrative');
    const names = borders.filter(({ tags }) => tags.admin_level === '8');
    expect(names.map(({ tags }) => tags.name)).toEqual(areas.map((area) => area.properties.name));
    expect(borders.filter(({ tags }) => tags.admin_level === '6').length).toBe(1);
    const uses = new Map<string, number>();
    for (const { members, tags } of borders) {
      const ends = members.flatMap(({ ref }) => ways.get(ref)!.ends);
      // Every end of a way is the beginning or the end of exactly one other.
      for (const end of ends) expect(ends.filter((e) => e === end).length, tags.name).toBe(2);
      for (const { ref } of members) uses.set(ref, (uses.get(ref) ?? 0) + 1);
    }
    expect(new Set(uses.values())).toEqual(new Set([2]));
  });

  it('are a lake with an island too', () => {
    const [lake] = relations.filter(({ tags }) => tags.type === 'multipolygon');
    expect(lake.tags).toMatchObject({ natural: 'water', water: 'reservoir', name: '栗坡水库' });
    expect(lake.members.map(({ role }) => role)).toEqual(['outer', 'inner']);
    for (const { ref } of lake.members) {
      const { ends } = ways.get(ref)!;
      expect(ends[0]).toBe(ends[1]);
    }
  });
});
