/** How far a drawn line may lie from the true one, in units of the picture: less than half a stroke. */
const TOLERANCE = 0.3;

/** Lines of points in units of the picture → path data on the grid of tenths, relative, which is the shortest. */
export function linePath(lines: [x: number, y: number][][], closed: boolean): string {
  let d = '';
  for (const line of lines) {
    const kept = simplified(line);
    // A closed line's last point is its first; two points enclose nothing.
    if (kept.length < (closed ? 4 : 2)) continue;
    if (closed) kept.pop();
    let [px, py] = [0, 0];
    kept.forEach(([x, y], k) => {
      const [qx, qy] = [Math.round(x * 10), Math.round(y * 10)];
      if (k === 0) d += `M${tenth(qx)} ${tenth(qy)}`;
      else if (qx !== px || qy !== py) {
        const dy = tenth(qy - py);
        d += `l${tenth(qx - px)}${dy.startsWith('-') ? '' : ' '}${dy}`;
      }
      [px, py] = [qx, qy];
    });
    if (closed) d += 'Z';
  }
  return d;
}

/** Tenths as a number without a leading nought: .5, -12.3 */
function tenth(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, '$1.');
}

/** Douglas & Peucker (1973): first and last point, and those without which the line would be off. */
function simplified(line: [number, number][]): [number, number][] {
  if (line.length < 3) return line;
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let [farthest, at] = [TOLERANCE * TOLERANCE, -1];
    for (let k = from + 1; k < to; k++) {
      const far = squareTo(line[k], line[from], line[to]);
      if (far > farthest) [farthest, at] = [far, k];
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, k) => keep[k]);
}

/** Square of the distance of a point from a piece of line. */
function squareTo(
  [x, y]: [number, number],
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2;
}
