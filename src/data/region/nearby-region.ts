import { E7 } from '../../core/geo.ts';
import type { Graph } from '../../core/graph.ts';
import { bundleFaults } from './bundle-faults.ts';
import { namedPlaces, type AreaPoint, type NamedPlace } from './nearby-names.ts';
import { Unpacker } from './packed-columns.ts';
import { graphOf, type Region } from './region.ts';
import { SectionCollector } from './section-collector.ts';
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

/**
 * Reads what encodeNearby wrote, as it comes. Streets stand before all else in the file: `prepare` gets
 * the region as soon as they are here, when neither names nor facilities are, nor is it certain that the
 * file is sound. Throws Fault when it is foreign, cut, corrupt or of another version.
 */
export async function readNearby(
  packed: ReadableStream<Uint8Array>,
  prepare: (region: Region) => void = () => {},
): Promise<NearbyRegion> {
  const collector = new SectionCollector();
  let unpacker: Unpacker | null = null;
  let region: Region | null = null;
  let failed: { error: unknown } | null = null;
  for await (const piece of unzip(packed)) {
    collector.push(piece);
    const names = region ? null : collector.names();
    if (!names) continue;
    unpacker ??= new Unpacker(names);
    const columns = collector.columns();
    unpacker.take(columns);
    if (Object.keys(columns).length < names.length) continue;
    region = streetsAlone(graphOf(unpacker.columns()));
    // Nobody lays a grid over half the sky before the sums are checked.
    if (!region.graph.vertexLat.every(onEarth)) throw bundleFaults.corrupt('vertex_lat');
    try {
      prepare(region);
    } catch (error) {
      // The file's fault, unless it turns out to be sound.
      failed = { error };
    }
  }
  const { json } = readSections(collector.bytes());
  if (failed) throw failed.error;
  const value = <T>(name: string): T => {
    if (!(name in json)) throw bundleFaults.corrupt(name);
    return json[name] as T;
  };
  const { version } = value<{ version: number }>('nearby');
  if (version !== NEARBY_VERSION) throw bundleFaults.version(version, NEARBY_VERSION);
  if (!region) throw bundleFaults.corrupt('node_lon');
  const whole = Object.assign(region, {
    ...value<{ id: string; name: string; nameEn?: string }>('region'),
    streetNames: value('street_names'),
    facilities: value('facilities'),
    estates: value('estates'),
  });
  return { region: whole, names: namedPlaces(whole, value<AreaPoint[]>('areas'), value('pinyin')) };
}

const onEarth = (lat: number) => Math.abs(lat) <= 90 * E7;

const streetsAlone = (graph: Graph): Region => ({
  id: '',
  name: '',
  graph,
  streetNames: [],
  places: nobody(),
  facilities: [],
  areas: [],
});

const nobody = (): Region['places'] => ({
  ids: [],
  lon: new Float64Array(),
  lat: new Float64Array(),
  fields: {},
  area: new Int32Array(),
  counted: new Uint8Array(),
  linkMetres: 0,
});
