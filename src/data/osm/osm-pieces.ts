import { Pieces } from './pieces.ts';
import type { OsmParts } from './osm-columns.ts';

/**
 * A whole file in the making, put together from blocks. Every value is written twice (into
 * a piece, then to its place), where growing arrays would write it three times and more and
 * need twice the memory.
 */
export class OsmPieces {
  private readonly nodeIds = new Pieces((n): Float64Array => new Float64Array(n));
  private readonly nodeLon = new Pieces((n): Int32Array => new Int32Array(n));
  private readonly nodeLat = new Pieces((n): Int32Array => new Int32Array(n));
  private readonly nodeTagStart = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly nodeTags = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly wayIds = new Pieces((n): Float64Array => new Float64Array(n));
  private readonly wayRefStart = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly wayRefs = new Pieces((n): Float64Array => new Float64Array(n));
  private readonly wayTagStart = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly wayTags = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly relationIds = new Pieces((n): Float64Array => new Float64Array(n));
  private readonly memberStart = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly memberIds = new Pieces((n): Float64Array => new Float64Array(n));
  private readonly memberTypes = new Pieces((n): Uint8Array => new Uint8Array(n));
  private readonly memberRoles = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly relationTagStart = new Pieces((n): Uint32Array => new Uint32Array(n));
  private readonly relationTags = new Pieces((n): Uint32Array => new Uint32Array(n));

  constructor() {
    const zero = new Uint32Array(1);
    const { nodeTagStart, wayRefStart, wayTagStart, memberStart, relationTagStart } = this;
    for (const starts of [nodeTagStart, wayRefStart, wayTagStart, memberStart, relationTagStart]) {
      starts.append(zero);
    }
  }

  /**
   * Adds the objects of a block; its string indices must be of the file's table. Its starts,
   * which count from the block's own beginning, are shifted in place: the parts are spent.
   */
  append({ nodes, ways, relations }: OsmParts): void {
    appendStarts(this.nodeTagStart, nodes.tagStart, this.nodeTags.length / 2);
    this.nodeIds.append(nodes.ids);
    this.nodeLon.append(nodes.lon);
    this.nodeLat.append(nodes.lat);
    this.nodeTags.append(nodes.tags);
    appendStarts(this.wayRefStart, ways.refStart, this.wayRefs.length);
    appendStarts(this.wayTagStart, ways.tagStart, this.wayTags.length / 2);
    this.wayIds.append(ways.ids);
    this.wayRefs.append(ways.refs);
    this.wayTags.append(ways.tags);
    appendStarts(this.memberStart, relations.memberStart, this.memberIds.length);
    appendStarts(this.relationTagStart, relations.tagStart, this.relationTags.length / 2);
    this.relationIds.append(relations.ids);
    this.memberIds.append(relations.memberIds);
    this.memberTypes.append(relations.memberTypes);
    this.memberRoles.append(relations.memberRoles);
    this.relationTags.append(relations.tags);
  }

  /** The whole, once: each column exactly as long as it must be; the pieces are given up. */
  joined(): OsmParts {
    return {
      nodes: {
        ids: this.nodeIds.joined(),
        lon: this.nodeLon.joined(),
        lat: this.nodeLat.joined(),
        tagStart: this.nodeTagStart.joined(),
        tags: this.nodeTags.joined(),
      },
      ways: {
        ids: this.wayIds.joined(),
        refStart: this.wayRefStart.joined(),
        refs: this.wayRefs.joined(),
        tagStart: this.wayTagStart.joined(),
        tags: this.wayTags.joined(),
      },
      relations: {
        ids: this.relationIds.joined(),
        memberStart: this.memberStart.joined(),
        memberIds: this.memberIds.joined(),
        memberTypes: this.memberTypes.joined(),
        memberRoles: this.memberRoles.joined(),
        tagStart: this.relationTagStart.joined(),
        tags: this.relationTags.joined(),
      },
    };
  }
}

function appendStarts(to: Pieces<Uint32Array>, starts: Uint32Array, base: number): void {
  for (let i = 1; i < starts.length; i++) starts[i] += base;
  to.append(starts.subarray(1));
}
