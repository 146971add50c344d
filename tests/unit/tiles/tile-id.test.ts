import fc from 'fast-check';
import { zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { tileId } from '../../../src/data/tiles/tile-id.ts';

describe('the number of a tile', () => {
  it('runs through the pyramid along the Hilbert curve', () => {
    // The examples of the PMTiles specification.
    expect(tileId({ z: 0, x: 0, y: 0 })).toBe(0);
    expect([tileId({ z: 1, x: 0, y: 0 }), tileId({ z: 1, x: 0, y: 1 })]).toEqual([1, 2]);
    expect([tileId({ z: 1, x: 1, y: 1 }), tileId({ z: 1, x: 1, y: 0 })]).toEqual([3, 4]);
    expect(tileId({ z: 2, x: 0, y: 0 })).toBe(5);
    expect(tileId({ z: 12, x: 3423, y: 1763 })).toBe(19078479);
  });

  it('visits every tile of a zoom once, each beside the one before', () => {
    const side = 32;
    const order = Array.from({ length: side * side }, (_, k) => ({
      x: k % side,
      y: Math.floor(k / side),
    }));
    order.sort((a, b) => tileId({ z: 5, ...a }) - tileId({ z: 5, ...b }));
    order.forEach(({ x, y }, k) => {
      expect(tileId({ z: 5, x, y })).toBe(341 + k);
      if (k) expect(Math.abs(x - order[k - 1].x) + Math.abs(y - order[k - 1].y)).toBe(1);
    });
  });

  it('is the one the pmtiles package reckons with', () => {
    const zoomed = fc.integer({ min: 0, max: 20 }).chain((z) => {
      const cell = fc.integer({ min: 0, max: 2 ** z - 1 });
      return fc.tuple(fc.constant(z), cell, cell);
    });
    fc.assert(
      fc.property(zoomed, ([z, x, y]) => tileId({ z, x, y }) === zxyToTileId(z, x, y)),
      {
        numRuns: 2000,
      },
    );
  });
});
