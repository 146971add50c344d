import type { Point } from './point.ts';
import { MIDDLE, lonLat } from './projection.ts';
import type { Name } from './street.ts';

export type Tags = Record<string, string>;

export interface MapNode {
  at: Point;
  tags: Tags;
}

export interface MapWay {
  line: Point[];
  tags: Tags;
  /** The last point is joined to the first. */
  closed?: boolean;
}

export interface MapRelation {
  tags: Tags;
  members: { way: MapWay; role: string }[];
}

const STAMP = 'version="1" timestamp="2025-06-01T00:00:00Z"';

/** OSM XML 0.6. Points at the same coordinates become one node, so that ways connect. */
export function osmXml(
  nodes: MapNode[],
  ways: MapWay[],
  relations: MapRelation[],
  bounds: Point[],
): string {
  const ids = new Map<number, number>();
  const places: [number, number][] = [];
  const idAt = (p: Point) => {
    const place = lonLat(p);
    // Both offsets in 1e-7 degree stay below 2^26: one exact number for both.
    const east = Math.round((place[0] - MIDDLE.lon) * 1e7) + 2 ** 25;
    const north = Math.round((place[1] - MIDDLE.lat) * 1e7) + 2 ** 25;
    const key = east * 2 ** 26 + north;
    let id = ids.get(key);
    if (id === undefined) {
      id = places.push(place);
      ids.set(key, id);
    }
    return id;
  };
  const refs = ways.map(({ line, closed }) => {
    const list = line.map(idAt);
    if (closed && list[0] !== list[list.length - 1]) list.push(list[0]);
    return list.filter((id, i) => i === 0 || id !== list[i - 1]);
  });
  const tagged = new Map<number, Tags>();
  for (const { at, tags } of nodes) {
    const id = idAt(at);
    tagged.set(id, { ...tagged.get(id), ...tags });
  }

  const out = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<osm version="0.6" generator="huimin-circle sample city" attribution="示例数据 sample data: every street, name and person is invented">',
    boundsOf(bounds),
  ];
  places.forEach(([lon, lat], i) => {
    const tags = tagged.get(i + 1);
    const head = `<node id="${i + 1}" ${STAMP} lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}"`;
    out.push(tags ? `${head}>${tagsXml(tags)}</node>` : `${head}/>`);
  });
  ways.forEach(({ tags }, i) => {
    const list = refs[i].map((id) => `<nd ref="${id}"/>`).join('');
    out.push(`<way id="${i + 1}" ${STAMP}>${list}${tagsXml(tags)}</way>`);
  });
  const wayIds = new Map(ways.map((way, i) => [way, i + 1]));
  relations.forEach(({ tags, members }, i) => {
    const list = members
      .map(({ way, role }) => `<member type="way" ref="${wayIds.get(way)!}" role="${role}"/>`)
      .join('');
    out.push(`<relation id="${i + 1}" ${STAMP}>${list}${tagsXml(tags)}</relation>`);
  });
  out.push('</osm>', '');
  return out.join('\n');
}

function boundsOf(corners: Point[]): string {
  const places = corners.map(lonLat);
  const lons = places.map(([lon]) => lon);
  const lats = places.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)].map((v) => v.toFixed(7));
  const [south, north] = [Math.min(...lats), Math.max(...lats)].map((v) => v.toFixed(7));
  return `<bounds minlat="${south}" minlon="${west}" maxlat="${north}" maxlon="${east}"/>`;
}

/** A name in both languages, as tags. */
export function named([zh, en]: Name): Tags {
  return { name: zh, 'name:en': en };
}

function tagsXml(tags: Tags): string {
  return Object.entries(tags)
    .map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
