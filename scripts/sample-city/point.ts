/** Metres east (x) and north (y) of the middle of the sample city. */
export interface Point {
  x: number;
  y: number;
}

export function distance(a: Point, b: Point): number {
  // Math.hypot guards against overflow that metres cannot reach, at ten times the price.
  return Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
}

/** The point at share t of the way from a to b. */
export function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** Where segments ab and cd cross, as shares of each (0–1); null when they do not or are parallel. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { t: number; s: number } | null {
  const bx = b.x - a.x;
  const by = b.y - a.y;
  const dx = d.x - c.x;
  const dy = d.y - c.y;
  const turn = bx * dy - by * dx;
  if (Math.abs(turn) < 1e-9) return null;
  const t = ((c.x - a.x) * dy - (c.y - a.y) * dx) / turn;
  const s = ((c.x - a.x) * by - (c.y - a.y) * bx) / turn;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? { t, s } : null;
}

/** The share of segment ab that lies nearest to p (0–1). */
export function nearestShare(p: Point, a: Point, b: Point): number {
  const bx = b.x - a.x;
  const by = b.y - a.y;
  const long = bx * bx + by * by;
  if (long === 0) return 0;
  return Math.min(1, Math.max(0, ((p.x - a.x) * bx + (p.y - a.y) * by) / long));
}

/** From p to the point at share t of segment ab: no object made, for the innermost loops. */
export function distanceAt(p: Point, a: Point, b: Point, t: number): number {
  return Math.sqrt((a.x + (b.x - a.x) * t - p.x) ** 2 + (a.y + (b.y - a.y) * t - p.y) ** 2);
}
