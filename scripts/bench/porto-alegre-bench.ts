import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { readOsm } from '../../src/data/osm/read-osm.ts';
import { buildRegion } from '../../src/data/region/build-region.ts';
import { encodeRegion } from '../../src/data/region/encode-region.ts';
import { decodeRegion } from '../../src/data/region/region.ts';
import { parseServices } from '../../src/data/services.ts';
import { readAreas } from '../../src/data/tables/read-areas.ts';
import { readFacilities } from '../../src/data/tables/read-facilities.ts';
import { readPopulation } from '../../src/data/tables/read-population.ts';
import { assess } from '../../src/engine/assess.ts';
import { bandsOf } from '../../src/engine/picture.ts';
import { Prepared } from '../../src/engine/prepared.ts';
import type { Query } from '../../src/engine/query.ts';
import { rankGaps } from '../../src/engine/rank-gaps.ts';
import { contributionsOf } from '../../src/engine/scenario/contributions.ts';
import { sitesOf } from '../../src/engine/sites.ts';
import { measure, type Measured } from './measure.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** From bytes to a bundle, and one answer, on the streets of Porto Alegre; null where they are absent. */
export function portoAlegreBench(): Measured[] | null {
  const folder = resolve(root, process.env.HUIMIN_REAL_DATA ?? '../shared/data', 'porto-alegre');
  if (!existsSync(folder)) return null;
  const file = (name: string) => readFileSync(resolve(folder, name));
  const services = parseServices(JSON.parse(readFileSync(`${root}data/services.json`, 'utf8')));
  const [osm, population, facilities, areas] = [
    'poa_osm.pbf',
    'population.csv',
    'facilities.csv',
    'areas.geojson',
  ].map(file);
  const build = () =>
    encodeRegion(
      buildRegion({
        id: 'porto-alegre',
        name: 'Porto Alegre',
        osm: readOsm(osm, {
          fileName: 'poa_osm.pbf',
          inflate: (data, size) => inflateSync(data, { maxOutputLength: size }),
        }),
        population: readPopulation(population, { fileName: 'population.csv' }).population,
        facilities: readFacilities(facilities, { fileName: 'facilities.csv', services }).rows,
        areas: readAreas(areas, { fileName: 'areas.geojson' }).rows,
        studyArea: null,
      }).region,
    );
  const region = decodeRegion(build());
  const prepared = new Prepared(region);
  const sites = sitesOf(region.facilities, 'school');
  const query: Query = {
    service: 'school',
    minutes: [5, 10, 15],
    profile: 'general',
    speed: 1.2,
    method: 'network',
    detour: 1.3,
    people: ['total'],
  };
  const answer = () => {
    const found = assess(prepared, sites, query);
    bandsOf(prepared, found);
    rankGaps(prepared, found);
  };
  return [
    measure('build: bytes to bundle', build, 3000),
    measure('bundle read', () => decodeRegion(encodeRegion(region))),
    measure('answer: all of it', answer, 50),
    measure('contributions of 177 schools', () => contributionsOf(prepared, { query, sites })),
  ];
}
