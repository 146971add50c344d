import { basename } from 'node:path';
import type { Rejection } from '../../src/data/fault.ts';
import { findEstates } from '../../src/data/osm-services/estates.ts';
import { ObjectPlaces } from '../../src/data/osm-services/object-place.ts';
import { regionFacilities } from '../../src/data/osm-services/region-facilities.ts';
import { buildRegion } from '../../src/data/region/build-region.ts';
import { regionFaults } from '../../src/data/region/region-faults.ts';
import { parseManifest, type Manifest } from '../../src/data/region/manifest.ts';
import { encodeNearby } from '../../src/data/region/encode-nearby.ts';
import { encodeRegion } from '../../src/data/region/encode-region.ts';
import { BUNDLE_VERSION } from '../../src/data/region/sections.ts';
import { nodeBox } from '../../src/data/osm/node-box.ts';
import type { Service } from '../../src/data/services.ts';
import { readAreas, readStudyArea } from '../../src/data/tables/read-areas.ts';
import { readFacilities } from '../../src/data/tables/read-facilities.ts';
import { cliFaults } from '../huimin/cli-faults.ts';
import { loadServiceRules, readBytes } from '../huimin/load-region.ts';
import { basemapOf } from '../tiles/basemap-of.ts';
import { osmFromBytes } from './osm-from-bytes.ts';
import { readElevation } from './read-elevation.ts';
import { pinyinOf } from './pinyin-of.ts';
import { openPeople, type PeopleFiles } from './read-people.ts';
import { sha256 } from './sha256.ts';
import { writeRegion, type RegionPart } from './write-region.ts';

/** What a region is built from: paths, and what to call it. */
export interface RegionFiles extends PeopleFiles {
  id: string;
  name: string;
  nameEn?: string;
  osm: string;
  facilities?: string;
  /** Services whose facilities are taken from the OSM file; none where left out. */
  osmFacilities?: ReadonlySet<string>;
  areas?: string;
  studyArea?: string;
  /** A GeoTIFF of heights. */
  elevation?: string;
  /** True for invented data, which is marked 示例数据 everywhere. */
  invented: boolean;
  /** Where the files are of a place fetched by recipe. */
  place?: Manifest['place'];
}

export interface Built {
  manifest: Manifest;
  rejected: { file: string; rows: Rejection[] }[];
}

/** Reads the files, builds the region and writes it under `out`. Throws Fault; then nothing is written. */
export async function buildFromFiles(
  files: RegionFiles,
  services: Service[],
  out: string,
  progress: (line: string) => void,
): Promise<Built> {
  const sources: Manifest['sources'] = [];
  const read = (role: Manifest['sources'][number]['role'], path: string) => {
    const bytes = readBytes(path);
    sources.push({ role, file: basename(path), bytes: bytes.length, sha256: sha256(bytes) });
    return bytes;
  };
  const step = (text: string) => progress(`[${files.id}] ${text}\n`);

  const people = files.census ?? files.population!;
  const tables = [people.replace(/[^=,]*[/\\]/g, ''), basename(files.facilities ?? '')];
  step(`tables: ${tables.filter(Boolean).join(', ')}`);
  const settle = openPeople(files, read);
  const facilities = files.facilities
    ? readFacilities(read('facilities', files.facilities), {
        fileName: basename(files.facilities),
        services,
      })
    : { rows: [], rejected: [] };
  const areas = files.areas
    ? readAreas(read('areas', files.areas), { fileName: basename(files.areas) })
    : { rows: [], rejected: [] };
  const studyArea = files.studyArea
    ? readStudyArea(read('study_area', files.studyArea), { fileName: basename(files.studyArea) })
    : null;
  const rejected = [
    { role: 'facilities', file: files.facilities ?? '', rows: facilities.rejected },
    { role: 'areas', file: files.areas ?? '', rows: areas.rejected },
  ].filter(({ rows }) => rows.length);
  for (const { role, file, rows } of rejected) {
    const accepted = role === 'facilities' ? facilities.rows.length : areas.rows.length;
    if (!accepted) {
      throw cliFaults.allRejected(basename(file), rows.length, rows[0].text, rows[0].line);
    }
  }

  step(`streets: ${basename(files.osm)}`);
  const osm = osmFromBytes(read('osm', files.osm), files.osm, step);
  const extract = osm.bbox ?? nodeBox(osm);
  if (!extract) throw regionFaults.noStreets(osm.ways.ids.length);
  step('people: to their places');
  const {
    population,
    rule,
    rejected: left,
  } = await settle({
    ...{ osm, extract, studyArea, areas: areas.rows },
  });
  if (left.length) {
    rejected.unshift({ role: files.census ? 'census' : 'population', file: people, rows: left });
  }
  const elevation = files.elevation
    ? await readElevation(read('elevation', files.elevation), files.elevation, nodeBox(osm)!)
    : null;
  step(`graph: ${osm.ways.ids.length} ways, ${osm.nodes.ids.length} nodes`);
  const objects = new ObjectPlaces(osm);
  const rules = loadServiceRules(services);
  const wanted = files.osmFacilities ?? new Set();
  const offered = regionFacilities(osm, rules, facilities.rows, wanted, objects);
  const { region, findings } = buildRegion({
    id: files.id,
    name: files.name,
    nameEn: files.nameEn,
    osm,
    population,
    facilities: offered.facilities,
    estates: findEstates(osm, objects),
    areas: areas.rows,
    studyArea,
    slopes: elevation?.slopes,
  });
  const bundle = encodeRegion(region);
  const nearby = encodeNearby(region, pinyinOf);
  step('basemap: tiles of zooms 8 to 15');
  const basemap = basemapOf(osm, { ...files, bbox: findings.bbox }, step);
  const { counts, ...found } = findings;
  const manifest: Manifest = {
    format: 'huimin-region',
    version: BUNDLE_VERSION,
    id: files.id,
    name: files.name,
    name_en: files.nameEn,
    invented: files.invented,
    place: files.place,
    built: new Date().toISOString(),
    licence: files.invented
      ? 'CC0 (invented sample data)'
      : 'ODbL 1.0 (street data © OpenStreetMap contributors)',
    bundle: named('bundle', bundle),
    nearby: named('nearby', nearby),
    sources,
    counts: {
      ...counts,
      rejected: Object.fromEntries(rejected.map(({ role, rows }) => [role, rows.length])),
    },
    ...found,
    basemap: basemap && basemap.entry,
    population_rule: rule,
    elevation: elevation?.entry ?? null,
    facility_origins: offered.origins,
  };
  // What cannot be read back must not take the place of what can.
  parseManifest(JSON.parse(JSON.stringify(manifest)), files.id);
  step(`write: ${out}/${files.id}`);
  const parts: RegionPart[] = [
    { file: manifest.bundle.file, bytes: bundle },
    { file: manifest.nearby!.file, bytes: nearby },
  ];
  if (basemap) parts.push({ file: basemap.entry.file, bytes: basemap.bytes });
  writeRegion(out, manifest, parts);
  return { manifest, rejected };
}

/** A part as the manifest names it. */
function named(kind: string, bytes: Uint8Array): Manifest['bundle'] {
  const hash = sha256(bytes);
  return { file: `${kind}-${hash.slice(0, 12)}.bin`, bytes: bytes.length, sha256: hash };
}
