import { areasGeoJson, studyAreaGeoJson } from './area-writer.ts';
import { buildingsOf } from './buildings.ts';
import { cityOf } from './city.ts';
import { elevationTiff } from './elevation-writer.ts';
import { facilitiesCsv } from './facilities.ts';
import { facilityDrafts } from './facility-drafts.ts';
import { mapNodes } from './map-nodes.ts';
import { mapWays } from './map-ways.ts';
import { withRelations } from './map-relations.ts';
import { osmXml } from './osm-writer.ts';
import { peopleOf } from './people.ts';
import { populationCsv } from './population-writer.ts';
import { diceFor } from './random.ts';
import { reliefOf } from './relief.ts';
import { FRAME } from './terrain.ts';

/** The files that a region is built from, by file name. */
export type SampleFiles = Record<
  'streets.osm' | 'population.csv' | 'facilities.csv' | 'areas.geojson' | 'study-area.geojson',
  string
> & { 'elevation.tif': Uint8Array };

/**
 * 示例城 Sample City: an invented county town of about 200,000 people, in open sea at 150° E 38° N.
 * The same seed gives the same bytes; another seed bends the land, and draws lanes, lots and people
 * anew on the same hand-drawn plan.
 */
export function sampleCity(seed = 20250601): SampleFiles {
  const city = cityOf(seed);
  const places = peopleOf(city, seed);
  const facilities = facilityDrafts(city, places, seed);
  const { ways, relations } = withRelations(city, mapWays(city, buildingsOf(city, seed)));
  return {
    'streets.osm': osmXml(mapNodes(city, facilities), ways, relations, FRAME),
    'population.csv': populationCsv(places),
    'facilities.csv': facilitiesCsv(facilities, city, seed),
    'areas.geojson': areasGeoJson(city.frontiers),
    'study-area.geojson': studyAreaGeoJson(city.frontiers),
    'elevation.tif': elevationTiff(reliefOf(city.terrain, city.warp, diceFor(seed, 'relief'))),
  };
}
