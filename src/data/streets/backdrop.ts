import type { LonLat } from '../../core/geo.ts';
import type { OsmData } from '../osm/osm.ts';
import { Tags } from '../osm/tags.ts';
import { idIndex } from '../osm/id-index.ts';

export type BackdropKind =
  'water' | 'wood' | 'park' | 'farm' | 'residential' | 'industrial' | 'river' | 'rail' | 'place';

/** One plain shape of the backdrop: a closed line is an area, a single position a label. */
export interface BackdropShape {
  kind: BackdropKind;
  name?: string;
  nameEn?: string;
  /** Place labels: city, town, suburb, village, hamlet. */
  rank?: string;
  /** Degrees to 6 decimals. */
  line: LonLat[];
}

const PLACE_RANKS = new Set(['city', 'town', 'suburb', 'village', 'hamlet', 'quarter']);

/** Which tag makes which area; the first match wins. Lines are in LINES. */
const AREAS: [key: string, value: string, kind: BackdropKind][] = [
  ['natural', 'water', 'water'],
  ['waterway', 'riverbank', 'water'],
  ['landuse', 'reservoir', 'water'],
  ['natural', 'wood', 'wood'],
  ['landuse', 'forest', 'wood'],
  ['leisure', 'park', 'park'],
  ['leisure', 'garden', 'park'],
  ['landuse', 'grass', 'park'],
  ['landuse', 'farmland', 'farm'],
  ['landuse', 'residential', 'residential'],
  ['landuse', 'industrial', 'industrial'],
];
const LINES: [key: string, value: string, kind: BackdropKind][] = [
  ['waterway', 'river', 'river'],
  ['waterway', 'canal', 'river'],
  ['railway', 'rail', 'rail'],
];

/** Water, green, land use, rails and place names of an extract: closed ways, lines and labelled nodes. */
export function backdrop(osm: OsmData): BackdropShape[] {
  const tags = new Tags(osm.strings);
  const { nodes, ways } = osm;
  const find = idIndex(nodes.ids);
  const key = (name: string) => tags.key(name);
  const [name, nameEn, place] = [key('name'), key('name:en'), key('place')];
  const rules = (list: typeof AREAS) =>
    list.map(([k, value, kind]) => ({ key: key(k), value, kind }));
  const [areas, lines] = [rules(AREAS), rules(LINES)];
  const position = (i: number): LonLat => [
    Math.round(nodes.lon[i] / 10) / 1e6,
    Math.round(nodes.lat[i] / 10) / 1e6,
  ];
  const shapes: BackdropShape[] = [];
  for (let w = 0; w < ways.ids.length; w++) {
    const get = (k: number) => tags.value(ways.tags, ways.tagStart[w], ways.tagStart[w + 1], k);
    const [first, end] = [ways.refStart[w], ways.refStart[w + 1]];
    const closed = end - first > 3 && ways.refs[first] === ways.refs[end - 1];
    const rule = (closed ? areas : lines).find((r) => get(r.key) === r.value);
    if (!rule) continue;
    const line: LonLat[] = [];
    for (let r = first; r < end; r++) {
      const node = find(ways.refs[r]);
      if (node >= 0) line.push(position(node));
    }
    // An area cut by the edge of the extract would be drawn as something it is not.
    if (line.length < (closed ? end - first : 2)) continue;
    shapes.push({ kind: rule.kind, name: get(name), nameEn: get(nameEn), line });
  }
  for (let i = 0; i < nodes.ids.length; i++) {
    const get = (k: number) => tags.value(nodes.tags, nodes.tagStart[i], nodes.tagStart[i + 1], k);
    const rank = get(place);
    if (!rank || !PLACE_RANKS.has(rank) || !get(name)) continue;
    shapes.push({ kind: 'place', rank, name: get(name), nameEn: get(nameEn), line: [position(i)] });
  }
  return shapes;
}
