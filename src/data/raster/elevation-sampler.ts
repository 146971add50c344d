import { METRES_PER_DEGREE, lonScale } from '../../core/geo.ts';
import type { Raster } from './read-raster.ts';

/** Heights between the cells of a raster. */
export interface ElevationSampler {
  /** Metres above the datum at a point in degrees; NaN outside the raster and where it has no data. */
  (lon: number, lat: number): number;
  /** The longer side of a cell in the middle of the raster, metres. */
  cellMetres: number;
}

/**
 * Bilinear between cell centres of the first band. Beside a hole the cells that have data share the
 * weight of those that have none; a point whose own cell has none is NaN, and so is one outside. In
 * the outer half cell the nearest centres stand in for those beyond the edge.
 */
export function elevationSampler(raster: Raster): ElevationSampler {
  const { width, height, west, north, stepLon, stepLat } = raster;
  const [cells] = raster.bands;
  const sample = (lon: number, lat: number): number => {
    const x = (lon - west) / stepLon;
    const y = (north - lat) / stepLat;
    if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return NaN;
    const own = Math.min(height - 1, Math.floor(y)) * width + Math.min(width - 1, Math.floor(x));
    if (Number.isNaN(cells[own])) return NaN;
    const left = Math.floor(x - 0.5);
    const above = Math.floor(y - 0.5);
    const [tx, ty] = [x - 0.5 - left, y - 0.5 - above];
    const x0 = Math.max(0, left);
    const x1 = Math.min(width - 1, left + 1);
    const y0 = Math.max(0, above) * width;
    const y1 = Math.min(height - 1, above + 1) * width;
    let [sum, weights] = [0, 0];
    for (let k = 0; k < 4; k++) {
      const value = cells[(k & 2 ? y1 : y0) + (k & 1 ? x1 : x0)];
      if (Number.isNaN(value)) continue;
      const weight = (k & 1 ? tx : 1 - tx) * (k & 2 ? ty : 1 - ty);
      sum += weight * value;
      weights += weight;
    }
    return weights > 0 ? sum / weights : cells[own];
  };
  const middle = north - (stepLat * height) / 2;
  const cellMetres = Math.max(stepLat, stepLon * lonScale(middle)) * METRES_PER_DEGREE;
  return Object.assign(sample, { cellMetres });
}
