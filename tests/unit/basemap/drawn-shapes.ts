import type { OsmData } from '../../../src/data/osm/osm.ts';
import { drawOsm } from '../../../src/data/basemap/draw-osm.ts';
import { polygonsArea } from '../../../src/core/geo.ts';
import { POLYGON, type Attributes } from '../../../src/data/tiles/drawing.ts';
import type { Bbox, LonLat } from '../../../src/core/geo.ts';

export interface DrawnShape {
  layer: string;
  zoom: number;
  /** Without those that are undefined. */
  attributes: Attributes;
  rings: LonLat[][];
  /** m², of polygons. */
  area: number;
}

/** What is drawn of the data, shape by shape, layer by layer. */
export function drawnShapes(osm: OsmData, box: Bbox = [-180, -85, 180, 85]) {
  const { drawing, report } = drawOsm(osm, box);
  const shapes = Array.from(drawing.inOrder(), (k): DrawnShape => {
    const rings = drawing.ringsOf(k);
    return {
      layer: drawing.layers[drawing.layerOf(k)],
      zoom: drawing.minZoomOf(k),
      attributes: JSON.parse(JSON.stringify(drawing.attributesOf(k))) as Attributes,
      rings,
      area: drawing.typeOf(k) === POLYGON ? polygonsArea([rings]) : 0,
    };
  });
  return { shapes, report };
}
