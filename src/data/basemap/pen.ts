import { bboxOf, polygonsArea, type LonLat, type Ring } from '../../core/geo.ts';
import {
  LINE,
  POINT,
  POLYGON,
  Drawing,
  type Attributes,
  type ShapeType,
} from '../tiles/drawing.ts';
import { mapNames } from './map-name.ts';
import type { TagOf } from '../osm/object-tags.ts';
import { LAYERS, type Layer } from './schema.ts';

/** What of the OSM data could not be drawn, or not as it is. */
export interface DrawReport {
  /** Members of areas that the extract does not hold. */
  missing: number;
  /** Members of areas that close no ring. */
  open: number;
  /** Rings without area, or holes without anything around them. */
  stray: number;
  /** Closed ways of areas that lack a node. */
  cutAreas: number;
  /** Nodes that lines lack; the line is cut there. */
  cutLines: number;
  /** Shapes of more than 5 degrees, such as lines across the date line; not drawn. */
  wide: number;
  /** Names of more than 100 characters, cut. */
  cutNames: number;
  /** Boundary ways of level 3 and less, or at sea; not drawn. */
  outlines: number;
  /** Coasts that end in the middle of the region; then no sea is drawn. */
  openCoasts: number;
}

/** No lake, wood or way of an extract is as wide, degrees; drawing it would take days. */
const WIDEST = 5;

/** Puts shapes into the drawing and keeps the report. */
export class Pen {
  readonly drawing = new Drawing(LAYERS);
  readonly report: DrawReport = {
    missing: 0,
    open: 0,
    stray: 0,
    cutAreas: 0,
    cutLines: 0,
    wide: 0,
    cutNames: 0,
    outlines: 0,
    openCoasts: 0,
  };

  point(layer: Layer, minZoom: number, attributes: Attributes, at: LonLat): void {
    this.add(layer, POINT, minZoom, attributes, 0, [[at]]);
  }

  line(layer: Layer, minZoom: number, attributes: Attributes, line: LonLat[]): void {
    if (this.isWide(line)) return;
    this.add(layer, LINE, minZoom, attributes, 0, [line]);
  }

  polygon(layer: Layer, minZoom: number, attributes: Attributes, rings: Ring[]): void {
    if (this.isWide(rings[0])) return;
    this.add(layer, POLYGON, minZoom, attributes, Math.round(polygonsArea([rings])), rings);
  }

  private add(
    layer: Layer,
    type: ShapeType,
    minZoom: number,
    attributes: Attributes,
    rank: number,
    rings: LonLat[][],
  ): void {
    const index = LAYERS.indexOf(layer);
    this.drawing.add({ layer: index, type, minZoom, attributes, rank }, rings);
  }

  /** Names of an object, and the cut ones counted. */
  names(get: TagOf): { name?: string; name_en?: string } {
    const { cut, ...names } = mapNames(get);
    this.report.cutNames += cut;
    return names;
  }

  private isWide(line: LonLat[]): boolean {
    const [west, south, east, north] = bboxOf(line)!;
    const wide = east - west > WIDEST || north - south > WIDEST;
    if (wide) this.report.wide++;
    return wide;
  }
}
