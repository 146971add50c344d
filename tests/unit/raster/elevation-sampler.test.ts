import { describe, expect, it } from 'vitest';
import { elevationSampler } from '../../../src/data/raster/elevation-sampler.ts';
import { rasterOf } from './raster-of.ts';

const _ = NaN;
/** Cells of 1°; their centres stand at half degrees. */
const heights = elevationSampler(
  rasterOf(
    [
      [0, 10, 20],
      [30, 40, _],
      [60, _, _],
    ],
    { west: 0, north: 3, step: 1 },
  ),
);

describe('heights between cells', () => {
  it('at a centre: the cell; half-way between two: their mean; amid four: the mean of four', () => {
    expect(heights(0.5, 2.5)).toBe(0);
    expect(heights(1, 2.5)).toBe(5);
    expect(heights(0.5, 2)).toBe(15);
    expect(heights(1, 2)).toBe(20);
    expect(heights(0.75, 2.25)).toBe(0.25 * 10 + 0.25 * 30);
  });

  it('in the outer half cell: as at the edge of the centres', () => {
    expect(heights(0, 3)).toBe(0);
    expect(heights(0.1, 2)).toBe(15);
    expect(heights(3, 2.5)).toBe(20);
    expect(heights(0, 0)).toBe(60);
  });

  it('beside a hole: the cells that have data share its weight', () => {
    // A quarter each of 10, 20, 40 and the hole: the three are a third each.
    expect(heights(1.99, 2.01)).toBeCloseTo(70 / 3, 0);
    expect(heights(1.5, 1.5)).toBe(40);
    // South-east of the centre of 40 three of four are holes.
    expect(heights(1.75, 1.25)).toBe(40);
  });

  it('in a hole and outside: not known', () => {
    for (const [lon, lat] of [
      [2.5, 1.5],
      [2.01, 1.99],
      [1.5, 0.5],
      [-0.01, 2],
      [3.01, 2],
      [1, 3.01],
      [1, -0.01],
      [NaN, 1],
    ]) {
      expect(heights(lon, lat), `${lon}, ${lat}`).toBeNaN();
    }
  });

  it('a cell is 111 km long at the equator, and its longer side counts elsewhere', () => {
    expect(heights.cellMetres / 1000).toBeCloseTo(111.195, 2);
  });
});
