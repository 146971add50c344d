import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { distance } from '../../../src/core/geo.ts';
import { CRS, fromWgs84, toWgs84 } from '../../../src/data/crs/crs.ts';
import { readAngle } from '../../../src/data/crs/degrees.ts';
import { saidCrs } from '../../../src/data/crs/said-crs.ts';

describe('coordinate systems', () => {
  it('has the published check values to 1e-6°', () => {
    const [lon, lat] = fromWgs84('bd09', 116.403988, 39.914266);
    expect(lon).toBeCloseTo(116.4166156, 6);
    expect(lat).toBeCloseTo(39.9219658, 6);
    const [x, y] = toWgs84('gcj02', 123, 45);
    expect(x).toBeCloseTo(122.99395597, 6);
    expect(y).toBeCloseTo(44.99804071, 6);
  });

  const china = fc.tuple(
    fc.double({ min: 74, max: 134, noNaN: true }),
    fc.double({ min: 18, max: 53, noNaN: true }),
  );

  it('agrees with gcoord within China', () => {
    fc.assert(
      fc.property(china, ([lon, lat]) => {
        const [gcj, bd] = [gcoord.GCJ02, gcoord.BD09].map(
          (to) => gcoord.transform([lon, lat], gcoord.WGS84, to) as [number, number],
        );
        expect(distance(...fromWgs84('gcj02', lon, lat), gcj[0], gcj[1])).toBeLessThan(0.001);
        expect(distance(...fromWgs84('bd09', lon, lat), bd[0], bd[1])).toBeLessThan(0.001);
        const back = gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.WGS84) as [number, number];
        expect(distance(...toWgs84('gcj02', lon, lat), back[0], back[1])).toBeLessThan(0.2);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });

  it('comes back from every system to where it was', () => {
    fc.assert(
      fc.property(china, fc.constantFrom(...CRS), ([lon, lat], crs) => {
        expect(distance(...toWgs84(crs, ...fromWgs84(crs, lon, lat)), lon, lat)).toBeLessThan(
          0.001,
        );
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });

  it('comes to an end on the edge of the shifted box, where gcoord never does', () => {
    for (const lon of [72.004, 72.0045, 137.8347, 137.83465]) {
      for (const crs of CRS) expect(toWgs84(crs, lon, 30).every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves the rest of the world where it is', () => {
    for (const crs of CRS) expect(toWgs84(crs, -51.2, -30.05)).toEqual([-51.2, -30.05]);
  });

  it('hears what a file says of itself', () => {
    expect(saidCrs(['stations_gcj02.csv', '百度经度', 'EPSG:4490']).map(({ crs }) => crs)).toEqual([
      'gcj02',
      'bd09',
      'wgs84',
    ]);
    expect(saidCrs(['养老机构.xlsx', '经度'])).toEqual([]);
  });
});

describe('degrees', () => {
  it.each([
    ['116.404', 116.404],
    ['１１６．４０４', 116.404],
    ['116°24′14.4″', 116.404],
    ['116°24\'14.4"E', 116.404],
    ['东经116度24分14.4秒', 116.404],
    ['E116°24.24′', 116.404],
    ['116.404°', 116.404],
    ['33°27′S', -33.45],
    ['39.9N', 39.9],
  ])('reads %s', (cell, degrees) => expect(readAngle(cell)!.value).toBeCloseTo(degrees, 9));

  it.each(['', 'abc', '116°75′', '1,2', '一百', '1e', '°', '9'.repeat(100) + '°'])(
    'refuses %s',
    (cell) => {
      expect(readAngle(cell)).toBeNull();
    },
  );
});
