import { distance, METRES_PER_DEGREE, lonScale } from './geo.ts';

/** Places bucketed so that any two in one cell are within the link distance of each other. */
export interface LinkGrid {
  lon: ArrayLike<number>;
  lat: ArrayLike<number>;
  /** Two populated places at most this far apart belong together. Metres. */
  linkMetres: number;
  /** The places of cell k are places[start[k]] … places[start[k + 1] - 1]. Only cells with places. */
  start: Uint32Array;
  places: Uint32Array;
  /** How much shorter a degree of longitude is than one of latitude, at most and at least. */
  wide: number;
  narrow: number;
  /** The other cells (each pair once) that a link joins cell k to: linkedTo[linkStart[k]] … linkedTo[linkStart[k + 1] - 1]. */
  linkStart: Uint32Array;
  linkedTo: Uint32Array;
}

/** What findGaps needs of n places, in degrees; made once per region. */
export function linkGrid(
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
  linkMetres: number,
): LinkGrid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    west = Math.min(west, lon[i]);
    east = Math.max(east, lon[i]);
    south = Math.min(south, lat[i]);
    north = Math.max(north, lat[i]);
  }
  const [wide, narrow] = lon.length ? lonScales(south, north) : [1, 1];
  // The diagonal of a cell is a link at most, even where a degree of longitude is widest.
  const side = linkMetres / Math.SQRT2;
  const stepLat = side / METRES_PER_DEGREE;
  const stepLon = stepLat / wide;
  const columns = lon.length ? Math.floor((east - west) / stepLon) + 1 : 1;
  // Cells are numbered as the places come, which is along the Hilbert curve: cells near each other
  // on the map, and the places of a cell, are near each other in memory.
  const index = new Map<number, number>();
  const cell = new Uint32Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const row = Math.floor((lat[i] - south) / stepLat);
    const at = row * columns + Math.floor((lon[i] - west) / stepLon);
    let k = index.get(at);
    if (k === undefined) index.set(at, (k = index.size));
    cell[i] = k;
  }
  const start = new Uint32Array(index.size + 1);
  for (const k of cell) start[k + 1]++;
  for (let k = 0; k < index.size; k++) start[k + 1] += start[k];
  const places = new Uint32Array(lon.length);
  const next = start.slice();
  for (let i = 0; i < lon.length; i++) places[next[cell[i]]++] = i;

  const across = Math.ceil((Math.SQRT2 * wide) / narrow);
  const offsets: [number, number][] = [];
  for (let row = 0; row <= 2; row++) {
    for (let column = -across; column <= across; column++) {
      if (row > 0 || column > 0) offsets.push([row, column]);
    }
  }
  const links: number[] = [];
  const linkStart = [0];
  const bounds = { lon, lat, linkMetres, wide, narrow };
  for (const [at, k] of index) {
    for (const [row, column] of offsets) {
      const there = (at % columns) + column;
      const other = index.get(at + row * columns + column);
      if (there < 0 || there >= columns || other === undefined) continue;
      // Cells that no link joins even when all their places count are no neighbours.
      if (linked(bounds, places, start[k], start[k + 1], start[other], start[other + 1])) {
        links.push(other);
      }
    }
    linkStart.push(links.length);
  }
  return {
    ...bounds,
    start,
    places,
    linkStart: Uint32Array.from(linkStart),
    linkedTo: Uint32Array.from(links),
  };
}

function lonScales(south: number, north: number): [wide: number, narrow: number] {
  const nearest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const farthest = Math.max(Math.abs(south), Math.abs(north));
  return [Math.max(0.01, lonScale(nearest)), Math.max(0.01, lonScale(farthest))];
}

/** Whether a link joins one of list[a … aEnd) to one of list[b … bEnd). */
export function linked(
  grid: Pick<LinkGrid, 'lon' | 'lat' | 'linkMetres' | 'wide' | 'narrow'>,
  list: Uint32Array,
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
): boolean {
  const { lon, lat, linkMetres, wide, narrow } = grid;
  // Well under 1 % lies between a plane and the sphere over a link.
  const [sure2, never2] = [(linkMetres * 0.99) ** 2, (linkMetres * 1.01) ** 2];
  for (let i = a; i < aEnd; i++) {
    const p = list[i];
    for (let j = b; j < bEnd; j++) {
      const q = list[j];
      const dx = (lon[q] - lon[p]) * METRES_PER_DEGREE;
      const dy = (lat[q] - lat[p]) * METRES_PER_DEGREE;
      const [dx2, dy2] = [dx * dx, dy * dy];
      if (dx2 * wide * wide + dy2 < sure2) return true;
      // The sphere judges only what is nearly a link.
      if (dx2 * narrow * narrow + dy2 > never2) continue;
      if (distance(lon[p], lat[p], lon[q], lat[q]) <= linkMetres) return true;
    }
  }
  return false;
}
