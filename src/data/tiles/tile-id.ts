/** A tile of the square pyramid: y counts from the north. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/**
 * Number of a tile in PMTiles v3: all tiles of the zooms above it, then its place along the
 * Hilbert curve of its zoom. Exact in a double up to zoom 26.
 */
export function tileId({ z, x, y }: TileAddress): number {
  let id = (4 ** z - 1) / 3;
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const down = (y & side) > 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ down);
    if (down) continue;
    // The curve of this quarter is turned, so that it begins where the last one ended.
    if (right) [x, y] = [side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))];
    [x, y] = [y, x];
  }
  return id;
}
