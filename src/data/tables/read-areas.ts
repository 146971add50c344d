import type { Parsed, Rejection } from '../fault.ts';
import type { Area } from './area.ts';
import { badStudyArea, featureWrong, noFeatures, notGeoJson, wrongCrs } from './area-faults.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './json-text.ts';
import { readPolygons } from './rings.ts';
import { isWrong, rejection, wordWrong, type Wrong } from './table-faults.ts';
import { checkId, checkLength, checkName, NAME_LIMIT } from './text-cell.ts';

const FEATURES = 'FeatureCollection / Feature';
const GEOMETRIES = `${FEATURES} / Polygon / MultiPolygon`;

export const ZONES = new Map<string, 'urban' | 'rural'>([
  ['urban', 'urban'],
  ['城镇', 'urban'],
  ['城市', 'urban'],
  ['rural', 'rural'],
  ['农村', 'rural'],
  ['乡村', 'rural'],
]);

/** A JSON value whose members are unknown; arrays and null are none. */
type Json = Record<string, unknown>;
const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

/**
 * GeoJSON FeatureCollection or Feature of Polygon / MultiPolygon → areas. Properties id (or the
 * feature's own id) and name are needed; name_en and zone (urban, rural, 城镇, 农村) are optional.
 * `line` of a rejection counts features from 1. Where every feature is rejected `rows` is empty and
 * no Fault is thrown: the caller decides.
 * Throws Fault `bad-json`, `not-geojson`, `no-features`, `crs`, or one of decodeText.
 */
export function readAreas(bytes: Uint8Array, { fileName }: { fileName: string }): Parsed<Area> {
  const root = readRoot(bytes, fileName);
  const rows: Area[] = [];
  const rejected: Rejection[] = [];
  const taken = new Map<string, number>();
  featuresOf(root, fileName, FEATURES).forEach((feature, i) => {
    const area = readFeature(feature, taken);
    if (isWrong(area)) rejected.push(rejection(i + 1, area));
    else {
      taken.set(area.id, i + 1);
      rows.push(area);
    }
  });
  return { rows, rejected };
}

/**
 * GeoJSON FeatureCollection, Feature or bare Polygon / MultiPolygon → MultiPolygon coordinates of the
 * study area, WGS 84 degrees, the polygons of all features one after the other (not merged).
 * Ids and names are not needed. Throws Fault as readAreas does, and also for the first bad feature:
 * without a list of rejections a missing piece would go unseen.
 */
export function readStudyArea(
  bytes: Uint8Array,
  { fileName }: { fileName: string },
): [number, number][][][] {
  const root = readRoot(bytes, fileName);
  const bare = root.type === 'Polygon' || root.type === 'MultiPolygon';
  const features = bare
    ? [{ type: 'Feature', geometry: root }]
    : featuresOf(root, fileName, GEOMETRIES);
  return features.flatMap((given, i) => {
    const feature = asObject(given);
    const polygons =
      feature?.type === 'Feature' ? readPolygons(feature.geometry) : featureWrong(given);
    if (isWrong(polygons)) throw badStudyArea(fileName, i + 1, polygons);
    return polygons;
  });
}

function readRoot(bytes: Uint8Array, fileName: string): Json {
  const root = parseJson(decodeText(bytes, fileName).text, fileName);
  const object = asObject(root);
  if (object === null) throw notGeoJson(fileName, root, GEOMETRIES);
  checkCrs(object, fileName);
  return object;
}

/** The `crs` member left GeoJSON in 2016, but software still writes it, and not only for WGS 84. */
function checkCrs(root: Json, fileName: string): void {
  if (root.crs === undefined || root.crs === null) return;
  const name = asObject(asObject(root.crs)?.properties)?.name;
  const wgs84 = /(?:^|[:/])(?:CRS84|4326|4490)$|^WGS[ _]?84$|^CGCS2000$/i;
  if (typeof name !== 'string' || !wgs84.test(name.trim())) {
    throw wrongCrs(fileName, name ?? root.crs);
  }
}

function featuresOf(root: Json, fileName: string, expected: string): unknown[] {
  if (root.type === 'Feature') return [root];
  if (root.type !== 'FeatureCollection') throw notGeoJson(fileName, root.type ?? null, expected);
  if (!Array.isArray(root.features) || root.features.length === 0) throw noFeatures(fileName);
  return root.features;
}

function readFeature(given: unknown, taken: Map<string, number>): Area | Wrong {
  const feature = asObject(given);
  if (feature?.type !== 'Feature') return featureWrong(given);
  const properties = asObject(feature.properties) ?? {};
  const id = asText(properties.id ?? feature.id);
  const name = asText(properties.name);
  const nameEn = asText(properties.name_en);
  const zoneWord = asText(properties.zone);
  const badText =
    checkId(id, taken, 'feature') ??
    checkName(name, 'name') ??
    checkLength(nameEn, 'name_en', NAME_LIMIT);
  if (badText !== null) return badText;
  const zone = ZONES.get(zoneWord.toLowerCase());
  if (zoneWord !== '' && zone === undefined) {
    return wordWrong('unknown-zone', 'zone', zoneWord, [...ZONES.keys()].join(' '));
  }
  const polygons = readPolygons(feature.geometry);
  if (isWrong(polygons)) return polygons;
  const area: Area = { id, name, polygons };
  if (nameEn !== '') area.nameEn = nameEn;
  if (zone !== undefined) area.zone = zone;
  return area;
}

/** Numbers are common as ids; anything else that is not text counts as missing. */
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
