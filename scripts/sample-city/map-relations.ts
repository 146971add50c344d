import type { City } from './city.ts';
import { named } from './osm-writer.ts';
import type { MapRelation, MapWay, Tags } from './osm-writer.ts';

/** The ways, with those that only relations use, and the relations themselves. */
export function withRelations(
  city: City,
  ways: MapWay[],
): { ways: MapWay[]; relations: MapRelation[] } {
  const borders = boundaries(city);
  const lake = reservoir(city);
  return {
    ways: [...ways, ...borders.ways, ...lake.ways],
    relations: [...borders.relations, ...lake.relations],
  };
}

/** Each arc is one way, which both its neighbours and the district around them share. */
function boundaries({ frontiers: { areas, arcs } }: City) {
  const uses = areas.flatMap(({ arcs }) => arcs);
  const shared = (key: string) => uses.indexOf(key) !== uses.lastIndexOf(key);
  const ways = new Map(
    [...arcs].map(([key, line]): [string, MapWay] => [
      key,
      { line, tags: { boundary: 'administrative', admin_level: shared(key) ? '8' : '6' } },
    ]),
  );
  const relation = (level: string, name: [string, string], keys: string[]): MapRelation => ({
    tags: { type: 'boundary', boundary: 'administrative', admin_level: level, ...named(name) },
    members: keys.map((key) => ({ way: ways.get(key)!, role: 'outer' })),
  });
  const edge = [...arcs.keys()].filter((key) => !shared(key));
  return {
    ways: [...ways.values()],
    relations: [
      relation('6', ['示例城', 'Sample City'], edge),
      ...areas.map(({ name, arcs }) => relation('8', name, arcs)),
    ],
  };
}

/** Water with an island in it is a relation of both rings. */
function reservoir({ terrain: { reservoir } }: City) {
  const closed = (line: MapWay['line'], tags: Tags): MapWay => ({ line, tags, closed: true });
  const shore = closed(reservoir.ring, {});
  const island = closed(reservoir.island, { natural: 'wood' });
  const tags = {
    type: 'multipolygon',
    natural: 'water',
    water: 'reservoir',
    ...named(reservoir.name),
  };
  const members = [
    { way: shore, role: 'outer' },
    { way: island, role: 'inner' },
  ];
  return { ways: [shore, island], relations: [{ tags, members }] };
}
