import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRES_PER_DEGREE, inPolygons } from '../../../src/core/geo.ts';
import { homeLevels } from '../../../src/data/people/building-rules.ts';
import { spreadRule } from '../../../src/data/people/population-rule.ts';
import { readCensus } from '../../../src/data/people/read-census.ts';
import { spreadCensus, type Spread } from '../../../src/data/people/spread-census.ts';
import type { Area } from '../../../src/data/tables/area.ts';
import { drawnTown, type Block } from './drawn-town.ts';

const sum = (list: ArrayLike<number>) => Array.from(list).reduce((all, x) => all + x, 0);
const spread = (census: string, areas: Area[], blocks: Block[]): Spread =>
  spreadCensus(
    readCensus(new TextEncoder().encode(census), { fileName: 'c.csv' }),
    areas,
    drawnTown(blocks),
    'c.csv',
  );
const deg = (metres: number) => metres / METRES_PER_DEGREE;
const area = (id: string, x: number, y: number, w: number, h: number): Area => ({
  ...{ id, name: id },
  polygons: [
    [
      (
        [
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
          [x, y],
        ] as const
      ).map(([a, b]) => [deg(a), deg(b)]),
    ],
  ],
});
const totals = ({ population }: Spread) =>
  Object.fromEntries(population.ids.map((id, i) => [id, population.fields.total[i]]));

/*
 * At the equator, in metres; A is 0 … 500 east, B 500 … 1000, both 0 … 500 north.
 *
 *   w1  20 × 10, 6 storeys tagged        1200 m² of floor
 *   w2  20 × 10, a house: 1               200 m²
 *   w3  10 × 10, yes: 2                   200 m²
 *   w4  a school, 50 × 50                 nobody
 *   w5  in B, apartments 20 × 10: 6      1200 m²
 */
const A = area('A', 0, 0, 500, 500);
const B = area('B', 500, 0, 500, 500);
const HOUSES: Block[] = [
  { at: [100, 100, 20, 10], tags: { building: 'residential', 'building:levels': '6' } },
  { at: [200, 100, 20, 10], tags: { building: 'house' } },
  { at: [300, 100, 10, 10], tags: { building: 'yes' } },
  { at: [400, 300, 50, 50], tags: { building: 'school' } },
  { at: [600, 100, 20, 10], tags: { building: 'apartments' } },
];

describe('over buildings', () => {
  it('by footprint × storeys, each area for itself, to the person', () => {
    const result = spread('id,total\nA,160\nB,7\n', [A, B], HOUSES);
    // 1200 : 200 : 200 of 160.
    expect(totals(result)).toEqual({ w1: 120, w2: 20, w3: 20, w5: 7 });
    const w1 = result.population.ids.indexOf('w1');
    expect(result.population.lon[w1]).toBeCloseTo(deg(110), 7);
    expect(result.population.lat[w1]).toBeCloseTo(deg(105), 7);
    expect(result.areas).toEqual({ buildings: 2, land: 0, streets: 0, area: 0 });
    // Coordinates of a centimetre make a house of 10 m a thousandth larger or smaller.
    expect(result.floorMetres2 / 2800).toBeCloseTo(1, 2);
  });

  it('a courtyard is not lived in, and its outline is no second building', () => {
    const block: Block = {
      at: [100, 100, 40, 40],
      hole: [110, 110, 20, 20],
      tags: { building: 'residential', 'building:levels': '1' },
    };
    const house = { at: [200, 100, 20, 15], tags: { building: 'house' } } as Block;
    const result = spread('id,total\nA,15\n', [A], [block, house]);
    // 1600 − 400 = 1200 m² against 300 m².
    expect(totals(result)).toEqual({ r1: 12, w3: 3 });
  });

  it('a building of two areas belongs to the first; one outside all to none', () => {
    const over = area('C', 400, 0, 600, 500);
    const result = spread('id,total\nC,10\nB,5\n', [over, B], HOUSES);
    expect(totals(result)).toMatchObject({ w5: 10 });
    expect(sum(result.population.fields.total)).toBe(10);
    // B lies wholly under C.
    expect(result.rejected.map(({ code, line }) => [code, line])).toEqual([['no-ground', 3]]);
  });

  it('spots that draw nobody are no places, and are counted', () => {
    const result = spread('id,total\nA,1\n', [A], HOUSES);
    expect(totals(result)).toEqual({ w1: 1 });
    expect(result.empty).toBe(2);
  });
});

