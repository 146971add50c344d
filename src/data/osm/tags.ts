/**
 * Asks objects for their tags by integer: the key's name is looked up once, and after
 * that a question costs one comparison per tag.
 *
 *   const tags = new Tags(osm.strings);
 *   const highway = tags.key('highway');
 *   tags.value(osm.ways.tags, osm.ways.tagStart[i], osm.ways.tagStart[i + 1], highway);
 */
export class Tags {
  private readonly known = new Map<string, number>();
  /** How much of the table has been searched for a name that was not in it. */
  private readonly searched = new Map<string, number>();

  /** @param strings the table of an OsmData, or the growing one of a PbfFile. */
  constructor(private readonly strings: string[]) {}

  /** The index of a key's (or value's) name in the table; -1 when no object read so far uses it. */
  key(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    // A table that still grows may get the name later: only what was added since is searched again.
    const from = this.searched.get(name) ?? 0;
    if (from === this.strings.length) return -1;
    const index = this.strings.indexOf(name, from);
    if (index === -1) this.searched.set(name, this.strings.length);
    else this.known.set(name, index);
    return index;
  }

  /**
   * The value's index in the table, to compare with a `key('yes')`; -1 without such a tag.
   * @param tags pairs of key and value; `start` and `end` count pairs, as tagStart does.
   */
  valueIndex(tags: Uint32Array, start: number, end: number, key: number): number {
    for (let at = 2 * start, stop = 2 * end; at < stop; at += 2) {
      if (tags[at] === key) return tags[at + 1];
    }
    return -1;
  }

  /** The value of a key, or undefined without such a tag; parameters as for valueIndex. */
  value(tags: Uint32Array, start: number, end: number, key: number): string | undefined {
    const index = this.valueIndex(tags, start, end, key);
    return index === -1 ? undefined : this.strings[index];
  }
}
