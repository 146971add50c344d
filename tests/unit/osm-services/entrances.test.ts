import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRES_PER_DEGREE, distance, lonScale, type LonLat } from '../../../src/core/geo.ts';
import { Entrances } from '../../../src/data/osm-services/entrances.ts';
import { ObjectPlaces } from '../../../src/data/osm-services/object-place.ts';
import type { OsmData } from '../../../src/data/osm/osm.ts';
import { drawnOsm, STEP, type DrawnWay } from '../osm/drawn-osm.ts';
import { osmOf, type OsmWay } from '../region/osm-of.ts';

const SCHOOL = { amenity: 'school' };
const street = (path: string, tags: Record<string, string> = {}): DrawnWay => ({
  path,
  tags: { highway: 'residential', ...tags },
});

function entrancesOf(osm: OsmData, way = 0): LonLat[] {
  return new Entrances(osm).of(new ObjectPlaces(osm).way(way)!.ground!);
}

/** Where the first way of the drawing is entered, in cells from its top left corner; sorted. */
function entered(
  drawing: string,
  ways: DrawnWay[],
  nodeTags: Record<string, Record<string, string>> = {},
): string {
  const osm = drawnOsm(drawing, ways, [], nodeTags);
  return entrancesOf(osm)
    .map(([lon, lat]) => [(lon - 104) / STEP, (30 - lat) / STEP])
    .map(([x, y]) => `${Math.round(x * 100) / 100 + 0},${Math.round(y * 100) / 100 + 0}`)
    .sort()
    .join(' ');
}

/*
 * A school of 44 × 44 m with a gate g in its northern side, and a street x–y north of it:
 *
 *   x.....y
 *   .......
 *   .a.g.b.
 *   .......
 *   .......
 *   .......
 *   .d...c.
 */
const GROUND = `
x.....y
.......
.a.g.b.
...i...
.......
.......
.d...c.`;
const school: DrawnWay = { path: 'agbcda', tags: SCHOOL };

describe('a ground is entered', () => {
  it('at its gate', () => {
    expect(entered(GROUND, [school, street('xy')], { g: { barrier: 'gate' } })).toBe('3,2');
  });

  it.each([
    [{ barrier: 'lift_gate' }],
    [{ barrier: 'swing_gate' }],
    [{ barrier: 'sliding_gate' }],
    [{ barrier: 'entrance' }],
    [{ entrance: 'yes' }],
    [{ entrance: 'main' }],
    [{ barrier: 'gate', access: 'private' }],
    [{ barrier: 'gate', access: 'no', foot: 'yes' }],
  ])('by %j', (tags) => {
    expect(entered(GROUND, [school, street('xy')], { g: tags })).toBe('3,2');
  });

  it.each([
    [{ barrier: 'gate', access: 'no' }],
    [{ barrier: 'gate', foot: 'no' }],
    [{ entrance: 'exit' }],
    [{ entrance: 'emergency' }],
    [{ barrier: 'bollard' }],
    [{}],
  ])('not by %j: then at points along its edge', (tags) => {
    expect(entered(GROUND, [school, street('xy')], { g: tags })).toBe(
      entered(GROUND, [school, street('xy')]),
    );
    expect(entered(GROUND, [school, street('xy')]).split(' ')).toHaveLength(4);
  });

  it('where a street goes in through a corner of its line, gate or not', () => {
    expect(entered(GROUND, [school, street('xgi')])).toBe('3,2');
  });

  it('where a street crosses its line without a common node', () => {
    // From (0, 0) to (3, 3) it crosses the northern side at (2, 2).
    expect(entered(GROUND, [school, street('xi')])).toBe('2,2');
  });

  it('where a path ends at its line', () => {
    expect(entered(GROUND, [school, street('xy'), street('xg')])).toBe('3,2');
  });

  it('where both are, at both', () => {
    const gate = { d: { barrier: 'gate' } };
    expect(entered(GROUND, [school, street('xgi')], gate)).toBe('1,6 3,2');
  });

  it('not where a bridge or tunnel crosses over or under its line', () => {
    for (const apart of ['bridge', 'tunnel']) {
      const ways = [school, street('xi', { [apart]: 'yes' })];
      expect(entered(GROUND, ways)).toBe(entered(GROUND, [school]));
    }
  });

  it('not where nobody walks', () => {
    for (const tags of [{ highway: 'motorway' }, { foot: 'no' }] as Record<string, string>[]) {
      expect(entered(GROUND, [school, street('xgi', tags)])).toBe(entered(GROUND, [school]));
    }
  });

  it('anywhere along a street that only runs beside it or touches a corner', () => {
    // y–b–a–x: along the northern side, and away from it at both corners.
    expect(entered(GROUND, [school, street('xagby')])).toBe(entered(GROUND, [school]));
    expect(entered(GROUND, [school, street('xa'), street('ay')])).toBe(entered(GROUND, [school]));
  });
});

/** A rectangle of ground (metres) with n ways across its southern side, `apart` metres apart. */
function rectangle(width: number, height: number, ways: number, apart: number): OsmData {
  const [kx, ky] = [METRES_PER_DEGREE * lonScale(30), METRES_PER_DEGREE];
  const node = (id: number, x: number, y: number) => ({ id, lon: 104 + x / kx, lat: 30 + y / ky });
  const corners = [node(1, 0, 0), node(2, width, 0), node(3, width, height), node(4, 0, height)];
  const across = Array.from({ length: ways }, (_, k) => [
    node(10 + 2 * k, 5 + k * apart, -20),
    node(11 + 2 * k, 5 + k * apart, 1),
  ]);
  const paths = across.map((pair): OsmWay => ({
    refs: pair.map(({ id }) => id),
    tags: { highway: 'path' },
  }));
  return osmOf(
    [...corners, ...across.flat()],
    [{ refs: [1, 2, 3, 4, 1], tags: { leisure: 'park' } }, ...paths],
  );
}

describe('how many entrances', () => {
  it('two within 5 m are one', () => {
    expect(entrancesOf(rectangle(400, 100, 2, 4))).toHaveLength(1);
    expect(entrancesOf(rectangle(400, 100, 2, 6))).toHaveLength(2);
  });

  it('at most 64: then those that stay are spread over all of them', () => {
    const entrances = entrancesOf(rectangle(2000, 300, 300, 6));
    expect(entrances.length).toBeLessThanOrEqual(64);
    expect(entrances.length).toBeGreaterThan(32);
    // No way in lies farther from one that stays than the thinning reached.
    const lons = entrances.map(([lon]) => lon).sort((a, b) => a - b);
    const gaps = lons.slice(1).map((lon, k) => distance(lons[k], 30, lon, 30));
    expect(Math.max(...gaps)).toBeLessThan(60);
  });

  it('along an edge without any: 50 m apart at most, 64 at most, at even distances', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3000 }), fc.integer({ min: 2, max: 3000 }), (w, h) => {
        const points = entrancesOf(rectangle(w, h, 0, 0));
        const step = (2 * (w + h)) / points.length;
        if (2 * (w + h) <= 3000) expect(step).toBeLessThanOrEqual(50 + 0.1);
        expect(points.length).toBeLessThanOrEqual(64);
        if (2 * (w + h) > 3000) expect(points.length).toBeGreaterThan(55);
        points.forEach((point, k) => {
          // As the crow flies two neighbours are no farther apart than along the edge.
          const next = points[(k + 1) % points.length];
          expect(distance(...point, ...next)).toBeLessThanOrEqual(step + 0.1);
        });
      }),
      { numRuns: 60 },
    );
  });
});
