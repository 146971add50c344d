import { Column, float64Column, int32Column, uint32Column, uint8Column } from './column.ts';
import type { OsmData } from './osm.ts';

/** The objects of an OsmData without its table and header: of a whole file, or of one block. */
export type OsmParts = Pick<OsmData, 'nodes' | 'ways' | 'relations'>;

/** The objects of one block in the making: OsmParts as growing columns. The *Start columns always begin with 0. */
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
    return {
      nodes: {
        ids: this.nodeIds.view(),
        lon: this.nodeLon.view(),
        lat: this.nodeLat.view(),
        tagStart: this.nodeTagStart.view(),
        tags: this.nodeTags.view(),
      },
      ways: {
        ids: this.wayIds.view(),
        refStart: this.wayRefStart.view(),
        refs: this.wayRefs.view(),
        tagStart: this.wayTagStart.view(),
        tags: this.wayTags.view(),
      },
      relations: {
        ids: this.relationIds.view(),
        memberStart: this.memberStart.view(),
        memberIds: this.memberIds.view(),
        memberTypes: this.memberTypes.view(),
        memberRoles: this.memberRoles.view(),
        tagStart: this.relationTagStart.view(),
        tags: this.relationTags.view(),
      },
    };
  }
}
