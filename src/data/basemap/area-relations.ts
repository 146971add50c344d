import { idIndex } from '../osm/id-index.ts';
import { WAY, type OsmData } from '../osm/osm.ts';
import type { Assembled, Shapes } from '../osm/shapes.ts';
import { areaKind } from './draw-area.ts';
import type { TagOf } from '../osm/object-tags.ts';

/** A multipolygon that is drawn, with the tags that say what it is. */
export interface AreaRelation extends Assembled {
  get: TagOf;
}

/**
 * The multipolygons of an extract that are drawn. Older ones carry their tags on their outer ways:
 * then the first outer way that says something speaks for the relation. Outer ways that say the
 * same as their relation are `spent`: drawn on their own they would fill its holes.
 */
export function areaRelations(
  osm: OsmData,
  shapes: Shapes,
  tags: Record<'ways' | 'relations', (i: number) => TagOf>,
): { areas: AreaRelation[]; spent: Set<number> } {
  const { ids, memberStart, memberIds, memberTypes, memberRoles } = osm.relations;
  const find = idIndex(osm.ways.ids);
  const inner = osm.strings.indexOf('inner');
  const areas: AreaRelation[] = [];
  const spent = new Set<number>();
  for (let r = 0; r < ids.length; r++) {
    const own = tags.relations(r);
    if (own('type') !== 'multipolygon') continue;
    const outer: number[] = [];
    for (let m = memberStart[r]; m < memberStart[r + 1]; m++) {
      const way = memberTypes[m] === WAY && memberRoles[m] !== inner ? find(memberIds[m]) : -1;
      if (way >= 0) outer.push(way);
    }
    const asked = [own, ...outer.map((way) => tags.ways(way))];
    const get = asked.find((candidate) => kindOf(candidate) !== '');
    if (!get) continue;
    const assembled = shapes.polygonsOf(r);
    areas.push({ get, ...assembled });
    if (!assembled.polygons.length) continue;
    for (const way of outer) if (kindOf(tags.ways(way)) === kindOf(get)) spent.add(way);
  }
  return { areas, spent };
}

/** A word for what an area of these tags is drawn as; '' for nothing. */
function kindOf(get: TagOf): string {
  const is = areaKind(get, 0);
  return is ? `${is.layer} ${is.kind}` : '';
}
