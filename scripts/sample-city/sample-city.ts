import { areasGeoJson, studyAreaGeoJson } from './area-writer.ts';
import { buildingsOf } from './buildings.ts';
import { cityOf } from './city.ts';
import { facilitiesCsv } from './facilities.ts';
import { mapNodes, mapWays } from './map-objects.ts';
import { osmXml } from './osm-writer.ts';
import { peopleOf } from './people.ts';
import { populationCsv } from './population-writer.ts';
import { FRAME } from './terrain.ts';

/** The files that a region is built from, by file name. */
export type SampleFiles = Record<
  'streets.osm' | 'population.csv' | 'facilities.csv' | 'areas.geojson' | 'study-area.geojson',
  string
>;

/**
 * 示例城 Sample City: an invented county town of about 200,000 people, in open sea at 150° E 38° N.
 * The same seed gives the same bytes; another seed bends the land, and draws lanes, lots and people
 * anew on the same hand-drawn plan.
 */
export function sampleCity(seed = 20250601): SampleFiles {
  const city = cityOf(seed);
  const places = peopleOf(city, seed);
  return {
    'streets.osm': osmXml(mapWays(city, buildingsOf(city, seed)), mapNodes(city), FRAME),
    'population.csv': populationCsv(places),
    'facilities.csv': facilitiesCsv(city, places, seed),
    'areas.geojson': areasGeoJson(city.frontiers),
    'study-area.geojson': studyAreaGeoJson(city.frontiers),
  };
}
