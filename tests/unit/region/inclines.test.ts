import { describe, expect, it } from 'vitest';
import { withInclines } from '../../../src/data/streets/inclines.ts';

describe('signs of gradients', () => {
  it('say nothing where there are none', () => {
    expect(withInclines(null, null)).toBeNull();
  });

  it('+10 % takes exp(0.35) as long up, and as long as the flat down; other edges stay flat', () => {
    const slopes = withInclines(null, Float32Array.of(NaN, 10))!;
    expect(slopes.forth[0]).toBe(1);
    expect(slopes.forth[1]).toBeCloseTo(Math.exp(0.35), 6);
    expect(slopes.back[1]).toBeCloseTo(1, 6);
    expect([...slopes.steepest]).toEqual([0, 10]);
  });

  it('8.4 % is over 8 %, and 8 % is not', () => {
    expect([...withInclines(null, Float32Array.of(8, 8.4, -8.4))!.steepest]).toEqual([8, 9, 9]);
  });

  it('outrank an elevation model, and leave it as it was', () => {
    const model = {
      forth: Float32Array.of(1.5, 1.5),
      back: Float32Array.of(0.9, 0.9),
      steepest: Uint8Array.of(12, 12),
    };
    const slopes = withInclines(model, Float32Array.of(NaN, -5))!;
    expect(slopes.forth[0]).toBe(1.5);
    expect(slopes.forth[1]).toBeCloseTo(Math.exp(-0.175), 6);
    expect([...slopes.steepest]).toEqual([12, 5]);
    expect([...model.steepest]).toEqual([12, 12]);
  });
});
