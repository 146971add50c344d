import { describe, expect, it } from 'vitest';
import { E7, METRES_PER_DEGREE, lonScale, type Polygons } from '../../../src/core/geo.ts';
import { buildRegion } from '../../../src/data/region/build-region.ts';
import { edgeWarning } from '../../../src/data/region/edge-warning.ts';
import { layPlaces, linkDistance } from '../../../src/data/region/lay-places.ts';
import { assess } from '../../../src/engine/assess.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import { query } from '../engine/region-of.ts';
import { faultOf } from '../tables/fault-of.ts';
import { osmOf, row, street } from './osm-of.ts';
import { facility, inputs, populationAt } from './region-samples.ts';

const square = (west: number, south: number, east: number, north: number): Polygons => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];

describe('a region', () => {
  it('is put together with everything found on the way', () => {
    const { region, findings } = buildRegion(inputs());
    expect(findings.counts).toMatchObject({
      nodes: 2,
      edges: 1,
      places: 3,
      people: 40.5,
      people_counted: 40.5,
      facilities: { clinic: 1 },
      areas: 1,
      missing_nodes: 0,
    });
    expect(findings.counts.street_km).toBeCloseTo(2.89, 2);
    expect(findings.people_fields).toEqual(['total', 'age_60']);
    expect(findings.components).toEqual({ count: 1, usable: 1, largest_share: 1 });
    expect(findings.off_network).toEqual({ facilities: [], places: 0, people: 0 });
    expect(region.streetNames).toEqual([{ name: '' }, { name: '街' }]);
    const area = Object.fromEntries(region.places.ids.map((id, i) => [id, region.places.area[i]]));
    expect(area).toEqual({ p0: 0, p1: 0, p2: -1 });
  });

  it('counts only inside its study area, and uses facilities and streets outside', () => {
    const studyArea = square(103.99, 29.99, 104.003, 30.01);
    const { region, findings } = buildRegion({ ...inputs(), studyArea });
    expect(findings.counts).toMatchObject({ people: 40.5, people_counted: 8 });
    const prepared = new Prepared(region);
    const answer = assess(prepared, region.facilities, query({ minutes: [10] }));
    // The clinic lies outside, 500 m down the street from the 8 inside.
    expect(answer.people).toBe(8);
    expect(answer.bands[0].covered).toBe(8);
  });

  it('lists what is off the network', () => {
    const given = inputs();
    given.facilities.push(facility('off', 104.005, 30.2));
    given.population = populationAt([
      [104.0005, 30.0001, 8],
      [104.0105, 30.1, 20],
    ]);
    const { findings } = buildRegion(given);
    expect(findings.off_network).toEqual({ facilities: ['off'], places: 1, people: 20 });
  });

  it('has more islands than a call may have arguments', () => {
    const islands = 130_000;
    const nodes = Array.from({ length: islands * 2 }, (_, k) => ({
      id: 1000 + k,
      lon: 105 + (k >> 1) * 1e-4,
      lat: 30 + (k & 1) * 1e-4,
    }));
    const given = inputs();
    given.osm = osmOf(
      [...row(31), ...nodes],
      [
        street(...row(31).map(({ id }) => id)),
        ...Array.from({ length: islands }, (_, k) => street(1000 + 2 * k, 1001 + 2 * k)),
      ],
    );
    expect(buildRegion(given).findings.components).toMatchObject({
      count: islands + 1,
      usable: 1,
    });
  });

  it.each([
    [
      'no-streets',
      () => ({ osm: osmOf(row(3), [{ refs: [1, 2], tags: { highway: 'motorway' } }]) }),
    ],
    ['elsewhere', () => ({ facilities: [facility('A', 30, 104)] })],
    ['elsewhere', () => ({ population: populationAt([[30, 104, 5]]) })],
    ['nobody-counted', () => ({ studyArea: square(10, 10, 11, 11) })],
    ['nobody-counted', () => ({ population: populationAt([]) })],
  ])('is refused: %s', (code, parts) => {
    const fault = faultOf(() => buildRegion({ ...inputs(), ...parts() }));
    expect(fault.code).toBe(code);
    expect(fault.text.en).not.toContain('undefined');
  });

  it('may have no facilities yet', () => {
    const { findings } = buildRegion({ ...inputs(), facilities: [] });
    expect(findings.counts.facilities).toEqual({});
  });

  it('takes its box from the file’s header, else from its nodes', () => {
    expect(buildRegion(inputs()).findings.bbox).toEqual([104, 30, 104.03, 30.003]);
    const given = inputs();
    given.osm.bbox = [103, 29, 105, 31];
    expect(buildRegion(given).findings.bbox).toEqual([103, 29, 105, 31]);
  });
});

