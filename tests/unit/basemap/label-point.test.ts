import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPolygons, type LonLat, type Ring } from '../../../src/core/geo.ts';
import { labelPoint } from '../../../src/data/basemap/label-point.ts';

const ring = (...positions: LonLat[]): Ring => [...positions, positions[0]];
const square = (x: number, y: number, r: number) =>
  ring([x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]);

describe('the place of a label', () => {
  it('is the middle of a square', () => {
    const [x, y] = labelPoint([square(104, 30, 0.01)])!;
    expect(x).toBeCloseTo(104, 9);
    expect(y).toBeCloseTo(30, 9);
  });

  it('is in the wide foot of an L, not in the empty corner where its centre lies', () => {
    const [, y] = labelPoint([ring([0, 0], [9, 0], [9, 2], [1, 2], [1, 9], [0, 9])])!;
    expect(y).toBeCloseTo(1, 1);
  });

  it('is beside a hole, not in it', () => {
    const at = labelPoint([square(0, 0, 3), square(0, 0, 2.5).reverse()])!;
    expect(inPolygons([[square(0, 0, 3), square(0, 0, 2.5)]], ...at)).toBe(true);
  });

  it('of a flat polygon is none', () => {
    expect(labelPoint([ring([0, 0], [1, 0], [2, 0])])).toBeNull();
  });

  it('is always inside (law: stars with a hole)', () => {
    const radii = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), {
      minLength: 5,
      maxLength: 24,
    });
    fc.assert(
      fc.property(radii, fc.boolean(), (list, holed) => {
        const star = ring(
          ...list.map((r, k): LonLat => {
            const angle = (2 * Math.PI * k) / list.length;
            return [104 + r * Math.cos(angle) * 0.01, 30 + r * Math.sin(angle) * 0.01];
          }),
        );
        const rings = holed ? [star, square(104, 30, 0.0005).reverse()] : [star];
        expect(inPolygons([rings], ...labelPoint(rings)!)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
