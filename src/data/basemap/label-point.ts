import { lonScale, type LonLat, type Ring } from '../../core/geo.ts';

/** Heights at which a polygon is looked through. */
const LINES = 9;

/**
 * A good place for a horizontal label inside a polygon (outer ring first, holes after it): the
 * middle of a wide stretch with room above and below. Always inside; null where the polygon has no
 * inside at the heights looked at.
 */
export function labelPoint(rings: Ring[]): LonLat | null {
  const latitudes = rings[0].map(([, lat]) => lat);
  const south = latitudes.reduce((a, b) => Math.min(a, b));
  const north = latitudes.reduce((a, b) => Math.max(a, b));
  const scale = lonScale((south + north) / 2);
  let best: { at: LonLat; room: number } | null = null;
  for (let k = 1; k <= LINES; k++) {
    const widest = stretches(rings, 1, south + ((north - south) * k) / (LINES + 1))
      .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
      .at(0);
    if (!widest) continue;
    const lon = middle(widest);
    const upright = around(stretches(rings, 0, lon), south + ((north - south) * k) / (LINES + 1));
    if (!upright) continue;
    const lat = middle(upright);
    const level = around(stretches(rings, 1, lat), lon);
    if (!level) continue;
    const room = Math.min((level[1] - level[0]) * scale, 2 * (upright[1] - upright[0]));
    if (!best || room > best.room) best = { at: [middle(level), lat], room };
  }
  return best && best.at;
}

type Stretch = [from: number, to: number];

const middle = ([from, to]: Stretch) => (from + to) / 2;

const around = (list: Stretch[], value: number) =>
  list.find(([from, to]) => from <= value && value <= to);

/** Where a line of constant longitude (axis 0) or latitude (axis 1) runs inside, by the even-odd rule. */
function stretches(rings: Ring[], axis: 0 | 1, value: number): Stretch[] {
  const other = axis === 0 ? 1 : 0;
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]];
      if (a[axis] > value === b[axis] > value) continue;
      const t = (value - a[axis]) / (b[axis] - a[axis]);
      crossings.push(a[other] + (b[other] - a[other]) * t);
    }
  }
  crossings.sort((a, b) => a - b);
  const list: Stretch[] = [];
  for (let i = 1; i < crossings.length; i += 2) list.push([crossings[i - 1], crossings[i]]);
  return list;
}
