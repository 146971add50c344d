import { describe, expect, it } from 'vitest';
import { sampleCity } from '../../../scripts/sample-city/sample-city.ts';
import { files, readOsmText, readRows } from './read-back.ts';
import { meetings, segmentsOf } from './segments.ts';

describe('the seed', () => {
  it('decides every byte', () => {
    expect(sampleCity()).toEqual(files);
    expect(sampleCity(20250601)).toEqual(files);
  });

  it.each([1, 42, 20250602])('%i gives another city of the same kind', (seed) => {
    const other = sampleCity(seed);
    expect(other['streets.osm']).not.toBe(files['streets.osm']);
    const { ways } = readOsmText(other['streets.osm']);
    const streets = ways.filter(({ tags }) => tags.highway);
    const barriers = ways.filter(
      ({ tags }) => tags.waterway === 'river' || tags.railway === 'rail',
    );
    const crossed = new Set(
      meetings(segmentsOf(streets), segmentsOf(barriers)).map(([s]) => s.way),
    );
    expect(crossed.size).toBe(5);
    const rows = readRows(other['facilities.csv']);
    expect(rows.length).toBe(readRows(files['facilities.csv']).length);
    expect(rows.filter(({ equipped }) => equipped === 'yes').length).toBe(151);
  });

  it('takes no longer than a breath', () => {
    // Measured on the second run and generously: what counts is that nobody makes it ten times slower.
    const start = performance.now();
    sampleCity();
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
