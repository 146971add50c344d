import { describe, expect, it } from 'vitest';
import { inPolygons } from '../../../src/core/geo.ts';
import { surface } from '../../../src/core/surface.ts';
import { curveOf } from '../../../src/engine/curve.ts';
import { assess } from '../../../src/engine/assess.ts';
import { bandsOf } from '../../../src/engine/picture.ts';
import { horizonSeconds } from '../../../src/engine/query.ts';
import { rankGaps } from '../../../src/engine/rank-gaps.ts';
import { asked as plainAsked, law, oracleAnswer, wildAsked } from './region-of.ts';

describe('laws of one answer', () => {
  it.each([
    ['plain', plainAsked],
    ['wild', wildAsked],
  ])('agrees with the oracle, place by place: %s', (_, towns) => {
    law(
      ({ region, prepared, sites, query }) => {
        const answer = assess(prepared, sites, { ...query, method: 'network' });
        const exact = oracleAnswer({ region, prepared, sites, query }, region.places);
        const last = horizonSeconds(query) / 60;
        const searched = [
          { seconds: answer.times.seconds, horizon: last * 60 },
          { seconds: curveOf(prepared, answer).times.seconds, horizon: Math.max(30, last) * 60 },
        ];
        for (const { seconds, horizon } of searched) {
          exact.seconds.forEach((s, i) => {
            if (Math.abs(s - horizon) < 1e-6) return;
            if (s > horizon) expect(seconds[i]).toBe(Infinity);
            else expect(Math.abs(seconds[i] - s)).toBeLessThan(1e-6 * Math.max(1, s));
          });
        }
        query.minutes.forEach((minutes, k) => {
          const people = (slack: number) =>
            exact.seconds.reduce(
              (sum, s, i) =>
                s <= minutes * 60 + slack && region.places.counted[i]
                  ? sum + region.places.fields.total[i]
                  : sum,
              0,
            );
          expect(answer.bands[k].covered).toBeGreaterThanOrEqual(people(-1e-3));
          expect(answer.bands[k].covered).toBeLessThanOrEqual(people(1e-3));
        });
      },
      150,
      towns,
    );
  });

  it.each([
    ['plain', plainAsked],
    ['wild', wildAsked],
  ])('people in gaps and people covered at the limit are everybody: %s', (_, towns) => {
    law(
      ({ prepared, sites, query }) => {
        const { gaps, bands, people, zoned } = assess(prepared, sites, query);
        const inGaps = gaps.reduce((sum, gap) => sum + gap.people, 0);
        expect(inGaps + (zoned ?? bands[bands.length - 1]).covered).toBe(people);
        const everybody = zoned?.zones.reduce((sum, zone) => sum + zone.people, 0);
        if (zoned) expect(everybody).toBe(people);
      },
      150,
      towns,
    );
  });

  it('areas and outside are everybody, at every limit', () => {
    law(({ prepared, sites, query }) => {
      const { areas, outside, people, bands } = assess(prepared, sites, query);
      const all = [...areas, outside];
      expect(areas).toHaveLength(2);
      expect(all.reduce((sum, area) => sum + area.people, 0)).toBe(people);
      bands.forEach(({ covered }, k) => {
        expect(all.reduce((sum, area) => sum + area.covered[k], 0)).toBe(covered);
      });
    });
  });

  it('the curve never falls and equals the band at its limit', () => {
    law(({ prepared, sites, query }) => {
      const answer = assess(prepared, sites, query);
      const { bands } = answer;
      const curve = curveOf(prepared, answer).people;
      expect(curve).toHaveLength(31);
      for (let m = 1; m <= 30; m++) expect(curve[m]).toBeGreaterThanOrEqual(curve[m - 1]);
      for (const { minutes, covered } of bands) {
        if (Number.isInteger(minutes) && minutes <= 30) expect(curve[minutes]).toBe(covered);
      }
    });
  });

  it('bands never shrink from one limit to the next', () => {
    law(({ prepared, sites, query }) => {
      const { bands, people } = assess(prepared, sites, query);
      bands.forEach(({ covered, share }, k) => {
        if (k) expect(covered).toBeGreaterThanOrEqual(bands[k - 1].covered);
        expect(covered).toBeLessThanOrEqual(people);
        expect(share).toBe(people ? covered / people : 0);
      });
    });
  });

  it('the picture agrees with the surface, point by point', () => {
    law(({ region, prepared, sites, query }) => {
      if (!region.graph.edgeFrom.length) return;
      const answer = assess(prepared, sites, { ...query, method: 'network' });
      const bands = bandsOf(prepared, answer);
      const { grid, snaps } = prepared.way(query.profile).picture();
      const seconds = surface(answer.reach!, snaps);
      for (const { minutes, polygons } of bands) {
        for (let i = 0; i < seconds.length; i += 37) {
          if (Math.abs(seconds[i] - minutes * 60) < 1e-6) continue;
          const lon = grid.west + (i % grid.columns) * grid.stepLon;
          const lat = grid.south + Math.floor(i / grid.columns) * grid.stepLat;
          expect(inPolygons(polygons, lon, lat)).toBe(seconds[i] < minutes * 60);
        }
      }
    }, 25);
  });

  it.each([
    ['plain', plainAsked],
    ['wild', wildAsked],
  ])('every gap names a site as near as the oracle’s: %s', (_, towns) => {
    law(
      (asked) => {
        const { prepared, sites, query } = asked;
        const answer = assess(prepared, sites, { ...query, method: 'network' });
        for (const { centre, nearest } of rankGaps(prepared, answer)) {
          const spot = { lon: Float64Array.of(centre[0]), lat: Float64Array.of(centre[1]) };
          const [exact] = oracleAnswer(asked, spot).seconds;
          if (nearest) {
            const off = Math.abs(nearest.minutes * 60 - exact);
            expect(off).toBeLessThan(1e-6 * Math.max(10, exact));
          } else expect(exact).toBe(Infinity);
        }
      },
      150,
      towns,
    );
  });
});
