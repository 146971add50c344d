import { E7, ringArea, type LonLat, type Polygons, type Ring } from '../../core/geo.ts';
import { idIndex } from './id-index.ts';
import { WAY, type OsmData } from './osm.ts';
import { joinRings, type Strand } from './ring-joining.ts';
import { nestRings } from './ring-nesting.ts';

/** The polygons of a relation, and what of it could not be made into any; nothing is dropped in silence. */
export interface Assembled {
  /** Degrees; rings closed, outer ones counter-clockwise and first, holes clockwise (RFC 7946). */
  polygons: Polygons;
  /** Member ways that the extract does not hold, or not with all their nodes. */
  missing: number;
  /** Member ways that close no ring with the others. */
  open: number;
  /** Rings without any area, and holes (by their role) that lie in no outer ring. */
  stray: number;
}

/**
 * The lines and polygons of an extract's ways and relations, by their index (not id).
 *
 *   const shapes = new Shapes(osm);
 *   shapes.polygonsOf(relation).polygons;
 */
export class Shapes {
  private readonly findNode: (id: number) => number;
  private readonly findWay: (id: number) => number;
  private readonly innerRole: number;

  constructor(private readonly osm: OsmData) {
    this.findNode = idIndex(osm.nodes.ids);
    this.findWay = idIndex(osm.ways.ids);
    this.innerRole = osm.strings.indexOf('inner');
  }

  /**
   * A way as lines in degrees: one, or several where it is cut because the extract lacks a node.
   * `missing` counts those nodes. Repeated positions are left out; a line has two or more.
   */
  linesOf(way: number): { lines: LonLat[][]; missing: number } {
    const { refs, refStart } = this.osm.ways;
    const lines: LonLat[][] = [];
    let line: LonLat[] = [];
    let [missing, before] = [0, -1];
    const finish = () => {
      if (line.length > 1) lines.push(line);
      line = [];
    };
    for (let r = refStart[way]; r < refStart[way + 1]; r++) {
      const node = this.findNode(refs[r]);
      if (node < 0) {
        missing++;
        finish();
      } else if (node !== before || !line.length) line.push(this.positionOf(node));
      before = node;
    }
    finish();
    return { lines, missing };
  }

  /** Whether a way ends where it begins, as areas do. */
  isClosed(way: number): boolean {
    const { refs, refStart } = this.osm.ways;
    const [first, end] = [refStart[way], refStart[way + 1]];
    return end - first > 3 && refs[first] === refs[end - 1];
  }

  /** A closed way as a polygon of one ring, counter-clockwise; null where it is open, flat or lacks a node. */
  polygonOf(way: number): Ring[] | null {
    if (!this.isClosed(way)) return null;
    const nodes = this.nodesOf(way);
    if (!nodes) return null;
    const ring = nodes.map((node) => this.positionOf(node));
    const area = ringArea(ring);
    if (area === 0) return null;
    return [area < 0 ? ring.reverse() : ring];
  }

  /**
   * A relation (multipolygon, boundary) as polygons. Which ring is a hole follows from the rings
   * themselves; the role decides only where a ring lies in no other. A way named twice counts once;
   * members that are nodes or relations (labels, centres, sub-areas) have no part in it.
   */
  polygonsOf(relation: number): Assembled {
    const { memberStart, memberIds, memberTypes, memberRoles } = this.osm.relations;
    const strands = new Map<number, Strand>();
    const absent = new Set<number>();
    for (let m = memberStart[relation]; m < memberStart[relation + 1]; m++) {
      if (memberTypes[m] !== WAY) continue;
      const way = this.findWay(memberIds[m]);
      const nodes = way < 0 ? null : this.nodesOf(way);
      if (!nodes) absent.add(memberIds[m]);
      else strands.set(way, { nodes, inner: memberRoles[m] === this.innerRole });
    }
    const { rings, open } = joinRings([...strands.values()]);
    const placed = rings.map(({ nodes, inner }) => ({
      ring: nodes.map((node) => this.positionOf(node)),
      inner,
    }));
    return { ...nestRings(placed), missing: absent.size, open };
  }

  /** Position of the node of this index, degrees. */
  positionOf(node: number): LonLat {
    const { lon, lat } = this.osm.nodes;
    return [lon[node] / E7, lat[node] / E7];
  }

  /** Node indices of a way; null where the extract lacks one, or there are fewer than two. */
  private nodesOf(way: number): number[] | null {
    const { refs, refStart } = this.osm.ways;
    const nodes: number[] = [];
    for (let r = refStart[way]; r < refStart[way + 1]; r++) {
      const node = this.findNode(refs[r]);
      if (node < 0) return null;
      if (node !== nodes[nodes.length - 1]) nodes.push(node);
    }
    return nodes.length > 1 ? nodes : null;
  }
}
