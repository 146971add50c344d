import { PLANNED_VILLAGES } from './country-plan.ts';
import type { PlannedVillage } from './country-plan.ts';
import { facesOf } from './faces.ts';
import type { Point } from './point.ts';
import { areaOf, centroidOf, contains } from './polygon.ts';
import type { Dice } from './random.ts';
import { nameVillageStreets } from './street-names.ts';
import type { Street } from './street.ts';
import { subdivided } from './subdivide.ts';
import { blob } from './terrain.ts';
import type { Warp } from './warp.ts';
import { woven } from './weave.ts';

export interface Village {
  plan: PlannedVillage;
  middle: Point;
  outline: Point[];
  /** Yards between the lanes, where the houses stand. */
  yards: Point[][];
}

export function villageOutlines(warp: Warp, dice: Dice): Village[] {
  return PLANNED_VILLAGES.map((plan) => {
    const middle = warp(plan);
    const angle = (plan.degrees * Math.PI) / 180;
    return { plan, middle, outline: blob(middle, plan.long, plan.short, angle, dice), yards: [] };
  });
}

/** Lays lanes between the country roads inside each outline and notes the yards between them. */
export function villageLanes(villages: Village[], roads: Street[], dice: Dice): Street[] {
  const edges = villages.map(({ outline }) => ({
    line: [...outline, outline[0]],
    highway: 'edge',
  }));
  const faces = facesOf(woven([...roads, ...edges]));
  return villages.flatMap((village) => {
    const reach = village.plan.long * 2;
    const parts = faces.filter((ring) => {
      const middle = centroidOf(ring);
      const near = Math.hypot(middle.x - village.middle.x, middle.y - village.middle.y) < reach;
      return near && areaOf(ring) > 4000 && contains(village.outline, middle);
    });
    const size = village.plan.seat ? 10_500 : 12_500;
    const lanes = parts.flatMap((ring) => {
      const shape = { area: size, width: 52, skew: 0.16, drift: 0.14, bow: 0.05 };
      const { leaves, cuts } = subdivided(ring, shape, dice);
      village.yards.push(...leaves);
      return cuts.map(({ line, depth, last }): Street => {
        const minor = last || depth > 4;
        const highway = minor ? dice.pick(['residential', 'track', 'footway']) : 'residential';
        return { line, highway };
      });
    });
    nameVillageStreets(
      lanes.filter(({ highway }) => highway === 'residential'),
      village.plan.name,
    );
    return lanes;
  });
}
