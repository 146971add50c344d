import { E7, type Bbox } from '../../core/geo.ts';
import { cutFaults } from './cut-faults.ts';
import { IdSet } from './id-set.ts';
import { OsmCopy } from './osm-copy.ts';
import type { OsmBlock, OsmPasses } from './osm-passes.ts';
import { Tags } from './tags.ts';
import type { OsmData } from './osm.ts';

export interface Cut {
  /** Its bbox is where data is complete: the box, as far as the source reaches. */
  osm: OsmData;
  /** Polygons and boundaries that a part of is inside, but whose ways were not all fetched. */
  uncompleted: number;
}

/** Ways of a relation that are fetched for its sake; coasts and provinces have more. */
const MOST_WAYS = 1000;
/** Borders above the prefecture stay in pieces: nobody here draws a whole province. */
const HIGHEST_LEVEL = 5;

/**
 * Cuts a box out of OSM data in a few passes, holding in memory only the cut itself and the ids of
 * its objects. Complete are: every node inside; every way with a node inside, with all its nodes;
 * every multipolygon and boundary (administrative ones of level 5 and below; at most 1000 ways) that has one
 * of these, with all its member ways and their nodes. Other relations are kept with a member inside,
 * as they are. Ways that only pass through, without a node inside, and members of members are not.
 * Objects keep the source's order.
 * @param box degrees; its edges are inside.
 * @throws Fault `cut-elsewhere` when nothing is inside, and whatever the passes throw.
 */
export function cutOsm(passes: OsmPasses, box: Bbox): Cut {
  const [west, south, east, north] = box.map((degree) => Math.round(degree * E7));
  const inside = new IdSet();
  const extent: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { parts } of passes.blocks('nodes')) {
    const { ids, lon, lat } = parts.nodes;
    for (let i = 0; i < ids.length; i++) {
      const x = lon[i];
      const y = lat[i];
      if (x < extent[0]) extent[0] = x;
      if (y < extent[1]) extent[1] = y;
      if (x > extent[2]) extent[2] = x;
      if (y > extent[3]) extent[3] = y;
      if (x >= west && x <= east && y >= south && y <= north) inside.add(ids[i]);
    }
  }
  const reaches = passes.bbox ?? (extent[0] <= extent[2] ? scaled(extent) : null);
  if (!inside.seal().size) throw cutFaults.elsewhere(box, reaches);

  const ways = new IdSet();
  const outside = new IdSet();
  for (const block of passes.blocks('ways')) {
    const { ids, refs, refStart } = block.parts.ways;
    for (let i = 0; i < ids.length; i++) {
      if (!someOf(inside, refs, refStart[i], refStart[i + 1])) continue;
      ways.add(ids[i]);
      addOthers(outside, inside, refs, refStart[i], refStart[i + 1]);
    }
  }
  ways.seal();

  const { relations, wanted, uncompleted } = relationsOf(passes, inside, ways);
  if (wanted.size) {
    for (const block of passes.blocks('ways')) {
      const { ids, refs, refStart } = block.parts.ways;
      for (let i = 0; i < ids.length; i++) {
        if (wanted.has(ids[i])) addOthers(outside, inside, refs, refStart[i], refStart[i + 1]);
      }
    }
  }
  outside.seal();

  const copy = new OsmCopy();
  for (const block of passes.blocks('nodes')) {
    block.parts.nodes.ids.forEach((id, i) => {
      if (inside.has(id) || outside.has(id)) copy.node(block, i);
    });
    copy.flush();
  }
  for (const block of passes.blocks('ways')) {
    block.parts.ways.ids.forEach((id, i) => {
      if (ways.has(id) || wanted.has(id)) copy.way(block, i);
    });
    copy.flush();
  }
  for (const block of passes.blocks('relations')) {
    block.parts.relations.ids.forEach((id, i) => {
      if (relations.has(id)) copy.relation(block, i);
    });
    copy.flush();
  }
  const bbox = reaches && overlap(box, reaches);
  return { osm: copy.done({ bbox, date: passes.date() }), uncompleted };
}

/** The relations to keep, the ways wanted for their sake, and how many stay in pieces. */
function relationsOf(passes: OsmPasses, inside: IdSet, ways: IdSet) {
  const relations = new IdSet();
  const wanted = new IdSet();
  let uncompleted = 0;
  for (const block of passes.blocks('relations')) {
    const { ids, memberIds, memberTypes, memberStart } = block.parts.relations;
    const shape = shapeOf(block);
    for (let i = 0; i < ids.length; i++) {
      let touched = false;
      const missing: number[] = [];
      for (let m = memberStart[i]; m < memberStart[i + 1]; m++) {
        const type = memberTypes[m];
        if (type === 2) continue;
        if ((type === 0 ? inside : ways).has(memberIds[m])) touched = true;
        else if (type === 1) missing.push(memberIds[m]);
      }
      if (!touched) continue;
      relations.add(ids[i]);
      const kind = missing.length ? shape(i) : 'other';
      if (kind === 'complete' && missing.length <= MOST_WAYS)
        missing.forEach((id) => wanted.add(id));
      else if (kind !== 'other') uncompleted++;
    }
  }
  relations.seal();
  wanted.seal();
  return { relations, wanted, uncompleted };
}

/** Tells whether a relation is a polygon to complete, one too high above us, or none. */
function shapeOf({ parts: { relations }, strings }: OsmBlock) {
  const tags = new Tags(strings as string[]);
  const value = (i: number, key: string) =>
    tags.value(relations.tags, relations.tagStart[i], relations.tagStart[i + 1], tags.key(key));
  return (i: number): 'complete' | 'too-high' | 'other' => {
    const type = value(i, 'type');
    if (type === 'multipolygon') return 'complete';
    if (type !== 'boundary') return 'other';
    const level = value(i, 'admin_level');
    return level !== undefined && !(Number(level) >= HIGHEST_LEVEL) ? 'too-high' : 'complete';
  };
}

function someOf(set: IdSet, refs: Float64Array, start: number, stop: number): boolean {
  for (let k = start; k < stop; k++) if (set.has(refs[k])) return true;
  return false;
}

function addOthers(to: IdSet, than: IdSet, refs: Float64Array, start: number, stop: number): void {
  for (let k = start; k < stop; k++) if (!than.has(refs[k])) to.add(refs[k]);
}

const scaled = (box: Bbox) => box.map((value) => value / E7) as Bbox;

function overlap(a: Bbox, b: Bbox): Bbox {
  const [w, s] = [0, 1].map((k) => Math.max(a[k], b[k]));
  const [e, n] = [2, 3].map((k) => Math.min(a[k], b[k]));
  return [w, s, e, n];
}
