import { featureWrong, noFeatures, notGeoJson } from '../tables/area-faults.ts';
import { decodeText } from '../tables/decode-text.ts';
import { parseJson } from '../tables/json-text.ts';
import { cellText, FeatureSheet } from './feature-sheet.ts';
import { importFaults } from './import-faults.ts';
import type { DrawnGeometry, SheetFile } from './sheet.ts';

type Json = Record<string, unknown>;
const asObject = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

const GEOMETRIES = [
  'Point',
  'MultiPoint',
  'Polygon',
  'MultiPolygon',
  'LineString',
  'MultiLineString',
];

/** Degrees, whatever the datum: the step of coordinate systems asks for that. */
const DEGREES = /(?:^|[:/])(?:CRS84|4326|4490)$|^WGS[ _]?84$|^CGCS2000$|^GCJ-?02$|^BD-?09(?:LL)?$/i;

/**
 * GeoJSON (FeatureCollection, Feature or bare geometry) → one sheet of its properties, one row a
 * feature. Throws Faults of decodeText and parseJson, `not-geojson`, `no-features`, `crs`.
 */
export function readGeoJsonSheet(bytes: Uint8Array, file: string): SheetFile {
  const root = asObject(parseJson(decodeText(bytes, file).text, file));
  const said = asObject(asObject(root?.crs)?.properties)?.name ?? root?.crs ?? '';
  const saysCrs = typeof said === 'string' ? said.trim() : cellText(said);
  if (saysCrs !== '' && !DEGREES.test(saysCrs)) throw importFaults.otherCrs(file, saysCrs);
  const sheet = new FeatureSheet(file);
  for (const given of featuresOf(root, file)) {
    const feature = asObject(given);
    const properties = Object.entries(asObject(feature?.properties) ?? {});
    const cells = properties.map(([name, value]): [string, string] => [name, cellText(value)]);
    if (feature?.id !== undefined && !properties.some(([name]) => name === 'id')) {
      cells.unshift(['id', cellText(feature.id)]);
    }
    const row = sheet.take(cells, geometryOf(feature?.geometry));
    if (feature?.type !== 'Feature') row.wrong = featureWrong(given);
  }
  return { kind: 'geojson', sheets: [sheet.sheet()], saysCrs, notes: [] };
}

function featuresOf(root: Json | null, file: string): unknown[] {
  if (root?.type === 'Feature') return [root];
  if (GEOMETRIES.includes(String(root?.type))) return [{ type: 'Feature', geometry: root }];
  if (root?.type !== 'FeatureCollection') {
    throw notGeoJson(file, root?.type ?? root, 'FeatureCollection / Feature');
  }
  if (!Array.isArray(root.features) || !root.features.length) throw noFeatures(file);
  return root.features;
}

function geometryOf(value: unknown): DrawnGeometry | null {
  const geometry = asObject(value);
  if (!geometry) return null;
  return { type: String(geometry.type).slice(0, 40), coordinates: geometry.coordinates };
}
