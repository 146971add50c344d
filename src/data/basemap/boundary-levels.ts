import { idIndex } from '../osm/id-index.ts';
import { WAY, type OsmData } from '../osm/osm.ts';
import type { TagOf } from '../osm/object-tags.ts';

/** The first zoom that shows a boundary of this admin_level. */
const FIRST_ZOOM: Record<number, number> = { 4: 8, 5: 8, 6: 9, 7: 11, 8: 12, 9: 13 };

/**
 * The lowest admin_level of each way (by index) that is a member of an administrative boundary, its
 * own tags included. A province's border may be a country's too: only the lowest level tells.
 */
export function boundaryLevels(
  osm: OsmData,
  tags: Record<'ways' | 'relations', (i: number) => TagOf>,
): Map<number, number> {
  const { ids, memberStart, memberIds, memberTypes } = osm.relations;
  const find = idIndex(osm.ways.ids);
  const levels = new Map<number, number>();
  const note = (way: number, level: number) =>
    levels.set(way, Math.min(level, levels.get(way) ?? Infinity));
  for (let r = 0; r < ids.length; r++) {
    const get = tags.relations(r);
    const level = levelOf(get);
    if (level === null || get('type') !== 'boundary') continue;
    for (let m = memberStart[r]; m < memberStart[r + 1]; m++) {
      const way = memberTypes[m] === WAY ? find(memberIds[m]) : -1;
      if (way >= 0) note(way, level);
    }
  }
  for (const way of levels.keys()) {
    const own = levelOf(tags.ways(way));
    if (own !== null) note(way, own);
  }
  return levels;
}

/** The first zoom that shows a boundary; null for countries' own outlines and levels without meaning here. */
export function boundaryZoom(level: number): number | null {
  return Object.hasOwn(FIRST_ZOOM, level) ? FIRST_ZOOM[level] : null;
}

function levelOf(get: TagOf): number | null {
  const level = get('admin_level') ?? '';
  return get('boundary') === 'administrative' && /^\d{1,2}$/.test(level) ? Number(level) : null;
}
