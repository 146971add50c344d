import { METRES_PER_DEGREE, distance, lonScale, type LonLat } from '../geo.ts';
import type { CoverSearch } from './greatest-covers.ts';
import type { Rows } from './greatest-rows.ts';

/** The plane in squares of equal degrees, where circles may have their middles. */
export interface Squares {
  /** South-west corner and size, degrees. */
  west: number;
  south: number;
  width: number;
  height: number;
  /** Column and row of each square. */
  column: Int32Array;
  row: Int32Array;
}

/** Distances are of a sphere and squares of a plane: a hair more than they differ by. */
const ROUNDING = 1 + 1e-6;

/** All squares of about `metres` within `reach` metres of any of the points. */
export function squaresAround(
  points: { lon: ArrayLike<number>; lat: ArrayLike<number> },
  reach: number,
  metres: number,
): Squares {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.lon.length; i++) {
    west = Math.min(west, points.lon[i]);
    east = Math.max(east, points.lon[i]);
    south = Math.min(south, points.lat[i]);
    north = Math.max(north, points.lat[i]);
  }
  const scale = Math.max(0.01, lonScale((south + north) / 2));
  const narrow = Math.max(0.01, Math.min(lonScale(south), lonScale(north)));
  const [width, height] = [metres / METRES_PER_DEGREE / scale, metres / METRES_PER_DEGREE];
  const [dLon, dLat] = [reach / METRES_PER_DEGREE / narrow, reach / METRES_PER_DEGREE];
  const columns = Math.ceil((east - west + 2 * dLon) / width) + 1;
  const rows = Math.ceil((north - south + 2 * dLat) / height) + 1;
  const origin = { west: west - dLon, south: south - dLat, width, height };
  const near = new Set<number>();
  const [across, up] = [Math.ceil(dLon / width) + 1, Math.ceil(dLat / height) + 1];
  for (let i = 0; i < points.lon.length; i++) {
    const c = Math.floor((points.lon[i] - origin.west) / width);
    const r = Math.floor((points.lat[i] - origin.south) / height);
    for (let y = Math.max(0, r - up); y <= Math.min(rows - 1, r + up); y++) {
      for (let x = Math.max(0, c - across); x <= Math.min(columns - 1, c + across); x++) {
        near.add(y * columns + x);
      }
    }
  }
  const squares = Uint32Array.from(near).sort();
  return {
    ...origin,
    column: Int32Array.from(squares, (s) => s % columns),
    row: Int32Array.from(squares, (s) => Math.floor(s / columns)),
  };
}

/** The squares that are `alive`, each cut in four. */
export function quartered(squares: Squares, alive: Uint8Array | null): Squares {
  const kept = Array.from(squares.column.keys()).filter((s) => !alive || alive[s]);
  const four = (of: Int32Array, bit: (q: number) => number) =>
    Int32Array.from({ length: kept.length * 4 }, (_, k) => of[kept[k >> 2]] * 2 + bit(k & 3));
  return {
    ...squares,
    width: squares.width / 2,
    height: squares.height / 2,
    column: four(squares.column, (q) => q & 1),
    row: four(squares.row, (q) => q >> 1),
  };
}

/** The middle of square s, in degrees. */
export function middleOfSquare(squares: Squares, s: number): LonLat {
  const { west, south, width, height, column, row } = squares;
  return [west + (column[s] + 0.5) * width, south + (row[s] + 0.5) * height];
}

/** The squares in which a circle of `radius` metres a row (one for each) may have its middle. */
export class PlaneSearch implements CoverSearch {
  readonly spots: number;
  found: Uint32Array;
  readonly #squares: Squares;
  readonly #places: { lon: ArrayLike<number>; lat: ArrayLike<number> };
  readonly #rows: Rows;
  readonly #radius: Float64Array;
  /** Squares by their row, west to east. */
  readonly #order: Uint32Array;
  readonly #foundFor: Int32Array;
  readonly #at: Uint32Array;
  #stamp = -1;

  constructor(
    squares: Squares,
    places: { lon: ArrayLike<number>; lat: ArrayLike<number> },
    rows: Rows,
    radius: Float64Array,
  ) {
    const { column, row } = squares;
    this.spots = column.length;
    this.found = new Uint32Array(this.spots);
    this.#foundFor = new Int32Array(this.spots).fill(-1);
    this.#at = new Uint32Array(this.spots);
    this.#squares = squares;
    this.#places = places;
    this.#rows = rows;
    this.#radius = radius;
    this.#order = Uint32Array.from(column.keys()).sort(
      (a, b) => row[a] - row[b] || column[a] - column[b],
    );
  }

  search(r: number): number {
    const { start, place } = this.#rows;
    const { west, south, width, height, column, row } = this.#squares;
    const { lon, lat } = this.#places;
    this.#stamp++;
    let count = 0;
    for (let m = start[r]; m < start[r + 1]; m++) {
      const [x, y] = [lon[place[m]], lat[place[m]]];
      const radius = this.#radius[r];
      const dLat = radius / METRES_PER_DEGREE + height;
      const dLon =
        (radius / METRES_PER_DEGREE / Math.max(0.01, lonScale(Math.abs(y) + dLat))) * 1.01 + width;
      const last = Math.floor((y + dLat - south) / height);
      const [low, high] = [x - dLon - west, x + dLon - west].map((d) => Math.floor(d / width));
      for (let line = Math.floor((y - dLat - south) / height); line <= last; line++) {
        for (let k = this.#firstAt(line, low); k < this.#order.length; k++) {
          const s = this.#order[k];
          if (row[s] !== line || column[s] > high) break;
          const [cx, cy] = [west + (column[s] + 0.5) * width, south + (row[s] + 0.5) * height];
          const metres = distance(x, y, cx, cy);
          // A square is widest at its side towards the equator.
          const equator = Math.abs(cy) - height / 2;
          const half = distance(cx, equator, cx + width / 2, equator + height / 2) * ROUNDING;
          if (metres > radius * ROUNDING + half) continue;
          if (this.#foundFor[s] !== this.#stamp) {
            this.#foundFor[s] = this.#stamp;
            this.#at[s] = count;
            this.found[count++] = s << 1;
          }
          if (metres <= radius) this.found[this.#at[s]] |= 1;
        }
      }
    }
    return count;
  }

  /** Where the squares of `line` from `low` on begin in the order. */
  #firstAt(line: number, low: number): number {
    const { row, column } = this.#squares;
    let [a, b] = [0, this.#order.length];
    while (a < b) {
      const middle = (a + b) >> 1;
      const s = this.#order[middle];
      if (row[s] < line || (row[s] === line && column[s] < low)) a = middle + 1;
      else b = middle;
    }
    return a;
  }
}
