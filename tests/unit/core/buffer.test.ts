import { booleanPointInPolygon, circle } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferRadius, bufferTimes, indexPoints } from '../../../src/core/buffer.ts';
import { METRES_PER_DEGREE, distance, lonScale } from '../../../src/core/geo.ts';

/** A regular polygon of 64 corners reaches nowhere in less than this share of its radius. */
const INSCRIBED = Math.cos(Math.PI / 64);

const around = fc.record({
  lat0: fc.double({ min: -60, max: 60, noNaN: true }),
  facilities: fc.array(fc.tuple(fc.nat(6000), fc.nat(6000)), { minLength: 1, maxLength: 4 }),
  places: fc.array(fc.tuple(fc.nat(6000), fc.nat(6000)), { maxLength: 40 }),
  seconds: fc.constantFrom(300, 600, 900),
  speed: fc.constantFrom(0.65, 1.2),
  detour: fc.constantFrom(1, 1.3),
});

const points = (lat0: number, list: [number, number][]) => ({
  lon: list.map(([x]) => 104 + x / (METRES_PER_DEGREE * lonScale(lat0))),
  lat: list.map(([, y]) => lat0 + y / METRES_PER_DEGREE),
});

describe('circles', () => {
  it('hold whom Turf’s 64 steps hold, and the sliver between polygon and circle', () => {
    let compared = 0;
    fc.assert(
      fc.property(around, ({ lat0, facilities, places, seconds, speed, detour }) => {
        const [sites, people] = [points(lat0, facilities), points(lat0, places)];
        const index = indexPoints(people.lon, people.lat);
        const times = bufferTimes(index, sites, speed, detour, seconds);
        const radius = bufferRadius(seconds, speed, detour);
        const turf = sites.lon.map((lon, f) =>
          circle([lon, sites.lat[f]], radius / 1000, { steps: 64 }),
        );
        people.lon.forEach((lon, i) => {
          const at = [lon, people.lat[i]];
          const inside = turf.some((polygon) => booleanPointInPolygon(at, polygon));
          const metres = Math.min(
            ...sites.lon.map((x, f) => distance(x, sites.lat[f], lon, people.lat[i])),
          );
          const sliver = metres > radius * INSCRIBED * 0.999 && metres <= radius * 1.000001;
          if (inside && !sliver) expect(times.seconds[i]).toBeLessThanOrEqual(seconds);
          if (times.seconds[i] <= seconds && !sliver) expect(inside).toBe(true);
          if (!sliver) compared++;
        });
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('give the straight line’s time to the nearest facility, by trying all', () => {
    fc.assert(
      fc.property(around, fc.boolean(), ({ lat0, facilities, places, ...how }, all) => {
        const { speed, detour } = how;
        const limit = all ? Infinity : how.seconds;
        const [sites, people] = [points(lat0, facilities), points(lat0, places)];
        const index = indexPoints(people.lon, people.lat);
        const times = bufferTimes(index, sites, speed, detour, limit);
        people.lon.forEach((lon, i) => {
          const each = sites.lon.map(
            (x, f) => (distance(x, sites.lat[f], lon, people.lat[i]) * detour) / speed,
          );
          const best = Math.min(...each);
          if (Math.abs(best - limit) < 1e-6) return;
          expect(times.seconds[i]).toBeCloseTo(best <= limit ? best : Infinity, 6);
          if (best > limit) expect(times.nearest[i]).toBe(-1);
          else expect(each[times.nearest[i]]).toBeCloseTo(best, 6);
        });
      }),
    );
  });

  it('cover a place exactly at the limit', () => {
    const index = indexPoints([0.01], [0]);
    const exact = distance(0, 0, 0.01, 0) * (1 / 1.2);
    const times = (limit: number) =>
      bufferTimes(index, { lon: [0], lat: [0] }, 1.2, 1, limit).seconds[0];
    expect(times(exact)).toBe(exact);
    expect(times(exact - 1e-9)).toBe(Infinity);
  });

  it('answer for no places and no facilities', () => {
    expect(bufferTimes(indexPoints([], []), { lon: [0], lat: [0] }, 1, 1, 60).seconds).toHaveLength(
      0,
    );
    expect([...bufferTimes(indexPoints([0], [0]), { lon: [], lat: [] }, 1, 1, 60).seconds]).toEqual(
      [Infinity],
    );
  });
});