describe('the edge warning', () => {
  const places = (lon: number, lat: number, studyArea: Polygons | null = null) =>
    layPlaces(
      populationAt([
        [lon, lat, 1],
        [lon + 0.5, lat, 1],
      ]),
      [],
      studyArea,
    );
  const perLon = METRES_PER_DEGREE * lonScale(30);

  it('names the sides with less than 2 km of street beyond the people', () => {
    const warning = edgeWarning(places(104, 30), [
      104 - 1500 / perLon,
      30 - 2001 / METRES_PER_DEGREE,
      104.5 + 2001 / perLon,
      30 + 1999.4 / METRES_PER_DEGREE,
    ]);
    expect(warning).toEqual({
      needed_metres: 2000,
      sides: [
        { side: 'west', metres: 1500 },
        { side: 'north', metres: 1999 },
      ],
    });
  });

  it('is silent with 2 km on every side, and looks only at counted places', () => {
    expect(edgeWarning(places(104, 30), [103, 29, 106, 31])).toBeNull();
    const west = places(104, 30, square(103.9, 29, 104.1, 31));
    expect(edgeWarning(west, [103, 29, 104.2, 31])).toBeNull();
    expect(edgeWarning(places(104, 30), [103, 29, 104.2, 31])!.sides[0]).toMatchObject({
      side: 'east',
      metres: Math.round(-0.3 * perLon),
    });
  });
});

describe('the link distance', () => {
  const grid = (metres: number, side: number) => {
    const n = side * side;
    const lon = Float64Array.from(
      { length: n },
      (_, i) => ((i % side) * metres) / METRES_PER_DEGREE,
    );
    const lat = Float64Array.from(
      { length: n },
      (_, i) => (Math.floor(i / side) * metres) / METRES_PER_DEGREE,
    );
    return linkDistance(lon, lat);
  };

  it('is 1.5 × the distance to the neighbour, from 300 m to 1 km', () => {
    expect(grid(500, 12)).toBe(750);
    expect(grid(100, 12)).toBe(300);
    expect(grid(5000, 12)).toBe(1000);
  });

  it('is 300 m for one place, for none and for places at one spot', () => {
    expect(linkDistance(new Float64Array(), new Float64Array())).toBe(300);
    expect(linkDistance(Float64Array.of(1), Float64Array.of(1))).toBe(300);
    expect(linkDistance(new Float64Array(9), new Float64Array(9))).toBe(300);
  });

  it('samples a large region to the same answer', () => {
    expect(grid(500, 100)).toBe(750);
  });
});

describe('places', () => {
  it('keep all columns together when they are put in Hilbert order', () => {
    const population = populationAt(
      Array.from({ length: 60 }, (_, k) => [104 + ((k * 37) % 60) / 100, 30 + k / 100, k]),
    );
    const laid = layPlaces(population, [], null);
    expect([...laid.ids].sort()).toEqual([...population.ids].sort());
    expect(laid.ids).not.toEqual(population.ids);
    laid.ids.forEach((id, i) => {
      const k = population.ids.indexOf(id);
      expect([laid.lon[i], laid.lat[i], laid.fields.total[i], laid.fields.age_60[i]]).toEqual([
        population.lon[k],
        population.lat[k],
        population.fields.total[k],
        population.fields.age_60[k],
      ]);
    });
    expect(Math.round(laid.lon[0] * E7)).toBeGreaterThan(0);
  });
});
