import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRES_PER_DEGREE, distance, lonScale } from '../../../src/core/geo.ts';
import {
  barMetres,
  inFrame,
  sketchFrame,
  sketchGround,
  windTo,
} from '../../../src/ui/nearby/sketch-frame.ts';
import {
  discsAlong,
  shortened,
  sketchNames,
  textWidth,
} from '../../../src/ui/nearby/sketch-names.ts';
import type { SketchStreet } from '../../../src/engine/nearby/streets-around.ts';
import { qrPath } from '../../../src/ui/shared/qr-path.ts';

const GOAL: [number, number] = [125.14, 42.9];
/** A point so many metres east and north of the goal. */
const off = (east: number, north: number): [number, number] => [
  GOAL[0] + east / (METRES_PER_DEGREE * lonScale(GOAL[1])),
  GOAL[1] + north / METRES_PER_DEGREE,
];

describe('the frame of a sketch', () => {
  it('has the goal in its middle where there is nothing else: 500 m across, north up', () => {
    const frame = sketchFrame([GOAL], 700, 400, 60);
    expect(frame.place(GOAL)).toEqual([350, 200]);
    const [x, y] = frame.place(off(100, 50));
    expect([x, y].map(Math.round)).toEqual([350 + 140, 200 - 70]);
  });

  it('holds every point of the way, with room around, at one scale in both directions', () => {
    const metres = fc.double({ min: -3000, max: 3000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 20 }), (steps) => {
        const points = [GOAL, ...steps.map(([e, n]) => off(e, n))];
        const frame = sketchFrame(points, 700, 400, 60);
        for (const [x, y] of points.map(frame.place)) {
          expect(x).toBeGreaterThanOrEqual(60 - 1e-6);
          expect(x).toBeLessThanOrEqual(640 + 1e-6);
          expect(y).toBeGreaterThanOrEqual(60 - 1e-6);
          expect(y).toBeLessThanOrEqual(340 + 1e-6);
        }
        const [[x0, y0], [x1, y1]] = [frame.place(points[0]), frame.place(points[1])];
        const drawn = Math.hypot(x1 - x0, y1 - y0);
        const real = distance(...points[0], ...points[1]);
        // Flat ground is a picture of the globe to a thousandth over a few kilometres.
        expect(Math.abs(drawn - real * frame.scale)).toBeLessThan(1 + real * frame.scale * 1e-3);
      }),
    );
  });

  it('reaches as far as the way does, and draws less of what lies there the farther that is', () => {
    const ground = (...walk: [number, number][]) => {
      const { metres, kinds } = sketchGround(GOAL, walk);
      return [Math.round(metres), [...kinds].join(' ')];
    };
    expect(ground()).toEqual([500, 'main street path steps']);
    expect(ground(off(0, 600), GOAL)).toEqual([1500, 'main street path steps']);
    expect(ground(off(-1000, 0), GOAL)).toEqual([2500, 'main street']);
    expect(ground(off(3000, 0), GOAL)).toEqual([7500, 'main']);
  });

  it('has a bar of a round length that fits', () => {
    expect([0.1, 0.5, 1.4, 3].map((scale) => barMetres(scale, 200))).toEqual([2000, 200, 100, 50]);
    expect(barMetres(1, 100)).toBe(100);
  });

  it('cuts lines at its edge', () => {
    const frame = sketchFrame([GOAL], 700, 400, 60);
    expect(inFrame([-100, 200], [800, 200], frame)).toEqual([
      [0, 200],
      [700, 200],
    ]);
    expect(inFrame([10, 10], [20, 20], frame)).toEqual([
      [10, 10],
      [20, 20],
    ]);
    expect(inFrame([-10, 0], [-10, 400], frame)).toBe(null);
    expect(inFrame([-100, 50], [50, -100], frame)).toBe(null);
  });

  it.each([
    [0, 100, 0],
    [100, 100, 1],
    [100, 0, 2],
    [100, -100, 3],
    [0, -100, 4],
    [-100, -100, 5],
    [-100, 0, 6],
    [-100, 100, 7],
    [-10, 100, 0],
  ])('%i m east and %i m north lies in wind %i', (east, north, wind) => {
    const found = windTo(GOAL, off(east, north));
    expect(found.wind).toBe(wind);
    expect(found.metres).toBeCloseTo(Math.hypot(east, north), 3);
  });
});

