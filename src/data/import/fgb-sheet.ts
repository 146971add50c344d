import { ByteBuffer } from 'flatbuffers';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { fromFeature } from 'flatgeobuf/lib/mjs/geojson/feature.js';
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { cellText, FeatureSheet } from './feature-sheet.ts';
import { importFaults } from './import-faults.ts';
import { MOST_COLUMNS, type SheetFile } from './sheet.ts';

/** Degrees: WGS 84 and CGCS2000; 0 is none given. */
const DEGREES = [0, 4326, 4490];
const SIZE = 4;
/** A collection may hold itself; what is no place anyway is not looked into. */
const PLACES = [
  GeometryType.Point,
  GeometryType.MultiPoint,
  GeometryType.Polygon,
  GeometryType.MultiPolygon,
];

/**
 * FlatGeobuf → one sheet of its properties. Lengths are checked before the library follows them: it
 * takes what a damaged file says, and may count to four thousand million.
 * Throws Faults `bad-fgb`, `crs`, `too-wide`, `too-many-cells`, `nothing-in-it`.
 */
export function readFgb(bytes: Uint8Array, file: string): SheetFile {
  const sheet = new FeatureSheet(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = soundly(file, () => readHeader(bytes, view));
  const { crs, indexNodeSize, featuresCount } = header;
  if (crs && !DEGREES.includes(crs.code)) throw importFaults.otherCrs(file, `EPSG:${crs.code}`);
  let at = magicbytes.length + SIZE + view.getUint32(magicbytes.length, true);
  if (indexNodeSize > 0) at += calcTreeSize(featuresCount, indexNodeSize);
  const bb = new ByteBuffer(bytes);
  while (at < bytes.length) {
    const length = at + SIZE <= bytes.length ? view.getUint32(at, true) : Infinity;
    if (length < 8 || at + SIZE + length > bytes.length) throw importFaults.fgb(file);
    const { properties, geometry } = soundly(file, () => readFeature(bb, at, length, header));
    const cells = Object.entries(properties ?? {}).map(([name, value]): [string, string] => [
      name,
      cellText(value),
    ]);
    sheet.take(cells, geometry);
    at += SIZE + length;
  }
  if (!sheet.size) throw importFaults.nothing(file, { zh: '要素', en: 'features' });
  // The list of features has no end mark: one that is cut between two of them is told by its count.
  if (featuresCount > 0 && featuresCount !== sheet.size) throw importFaults.fgb(file);
  const saysCrs = crs?.code ? `EPSG:${crs.code}` : '';
  return { kind: 'fgb', sheets: [sheet.sheet()], saysCrs, notes: [] };
}

function readHeader(bytes: Uint8Array, view: DataView): HeaderMeta {
  const length = view.getUint32(magicbytes.length, true);
  if (length > bytes.length) throw new RangeError('header beyond the file');
  const bb = new ByteBuffer(bytes);
  bb.setPosition(magicbytes.length);
  if (Header.getSizePrefixedRootAsHeader(bb).columnsLength() > MOST_COLUMNS) {
    throw new RangeError('columns beyond reason');
  }
  bb.setPosition(magicbytes.length);
  const header = fromByteBuffer(bb);
  const { indexNodeSize, featuresCount } = header;
  if (
    indexNodeSize > 0 &&
    !(indexNodeSize > 1 && featuresCount > 0 && featuresCount < bytes.length)
  ) {
    throw new RangeError('no such index');
  }
  return header;
}

function readFeature(bb: ByteBuffer, at: number, length: number, header: HeaderMeta) {
  bb.setPosition(at);
  const feature = Feature.getSizePrefixedRootAsFeature(bb);
  const geometry = feature.geometry();
  const type = header.geometryType || geometry?.type();
  if (geometry && geometry.partsLength() + geometry.endsLength() + geometry.xyLength() > length) {
    throw new RangeError('geometry beyond its feature');
  }
  if (!geometry || !PLACES.includes(type!)) {
    // Without its geometry; the library would follow a collection into itself.
    const bare = Object.create(feature, { geometry: { value: () => null } }) as Feature;
    const { properties } = fromFeature(0, bare, header);
    return { properties, geometry: null };
  }
  for (let k = 0; k < geometry.partsLength(); k++) {
    const part = geometry.parts(k)!;
    if (part.endsLength() + part.xyLength() > length)
      throw new RangeError('part beyond its feature');
  }
  const { properties, geometry: drawn } = fromFeature(0, feature, header);
  return {
    properties,
    geometry:
      drawn && 'coordinates' in drawn
        ? { type: String(drawn.type), coordinates: drawn.coordinates }
        : null,
  };
}

/** Damage shows as an error from deep inside the library. */
function soundly<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw importFaults.fgb(file);
  }
}
