import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { METRES_PER_DEGREE, bboxOf, type Bbox, type Polygons } from '../../src/core/geo.ts';
import type { Rejection } from '../../src/data/fault.ts';
import type { OsmData } from '../../src/data/osm/osm.ts';
import { bandsOf } from '../../src/data/people/band-names.ts';
import { gridPeople, type PeopleBand } from '../../src/data/people/grid-people.ts';
import { peopleFaults } from '../../src/data/people/people-faults.ts';
import {
  gridRule,
  spreadRule,
  tableRule,
  type PopulationRule,
} from '../../src/data/people/population-rule.ts';
import { readCensus } from '../../src/data/people/read-census.ts';
import { spreadCensus } from '../../src/data/people/spread-census.ts';
import { readRaster } from '../../src/data/raster/read-raster.ts';
import type { Area } from '../../src/data/tables/area.ts';
import type { Population } from '../../src/data/tables/population.ts';
import { readPopulation } from '../../src/data/tables/read-population.ts';
import { cliFaults } from '../huimin/cli-faults.ts';

/** Where the people come from: a table or grids, or area totals. */
export interface PeopleFiles {
  /** A CSV of points, a GeoTIFF, or `field=F.tif,field=F.tif …`. */
  population?: string;
  /** `total,age_0_5,-` …: whom the bands of one GeoTIFF count. */
  populationBands?: string;
  /** A CSV of area totals. */
  census?: string;
}

export interface People {
  population: Population;
  rule: PopulationRule;
  /** Of the file that was read as a table. */
  rejected: Rejection[];
}

/** What else of the region has a say in its people. */
export interface Ground {
  osm: OsmData;
  /** Box of the street data. */
  extract: Bbox;
  areas: Area[];
  studyArea: Polygons | null;
}

type Read = (role: 'population' | 'census', path: string) => Uint8Array;

/**
 * Reads what can be read without the streets at once, so that a bad table is told before minutes of
 * work, and answers what finishes the job when they are there. Throws Fault, both now and then.
 */
export function openPeople(
  files: PeopleFiles,
  read: Read,
): (ground: Ground) => Promise<People> | People {
  if (files.census !== undefined) {
    const fileName = basename(files.census);
    const census = readCensus(read('census', files.census), { fileName });
    if (!census.rows.length) throw allRejected(fileName, census.rejected);
    return ({ osm, areas }) => {
      if (!areas.length) throw peopleFaults.censusAlone();
      const spread = spreadCensus(census, areas, osm, fileName);
      const rejected = [...census.rejected, ...spread.rejected].sort((a, b) => a.line - b.line);
      return { population: spread.population, rule: spreadRule(spread), rejected };
    };
  }
  const named = gridList(files.population!);
  if (named) {
    const grids = named.map(({ field, path }) => ({
      given: [field],
      fileName: basename(path),
      bytes: read('population', path),
    }));
    return (ground) => readGrids(grids, ground);
  }
  const fileName = basename(files.population!);
  const bytes = read('population', files.population!);
  if (isTiff(bytes)) {
    const given = files.populationBands?.split(',').map((name) => name.trim()) ?? null;
    return (ground) => readGrids([{ given, fileName, bytes }], ground);
  }
  const { population, rejected } = readPopulation(bytes, { fileName });
  if (!population.ids.length) throw allRejected(fileName, rejected);
  return () => ({ population, rule: tableRule(population.ids.length), rejected });
}

const allRejected = (fileName: string, [first, ...others]: Rejection[]) =>
  cliFaults.allRejected(fileName, others.length + 1, first.text, first.line);

interface Grid {
  given: string[] | null;
  fileName: string;
  bytes: Uint8Array;
}

async function readGrids(grids: Grid[], ground: Ground): Promise<People> {
  const within = reachOf(ground);
  const bands: PeopleBand[] = [];
  for (const { given, fileName, bytes } of grids) {
    const raster = await readRaster(bytes, { fileName, within });
    bands.push(...bandsOf(raster, given, fileName));
  }
  const { population, counts } = gridPeople(bands);
  const rule = gridRule(counts, bands[0].raster.stepLat * METRES_PER_DEGREE);
  return { population, rule, rejected: [] };
}

/** The box in which people matter: streets, areas and study area together. */
function reachOf({ extract, areas, studyArea }: Ground): Bbox {
  const [w, s, e, n] = extract;
  return bboxOf([
    [w, s],
    [e, n],
    ...areas.flatMap(({ polygons }) => polygons.flat(2)),
    ...(studyArea ?? []).flat(2),
  ])!;
}

/** `total=a.tif,age_60_plus=b.tif` → its parts; null for a plain path (which may hold a '=' itself). */
function gridList(text: string): { field: string; path: string }[] | null {
  if (existsSync(text) || !/^[a-z0-9_]+=/.test(text)) return null;
  return text.split(/,(?=[a-z0-9_]+=)/).map((part) => {
    const at = part.indexOf('=');
    return { field: part.slice(0, at), path: part.slice(at + 1) };
  });
}

/** By content, not by name: "II" or "MM", then 42 or 43 in either byte order. */
function isTiff(bytes: Uint8Array): boolean {
  const mark = String.fromCharCode(...bytes.subarray(0, 2));
  return (mark === 'II' || mark === 'MM') && (bytes[2] === 0 || bytes[3] === 0);
}
