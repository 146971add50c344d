import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapShapes } from '../../../src/core/gap-shape.ts';
import { findGaps, type Gap } from '../../../src/core/gaps.ts';
import { linkGrid } from '../../../src/core/link-grid.ts';
import { METRES_PER_DEGREE, distance, inPolygons, lonScale } from '../../../src/core/geo.ts';

const LINK = 300;

interface Scattered {
  lon: Float64Array;
  lat: Float64Array;
  people: Float64Array;
  counted: Uint8Array;
  seconds: Float64Array;
}

/** Places on and off a raster of 150 m, so that links of exactly (nearly) 300 m are common. */
const scattered = fc
  .record({
    lat0: fc.constantFrom(0, 31.2, -45, 60),
    places: fc.array(
      fc.record({
        x: fc.oneof(
          fc.nat(25).map((k) => k * 150),
          fc.nat(4000),
        ),
        y: fc.oneof(
          fc.nat(25).map((k) => k * 150),
          fc.nat(4000),
        ),
        people: fc.nat(30),
        counted: fc.integer({ min: 0, max: 5 }),
        seconds: fc.constantFrom(100, 600, 600.1, Infinity),
      }),
      { maxLength: 60 },
    ),
  })
  .map(({ lat0, places }): Scattered => ({
    lon: Float64Array.from(places, (p) => 100 + p.x / (METRES_PER_DEGREE * lonScale(lat0))),
    lat: Float64Array.from(places, (p) => lat0 + p.y / METRES_PER_DEGREE),
    people: Float64Array.from(places, (p) => p.people),
    counted: Uint8Array.from(places, (p) => (p.counted ? 1 : 0)),
    seconds: Float64Array.from(places, (p) => p.seconds),
  }));

const gapsOf = (p: Scattered): Gap[] => findGaps(linkGrid(p.lon, p.lat, LINK), p.seconds, p, 600);

/** Single linkage by trying every pair: the groups as sorted lists. */
function bruteForce({ lon, lat, people, counted, seconds }: Scattered): number[][] {
  const beyond = [...lon.keys()].filter((i) => seconds[i] > 600 && counted[i] && people[i] > 0);
  let groups = beyond.map((i) => [i]);
  const linked = (a: number[], b: number[]) =>
    a.some((i) => b.some((j) => distance(lon[i], lat[i], lon[j], lat[j]) <= LINK));
  for (let merged = true; merged;) {
    merged = false;
    for (const a of groups) {
      const b = groups.find((other) => other !== a && linked(a, other));
      if (!b) continue;
      groups = [...groups.filter((g) => g !== a && g !== b), [...a, ...b]];
      merged = true;
      break;
    }
  }
  return groups.map((g) => g.sort((i, j) => i - j));
}

const sum = (places: number[], people: Float64Array) => places.reduce((s, i) => s + people[i], 0);

describe('gaps', () => {
  it('are the single-linkage groups of the places beyond the limit, by people', () => {
    fc.assert(
      fc.property(scattered, (p) => {
        const order = (a: number[], b: number[]) =>
          sum(b, p.people) - sum(a, p.people) || a[0] - b[0];
        const expected = bruteForce(p).sort(order);
        const gaps = gapsOf(p);
        const found = gaps.map((gap) => Array.from(gap.places).sort((i, j) => i - j));
        expect(found.toSorted(order)).toEqual(expected);
        expect(gaps.map((gap) => gap.people)).toEqual(expected.map((g) => sum(g, p.people)));
        for (const gap of gaps) expect(gap.places).toContain(gap.centre);
      }),
      { numRuns: 300 },
    );
  });

  it('take their centre from their people', () => {
    const at = (metres: number) => metres / METRES_PER_DEGREE;
    const p: Scattered = {
      lon: Float64Array.of(at(0), at(200), at(400), at(600)),
      lat: new Float64Array(4),
      people: Float64Array.of(1, 1, 1, 50),
      counted: new Uint8Array(4).fill(1),
      seconds: new Float64Array(4).fill(Infinity),
    };
    expect(gapsOf(p)).toEqual([{ people: 53, places: Uint32Array.of(0, 1, 2, 3), centre: 3 }]);
  });

  it('are none where all are covered, uncounted or unpopulated, or nobody is there', () => {
    const p = (seconds: number, people: number, counted: number): Scattered => ({
      lon: Float64Array.of(0),
      lat: Float64Array.of(0),
      people: Float64Array.of(people),
      counted: Uint8Array.of(counted),
      seconds: Float64Array.of(seconds),
    });
    expect(gapsOf(p(600, 5, 1))).toEqual([]);
    expect(gapsOf(p(601, 0, 1))).toEqual([]);
    expect(gapsOf(p(601, 5, 0))).toEqual([]);
    expect(gapsOf(p(601, 5, 1))).toHaveLength(1);
    expect(findGaps(linkGrid([], [], LINK), new Float64Array(), p(0, 0, 0), 600)).toEqual([]);
  });
});

describe('gap shapes', () => {
  it('contain their own places and no place of another gap', () => {
    fc.assert(
      fc.property(scattered, (p) => {
        const gaps = gapsOf(p);
        const shapes = gapShapes(gaps, p.lon, p.lat, LINK);
        expect(shapes).toHaveLength(gaps.length);
        shapes.forEach(({ polygons, areaKm2 }, k) => {
          gaps.forEach((gap, other) => {
            for (const i of gap.places) {
              expect(inPolygons(polygons, p.lon[i], p.lat[i])).toBe(other === k);
            }
          });
          // At least one disc of half a link, at most one for each place.
          const disc = (Math.PI * (LINK / 2) ** 2) / 1e6;
          expect(areaKm2).toBeGreaterThan(disc * 0.9);
          expect(areaKm2).toBeLessThan(disc * gaps[k].places.length * 1.05);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('contain their places where the ground is too wide for a fine lattice', () => {
    // A chain of places 299 m apart, 150 km long: the lattice is coarser than the discs.
    const n = 500;
    const lon = Float64Array.from({ length: n }, (_, i) => (i * 299) / METRES_PER_DEGREE);
    const lat = Float64Array.from({ length: n }, (_, i) => ((i % 7) * 20) / METRES_PER_DEGREE);
    const people = new Float64Array(n).fill(1);
    const who = { people, counted: new Uint8Array(n).fill(1) };
    const gaps = findGaps(linkGrid(lon, lat, 400), new Float64Array(n).fill(Infinity), who, 600);
    expect(gaps).toHaveLength(1);
    const [{ polygons }] = gapShapes(gaps, lon, lat, 400);
    for (let i = 0; i < n; i++) expect(inPolygons(polygons, lon[i], lat[i])).toBe(true);
  });
});