describe('names of streets', () => {
  const frame = sketchFrame([GOAL], 700, 400, 60);
  const street = (
    name: string,
    kind: SketchStreet['kind'],
    ...line: [number, number][]
  ): SketchStreet => ({ name, kind, line: line.map(([e, n]) => off(e, n)) });

  it('stand along the longest straight piece, once, and never on their head', () => {
    const [name, ...more] = sketchNames(
      [
        street('榆树街', 'street', [-200, 60], [-150, 60], [150, 100]),
        street('榆树街', 'street', [150, 100], [120, -100]),
      ],
      frame,
      16,
      [],
    );
    expect(more).toEqual([]);
    expect([name.name, Math.round(name.x), Math.round(name.y)]).toEqual(['榆树街', 350, 88]);
    expect(Math.round(name.degrees)).toBe(-8);
    // The same line drawn the other way round reads the same way.
    const back = sketchNames(
      [street('榆树街', 'street', [150, 100], [-150, 60])],
      frame,
      16,
      [],
    )[0];
    expect(Math.round(back.degrees)).toBe(-8);
  });

  it('stand upright on steep streets in Han, and lie along them in other letters', () => {
    const steep = (name: string, east: number) =>
      street(name, 'street', [east, -120], [east + 20, 120]);
    const lines = [steep('鼓楼后街', -150), steep('Gulou Street', 0)];
    const found = sketchNames(lines, frame, 16, []);
    expect(found.map(({ name, upright, degrees }) => [name, upright, Math.round(degrees)])).toEqual(
      [
        // North lies 5° to the right: so do the letters lean.
        ['鼓楼后街', true, 5],
        ['Gulou Street', false, -85],
      ],
    );
  });

  it('go to main roads first, and neither to paths nor to what is too short', () => {
    const names = sketchNames(
      [
        street('小路', 'path', [-200, -50], [200, -50]),
        street('长长的街', 'street', [-200, 0], [200, 0]),
        street('大路', 'main', [-60, 2], [60, 2]),
        street('很长很长的名字', 'street', [0, 100], [30, 100]),
      ],
      frame,
      16,
      [],
    );
    expect(names.map(({ name }) => name)).toEqual(['大路', '长长的街']);
  });

  it('keep clear of one another and of what is taken', () => {
    const coordinate = fc.integer({ min: -240, max: 240 });
    const point = fc.tuple(coordinate, coordinate);
    const taken = [{ x: 350, y: 200, radius: 20 }];
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 25 }), (lines) => {
        const streets = lines.map(([a, b], i) =>
          street(`第${'甲乙丙丁戊'[i % 5]}${'子丑寅卯辰'[Math.floor(i / 5)]}街`, 'street', a, b),
        );
        const discs = sketchNames(streets, frame, 16, taken).map((at) =>
          discsAlong(
            at.x,
            at.y,
            at.upright ? at.degrees + 90 : at.degrees,
            textWidth(at.name) * 16,
            16,
          ),
        );
        for (const [i, one] of [taken, ...discs].entries()) {
          for (const other of [taken, ...discs].slice(i + 1)) {
            for (const a of one) {
              for (const b of other) {
                const gap = Math.hypot(a.x - b.x, a.y - b.y);
                expect(gap).toBeGreaterThanOrEqual(a.radius + b.radius);
              }
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('a name too long for the sketch is cut to a width', () => {
  expect(shortened('榆树里社区', 5)).toBe('榆树里社区');
  expect(shortened('榆树里社区', 4)).toBe('榆树里…');
  expect(shortened('abcdefgh', 4)).toBe('abcde…');
});

describe('the code', () => {
  /** Back to modules, cell by cell. */
  function modules(text: string): string[] {
    const { size, path } = qrPath(text);
    const rows = Array.from({ length: size }, () => Array<string>(size).fill('·'));
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(run); i++) rows[Number(y)][Number(x) + i] = '█';
    }
    return rows.map((row) => row.join(''));
  }

  it('has its three eyes and four light modules around', () => {
    const rows = modules('https://h.example/?page=nearby&region=sample&facility=e01');
    const size = rows.length;
    const eye = ['███████', '█·····█', '█·███·█', '█·███·█', '█·███·█', '█·····█', '███████'];
    const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    expect(at(4, 4)).toEqual(eye);
    expect(at(size - 11, 4)).toEqual(eye);
    expect(at(4, size - 11)).toEqual(eye);
    const edge = [0, 1, 2, 3].flatMap((i) => [rows[i], rows[size - 1 - i]]).join('');
    const sides = rows.map((row) => row.slice(0, 4) + row.slice(-4)).join('');
    expect(edge + sides).not.toContain('█');
  });

  it('says level M in its format bits, whatever the mask', () => {
    const rows = modules('榆树里');
    // Bits 14 and 13 of the format, beside the first eye, are 00 for M, XORed with 10.
    expect([rows[12][4], rows[12][5]]).toEqual(['█', '·']);
  });
});
