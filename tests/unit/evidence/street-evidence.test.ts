import { describe, expect, it } from 'vitest';
import { METRES_PER_DEGREE } from '../../../src/core/geo.ts';
import { gradeStreets } from '../../../src/data/region/street-evidence.ts';
import { town } from '../core/town.ts';

/*
 * A grid of 50 m blocks, and right of it one street that ends 1 km away; near the equator.
 *
 *   A  in the grid: far over 2,000 m within 250 m          → good (3)
 *   B  beside the lone street's end: 250 m of it           → sparse (1)
 *   C  400 m beyond the street's end: none                 → sparse (1), and far
 *   D  beyond the extract                                  → unknown (0)
 */
const line = '+-+-+-+-+-+-+-+-+-+-+';
const rungs = '| | | | | | | | | | |';
const GRID = Array.from({ length: 21 }, (_, y) => (y % 2 ? rungs : line));
GRID[10] += '-'.repeat(40);
const { graph } = town(GRID.join('\n'), 25);
const east = (metres: number) => metres / METRES_PER_DEGREE;
const south = (metres: number) => -metres / METRES_PER_DEGREE;

const places = (people: number[], counted = [1, 1, 1, 1]) => ({
  lon: Float64Array.of(east(250), east(1500), east(1900), east(9000)),
  lat: new Float64Array(4).fill(south(250)),
  counted: Uint8Array.from(counted),
  fields: { total: Float64Array.from(people) },
});
const EXTRACT: [number, number, number, number] = [0, south(500), east(2000), 0];
const graded = (people: number[], counted?: number[]) =>
  gradeStreets(graph, places(people, counted), EXTRACT);

describe('the grade of a region’s streets', () => {
  it('says of each place how much street is around it, and of one outside the extract nothing', () => {
    expect([...graded([1, 1, 1, 1]).grades]).toEqual([3, 1, 1, 0]);
  });

  it('is good where at least three quarters of the people live at good places', () => {
    const { summary } = graded([750, 250, 0, 5000]);
    expect(summary).toMatchObject({ grade: 'good', far_share: 0, places: [1, 0, 1] });
    expect(summary!.street_metres).toBeGreaterThan(2000);
  });

  it('is fair just below, and sparse once a third of the people live at sparse places', () => {
    expect(graded([749, 251, 0, 0]).summary!.grade).toBe('fair');
    expect(graded([667, 333, 0, 0]).summary!.grade).toBe('fair');
    expect(graded([600, 200, 100, 0]).summary).toMatchObject({
      grade: 'sparse',
      far_share: 100 / 900,
      places: [2, 0, 1],
    });
  });

  it('weighs by people, not by places: the median is that of the person in the middle', () => {
    expect(graded([10, 30, 0, 0]).summary!.street_metres).toBe(250);
  });

  it('counts only who is counted, and says nothing where nobody is', () => {
    expect(graded([10, 900, 900, 0], [1, 0, 0, 1]).summary).toMatchObject({
      grade: 'good',
      places: [0, 0, 1],
    });
    expect(graded([0, 0, 0, 7]).summary).toBeNull();
    expect(graded([5, 5, 5, 5], [0, 0, 0, 0]).summary).toBeNull();
  });
});
