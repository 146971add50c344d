import { OsmColumns } from './osm-columns.ts';
import { OsmPieces } from './osm-pieces.ts';
import type { OsmBlock } from './osm-passes.ts';
import type { OsmData } from './osm.ts';

/** An OsmData put together from objects picked out of others' blocks, with a string table of its own. */
export class OsmCopy {
  private readonly strings = [''];
  private readonly indices = new Map([['', 0]]);
  private readonly columns = new OsmColumns();
  private readonly pieces = new OsmPieces();

  node({ parts: { nodes }, strings }: OsmBlock, i: number): void {
    const { nodeIds, nodeLon, nodeLat, nodeTags, nodeTagStart } = this.columns;
    nodeIds.push(nodes.ids[i]);
    nodeLon.push(nodes.lon[i]);
    nodeLat.push(nodes.lat[i]);
    for (let k = 2 * nodes.tagStart[i]; k < 2 * nodes.tagStart[i + 1]; k++) {
      nodeTags.push(this.intern(strings[nodes.tags[k]]));
    }
    nodeTagStart.push(nodeTags.length / 2);
  }

  way({ parts: { ways }, strings }: OsmBlock, i: number): void {
    const { wayIds, wayRefs, wayRefStart, wayTags, wayTagStart } = this.columns;
    wayIds.push(ways.ids[i]);
    for (let k = ways.refStart[i]; k < ways.refStart[i + 1]; k++) wayRefs.push(ways.refs[k]);
    wayRefStart.push(wayRefs.length);
    for (let k = 2 * ways.tagStart[i]; k < 2 * ways.tagStart[i + 1]; k++) {
      wayTags.push(this.intern(strings[ways.tags[k]]));
    }
    wayTagStart.push(wayTags.length / 2);
  }

  relation({ parts: { relations }, strings }: OsmBlock, i: number): void {
    const { relationIds, memberIds, memberTypes, memberRoles, memberStart } = this.columns;
    const { relationTags, relationTagStart } = this.columns;
    relationIds.push(relations.ids[i]);
    for (let k = relations.memberStart[i]; k < relations.memberStart[i + 1]; k++) {
      memberIds.push(relations.memberIds[k]);
      memberTypes.push(relations.memberTypes[k]);
      memberRoles.push(this.intern(strings[relations.memberRoles[k]]));
    }
    memberStart.push(memberIds.length);
    for (let k = 2 * relations.tagStart[i]; k < 2 * relations.tagStart[i + 1]; k++) {
      relationTags.push(this.intern(strings[relations.tags[k]]));
    }
    relationTagStart.push(relationTags.length / 2);
  }

  /** To be called after each block: what was picked moves to where it stays. */
  flush(): void {
    this.pieces.append(this.columns.view());
    this.columns.clear();
  }

  /** The whole, once. */
  done(about: Pick<OsmData, 'bbox' | 'date'>): OsmData {
    return { strings: this.strings, ...this.pieces.joined(), ...about };
  }

  private intern(text: string): number {
    let index = this.indices.get(text);
    if (index === undefined) {
      index = this.strings.length;
      this.strings.push(text);
      this.indices.set(text, index);
    }
    return index;
  }
}
