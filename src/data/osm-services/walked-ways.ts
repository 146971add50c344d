import Flatbush from 'flatbush';
import { E7, type Bbox } from '../../core/geo.ts';
import { FOOT } from '../../core/graph.ts';
import { idIndex } from '../osm/id-index.ts';
import type { OsmData } from '../osm/osm.ts';
import { streetFlags } from '../streets/street-rules.ts';
import { tagSet, withKeys } from './tag-set.ts';

/** A street that is walked, as far as the extract holds it. */
export interface WalkedWay {
  /** Degrees × 1e7, alike long. */
  lon: number[];
  lat: number[];
  /** It crosses what lies under or over it without touching: a bridge or a tunnel. */
  apart: boolean;
}

/** Finds the streets on foot in a box. */
export class WalkedWays {
  private readonly findNode: (id: number) => number;
  private readonly ways: { way: number; apart: boolean }[] = [];
  private readonly index: Flatbush | null;

  constructor(private readonly osm: OsmData) {
    this.findNode = idIndex(osm.nodes.ids);
    const boxes: Bbox[] = [];
    for (const way of withKeys(osm.strings, osm.ways, new Set(['highway']))) {
      const tags = tagSet(osm.strings, osm.ways, way);
      if (!(streetFlags((key) => tags.get(key)) & FOOT)) continue;
      const { lon, lat } = this.walked(way, false);
      if (lon.length < 2) continue;
      const said = (key: string) => (tags.get(key) ?? 'no') !== 'no';
      this.ways.push({ way, apart: said('bridge') || said('tunnel') });
      boxes.push([Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)]);
    }
    this.index = boxes.length ? new Flatbush(boxes.length) : null;
    for (const box of boxes) this.index!.add(...box);
    this.index?.finish();
  }

  /** Streets whose boxes meet this one (degrees), in the order of the file. */
  near([west, south, east, north]: Bbox): WalkedWay[] {
    if (!this.index) return [];
    const hits = this.index.search(west * E7, south * E7, east * E7, north * E7);
    return hits.sort((a, b) => a - b).map((k) => this.walked(this.ways[k].way, this.ways[k].apart));
  }

  private walked(way: number, apart: boolean): WalkedWay {
    const { ways, nodes } = this.osm;
    const walked: WalkedWay = { lon: [], lat: [], apart };
    for (let r = ways.refStart[way]; r < ways.refStart[way + 1]; r++) {
      const node = this.findNode(ways.refs[r]);
      if (node < 0) continue;
      walked.lon.push(nodes.lon[node]);
      walked.lat.push(nodes.lat[node]);
    }
    return walked;
  }
}
