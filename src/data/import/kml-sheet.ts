import { decodeText } from '../tables/decode-text.ts';
import { FeatureSheet } from './feature-sheet.ts';
import { importFaults } from './import-faults.ts';
import type { DrawnGeometry, SheetFile } from './sheet.ts';
import type { Archive } from './unzip.ts';
import { XmlPull } from './xml-pull.ts';

const PLACEMARKS = { zh: '地标（Placemark）', en: 'placemarks' };

/** A KMZ: its doc.kml, or the first .kml in it. Throws Faults of Archive and readKml. */
export function readKmz(archive: Archive, file: string): SheetFile {
  const name =
    archive.names.find((each) => /(^|\/)doc\.kml$/i.test(each)) ??
    archive.names.find((each) => /\.kml$/i.test(each));
  const part = name === undefined ? null : archive.part(name);
  if (!part) throw importFaults.missingPart(file, '*.kml', { zh: ' KMZ', en: 'KMZ' });
  return readKml(part, file);
}

/**
 * KML → one sheet: each Placemark a row with its name, description, address, phone, the names of the
 * folders it lies in, and its extended data. A Placemark of several geometries keeps the first, and
 * the polygons of one together. Throws Faults of XmlPull, `other-xml`, `nothing-in-it`.
 */
export function readKml(bytes: Uint8Array, file: string): SheetFile {
  const xml = new XmlPull(decodeText(bytes, file).text, file);
  const sheet = new FeatureSheet(file);
  const folders: { depth: number; name: string }[] = [];
  let root = '';
  while (xml.next()) {
    if (xml.kind === 'close' && folders[folders.length - 1]?.depth === xml.depth) folders.pop();
    if (xml.kind !== 'open') continue;
    root ||= xml.name;
    if (root !== 'kml' && root !== 'Document' && root !== 'Placemark') {
      throw importFaults.otherXml(file, root, '<kml>');
    }
    if (xml.name === 'Folder') folders.push({ depth: xml.depth - 1, name: '' });
    else if (xml.name === 'name' && folders[folders.length - 1]?.depth === xml.depth - 2) {
      folders[folders.length - 1].name = xml.inside().trim();
    } else if (xml.name === 'Placemark') {
      const folder = folders
        .map(({ name }) => name)
        .filter(Boolean)
        .join(' / ');
      const { properties, geometry } = readPlacemark(xml);
      if (folder) properties.set('folder', folder);
      sheet.take(properties, geometry);
    }
  }
  if (!sheet.size) throw importFaults.nothing(file, PLACEMARKS);
  return { kind: 'kml', sheets: [sheet.sheet()], saysCrs: '', notes: [] };
}

const TEXTS = ['name', 'description', 'address', 'phoneNumber'];

function readPlacemark(xml: XmlPull) {
  const properties = new Map<string, string>();
  const polygons: number[][][][] = [];
  let geometry: DrawnGeometry | null = null;
  const depth = xml.depth;
  while (xml.next() && xml.depth >= depth) {
    if (xml.kind !== 'open') continue;
    if (TEXTS.includes(xml.name) && xml.depth === depth + 1) {
      properties.set(xml.name, xml.inside().trim());
    } else if (xml.name === 'Data') {
      const name = xml.attribute('name') ?? '';
      properties.set(name, dataValue(xml));
    } else if (xml.name === 'SimpleData') {
      properties.set(xml.attribute('name') ?? '', xml.inside().trim());
    } else if (xml.name === 'Polygon') polygons.push(readPolygon(xml));
    else if (xml.name === 'Point' || xml.name === 'LineString') {
      const type = xml.name;
      const line = readCoordinates(xml);
      geometry ??= { type, coordinates: type === 'Point' ? line[0] : line };
    }
  }
  if (polygons.length) geometry = { type: 'MultiPolygon', coordinates: polygons };
  return { properties, geometry };
}

/** `<Data name="…"><displayName/><value>…</value></Data>` */
function dataValue(xml: XmlPull): string {
  const depth = xml.depth;
  let value = '';
  while (xml.next() && xml.depth >= depth) {
    if (xml.kind === 'open' && xml.name === 'value') value = xml.inside().trim();
  }
  return value;
}

/** The outer ring and then the holes, in whatever order the file has them. */
function readPolygon(xml: XmlPull): number[][][] {
  const depth = xml.depth;
  const outer: number[][][] = [];
  const holes: number[][][] = [];
  let inner = false;
  while (xml.next() && xml.depth >= depth) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'innerBoundaryIs') inner = true;
    else if (xml.name === 'outerBoundaryIs') inner = false;
    else if (xml.name === 'LinearRing') (inner ? holes : outer).push(readCoordinates(xml));
  }
  return [...outer, ...holes];
}

/** The `<coordinates>` of the geometry that has just opened: lon,lat[,height] apart by spaces. */
function readCoordinates(xml: XmlPull): number[][] {
  const depth = xml.depth;
  let text = '';
  while (xml.next() && xml.depth >= depth) {
    if (xml.kind === 'open' && xml.name === 'coordinates') text = xml.inside();
  }
  const tuples = text
    .trim()
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/);
  return tuples[0] === '' ? [] : tuples.map((tuple) => tuple.split(',', 2).map(number));
}

/** An empty text is no nought. */
const number = (text: string) => (text.trim() === '' ? NaN : Number(text));
