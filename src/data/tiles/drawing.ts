import { E7, type Bbox, type LonLat } from '../../core/geo.ts';
import { float64Column, int32Column, uint32Column, uint8Column } from '../osm/column.ts';

export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;
export type ShapeType = typeof POINT | typeof LINE | typeof POLYGON;

/** What a tile says of a shape; undefined is not written. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** A shape on its way into the drawing. */
export interface NewShape {
  /** Index into the drawing's layers. */
  layer: number;
  type: ShapeType;
  /** The first zoom that shows it. */
  minZoom: number;
  attributes: Attributes;
  /** Shapes of a layer are drawn from the largest rank to the smallest; m² for areas, else 0. */
  rank: number;
}

/**
 * Everything that goes into tiles, as columns: points, lines and polygons (one outer ring first,
 * holes after it) of named layers, positions in 1e-7 degree.
 */
export class Drawing {
  private readonly layer = uint8Column();
  private readonly type = uint8Column();
  private readonly zoom = uint8Column();
  private readonly rank = float64Column();
  private readonly ringStart = uint32Column();
  private readonly pointStart = uint32Column();
  private readonly lon = int32Column();
  private readonly lat = int32Column();
  private readonly box = int32Column();
  private readonly attributes: Attributes[] = [];
  private readonly known = new Map<string, Attributes>();

  /** @param layers their names; a shape names its layer by index. */
  constructor(readonly layers: readonly string[]) {
    this.ringStart.push(0);
    this.pointStart.push(0);
  }

  get length(): number {
    return this.attributes.length;
  }

  /** @param rings a point has one ring of one position, a line one ring; those of polygons are closed. */
  add({ layer, type, minZoom, attributes, rank }: NewShape, rings: LonLat[][]): void {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (const position of ring) {
        const [lon, lat] = [Math.round(position[0] * E7), Math.round(position[1] * E7)];
        this.lon.push(lon);
        this.lat.push(lat);
        if (lon < west) west = lon;
        if (lon > east) east = lon;
        if (lat < south) south = lat;
        if (lat > north) north = lat;
      }
      this.pointStart.push(this.lon.length);
    }
    for (const side of [west, south, east, north]) this.box.push(side);
    this.ringStart.push(this.pointStart.length - 1);
    this.layer.push(layer);
    this.type.push(type);
    this.zoom.push(minZoom);
    this.rank.push(rank);
    const key = JSON.stringify(attributes);
    if (!this.known.has(key)) this.known.set(key, attributes);
    this.attributes.push(this.known.get(key)!);
  }

  layerOf(shape: number): number {
    return this.layer.view()[shape];
  }

  typeOf(shape: number): ShapeType {
    return this.type.view()[shape] as ShapeType;
  }

  minZoomOf(shape: number): number {
    return this.zoom.view()[shape];
  }

  attributesOf(shape: number): Attributes {
    return this.attributes[shape];
  }

  /** Degrees. */
  boxOf(shape: number): Bbox {
    const box = this.box.view();
    return [
      box[4 * shape] / E7,
      box[4 * shape + 1] / E7,
      box[4 * shape + 2] / E7,
      box[4 * shape + 3] / E7,
    ];
  }

  /** The rings as they were added, degrees. */
  ringsOf(shape: number): LonLat[][] {
    const [rings, points] = [this.ringStart.view(), this.pointStart.view()];
    const [lon, lat] = [this.lon.view(), this.lat.view()];
    const out: LonLat[][] = [];
    for (let r = rings[shape]; r < rings[shape + 1]; r++) {
      const ring: LonLat[] = [];
      for (let p = points[r]; p < points[r + 1]; p++) ring.push([lon[p] / E7, lat[p] / E7]);
      out.push(ring);
    }
    return out;
  }

  /** All shapes by layer, the largest first, else as they were added. */
  inOrder(): Uint32Array {
    const [layer, rank] = [this.layer.view(), this.rank.view()];
    return Uint32Array.from(layer.keys()).sort(
      (a, b) => layer[a] - layer[b] || rank[b] - rank[a] || a - b,
    );
  }

  /** How many shapes each layer has. */
  counts(): Record<string, number> {
    const counts = Object.fromEntries(this.layers.map((name) => [name, 0]));
    for (const layer of this.layer.view()) counts[this.layers[layer]]++;
    return counts;
  }
}
