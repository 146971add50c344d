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
  /** n; the cell of each place. */
  cell: Uint32Array;
  /** How much shorter a degree of longitude is than one of latitude, at most and at least. */
  wide: number;
  narrow: number;
  /** Per cell, the later cells that a link reaches, `around` of them, -1 where there is none. */
  neighbours: Int32Array;
  around: number;
}

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
  const cellOf = new Float64Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const row = Math.floor((lat[i] - south) / stepLat);
    cellOf[i] = row * columns + Math.floor((lon[i] - west) / stepLon);
  }
  const places = Uint32Array.from(cellOf.keys()).sort((a, b) => cellOf[a] - cellOf[b] || a - b);
  const index = new Map<number, number>();
  const start: number[] = [];
  const cell = new Uint32Array(lon.length);
  places.forEach((place, k) => {
    if (!k || cellOf[place] !== cellOf[places[k - 1]]) {
      index.set(cellOf[place], start.length);
      start.push(k);
    }
    cell[place] = start.length - 1;
  });
  start.push(places.length);

  const across = Math.ceil((Math.SQRT2 * wide) / narrow);
  const offsets: [number, number][] = [];
  for (let row = 0; row <= 2; row++) {
    for (let column = -across; column <= across; column++) {
      if (row > 0 || column > 0) offsets.push([row, column]);
    }
  }
  const neighbours = new Int32Array(index.size * offsets.length).fill(-1);
  for (const [at, k] of index) {
    offsets.forEach(([row, column], o) => {
      const there = (at % columns) + column;
      if (there < 0 || there >= columns) return;
      neighbours[k * offsets.length + o] = index.get(at + row * columns + column) ?? -1;
    });
  }
  const grid: LinkGrid = {
    lon,
    lat,
    linkMetres,
    wide,
    narrow,
    start: Uint32Array.from(start),
    places,
    cell,
    neighbours,
    around: offsets.length,
  };
  // Cells that no link joins even when all their places count are no neighbours.
  for (let k = 0; k < index.size; k++) {
    for (let o = k * offsets.length; o < (k + 1) * offsets.length; o++) {
      const other = neighbours[o];
      if (other < 0) continue;
      const [a, b] = [start[k], start[other]];
      if (!linked(grid, places, a, start[k + 1], b, start[other + 1])) neighbours[o] = -1;
    }
  }
  return grid;
}

function lonScales(south: number, north: number): [wide: number, narrow: number] {
  const nearest = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const farthest = Math.max(Math.abs(south), Math.abs(north));
  return [Math.max(0.01, lonScale(nearest)), Math.max(0.01, lonScale(farthest))];
}

/** Whether a link joins one of list[a … aEnd) to one of list[b … bEnd). */
export function linked(
  grid: LinkGrid,
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
