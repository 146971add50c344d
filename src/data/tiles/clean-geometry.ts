type Flat = ArrayLike<number>;

/** A line x, y, x, y … without positions that rounding made equal to the one before. */
export function cleanLine(line: Flat): number[] {
  const clean: number[] = [];
  for (let k = 0; k < line.length; k += 2) {
    const n = clean.length;
    if (n && clean[n - 2] === line[k] && clean[n - 1] === line[k + 1]) continue;
    clean.push(line[k], line[k + 1]);
  }
  return clean;
}

/**
 * Rings of one polygon after cutting and rounding, as vector tiles want them: outer ring first with
 * positive area (y down), holes with negative. Rings that rounding made flat go; without its outer
 * ring nothing is left.
 */
export function cleanRings(rings: readonly Flat[]): number[][] {
  const clean: number[][] = [];
  for (let r = 0; r < rings.length; r++) {
    const ring = cleanLine(rings[r]);
    const area = twiceArea(ring);
    if (area !== 0) clean.push(area > 0 === (r === 0) ? ring : backwards(ring));
    else if (r === 0) return [];
  }
  return clean;
}

/** Twice the area of a closed ring, in square units; positive when it turns clockwise on screen (y down). */
function twiceArea(ring: Flat): number {
  let twice = 0;
  for (let k = 2; k < ring.length; k += 2) {
    twice += ring[k - 2] * ring[k + 1] - ring[k] * ring[k - 1];
  }
  return twice;
}

function backwards(ring: number[]): number[] {
  const back: number[] = [];
  for (let k = ring.length - 2; k >= 0; k -= 2) back.push(ring[k], ring[k + 1]);
  return back;
}
