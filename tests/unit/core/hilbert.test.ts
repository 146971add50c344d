import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hilbert, hilbertOrder } from '../../../src/core/hilbert.ts';

const half = 32768;

describe('hilbert', () => {
  it('visits the four quarters as a U', () => {
    const quarters = [
      [0, 0],
      [0, half],
      [half, half],
      [half, 0],
    ].map(([x, y]) => Math.floor(hilbert(x, y) / (half * half)));
    expect(quarters).toEqual([0, 1, 2, 3]);
  });

  it('goes from every cell to one beside it', () => {
    // The lowest 32 × 32 cells are the first 1024 steps of the curve (or are mirrored as a whole).
    const at = new Map<number, [number, number]>();
    for (let x = 0; x < 32; x++) for (let y = 0; y < 32; y++) at.set(hilbert(x, y), [x, y]);
    expect([...at.keys()].sort((a, b) => a - b)).toEqual([...Array(1024).keys()]);
    for (let d = 1; d < 1024; d++) {
      const [[x1, y1], [x2, y2]] = [at.get(d - 1)!, at.get(d)!];
      expect(Math.abs(x1 - x2) + Math.abs(y1 - y2)).toBe(1);
    }
  });

  it('gives 65536² cells different numbers below 2^32', () => {
    const cell = fc.tuple(fc.nat(65535), fc.nat(65535));
    fc.assert(
      fc.property(cell, cell, ([x1, y1], [x2, y2]) => {
        const [a, b] = [hilbert(x1, y1), hilbert(x2, y2)];
        expect(a).toBeLessThan(2 ** 32);
        expect(a).toBeGreaterThanOrEqual(0);
        expect(a === b).toBe(x1 === x2 && y1 === y2);
      }),
    );
  });
});

describe('hilbertOrder', () => {
  it('is a permutation, whatever the points', () => {
    const points = fc.array(fc.tuple(fc.double({ noNaN: true, min: -180, max: 180 }), fc.nat(3)));
    fc.assert(
      fc.property(points, (points) => {
        const order = hilbertOrder(
          points.map(([x]) => x),
          points.map(([, y]) => y),
        );
        expect([...order].sort((a, b) => a - b)).toEqual([...points.keys()]);
      }),
    );
  });

  it('keeps equal points in their order, and none in order of nothing', () => {
    expect([...hilbertOrder([5, 5, 5], [1, 1, 1])]).toEqual([0, 1, 2]);
    expect([...hilbertOrder([], [])]).toEqual([]);
  });
});
