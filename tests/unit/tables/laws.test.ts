import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault, type Rejection } from '../../../src/data/fault.ts';
import { readAreas, readStudyArea } from '../../../src/data/tables/read-areas.ts';
import { readFacilities } from '../../../src/data/tables/read-facilities.ts';
import { readPopulation } from '../../../src/data/tables/read-population.ts';
import { bytesOf } from './fault-of.ts';
import { SERVICES } from './services-json.ts';

const fileName = 'a.csv';
const facilities = (bytes: Uint8Array) => readFacilities(bytes, { fileName, services: SERVICES });
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** What every rejection owes its reader. */
function expectReasons(rejected: Rejection[]): void {
  for (const { line, code, value, text } of rejected) {
    expect(line).toBeGreaterThan(0);
    expect(code).toMatch(/^[a-z-]+$/);
    expect(value.length).toBeLessThanOrEqual(80);
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).toMatch(/[a-z]/);
  }
}

const cell = fc.oneof(
  fc.constantFrom('', ' ', 'a', 'b', '0', '116.4', '39.9', '1e999', 'clinic', 'charging', '是'),
  fc.constantFrom('__proto__', 'x'.repeat(300), '2024-01-01', 'NaN', '-1', '"', ',', '\n'),
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replaceAll('\0', '')),
);
const tableOf = (width: number) =>
  fc.array(fc.array(cell, { minLength: width - 1, maxLength: width + 1 }), {
    minLength: 1,
    maxLength: 12,
  });
const hasContent = (row: string[]) => row.some((text) => text.trim() !== '');

describe('accepted + rejected = rows of the file', () => {
  const header = 'id,name,service,lon,lat,status,capacity,opened,step_free,equipped';
  it('facilities, whatever the cells', () => {
    fc.assert(
      fc.property(tableOf(10), (rows) => {
        fc.pre(rows.some(hasContent));
        const text = [header, ...rows.map((row) => row.map(quote).join(','))].join('\n');
        const { rows: accepted, rejected } = facilities(bytesOf(text));
        expect(accepted.length + rejected.length).toBe(rows.filter(hasContent).length);
        expectReasons(rejected);
      }),
      { numRuns: 500 },
    );
  });

  it('population, whatever the cells', () => {
    fc.assert(
      fc.property(tableOf(5), (rows) => {
        fc.pre(rows.some(hasContent));
        const body = rows.map((row) => row.map(quote).join(','));
        const text = ['id,lon,lat,total,60岁以上', ...body].join('\n');
        const { population, rejected } = readPopulation(bytesOf(text), { fileName });
        const { ids, lon, lat, fields } = population;
        expect(ids.length + rejected.length).toBe(rows.filter(hasContent).length);
        for (const column of [lon, lat, ...Object.values(fields)]) {
          expect(column).toHaveLength(ids.length);
          expect(column.every(Number.isFinite)).toBe(true);
        }
        expectReasons(rejected);
      }),
      { numRuns: 500 },
    );
  });

  it('areas, whatever the features', () => {
    const position = fc.tuple(fc.constantFrom(0, 1, 2, 95, 200), fc.constantFrom(0, 1, 2, 95));
    const ring = fc.array(position, { minLength: 3, maxLength: 5 });
    const feature = fc.oneof(
      fc.jsonValue(),
      fc.record({
        type: fc.constant('Feature'),
        properties: fc.record({ id: fc.constantFrom(1, 2, '3', null), name: fc.constant('A') }),
        geometry: fc.record({
          type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point'),
          coordinates: fc.oneof(
            ring.map((open) => [[...open, open[0]]]),
            fc.jsonValue(),
          ),
        }),
      }),
    );
    fc.assert(
      fc.property(fc.array(feature, { minLength: 1, maxLength: 6 }), (features) => {
        const text = JSON.stringify({ type: 'FeatureCollection', features });
        const { rows, rejected } = readAreas(bytesOf(text), { fileName });
        expect(rows.length + rejected.length).toBe(features.length);
        expectReasons(rejected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('only a Fault is ever thrown', () => {
  const readers = {
    facilities,
    population: (bytes: Uint8Array) => readPopulation(bytes, { fileName }),
    areas: (bytes: Uint8Array) => readAreas(bytes, { fileName }),
    studyArea: (bytes: Uint8Array) => readStudyArea(bytes, { fileName }),
  };
  const starts = [
    '',
    'id,name,service,lon,lat\n',
    'id;lon;lat;total\n1;',
    '{"type":"FeatureCollection","features":[',
    '{"type":"Feature","geometry":{"type":"Polygon","coordinates":[',
    '\uFEFF',
  ];
  const anyBytes = fc
    .tuple(
      fc.constantFrom(...starts),
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .string({ unit: fc.constantFrom(...'",;\t\n\r{}[]:01.e-是'), maxLength: 80 })
          .map(bytesOf),
      ),
    )
    .map(([start, rest]) => Uint8Array.of(...bytesOf(start), ...rest));

  it.each(Object.entries(readers))('%s, whatever the bytes', (_name, read) => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        try {
          read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Fault);
          const { code, text } = error as Fault;
          expect(code).toMatch(/^[a-z-]+$/);
          expect(text.zh).toMatch(/\p{Script=Han}/u);
          expect(text.en.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('size', () => {
  it('reads 100,000 facilities and places, every one', () => {
    const f = ['id,name,service,lon,lat,status,capacity'];
    const p = ['id,lon,lat,total,age_60_plus'];
    for (let i = 0; i < 100_000; i++) {
      f.push(`f${i},"养老站, ${i}",elder_care,${116 + i / 1e6},39.9,open,${i % 90}`);
      p.push(`p${i},${116 + i / 1e6},39.9,${i % 500},${i % 90}`);
    }
    const [facilityBytes, placeBytes] = [bytesOf(f.join('\n')), bytesOf(p.join('\n'))];
    expect(facilities(facilityBytes).rows).toHaveLength(100_000);
    expect(readPopulation(placeBytes, { fileName }).population.ids).toHaveLength(100_000);
  });
});
