import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegion, TILES } from '../../../scripts/huimin/load-region.ts';
import { ensureSample } from '../../../scripts/sample-city/build-sample.ts';
import { E7 } from '../../../src/core/geo.ts';
import { STEPS } from '../../../src/core/graph.ts';
import { profileOf } from '../../../src/core/profile.ts';
import type { Region } from '../../../src/data/region/region.ts';
import { timesTo } from '../../../src/engine/assess.ts';
import { nearestList } from '../../../src/engine/nearby/nearest-list.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { sitesOf } from '../../../src/engine/sites.ts';
import { plainStreets } from '../../../src/engine/streets.ts';
import { walkWithStepFree } from '../../../src/engine/walk/walk.ts';
import { query } from '../engine/region-of.ts';

/** `npm test` builds the sample city beforehand. */
const SAMPLE = join(TILES, 'sample');
let region: Region;

beforeAll(async () => {
  if (!existsSync(join(SAMPLE, 'manifest.json'))) await ensureSample(() => {});
  ({ region } = loadRegion(SAMPLE));
}, 60_000);

describe('residents and planners in the sample city', () => {
  it('have the same times: every 20th place, three services, four paces', () => {
    const prepared = new Prepared(region);
    const streets = plainStreets(region);
    const { lon, lat } = region.places;
    let walked = 0;
    for (const service of ['clinic', 'elder_care', 'charging']) {
      const sites = sitesOf(region.facilities, service);
      for (const pace of ['general', 'older', 'slow', 'wheelchair'] as const) {
        const { speed, travel } = profileOf(pace)!;
        // The planner searches from the facilities to all places at once, the resident from one place.
        const asked = query({ service, profile: pace, speed });
        const { seconds } = timesTo(prepared, sites, asked, Infinity).times;
        for (let i = 0; i < lon.length; i += 20) {
          const at: [number, number] = [lon[i], lat[i]];
          const first = nearestList(streets, sites, at, pace, 1)?.[0];
          if (!first) {
            expect(seconds[i]).toBe(Infinity);
            continue;
          }
          expect(Math.abs(first.seconds - seconds[i])).toBeLessThan(1e-6);
          // Walks cost a search or two each: every 60th place, one pace of legs and one of wheels.
          if (i % 60 || pace === 'older' || pace === 'slow') continue;
          const onFoot = travel === 'wheelchair' ? 'wheelchair' : 'foot';
          const told = walkWithStepFree(streets, at, first.facility, onFoot, speed)!;
          walked++;
          expect(told.walk.seconds).toBe(first.seconds);
          expect(told.walk.metres).toBe(first.metres);
          expect(told.walk.uphillSeconds).toBe(first.way!.uphillSeconds);
          expect(told.walk.steps.metres > 0).toBe(first.way!.steps);
          if (pace === 'wheelchair') expect(first.way!.steps).toBe(false);
        }
      }
    }
    expect(walked).toBeGreaterThan(200);
  });

  it('have a way without steps from beside every stair of the hill park', () => {
    const streets = plainStreets(region);
    const { edgeFlags, vertexStart, vertexLon, vertexLat } = region.graph;
    const sites = sitesOf(region.facilities, 'clinic');
    let [stairs, quicker] = [0, 0];
    for (let e = 0; e < edgeFlags.length; e++) {
      if (!(edgeFlags[e] & STEPS)) continue;
      stairs++;
      const v = vertexStart[e];
      // In the middle of its first straight piece: the way on foot begins on the stair itself.
      const at: [number, number] = [
        (vertexLon[v] + vertexLon[v + 1]) / 2 / E7,
        (vertexLat[v] + vertexLat[v + 1]) / 2 / E7,
      ];
      const [first] = nearestList(streets, sites, at, 'general', 1)!;
      expect(first.way!.steps).toBe(true);
      const { walk, stepFree } = walkWithStepFree(streets, at, first.facility, 'foot', 1.2)!;
      expect(walk.steps.metres).toBeGreaterThan(0);
      expect(stepFree).not.toBe('none');
      const other = stepFree as Exclude<typeof stepFree, 'none' | null>;
      expect(other.steps).toEqual({ flights: 0, metres: 0 });
      // Two stairs lie so that leaving them at once is quicker than walking along them: never "−0 minutes more".
      if (other.seconds < walk.seconds) quicker++;
      expect(other.extraSeconds).toBe(Math.max(0, other.seconds - walk.seconds));
    }
    expect([stairs, quicker]).toEqual([9, 2]);
  });
});
