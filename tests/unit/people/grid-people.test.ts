import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../src/data/people/band-names.ts';
import { gridPeople, type PeopleBand } from '../../../src/data/people/grid-people.ts';
import { faultOf } from '../raster/fault-of.ts';
import { rasterOf } from '../raster/raster-of.ts';

const _ = NaN;
const AT = { west: 104, north: 31, step: 0.1 };
const band = (field: string, rows: number[][], at = AT): PeopleBand => ({
  ...{ field, band: 0, fileName: `${field}.tif` },
  raster: rasterOf(rows, at),
});

describe('a grid of people', () => {
  it('populated cells become places at their centres; every cell is accounted for', () => {
    const { population, counts } = gridPeople([
      band('total', [
        [0, 2.5, _],
        [-1, 40, 7],
      ]),
      band('age_60_plus', [
        [0, 0.5, _],
        [0, 10, _],
      ]),
    ]);
    expect(population.ids).toEqual(['r0c1', 'r1c1']);
    expect([...population.lon].map((x) => x.toFixed(3))).toEqual(['104.150', '104.150']);
    expect([...population.lat].map((y) => y.toFixed(3))).toEqual(['30.950', '30.850']);
    expect([...population.fields.total]).toEqual([2.5, 40]);
    expect([...population.fields.age_60_plus]).toEqual([0.5, 10]);
    expect(counts).toEqual({
      ...{ cells: 6, populated: 2, zero: 1, noData: 1, negative: 1 },
      ...{ incomplete: 1, incompletePeople: 7 },
    });
  });

  it('a window of a larger grid keeps the rows and columns of the file', () => {
    const one = band('total', [[5]]);
    one.raster.firstColumn = 30;
    one.raster.firstRow = 400;
    expect(gridPeople([one]).population.ids).toEqual(['r400c30']);
  });

  it('two grids of one age, women and men, are added up', () => {
    const { population, counts } = gridPeople([
      band('total', [[10, 10, 10]]),
      band('age_60_64', [[1, 2, 3]]),
      band('age_60_64', [[0.5, -1, _]]),
    ]);
    expect(population.ids).toEqual(['r0c0']);
    expect([...population.fields.age_60_64]).toEqual([1.5]);
    expect(counts.incomplete).toBe(2);
  });

  it('no total, unknown names, another grid, too many in a cell, nobody', async () => {
    const total = band('total', [[1, 2]]);
    const wrong: [PeopleBand[], string][] = [
      [[band('age_60_plus', [[1, 2]])], 'grid-total'],
      [[total, band('elders', [[1, 2]])], 'grid-field'],
      [[total, band('age_0_14', [[1, 2, 3]])], 'grid-differs'],
      [[total, band('age_0_14', [[1, 2]], { ...AT, west: 104.001 })], 'grid-differs'],
      [[total, band('age_0_14', [[1, 2]], { ...AT, step: 0.101 })], 'grid-differs'],
      [[band('total', [[1, 5_000_001]])], 'grid-crowded'],
      [[band('total', [[0, _]])], 'grid-empty'],
    ];
    for (const [bands, code] of wrong) {
      expect((await faultOf(() => gridPeople(bands))).code).toBe(code);
    }
    // A thousandth of a cell is how writers round.
    gridPeople([total, band('age_0_14', [[1, 2]], { ...AT, west: 104.00005 })]);
  });

  it('any grid: the people of the places and of the cells left out are those of the grid', () => {
    const cell = fc.oneof(
      fc.double({ min: -1, max: 1000, noNaN: true }),
      fc.constantFrom(NaN, 0, 5),
    );
    const grid = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(grid, (cells) => {
        fc.pre(cells.some(([people, old]) => people > 0 && old >= 0));
        const { population, counts } = gridPeople([
          band('total', [cells.map(([people]) => people)]),
          band('age_60_plus', [cells.map(([, old]) => old)]),
        ]);
        const { cells: all, incompletePeople, ...kinds } = counts;
        expect(all).toBe(cells.length);
        expect(Object.values(kinds).reduce((a, b) => a + b)).toBe(all);
        const there = population.fields.total.reduce((a, b) => a + b, 0) + incompletePeople;
        const whole = cells.reduce((sum, [people]) => sum + (people > 0 ? people : 0), 0);
        expect(there).toBeCloseTo(whole, 6);
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});

describe('whom the bands of one file count', () => {
  const raster = { ...rasterOf([[1]], AT), bandNames: ['', ''] };
  raster.bands = [Float64Array.of(9), Float64Array.of(4)];
  const fields = (given: string[] | null, names = ['', '']) =>
    bandsOf({ ...raster, bandNames: names }, given, 'f.tif').map((b) => `${b.field}@${b.band}`);

  it('as the option says, else as the file says, else the first is the total', async () => {
    expect(fields(['total', 'age_60_plus'])).toEqual(['total@0', 'age_60_plus@1']);
    expect(fields(['-', 'total'])).toEqual(['total@1']);
    expect(fields(null, ['age_0_5', 'Total'])).toEqual(['age_0_5@0', 'total@1']);
    expect(fields(null, ['Band 1', ''])).toEqual(['total@0']);
    expect((await faultOf(() => fields(['total']))).code).toBe('grid-bands');
  });
});
