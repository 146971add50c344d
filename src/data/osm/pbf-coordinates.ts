import type { Column } from './column.ts';
import type { BlockReader } from './pbf-block.ts';

const NANO_PER_UNIT = 100;
const UNITS_PER_DEGREE = 1e7;

/**
 * Appends coordinates in a block's own units (`granularity` nanodegrees from `offset`)
 * as 1e-7 degrees, rounded to the nearest.
 * @param limit 90 for latitudes, 180 for longitudes.
 * @throws Fault pbf-coordinate beyond the limit.
 */
export function writeCoordinates(
  block: BlockReader,
  values: Float64Array,
  count: number,
  offset: number,
  limit: number,
  column: Column<Int32Array>,
): void {
  const { granularity } = block;
  const plain = granularity === NANO_PER_UNIT && offset === 0;
  const most = limit * UNITS_PER_DEGREE;
  const data = column.reserve(count);
  let at = column.length;
  for (let i = 0; i < count; i++) {
    const value = values[i];
    const unit = plain ? value : Math.round((offset + granularity * value) / NANO_PER_UNIT);
    if (!(unit <= most && unit >= -most)) {
      throw block.wire.fault('pbf-coordinate', { got: unit / UNITS_PER_DEGREE, limit });
    }
    data[at++] = unit;
  }
  column.length = at;
}
