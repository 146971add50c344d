/** One line of the bench. */
export interface Measured {
  name: string;
  /** Median in `unit`. */
  value: number;
  unit: 'ms' | 'MB' | 'kB' | '';
  /** What it must not exceed, where that is promised. */
  bound?: number;
}

/** Runs before the clock counts, so that the compiler has settled. */
const WARM_UP = 3;

/** Median milliseconds of `runs` runs after warm-up. */
export function measure(name: string, run: () => unknown, bound?: number, runs = 9): Measured {
  const times: number[] = [];
  for (let k = -WARM_UP; k < runs; k++) {
    const start = performance.now();
    run();
    if (k >= 0) times.push(performance.now() - start);
  }
  return { name, value: median(times), unit: 'ms', bound };
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** A table for people, and one line of JSON for machines. */
export function report(title: string, rows: Measured[]): string {
  const wide = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, value, unit, bound }) => {
    const figure = value.toFixed(1).padStart(8);
    const verdict = bound === undefined ? '' : `  ≤ ${bound} ${value <= bound ? 'ok' : 'MISSED'}`;
    return `  ${name.padEnd(wide)} ${figure} ${unit}${verdict}`;
  });
  return [title, ...lines, ''].join('\n');
}
