import { ringArea, type Bbox, type LonLat, type Polygons, type Ring } from '../../core/geo.ts';
import { nestRings } from '../osm/ring-nesting.ts';
import { clipLine } from './clip-line.ts';

/** A coast that ends this near to the box's edge is led to it, degrees: extracts are cut a little inside. */
const REACH = 0.005;

/** The sea inside a box, and how many coasts end in the middle of it. */
export interface Sea {
  /** As of a multipolygon; empty where there is no coast, or one that is not whole. */
  polygons: Polygons;
  /** Coasts that end inside the box: on which side the sea goes on cannot be told, so none is drawn. */
  open: number;
}

/**
 * The sea from its coastlines, which in OSM run with the water on their right. Coasts are joined,
 * cut at the box, and closed along its edge; islands become holes. A box with islands only has no
 * sea drawn: whether the rest is water or missing coast cannot be told.
 * @param lines coastline ways, degrees, in OSM's direction.
 */
export function seaOf(lines: LonLat[][], box: Bbox): Sea {
  const islands: Ring[] = [];
  const coasts: LonLat[][] = [];
  let open = 0;
  for (const chain of joined(lines)) {
    const closed = samePlace(chain[0], chain[chain.length - 1]);
    const pieces = clipLine(chain, box);
    if (closed && pieces.length === 1 && pieces[0].length === chain.length) islands.push(chain);
    else coasts.push(...(closed ? rejoined(pieces) : pieces));
  }
  const edged = coasts.flatMap((coast) => {
    const led = ledToEdge(coast, box);
    if (!led) open++;
    return led ? [led] : [];
  });
  if (open || !edged.length) return { polygons: [], open };
  const rings = [
    ...closedAlong(edged, box).map((ring) => ({ ring, inner: false })),
    // An island runs counter-clockwise; the other way round is a sea of its own.
    ...islands.map((ring) => ({ ring, inner: ringArea(ring) > 0 })),
  ];
  return { polygons: nestRings(rings).polygons, open };
}

const samePlace = (a: LonLat, b: LonLat) => a[0] === b[0] && a[1] === b[1];

/** Lines joined end to start, in their direction. */
function joined(lines: LonLat[][]): LonLat[][] {
  const byStart = new Map(lines.map((line) => [String(line[0]), line]));
  const ends = new Set(lines.map((line) => String(line[line.length - 1])));
  const chains: LonLat[][] = [];
  const follow = (first: LonLat[]) => {
    const chain = [...first];
    byStart.delete(String(first[0]));
    for (;;) {
      const next = byStart.get(String(chain[chain.length - 1]));
      if (!next) break;
      byStart.delete(String(next[0]));
      for (let k = 1; k < next.length; k++) chain.push(next[k]);
    }
    chains.push(chain);
  };
  for (const line of lines) if (!ends.has(String(line[0]))) follow(line);
  for (const line of lines) if (byStart.get(String(line[0])) === line) follow(line);
  return chains;
}

/** The pieces of a closed line: its first and last belong together where they meet. */
function rejoined(pieces: LonLat[][]): LonLat[][] {
  const last = pieces.at(-1);
  if (pieces.length < 2 || !samePlace(pieces[0][0], last!.at(-1)!)) return pieces;
  return [[...last!, ...pieces[0].slice(1)], ...pieces.slice(1, -1)];
}

/** The coast with both ends on the box's edge; null where one is too far from it. */
function ledToEdge(coast: LonLat[], box: Bbox): LonLat[] | null {
  const [from, to] = [onEdge(coast[0], box), onEdge(coast[coast.length - 1], box)];
  return from && to && [from, ...coast, to];
}

function onEdge([lon, lat]: LonLat, [west, south, east, north]: Bbox): LonLat | null {
  const sides: [distance: number, at: LonLat][] = [
    [lon - west, [west, lat]],
    [east - lon, [east, lat]],
    [lat - south, [lon, south]],
    [north - lat, [lon, north]],
  ];
  const [distance, at] = sides.reduce((a, b) => (b[0] < a[0] ? b : a));
  return distance <= REACH ? at : null;
}

/** Goes along coasts, and from the end of one clockwise along the box's edge to the start of the next. */
function closedAlong(coasts: LonLat[][], box: Bbox): Ring[] {
  const [west, south, east, north] = box;
  const corners: LonLat[] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  const along = (at: LonLat) => clockwise(at, box);
  const left = new Set(coasts);
  const rings: Ring[] = [];
  for (const first of coasts) {
    if (!left.has(first)) continue;
    const ring: Ring = [];
    for (let coast = first; left.delete(coast);) {
      ring.push(...coast);
      const end = along(coast[coast.length - 1]);
      const ahead = (at: LonLat) => (along(at) - end + 4) % 4;
      coast = coasts.reduce((a, b) => (ahead(b[0]) < ahead(a[0]) ? b : a));
      const passed = corners.filter((corner) => ahead(corner) < ahead(coast[0]));
      ring.push(...passed.sort((a, b) => ahead(a) - ahead(b)));
    }
    rings.push([...ring, ring[0]]);
  }
  return rings;
}

/** How far along the edge a position is, clockwise from the north-west corner: one per side, 0 to 4. */
function clockwise([lon, lat]: LonLat, [west, south, east, north]: Bbox): number {
  if (lat === north) return (lon - west) / (east - west);
  if (lon === east) return 1 + (north - lat) / (north - south);
  if (lat === south) return 2 + (east - lon) / (east - west);
  return (3 + (lat - south) / (north - south)) % 4;
}
