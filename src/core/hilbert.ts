/**
 * Position of a cell along the Hilbert curve of order 16 (0 ≤ x, y < 65536), after the
 * iterative form in Hacker's Delight. Neighbours on the map come out as neighbours in memory.
 */
export function hilbert(x: number, y: number): number {
  let d = 0;
  for (let s = 32768; s > 0; s >>= 1) {
    const rx = x & s ? 1 : 0;
    const ry = y & s ? 1 : 0;
    d = d * 4 + ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = s - 1 - (x & (s - 1));
        y = s - 1 - (y & (s - 1));
      }
      [x, y] = [y, x];
    }
    x &= s - 1;
    y &= s - 1;
  }
  return d;
}

/** Indices of n points (any planar unit) in the order of the Hilbert curve over their box. */
export function hilbertOrder(x: ArrayLike<number>, y: ArrayLike<number>): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    if (x[i] < west) west = x[i];
    if (x[i] > east) east = x[i];
    if (y[i] < south) south = y[i];
    if (y[i] > north) north = y[i];
  }
  const scale = 65535 / Math.max(east - west, north - south, Number.MIN_VALUE);
  const key = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    key[i] = hilbert(Math.floor((x[i] - west) * scale), Math.floor((y[i] - south) * scale));
  }
  return Uint32Array.from(key.keys()).sort((a, b) => key[a] - key[b] || a - b);
}