describe('where there are no buildings', () => {
  const LAND: Block = { at: [100, 100, 200, 100], tags: { landuse: 'residential' } };
  const STREET: Block = {
    line: [
      [100, 400],
      [390, 400],
    ],
    tags: { highway: 'residential' },
  };

  it('evenly over residential land: every 50 m, each spot as much', () => {
    const result = spread('id,total\nA,800\n', [A], [LAND, STREET, HOUSES[3]]);
    const { lon, lat, fields } = result.population;
    expect(result.areas.land).toBe(1);
    expect(lon.length).toBeGreaterThanOrEqual(4 * 2);
    expect(lon.length).toBeLessThanOrEqual(5 * 3);
    expect(sum(fields.total)).toBe(800);
    expect(Math.max(...fields.total) - Math.min(...fields.total)).toBeLessThanOrEqual(1);
    lon.forEach((x, i) => {
      expect(x).toBeGreaterThanOrEqual(deg(99.9));
      expect(x).toBeLessThanOrEqual(deg(300.1));
      expect(lat[i]).toBeLessThanOrEqual(deg(200.1));
    });
  });

  it('land that is drawn twice counts once; a hamlet smaller than the lattice counts', () => {
    const once = spread('id,total\nA,800\n', [A], [LAND]);
    expect(totals(spread('id,total\nA,800\n', [A], [LAND, LAND]))).toEqual(totals(once));
    const hamlet: Block = { at: [110, 110, 20, 20], tags: { landuse: 'residential' } };
    expect(totals(spread('id,total\nA,9\n', [A], [hamlet]))).toEqual({ 'land-w1': 9 });
  });

  it('without land along residential streets, without those over the area', () => {
    const along = spread('id,total\nA,60\n', [A], [STREET]);
    expect(along.areas.streets).toBe(1);
    expect([...along.population.fields.total]).toEqual([10, 10, 10, 10, 10, 10]);
    along.population.lat.forEach((y) => expect(y).toBeCloseTo(deg(400), 7));

    const nothing = spread('id,total\nA,500\n', [A], []);
    expect(nothing.areas.area).toBe(1);
    expect(nothing.population.ids.length).toBeGreaterThan(80);
    expect(sum(nothing.population.fields.total)).toBe(500);
    const yard = spread('id,total\nA,5\n', [area('A', 0, 0, 3, 3)], []);
    expect(sum(yard.population.fields.total)).toBe(5);
  });

  it('an area of nobody has no places; one that the census does not name is told', () => {
    const result = spread('id,total\nA,0\n', [A, B], HOUSES);
    expect(result.population.ids).toEqual([]);
    expect(result.unnamed).toEqual(['B']);
  });
});

describe('the rule in words', () => {
  it('says how many, over what, and what is not known', () => {
    const result = spread('id,total\nA,160\nB,9\n', [A, B], HOUSES.slice(0, 4));
    const rule = spreadRule(result);
    expect(rule.method).toBe('buildings');
    expect(rule.en).toContain('160 people of 1 areas over 3 buildings by footprint × storeys');
    expect(rule.en).toContain('9 people of 1 areas without any of these over all of it.');
    expect(rule.zh).toContain('1 个区划的 160 人按占地面积 × 层数分到 3 栋住宅');
    expect(rule.zh).not.toMatch(/[,;:!?]/);
    expect(rule.people_by_ground).toBe(9);
    // 1600 m² for 1600 people is a square metre each: the map lacks houses.
    const crowded = spreadRule(spread('id,total\nA,1600\n', [A], HOUSES.slice(0, 4)));
    expect(crowded.en).toContain('1.0 m² of floor each, so the buildings are not all mapped');
  });
});

