import { E7 } from '../../../src/core/geo.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';

type TagSet = Record<string, string>;

export interface OsmNode {
  id: number;
  lon: number;
  lat: number;
  tags?: TagSet;
}

export interface OsmWay {
  id?: number;
  refs: number[];
  tags?: TagSet;
}

/** OsmData written by hand. */
export function osmOf(nodes: OsmNode[], ways: OsmWay[], parts: Partial<OsmData> = {}): OsmData {
  const strings = [''];
  const index = (text: string) => {
    const at = strings.indexOf(text);
    return at < 0 ? strings.push(text) - 1 : at;
  };
  const tagColumns = (list: { tags?: TagSet }[]) => {
    const tagStart = [0];
    const tags: number[] = [];
    for (const { tags: set = {} } of list) {
      for (const [key, value] of Object.entries(set)) tags.push(index(key), index(value));
      tagStart.push(tags.length / 2);
    }
    return { tagStart: Uint32Array.from(tagStart), tags: Uint32Array.from(tags) };
  };
  const refStart = [0];
  for (const { refs } of ways) refStart.push(refStart[refStart.length - 1] + refs.length);
  return {
    strings,
    nodes: {
      ids: Float64Array.from(nodes, ({ id }) => id),
      lon: Int32Array.from(nodes, ({ lon }) => Math.round(lon * E7)),
      lat: Int32Array.from(nodes, ({ lat }) => Math.round(lat * E7)),
      ...tagColumns(nodes),
    },
    ways: {
      ids: Float64Array.from(ways, ({ id }, k) => id ?? k + 1),
      refStart: Uint32Array.from(refStart),
      refs: Float64Array.from(ways.flatMap(({ refs }) => refs)),
      ...tagColumns(ways),
    },
    relations: {
      ids: new Float64Array(),
      memberStart: new Uint32Array(1),
      memberIds: new Float64Array(),
      memberTypes: new Uint8Array(),
      memberRoles: new Uint32Array(),
      tagStart: new Uint32Array(1),
      tags: new Uint32Array(),
    },
    bbox: null,
    date: null,
    ...parts,
  };
}

/** Nodes 1, 2, 3 … in a row, `step` degrees apart (0.001° is about 111 m). */
export function row(count: number, step = 0.001): OsmNode[] {
  return Array.from({ length: count }, (_, k) => ({ id: k + 1, lon: 104 + k * step, lat: 30 }));
}

export const street = (...refs: number[]): OsmWay => ({ refs, tags: { highway: 'residential' } });
