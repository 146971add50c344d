import type { Bbox, LonLat } from '../../core/geo.ts';
import { Shapes } from '../osm/shapes.ts';
import type { OsmData } from '../osm/osm.ts';
import type { Drawing } from '../tiles/drawing.ts';
import { boundaryLevels, boundaryZoom } from './boundary-levels.ts';
import { areaKind, drawArea } from './draw-area.ts';
import { drawLine } from './draw-line.ts';
import { drawPlace, drawStation } from './draw-point.ts';
import { areaRelations } from './area-relations.ts';
import { objectTags } from '../osm/object-tags.ts';
import { Pen, type DrawReport } from './pen.ts';
import { MIN_ZOOM } from './schema.ts';
import { seaOf } from './sea.ts';

/**
 * A basemap's shapes from OpenStreetMap, and what could not be drawn.
 * @param box of the region: the sea is closed along its edge.
 */
export function drawOsm(osm: OsmData, box: Bbox): { drawing: Drawing; report: DrawReport } {
  const pen = new Pen();
  const shapes = new Shapes(osm);
  const tags = objectTags(osm);

  const { areas, spent } = areaRelations(osm, shapes, tags);
  for (const { get, polygons, missing, open, stray } of areas) {
    drawArea(pen, get, polygons);
    pen.report.missing += missing;
    pen.report.open += open;
    pen.report.stray += stray;
  }

  const { ways, nodes } = osm;
  const levels = boundaryLevels(osm, tags);
  const coasts: LonLat[][] = [];
  for (let way = 0; way < ways.ids.length; way++) {
    const level = levels.get(way);
    if (level !== undefined) drawBoundary(pen, shapes, way, level, tags.ways(way)('maritime'));
    if (ways.tagStart[way] === ways.tagStart[way + 1]) continue;
    const get = tags.ways(way);
    drawLine(pen, get, () => shapes.linesOf(way));
    if (get('natural') === 'coastline') coasts.push(...shapes.linesOf(way).lines);
    if (!shapes.isClosed(way) || spent.has(way)) continue;
    const rings = shapes.polygonOf(way);
    if (rings) drawArea(pen, get, [rings]);
    else if (areaKind(get, 0)) pen.report.cutAreas++;
  }

  for (let node = 0; node < nodes.ids.length; node++) {
    if (nodes.tagStart[node] === nodes.tagStart[node + 1]) continue;
    const get = tags.nodes(node);
    if (get('place') !== undefined) drawPlace(pen, get, shapes.positionOf(node));
    if (get('railway') !== undefined) drawStation(pen, get, shapes.positionOf(node));
  }
  const sea = seaOf(coasts, box);
  pen.report.openCoasts = sea.open;
  for (const rings of sea.polygons) pen.polygon('water', MIN_ZOOM, { kind: 'sea' }, rings);
  return { drawing: pen.drawing, report: pen.report };
}

function drawBoundary(
  pen: Pen,
  shapes: Shapes,
  way: number,
  level: number,
  maritime: string | undefined,
): void {
  const minZoom = boundaryZoom(level);
  if (minZoom === null || maritime === 'yes') {
    pen.report.outlines++;
    return;
  }
  const { lines, missing } = shapes.linesOf(way);
  pen.report.cutLines += missing;
  for (const line of lines) pen.line('boundary', minZoom, { level }, line);
}
