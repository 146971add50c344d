import { bboxOf, polygonsArea, type Bbox, type Polygons } from '../../core/geo.ts';
import { objectTags } from '../osm/object-tags.ts';
import type { OsmData } from '../osm/osm.ts';
import { Shapes } from '../osm/shapes.ts';
import type { Text } from '../fault.ts';
import type { Recipe } from './recipe.ts';

/** The ground of a place, and how it was come by. */
export interface Boundary {
  from: 'osm' | 'box';
  /** Id of the OSM relation; null for a box. */
  relation: number | null;
  polygons: Polygons;
  /** One sentence for whoever reads the figures. */
  text: Text;
}

/**
 * The administrative boundary that a recipe names, out of OSM data: a relation boundary=administrative
 * of one of its levels whose name (name, name:zh, or one of alt_name) is one of its names; of several
 * the one of the level named first, then the largest. Where there is none, or only one in pieces, the
 * recipe's box stands in, and the text says so: nothing is invented.
 */
export function findBoundary(osm: OsmData, recipe: Recipe): Boundary {
  const shapes = new Shapes(osm);
  const found = candidates(osm, recipe).map(({ relation, level }) => {
    const { polygons, missing, open } = shapes.polygonsOf(relation);
    const area = polygonsArea(polygons);
    return { id: osm.relations.ids[relation], level, polygons, whole: !missing && !open, area };
  });
  const best = found
    .filter(({ whole, area }) => whole && area > 0)
    .sort((a, b) => rank(recipe, a.level) - rank(recipe, b.level) || b.area - a.area)[0];
  const name = recipe.boundary.names[0];
  if (best) {
    return {
      from: 'osm',
      relation: best.id,
      polygons: best.polygons,
      text: {
        zh: `研究范围是 OpenStreetMap 里“${name}”的行政边界（关系 ${best.id}）。`,
        en: `The study area is the administrative boundary of ${recipe.name_en} in OpenStreetMap (relation ${best.id}).`,
      },
    };
  }
  const broken = found[0];
  return {
    from: 'box',
    relation: null,
    polygons: [[boxRing(recipe.bbox)]],
    text: broken
      ? {
          zh: `OpenStreetMap 里“${name}”的边界（关系 ${broken.id}）不完整，研究范围改用配方的大致方框，它不是行政界线。`,
          en: `The boundary of ${recipe.name_en} in OpenStreetMap (relation ${broken.id}) is not whole: the study area is the recipe's approximate box instead, which is no administrative boundary.`,
        }
      : {
          zh: `这份 OpenStreetMap 数据里没有“${name}”的边界，研究范围改用配方的大致方框，它不是行政界线。`,
          en: `This OpenStreetMap data has no boundary of ${recipe.name_en}: the study area is the recipe's approximate box instead, which is no administrative boundary.`,
        },
  };
}

/** The box around a boundary. */
export function boundaryBox({ polygons }: Boundary): Bbox {
  return bboxOf(polygons.flat(2))!;
}

function rank({ boundary }: Recipe, level: string): number {
  return boundary.admin_levels.indexOf(Number(level));
}

function candidates(osm: OsmData, { boundary }: Recipe) {
  const tags = objectTags(osm);
  const list: { relation: number; level: string }[] = [];
  for (let i = 0; i < osm.relations.ids.length; i++) {
    const value = tags.relations(i);
    const level = value('admin_level');
    if (value('boundary') !== 'administrative' || level === undefined) continue;
    if (!boundary.admin_levels.some((wanted) => String(wanted) === level)) continue;
    const names = [value('name'), value('name:zh'), ...(value('alt_name')?.split(';') ?? [])];
    if (names.some((name) => name !== undefined && boundary.names.includes(name.trim()))) {
      list.push({ relation: i, level });
    }
  }
  return list;
}

function boxRing([west, south, east, north]: Bbox): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
