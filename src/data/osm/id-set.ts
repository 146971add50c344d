import { float64Column } from './column.ts';

/**
 * A set of OSM ids: eight bytes an id (at most sixteen while it grows), however far apart they lie.
 * First everything is added, then `seal`ed, then asked. Files are sorted by id as a rule, and then
 * sealing costs nothing; where they are not, it sorts.
 */
export class IdSet {
  private readonly column = float64Column();
  private sorted = true;
  private last = -Infinity;
  private ids: Float64Array = new Float64Array(0);

  add(id: number): void {
    if (id === this.last) return;
    if (id < this.last) this.sorted = false;
    this.last = id;
    this.column.push(id);
  }

  /** @returns itself, ready for `has`. More may be added and sealed again later. */
  seal(): this {
    this.ids = this.column.view();
    if (this.sorted) return this;
    this.ids.sort();
    let kept = 0;
    for (const id of this.ids) if (kept === 0 || id !== this.ids[kept - 1]) this.ids[kept++] = id;
    this.column.length = kept;
    this.ids = this.column.view();
    this.sorted = true;
    this.last = kept ? this.ids[kept - 1] : -Infinity;
    return this;
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: number): boolean {
    const { ids } = this;
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = ids[middle];
      if (there === id) return true;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return false;
  }
}
