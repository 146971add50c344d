import { distance, METRES_PER_DEGREE, lonScale } from './geo.ts';
import type { Counted } from './coverage.ts';

/** A connected group of populated places beyond the limit. */
export interface Gap {
  people: number;
  /** Indices of its places. */
  places: number[];
  /** The place of the gap nearest to its people's centre of gravity: where a map flies to. */
  centre: number;
}

/** Places bucketed so that any two in one cell are within the link distance of each other. */
export interface LinkGrid {
  lon: ArrayLike<number>;
  lat: ArrayLike<number>;
  /** Two populated places at most this far apart belong together. Metres. */
  linkMetres: number;
  columns: number;
  rows: number;
  /** Cell of each place. */
  cell: Uint32Array;
  /** The cells that hold places, ascending, and the places of the k-th of them. */
  cells: Uint32Array;
  start: Uint32Array;
  places: Uint32Array;
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
  // The diagonal of a cell is a link at most, even where a degree of longitude is widest.
  const side = linkMetres / Math.SQRT2;
  const stepLat = side / METRES_PER_DEGREE;
  const equatorward = south <= 0 && north >= 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const stepLon = stepLat / Math.max(0.01, lonScale(equatorward || 0));
  const columns = lon.length ? Math.floor((east - west) / stepLon) + 1 : 1;
  const rows = lon.length ? Math.floor((north - south) / stepLat) + 1 : 1;
  const cell = new Uint32Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const row = Math.floor((lat[i] - south) / stepLat);
    cell[i] = row * columns + Math.floor((lon[i] - west) / stepLon);
  }
  const places = Uint32Array.from(cell.keys()).sort((a, b) => cell[a] - cell[b] || a - b);
  const cells: number[] = [];
  const start: number[] = [];
  places.forEach((place, k) => {
    if (k === 0 || cell[place] !== cells[cells.length - 1]) {
      cells.push(cell[place]);
      start.push(k);
    }
  });
  start.push(places.length);
  return {
    lon,
    lat,
    linkMetres,
    columns,
    rows,
    cell,
    cells: Uint32Array.from(cells),
    start: Uint32Array.from(start),
    places,
  };
}
