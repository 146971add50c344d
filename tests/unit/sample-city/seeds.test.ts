import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../../scripts/sample-city/sample-city.ts';
import { misplaced, overlapping, pieces, shutGates, streetsOf, unguarded } from './laws.ts';
import type { Town } from './laws.ts';
import { files, osm, readOsmText, readRows } from './read-back.ts';
import { meetings, segmentsOf } from './segments.ts';

/** What every city obeys, whatever its seed. */
function itIsSound(town: Town): void {
  it('has no house on a street, in water, on the rails or in another house', () => {
    expect(misplaced(town)).toEqual([]);
    expect(overlapping(town)).toEqual([]);
  });

  it('has a gate wherever lanes that are not for everybody begin', () => {
    expect(unguarded(town)).toEqual([]);
  });

  it('has a way round all that is shut: one network and the hamlet that lies apart', () => {
    expect(shutGates(town).size).toBeGreaterThan(10);
    const { walked, passed } = pieces(town);
    expect(walked.length).toBe(2);
    expect(walked[1]).toBeLessThan(1000);
    expect(passed[0] / passed.reduce((a, b) => a + b, 0)).toBeGreaterThan(0.98);
    expect(passed[0] / walked[0]).toBeGreaterThan(0.7);
  });
}

describe('the seed', () => {
  it('decides every byte', () => {
    const again = sampleCity(20250601);
    expect(Object.keys(again)).toEqual(Object.keys(files));
    const { 'elevation.tif': heights, ...texts } = files;
    for (const [name, text] of Object.entries(texts))
      expect(again[name as keyof typeof texts] === text, name).toBe(true);
    expect(Buffer.compare(again['elevation.tif'], heights)).toBe(0);
  });
});

describe('seed 20250601, the sample city', () => itIsSound(osm));

describe.each([1, 42, 20250602])('seed %i', (seed) => {
  const other = sampleCity(seed);
  const town = readOsmText(other['streets.osm']);
  itIsSound(town);

  it('gives another city of the same kind', () => {
    expect(other['streets.osm']).not.toBe(files['streets.osm']);
    const barriers = town.ways.filter(
      ({ tags }) => tags.waterway === 'river' || tags.railway === 'rail',
    );
    const crossed = new Set(
      meetings(segmentsOf(streetsOf(town)), segmentsOf(barriers)).map(([s]) => s.way),
    );
    expect(crossed.size).toBe(5);
    const rows = readRows(other['facilities.csv']);
    expect(rows.length).toBe(readRows(files['facilities.csv']).length);
    expect(rows.filter(({ equipped }) => equipped === 'yes').length).toBe(151);
  });
});
