import { Builder } from 'flatbuffers';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Column as FgbColumn } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { MultiPolygon, Point } from 'geojson';
import { INVENTED_MARK, marked, type Column, type Layer } from './layer.ts';
import { formatMethod, type MethodBlock } from './method.ts';

const TYPES: Record<Column['type'], ColumnType> = {
  text: ColumnType.String,
  number: ColumnType.Double,
  yes_no: ColumnType.Bool,
};

/**
 * A FlatGeobuf (version 3, without index), EPSG:4326, the method block in the header's `metadata`.
 * The header is our own: the library's takes the types of columns from the first feature, where
 * nothing is a text, and has no room for metadata. A row that lies nowhere has an empty MultiPolygon.
 */
export function writeFlatGeobuf(layer: Layer, method: MethodBlock): Uint8Array<ArrayBuffer> {
  const { columns, rows, geometries, what } = marked(layer, method.region.invented);
  const kinds = new Set(geometries.map((geometry) => geometry?.type ?? 'MultiPolygon'));
  const points = kinds.size === 1 && kinds.has('Point');
  const mixed = kinds.size > 1 && kinds.has('Point');
  const meta: HeaderMeta = {
    geometryType: mixed
      ? GeometryType.Unknown
      : points
        ? GeometryType.Point
        : GeometryType.MultiPolygon,
    columns: columns.map((column) => ({ ...PLAIN, name: column.key, type: TYPES[column.type] })),
    envelope: null,
    featuresCount: rows.length,
    indexNodeSize: 0,
    crs: null,
    title: method.region.invented ? `${what} · ${INVENTED_MARK}` : what,
    description: null,
    metadata: formatMethod(method),
  };
  const parts = [
    magicbytes,
    headerOf(meta),
    ...rows.map((row, r) => {
      const geometry = (geometries[r] ?? NOWHERE) as Point | MultiPolygon;
      const properties = Object.fromEntries(columns.map(({ key }, c) => [key, row[c]]));
      return buildFeature(parseGeometry(geometry), properties, meta);
    }),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const NOWHERE: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };
const PLAIN = {
  title: null,
  description: null,
  width: -1,
  precision: -1,
  scale: -1,
  nullable: true,
  unique: false,
  primary_key: false,
};

function headerOf(meta: HeaderMeta): Uint8Array {
  const builder = new Builder();
  const columns = Header.createColumnsVector(
    builder,
    meta.columns!.map(({ name, type }) => {
      const offset = builder.createString(name);
      FgbColumn.startColumn(builder);
      FgbColumn.addName(builder, offset);
      FgbColumn.addType(builder, type);
      return FgbColumn.endColumn(builder);
    }),
  );
  const [name, title, metadata, org] = [meta.title, meta.title, meta.metadata, 'EPSG'].map((text) =>
    builder.createString(text!),
  );
  Crs.startCrs(builder);
  Crs.addOrg(builder, org);
  Crs.addCode(builder, 4326);
  const crs = Crs.endCrs(builder);
  Header.startHeader(builder);
  Header.addName(builder, name);
  Header.addGeometryType(builder, meta.geometryType);
  Header.addColumns(builder, columns);
  Header.addFeaturesCount(builder, BigInt(meta.featuresCount));
  Header.addIndexNodeSize(builder, 0);
  Header.addCrs(builder, crs);
  Header.addTitle(builder, title);
  Header.addMetadata(builder, metadata);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}
