import { bundleFaults } from './bundle-faults.ts';
import { namedPlaces, type AreaPoint, type NamedPlace } from './nearby-names.ts';
import { unpackColumns } from './packed-columns.ts';
import { graphOf, type Region } from './region.ts';
import { readSections } from './sections.ts';
import { unzip } from './unzip.ts';

/** The byte table is written down in data/README.md. */
export const NEARBY_VERSION = 1;

/** What a resident's phone needs of a region. */
export interface NearbyRegion {
  /** Streets, facilities and estates; no people and no areas. */
  region: Region;
  names: NamedPlace[];
}

/** Reads what encodeNearby wrote. Throws Fault when it is foreign, cut, corrupt or of another version. */
export async function decodeNearby(bytes: Uint8Array): Promise<NearbyRegion> {
  const { arrays, json } = readSections(await unzip(bytes));
  const value = <T>(name: string): T => {
    if (!(name in json)) throw bundleFaults.corrupt(name);
    return json[name] as T;
  };
  const { version } = value<{ version: number }>('nearby');
  if (version !== NEARBY_VERSION) throw bundleFaults.version(version, NEARBY_VERSION);
  const region: Region = {
    ...value<{ id: string; name: string; nameEn?: string }>('region'),
    graph: graphOf(unpackColumns(arrays)),
    streetNames: value('street_names'),
    places: nobody(),
    facilities: value('facilities'),
    estates: value('estates'),
    areas: [],
  };
  return { region, names: namedPlaces(region, value<AreaPoint[]>('areas'), value('pinyin')) };
}

const nobody = (): Region['places'] => ({
  ids: [],
  lon: new Float64Array(),
  lat: new Float64Array(),
  fields: {},
  area: new Int32Array(),
  counted: new Uint8Array(),
  linkMetres: 0,
});
