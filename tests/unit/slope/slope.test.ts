import { describe, expect, it } from 'vitest';
import { STEEPEST, slopeFactor } from '../../../src/core/slope.ts';

describe("Tobler's function, beside the flat", () => {
  it.each([
    [0, 1],
    [0.1, 1.4191],
    [-0.05, 0.8395],
    [-0.1, 1],
    [0.05, 1.1912],
    [-0.2, 1.4191],
    [0.3, 2.8577],
  ])('slope %f costs %f', (slope, factor) => {
    expect(slopeFactor(slope)).toBeCloseTo(factor, 4);
  });

  it('gives his speeds: 5.04 km/h on the flat, 6 km/h at −5 %', () => {
    const flat = 6 * Math.exp(-3.5 * 0.05);
    expect(flat).toBeCloseTo(5.0367, 4);
    expect(flat / slopeFactor(-0.05)).toBeCloseTo(6, 12);
  });

  it('is cut off at 50 %: never more than 5.76 times', () => {
    expect(STEEPEST).toBe(0.5);
    expect(slopeFactor(0.5)).toBeCloseTo(5.7546, 4);
    for (const s of [0.51, 3, Infinity]) expect(slopeFactor(s)).toBe(slopeFactor(0.5));
    expect(slopeFactor(-Infinity)).toBe(slopeFactor(-0.5));
    expect(slopeFactor(NaN)).toBeNaN();
  });

  it('is dearer the farther a slope lies from −5 %', () => {
    for (let s = -0.5; s < 0.5; s += 0.01) {
      const [here, there] = [slopeFactor(s), slopeFactor(s + 0.01)];
      if (s >= -0.05) expect(there).toBeGreaterThan(here);
      else if (s + 0.01 <= -0.05) expect(there).toBeLessThan(here);
    }
  });
});
