import { describe, expect, it } from 'vitest';
import { componentsOf, walkable } from './components.ts';
import { inRing, metres, people, streets, studyArea } from './read-back.ts';
import { nearness } from './segments.ts';

const AGES = ['age_0_5', 'age_6_14', 'age_15_59', 'age_60_69', 'age_70_79', 'age_80_plus'];
const rows = people.map((row) => ({
  lon: Number(row.lon),
  lat: Number(row.lat),
  total: Number(row.total),
  ages: AGES.map((age) => Number(row[age])),
}));
const inside = rows.filter(({ lon, lat }) => inRing(studyArea, lon, lat));
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const older = sum(inside.map(({ ages }) => ages[3] + ages[4] + ages[5]));

describe('people of the sample city', () => {
  it('live in 2,000 to 3,000 places with ids of their own', () => {
    expect(rows.length).toBeGreaterThanOrEqual(2000);
    expect(rows.length).toBeLessThanOrEqual(3000);
    expect(new Set(people.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('are whole, and the ages of every place add up to its total', () => {
    for (const { total, ages } of rows) {
      expect([total, ...ages].every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
      expect(sum(ages)).toBe(total);
    }
  });

  it('are about 200,000 inside the study area, 24 % of them 60 and older', () => {
    const total = sum(inside.map((row) => row.total));
    expect(total).toBeGreaterThan(190_000);
    expect(total).toBeLessThan(210_000);
    expect(older / total).toBeGreaterThan(0.23);
    expect(older / total).toBeLessThan(0.25);
  });

  it('live beyond the study area too, in two villages', () => {
    const outside = rows.filter(({ lon, lat }) => !inRing(studyArea, lon, lat));
    expect(sum(outside.map(({ total }) => total))).toBe(2500);
  });

  it('include a few hundred whom the streets do not reach', () => {
    const [main] = componentsOf(streets.filter(walkable));
    const off = nearness(main.segments, 400);
    const away = inside.filter(({ lon, lat }) => off(metres(lon, lat)) > 300);
    const lost = sum(away.map(({ total }) => total));
    expect(lost).toBeGreaterThan(200);
    expect(lost).toBeLessThan(900);
    const any = nearness(
      componentsOf(streets).flatMap(({ segments }) => segments),
      400,
    );
    const byIsland = away.filter(({ lon, lat }) => any(metres(lon, lat)) <= 300);
    expect(byIsland.length).toBeGreaterThan(0);
    expect(byIsland.length).toBeLessThan(away.length);
  });
});
