import type { Bbox } from '../../src/core/geo.ts';
import type { OsmData } from '../../src/data/osm/osm.ts';

/** Between the ids of one copy and the next: more than any OSM id. */
const ID_STEP = 1e11;

/**
 * One extract many times over, side by side in a square grid, as if it were a larger one: the same
 * density, other places. @param step degrees from one copy to the next.
 */
export function sideBySide(osm: OsmData, copies: number, step: number): OsmData {
  const columns = Math.ceil(Math.sqrt(copies));
  const all = Array.from({ length: copies }, (_, k) => k);
  const { nodes, ways, relations } = osm;
  const ids = (list: Float64Array) => joined(Float64Array, all, list, (id, k) => id + k * ID_STEP);
  const shifted = (list: Int32Array, by: (k: number) => number) =>
    joined(Int32Array, all, list, (value, k) => value + Math.round(by(k) * step * 1e7));
  const same = (list: Uint32Array) => joined(Uint32Array, all, list, (value) => value);
  const starts = (list: Uint32Array) => {
    const last = list[list.length - 1];
    const out = new Uint32Array(copies * (list.length - 1) + 1);
    out.set(
      joined(Uint32Array, all, list.subarray(1), (value, k) => value + k * last),
      1,
    );
    return out;
  };
  return {
    ...osm,
    bbox: osm.bbox && grown(osm.bbox, columns, step),
    nodes: {
      ids: ids(nodes.ids),
      lon: shifted(nodes.lon, (k) => k % columns),
      lat: shifted(nodes.lat, (k) => Math.floor(k / columns)),
      tagStart: starts(nodes.tagStart),
      tags: same(nodes.tags),
    },
    ways: {
      ids: ids(ways.ids),
      refStart: starts(ways.refStart),
      refs: ids(ways.refs),
      tagStart: starts(ways.tagStart),
      tags: same(ways.tags),
    },
    relations: {
      ids: ids(relations.ids),
      memberStart: starts(relations.memberStart),
      memberIds: ids(relations.memberIds),
      memberTypes: joined(Uint8Array, all, relations.memberTypes, (value) => value),
      memberRoles: same(relations.memberRoles),
      tagStart: starts(relations.tagStart),
      tags: same(relations.tags),
    },
  };
}

interface Made<A> {
  new (length: number): A;
}

function joined<A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  Kind: Made<A>,
  copies: number[],
  list: A,
  change: (value: number, copy: number) => number,
): A {
  const out = new Kind(copies.length * list.length);
  for (const k of copies) {
    const start = k * list.length;
    for (let i = 0; i < list.length; i++) out[start + i] = change(list[i], k);
  }
  return out;
}

function grown([west, south, east, north]: Bbox, columns: number, step: number): Bbox {
  return [west, south, east + (columns - 1) * step, north + (columns - 1) * step];
}
