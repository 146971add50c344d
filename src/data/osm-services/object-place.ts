import { bboxOf, polygonsArea, type Bbox, type LonLat, type Polygons } from '../../core/geo.ts';
import { interiorPoint } from '../../core/interior-point.ts';
import { idIndex } from '../osm/id-index.ts';
import { NODE, type OsmData } from '../osm/osm.ts';
import { Shapes } from '../osm/shapes.ts';

/** Ground that an object covers. */
export interface Ground {
  polygons: Polygons;
  box: Bbox;
  squareMetres: number;
}

/** Where an object is: a point in degrees, inside its ground where it has any. */
export interface ObjectPlace {
  point: LonLat;
  /** Null for a node, a line, and ground that the extract cuts. */
  ground: Ground | null;
}

/** Says of nodes, ways and relations by index where they are; null where the extract holds no position of one. */
export class ObjectPlaces {
  private readonly findNode: (id: number) => number;
  private readonly findWay: (id: number) => number;

  constructor(
    private readonly osm: OsmData,
    private readonly shapes = new Shapes(osm),
  ) {
    this.findNode = idIndex(osm.nodes.ids);
    this.findWay = idIndex(osm.ways.ids);
  }

  node(i: number): ObjectPlace {
    return { point: this.shapes.positionOf(i), ground: null };
  }

  way(i: number): ObjectPlace | null {
    const rings = this.shapes.polygonOf(i);
    return rings ? placeOf([rings]) : middleOf(this.shapes.linesOf(i).lines.flat());
  }

  /** Ground where the members close any, else the middle of the members that the extract holds. */
  relation(i: number): ObjectPlace | null {
    const { polygons } = this.shapes.polygonsOf(i);
    if (polygons.length) return placeOf(polygons);
    const { memberStart, memberIds, memberTypes } = this.osm.relations;
    const positions: LonLat[] = [];
    for (let m = memberStart[i]; m < memberStart[i + 1]; m++) {
      const find = [this.findNode, this.findWay][memberTypes[m]];
      const at = find ? find(memberIds[m]) : -1;
      if (at < 0) continue;
      if (memberTypes[m] === NODE) positions.push(this.shapes.positionOf(at));
      else positions.push(...this.shapes.linesOf(at).lines.flat());
    }
    return middleOf(positions);
  }
}

function placeOf(polygons: Polygons): ObjectPlace {
  const squareMetres = polygonsArea(polygons);
  const box = bboxOf(polygons.flat(2))!;
  return { point: interiorPoint(polygons), ground: { polygons, box, squareMetres } };
}

function middleOf(positions: LonLat[]): ObjectPlace | null {
  const box = bboxOf(positions);
  return box && { point: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], ground: null };
}
