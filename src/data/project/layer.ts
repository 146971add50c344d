import * as v from 'valibot';
import { FacilitySchema } from '../export/edit-schema.ts';
import { readSections } from '../region/sections.ts';
import { writeSections } from '../region/write-sections.ts';
import type { Area } from '../tables/area.ts';
import type { Facility } from '../tables/facility.ts';
import type { Population } from '../tables/population.ts';
import type { CandidateRow } from '../tables/read-candidates.ts';
import { NAME_LIMIT, TEXT_LIMIT } from '../tables/text-cell.ts';
import { checkPart } from './check-part.ts';
import { projectFaults } from './project-faults.ts';

/** What the rows of each kind of layer are. */
export interface RowsOf {
  facilities: Facility[];
  people: Population;
  areas: Area[];
  candidates: CandidateRow[];
}
export type LayerKind = keyof RowsOf;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_LIMIT));
const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));

/** All of a layer but its rows, as it stands in files. */
export const LayerHeadSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  name,
  kind: v.picklist(['facilities', 'people', 'areas', 'candidates']),
  /** Beside what the region has, or in place of all it has of the same. */
  mode: v.picklist(['beside', 'instead']),
  /** Key of the one service of its rows; null where they have several, or none. */
  service: v.nullable(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(NAME_LIMIT))),
  /** Where it is from: most often the name of a file. */
  source: text,
  /** What its file was in; the rows are in WGS 84. */
  crs: v.picklist(['wgs84', 'gcj02', 'bd09']),
  /** The day it was brought in, or of its data. ISO; null for unknown. */
  date: v.nullable(v.pipe(v.string(), v.maxLength(30))),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type LayerHead = v.InferOutput<typeof LayerHeadSchema>;

/** Something brought along: what is known of it, and its rows as bytes (see packRows). */
export interface Layer extends LayerHead {
  data: Uint8Array<ArrayBuffer>;
}

const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));
const quantity = v.optional(v.pipe(v.number(), v.minValue(0)));
const AreaSchema = v.strictObject({
  id: name,
  name,
  nameEn: v.optional(text),
  zone: v.optional(v.picklist(['urban', 'rural'])),
  polygons: v.array(v.array(v.array(v.tuple([degrees(180), degrees(90)])))),
});
const CandidateSchema = v.strictObject({
  id: name,
  name: v.optional(name),
  lon: degrees(180),
  lat: degrees(90),
  price: quantity,
  capacity: quantity,
});
const PeopleSchema = v.strictObject({ ids: v.array(name), fields: v.array(name) });
const TABLES = {
  facilities: v.array(FacilitySchema),
  areas: v.array(AreaSchema),
  candidates: v.array(CandidateSchema),
};

/** Rows → what a layer keeps of them: JSON, or columns of doubles for people. Numbers keep every bit. */
export function packRows<K extends LayerKind>(
  kind: K,
  rows: RowsOf[K],
): Pick<Layer, 'rows' | 'data'> {
  if (kind !== 'people') {
    const list = rows as Exclude<RowsOf[LayerKind], Population>;
    return { rows: list.length, data: new TextEncoder().encode(JSON.stringify(list)) };
  }
  const { ids, lon, lat, fields } = rows as Population;
  const columns = Object.values(fields).map((column, k) => [`field_${k}`, column] as const);
  const arrays = { lon, lat, ...Object.fromEntries(columns) };
  const data = writeSections({ arrays, json: { ids, fields: Object.keys(fields) } });
  return { rows: ids.length, data };
}

/** The rows of a layer. Throws Fault `project-damaged` or `project-part` where they are none. */
export function rowsOf<K extends LayerKind>(layer: Layer & { kind: K }, file: string): RowsOf[K] {
  const { kind, rows, data } = layer;
  const part = `layers/${layer.id}`;
  const checked =
    kind === 'people'
      ? people(data, file, part)
      : checkPart(TABLES[kind as keyof typeof TABLES], parsed(data, file, part), file, part);
  const count = 'ids' in checked ? checked.ids.length : checked.length;
  if (count !== rows) throw projectFaults.badPart(file, part, `${rows}`, `${count}`);
  return checked as RowsOf[K];
}

function people(data: Uint8Array, file: string, part: string): Population {
  const { arrays, json } = readSections(data);
  const { ids, fields } = checkPart(PeopleSchema, json, file, part);
  const column = (section: string, label: string): Float64Array => {
    const array = arrays[section];
    if (array instanceof Float64Array && array.length === ids.length) return array;
    throw projectFaults.badPart(file, `${part}.${label}`, `${ids.length}`, `${array?.length}`);
  };
  return {
    ids,
    lon: column('lon', 'lon'),
    lat: column('lat', 'lat'),
    fields: Object.fromEntries(fields.map((label, k) => [label, column(`field_${k}`, label)])),
  };
}

function parsed(data: Uint8Array, file: string, part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data));
  } catch {
    throw projectFaults.damaged(file, part);
  }
}
