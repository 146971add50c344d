import { describe, expect, it } from 'vitest';
import { inPolygons } from '../../../src/core/geo.ts';
import { surface } from '../../../src/core/surface.ts';
import { curveOf } from '../../../src/engine/curve.ts';
import { assess } from '../../../src/engine/assess.ts';
import { bandsOf } from '../../../src/engine/picture.ts';
import { rankGaps } from '../../../src/engine/rank-gaps.ts';
import { Oracle } from '../core/oracle.ts';
import { law } from './region-of.ts';

describe('laws of one answer', () => {
  it('agrees with the oracle, place by place', () => {
    law(({ region, prepared, sites, query }) => {
      const answer = assess(prepared, sites, { ...query, method: 'network' });
      const points = (list: { lon: number; lat: number }[]) => ({
        lon: Float64Array.from(list, (p) => p.lon),
        lat: Float64Array.from(list, (p) => p.lat),
      });
      const oracle = new Oracle(region.graph, query.profile !== 'wheelchair');
      const exact = oracle.answer(region.places, points(sites), query.speed, Infinity);
      const last = Math.max(...query.minutes);
      const searched = [
        { seconds: answer.times.seconds, horizon: last * 60 },
        { seconds: curveOf(prepared, answer).times.seconds, horizon: Math.max(30, last) * 60 },
      ];
      for (const { seconds, horizon } of searched) {
        exact.seconds.forEach((s, i) => {
          if (Math.abs(s - horizon) < 1e-6) return;
          if (s > horizon) expect(seconds[i]).toBe(Infinity);
          else expect(Math.abs(seconds[i] - s)).toBeLessThan(1e-6);
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
        expect(answer.bands[k].covered).toBeGreaterThanOrEqual(people(-1e-6));
        expect(answer.bands[k].covered).toBeLessThanOrEqual(people(1e-6));
      });
    });
  });

  it('people in gaps and people covered at the last limit are everybody', () => {
    law(({ prepared, sites, query }) => {
      const { gaps, bands, people } = assess(prepared, sites, query);
      const inGaps = gaps.reduce((sum, gap) => sum + gap.people, 0);
      expect(inGaps + bands[bands.length - 1].covered).toBe(people);
    });
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
      const { grid, snaps } = prepared.walk(query.profile).picture();
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

  it('every gap names a site as near as the oracle’s', () => {
    law(({ region, prepared, sites, query }) => {
      const answer = assess(prepared, sites, { ...query, method: 'network' });
      const oracle = new Oracle(region.graph, query.profile !== 'wheelchair');
      const at = (list: { lon: number; lat: number }[]) => ({
        lon: Float64Array.from(list, (p) => p.lon),
        lat: Float64Array.from(list, (p) => p.lat),
      });
      for (const { centre, nearest } of rankGaps(prepared, answer)) {
        const spot = { lon: Float64Array.of(centre[0]), lat: Float64Array.of(centre[1]) };
        const [exact] = oracle.answer(spot, at(sites), query.speed, Infinity).seconds;
        if (nearest) expect(nearest.minutes * 60).toBeCloseTo(exact, 5);
        else expect(exact).toBe(Infinity);
      }
    });
  });
});
