import type { Region } from '../../../src/data/region/region.ts';
import { buildRegion } from '../../../src/data/region/build-region.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import type { Population } from '../../../src/data/tables/population.ts';
import { osmOf, row, street } from './osm-of.ts';

export const facility = (id: string, lon: number, lat: number): Facility => ({
  id,
  name: `诊所 ${id}`,
  service: 'clinic',
  lon,
  lat,
  status: 'open',
});

export function populationAt(points: [lon: number, lat: number, total: number][]): Population {
  return {
    ids: points.map((_, k) => `p${k}`),
    lon: Float64Array.from(points, ([lon]) => lon),
    lat: Float64Array.from(points, ([, lat]) => lat),
    fields: {
      total: Float64Array.from(points, ([, , total]) => total),
      age_60: Float64Array.from(points, ([, , total]) => total / 4),
    },
  };
}

/** A street of 3.3 km with three places and a clinic. */
export const inputs = () => ({
  id: 'sample',
  name: '样区',
  nameEn: 'Sample',
  osm: osmOf(
    [
      ...row(31),
      { id: 500, lon: 104.01, lat: 30.002, tags: { place: 'village', name: '村' } },
      { id: 501, lon: 104.02, lat: 30.002 },
      { id: 502, lon: 104.02, lat: 30.003 },
    ],
    [
      { ...street(...row(31).map(({ id }) => id)), tags: { highway: 'residential', name: '街' } },
      { refs: [500, 501, 502, 500], tags: { natural: 'water', name: '湖' } },
    ],
  ),
  population: populationAt([
    [104.0005, 30.0001, 8],
    [104.0105, 29.9999, 20],
    [104.0205, 30.0002, 12.5],
  ]),
  facilities: [facility('A', 104.005, 30.0003)],
  areas: [
    {
      id: 'w',
      name: '西街道',
      polygons: [
        [
          [
            [103.9, 29.9],
            [104.015, 29.9],
            [104.015, 30.1],
            [103.9, 30.1],
            [103.9, 29.9],
          ],
        ],
      ] as [number, number][][][],
    },
  ],
  studyArea: null,
});

export const sampleRegion = (): Region => buildRegion(inputs()).region;
