import type { Raster } from '../raster/read-raster.ts';
import { ageRange } from '../tables/age-range.ts';
import type { Population } from '../tables/population.ts';
import { peopleFaults } from './people-faults.ts';

/** One band of a grid and whom it counts; bands of one field are added up (WorldPop has one per sex). */
export interface PeopleBand {
  /** `total`, `age_6_14`, `age_60_plus` … */
  field: string;
  raster: Raster;
  band: number;
  fileName: string;
}

/** What became of the cells; the five add up to `cells`. */
export interface GridCounts {
  cells: number;
  /** Cells with people: the places. */
  populated: number;
  /** Nobody lives there by the grid itself. */
  zero: number;
  /** The grid says nothing about them. */
  noData: number;
  /** Below zero, which no number of people is. */
  negative: number;
  /** People in total, but an age without data or below zero: left out, as a table's row would be. */
  incomplete: number;
  /** People in the cells left out as incomplete. */
  incompletePeople: number;
}

/** More people than any cell of a square kilometre holds: the grid means something else. */
const MOST_PEOPLE = 5_000_000;

/**
 * Grids of people → populated places at the centres of their cells, called r<row>c<column> as in the
 * file. All bands must be of one grid. Numbers are kept as they are, fractions and all.
 * Throws Fault `grid-total`, `grid-field`, `grid-differs`, `grid-crowded`, `grid-empty`.
 */
export function gridPeople(bands: PeopleBand[]): { population: Population; counts: GridCounts } {
  checkFields(bands.map(({ field }) => field));
  const [first] = bands;
  for (const { raster, fileName } of bands) {
    if (!sameGrid(first.raster, raster)) throw peopleFaults.otherGrid(fileName, first.fileName);
  }
  const { width, height, west, north, stepLon, stepLat, firstColumn, firstRow } = first.raster;
  const fields = [...new Set(bands.map(({ field }) => field))];
  const columns = fields.map((field) => sumOf(bands.filter((band) => band.field === field)));
  const totals = columns[fields.indexOf('total')];
  const name = (i: number) => `r${firstRow + Math.floor(i / width)}c${firstColumn + (i % width)}`;

  const counts: GridCounts = {
    ...{ cells: width * height, populated: 0, zero: 0, noData: 0 },
    ...{ negative: 0, incomplete: 0, incompletePeople: 0 },
  };
  const populated: number[] = [];
  for (let i = 0; i < totals.length; i++) {
    const people = totals[i];
    if (Number.isNaN(people)) counts.noData++;
    else if (people < 0) counts.negative++;
    else if (people === 0) counts.zero++;
    else if (people > MOST_PEOPLE) throw peopleFaults.crowded(name(i), people, MOST_PEOPLE);
    else if (columns.some((column) => !(column[i] >= 0))) {
      counts.incomplete++;
      counts.incompletePeople += people;
    } else populated.push(i);
  }
  counts.populated = populated.length;
  if (!populated.length) throw peopleFaults.nobody(first.fileName);
  const each = (value: (i: number) => number) => Float64Array.from(populated, value);
  return {
    population: {
      ids: populated.map(name),
      lon: each((i) => west + ((i % width) + 0.5) * stepLon),
      lat: each((i) => north - (Math.floor(i / width) + 0.5) * stepLat),
      fields: Object.fromEntries(fields.map((field, k) => [field, each((i) => columns[k][i])])),
    },
    counts,
  };
}

function checkFields(fields: string[]): void {
  const wrong = fields.find((field) => field !== 'total' && !isAge(field));
  if (wrong !== undefined) throw peopleFaults.field(wrong);
  if (!fields.includes('total')) throw peopleFaults.noTotal(fields);
}

const isAge = (field: string) => field.startsWith('age_') && ageRange(field) !== null;

/** Below zero stays below zero: a cell of one sex that is no number of people spoils the sum. */
function sumOf(bands: PeopleBand[]): ArrayLike<number> {
  const columns = bands.map(({ raster, band }) => raster.bands[band]);
  if (columns.length === 1) return columns[0];
  return Float64Array.from(columns[0], (_, i) => {
    const least = columns.reduce((low, column) => Math.min(low, column[i]), 0);
    return least < 0 ? least : columns.reduce((sum, column) => sum + column[i], 0);
  });
}

/** Equal to a thousandth of a cell: writers round degrees differently. */
function sameGrid(a: Raster, b: Raster): boolean {
  const near = (x: number, y: number, step: number) => Math.abs(x - y) < step / 1000;
  return (
    a.width === b.width &&
    a.height === b.height &&
    near(a.west, b.west, a.stepLon) &&
    near(a.north, b.north, a.stepLat) &&
    near(a.stepLon * a.width, b.stepLon * b.width, a.stepLon) &&
    near(a.stepLat * a.height, b.stepLat * b.height, a.stepLat)
  );
}
