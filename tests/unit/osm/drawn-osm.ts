import type { OsmData } from '../../../src/data/osm/osm.ts';
import { osmOf, type OsmWay } from '../region/osm-of.ts';

type TagSet = Record<string, string>;

/** A way as the letters it passes; "?" is a node that the extract lacks. */
export interface DrawnWay {
  path: string;
  tags?: TagSet;
}

/** Members as [way, role]: the way's position in the list, or −1 for one that the extract lacks. */
export interface DrawnRelation {
  members: [way: number, role: string][];
  tags?: TagSet;
}

/** One step of the drawing, degrees: about 11 m. */
export const STEP = 1e-4;
const WEST = 104;
const NORTH = 30;

/**
 * A town drawn in letters, each one a node, and ways as words:
 *
 *   drawnOsm('a..b', [{ path: 'ab' }])
 *
 * The first letter of the drawing's first line is at 104° E, 30° N.
 */
export function drawnOsm(
  drawing: string,
  ways: DrawnWay[],
  relations: DrawnRelation[] = [],
  nodeTags: Record<string, TagSet> = {},
): OsmData {
  const nodes = drawing
    .split('\n')
    .filter((line) => line.trim())
    .flatMap((line, y) =>
      [...line.trim()].flatMap((letter, x) =>
        letter === '.'
          ? []
          : [
              {
                id: letter.charCodeAt(0),
                lon: WEST + x * STEP,
                lat: NORTH - y * STEP,
                tags: nodeTags[letter],
              },
            ],
      ),
    )
    .sort((a, b) => a.id - b.id);
  const list: OsmWay[] = ways.map(({ path, tags }) => ({
    refs: [...path].map((letter) => (letter === '?' ? 9999 : letter.charCodeAt(0))),
    tags,
  }));
  const osm = osmOf(nodes, list);
  const index = (text: string) => {
    const at = osm.strings.indexOf(text);
    return at < 0 ? osm.strings.push(text) - 1 : at;
  };
  const members = relations.flatMap((relation) => relation.members);
  const tagPairs = relations.map(({ tags = {} }) =>
    Object.entries(tags).flatMap(([key, value]) => [index(key), index(value)]),
  );
  return {
    ...osm,
    relations: {
      ids: Float64Array.from(relations, (_, k) => k + 1),
      memberStart: starts(relations.map((relation) => relation.members.length)),
      memberIds: Float64Array.from(members, ([way]) => (way < 0 ? 7777 : way + 1)),
      memberTypes: new Uint8Array(members.length).fill(1),
      memberRoles: Uint32Array.from(members, ([, role]) => index(role)),
      tagStart: starts(tagPairs.map((pairs) => pairs.length / 2)),
      tags: Uint32Array.from(tagPairs.flat()),
    },
  };
}

function starts(lengths: number[]): Uint32Array {
  let sum = 0;
  return Uint32Array.from([0, ...lengths], (length) => (sum += length));
}
