import { Column, float64Column, int32Column, uint32Column, uint8Column } from './column.ts';
import type { OsmData } from './osm.ts';

/** The objects of an OsmData without its table and header: of a whole file, or of one block. */
export type OsmParts = Pick<OsmData, 'nodes' | 'ways' | 'relations'>;

/** An OsmData in the making: the same columns, growing. The *Start columns always begin with 0. */
export class OsmColumns {
  readonly nodeIds = float64Column();
  readonly nodeLon = int32Column();
  readonly nodeLat = int32Column();
  readonly nodeTagStart = uint32Column();
  readonly nodeTags = uint32Column();
  readonly wayIds = float64Column();
  readonly wayRefStart = uint32Column();
  readonly wayRefs = float64Column();
  readonly wayTagStart = uint32Column();
  readonly wayTags = uint32Column();
  readonly relationIds = float64Column();
  readonly memberStart = uint32Column();
  readonly memberIds = float64Column();
  readonly memberTypes = uint8Column();
  readonly memberRoles = uint32Column();
  readonly relationTagStart = uint32Column();
  readonly relationTags = uint32Column();

  private readonly starts = [
    this.nodeTagStart,
    this.wayRefStart,
    this.wayTagStart,
    this.memberStart,
    this.relationTagStart,
  ];

  constructor() {
    for (const start of this.starts) start.push(0);
  }

  /** Empties the columns and keeps their memory, so that one set serves every block of a file. */
  clear(): void {
    for (const column of Object.values(this)) if (column instanceof Column) column.length = 0;
    for (const start of this.starts) start.push(0);
  }

  /** Views of what is filled; they change with the next clear or write. */
  view(): OsmParts {
    return this.parts((column) => column.view());
  }

  /** Copies of what is filled, each exactly as long as it must be. */
  copy(): OsmParts {
    return this.parts((column) => column.copy());
  }

  /** Adds the objects of a block; its string indices must be of the same table. */
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

  private parts(take: <A>(column: Column<A>) => A): OsmParts {
    return {
      nodes: {
        ids: take(this.nodeIds),
        lon: take(this.nodeLon),
        lat: take(this.nodeLat),
        tagStart: take(this.nodeTagStart),
        tags: take(this.nodeTags),
      },
      ways: {
        ids: take(this.wayIds),
        refStart: take(this.wayRefStart),
        refs: take(this.wayRefs),
        tagStart: take(this.wayTagStart),
        tags: take(this.wayTags),
      },
      relations: {
        ids: take(this.relationIds),
        memberStart: take(this.memberStart),
        memberIds: take(this.memberIds),
        memberTypes: take(this.memberTypes),
        memberRoles: take(this.memberRoles),
        tagStart: take(this.relationTagStart),
        tags: take(this.relationTags),
      },
    };
  }
}

/** Starts count from the block's own beginning: shift them to where the block now stands. */
function appendStarts(to: Column<Uint32Array>, starts: Uint32Array, base: number): void {
  const data = to.reserve(starts.length - 1);
  let at = to.length;
  for (let i = 1; i < starts.length; i++) data[at++] = starts[i] + base;
  to.length = at;
}