describe('storeys people live in', () => {
  it.each([
    [{ building: 'yes' }, 2],
    [{ building: 'apartments' }, 6],
    [{ building: 'detached' }, 1],
    [{ building: 'apartments', 'building:levels': '18' }, 18],
    [{ building: 'yes', 'building:levels': '2.5' }, 2.5],
    [{ building: 'yes', 'building:levels': '0' }, 2],
    [{ building: 'yes', 'building:levels': 'many' }, 2],
    [{ building: 'yes', 'building:levels': '9999' }, 150],
    [{ building: 'yes', height: '30 m' }, 10],
    [{ building: 'yes', height: '2' }, 1],
    [{ building: 'yes', amenity: 'school' }, 0],
    [{ building: 'yes', amenity: 'restaurant' }, 2],
    [{ building: 'yes', office: 'government' }, 0],
    [{ building: 'apartments', amenity: 'kindergarten' }, 6],
    [{ building: 'garage' }, 0],
    [{ building: 'no' }, 0],
    [{ building: 'constructor' }, 0],
    [{}, 0],
  ])('%j: %f', (tags, levels) => {
    expect(homeLevels((key) => (tags as Record<string, string>)[key])).toBe(levels);
  });
});

describe('laws', () => {
  const square = fc.tuple(
    fc.integer({ min: 0, max: 950 }),
    fc.integer({ min: 0, max: 450 }),
    fc.integer({ min: 5, max: 40 }),
    fc.integer({ min: 5, max: 40 }),
  );
  const block = fc.record({
    // Not with its centre on the border: which side that is, no ruler of ours says.
    at: square.filter(([x, , w]) => Math.abs(x + w / 2 - 500) > 1),
    tags: fc.constantFrom<Record<string, string>>(
      { building: 'yes' },
      { building: 'house' },
      { building: 'apartments', 'building:levels': '11' },
      { building: 'school' },
      { landuse: 'residential' },
    ),
  });
  const people = fc.integer({ min: 0, max: 50_000 }).chain((total) =>
    fc.record({
      total: fc.constant(total),
      young: fc.integer({ min: 0, max: Math.floor(total / 2) }),
      old: fc.integer({ min: 0, max: Math.floor(total / 2) }),
    }),
  );

  it('any totals, any blocks: sums exact in every area and column, every place in its area', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), people, people, (blocks, a, b) => {
        const row = (id: string, p: typeof a) => `${id},${p.total},${p.young},${p.old}`;
        const csv = `id,total,age_0_14,age_60_plus\n${row('A', a)}\n${row('B', b)}\n`;
        const result = spread(csv, [A, B], blocks);
        expect(result.rejected).toEqual([]);
        const { ids, lon, lat, fields } = result.population;
        expect(new Set(ids).size).toBe(ids.length);
        for (const [own, p] of [
          [A, a],
          [B, b],
        ] as const) {
          const here = ids.flatMap((_, i) => (inPolygons(own.polygons, lon[i], lat[i]) ? [i] : []));
          const of = (field: string) => sum(here.map((i) => fields[field][i]));
          expect([of('total'), of('age_0_14'), of('age_60_plus')]).toEqual([
            p.total,
            p.young,
            p.old,
          ]);
          // Brute force: the quota of every building by its own drawing.
          const homes = blocks.flatMap(({ at: [x, y, w, h], tags }, k) => {
            const inside = inPolygons(own.polygons, deg(x + w / 2), deg(y + h / 2));
            const levels = homeLevels((key) => (tags as Record<string, string>)[key]);
            return inside && levels ? [{ id: `w${k + 1}`, floor: w * h * levels }] : [];
          });
          const all = sum(homes.map(({ floor }) => floor));
          for (const { id, floor } of homes) {
            const got = fields.total[ids.indexOf(id)] ?? 0;
            const quota = (p.total * floor) / all;
            // A hundredth for coordinates of a centimetre and walls of 5 m.
            expect(Math.abs(got - quota)).toBeLessThan(1.01 + quota / 100);
          }
        }
        ids.forEach((_, i) => {
          expect(fields.total[i]).toBeGreaterThan(0);
          const ages = fields.age_0_14[i] + fields.age_60_plus[i];
          expect(ages).toBeLessThanOrEqual(fields.total[i]);
        });
      }),
      { seed: 20261125, numRuns: 150 },
    );
  });
});
