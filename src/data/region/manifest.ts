import * as v from 'valibot';
import { Fault } from '../fault.ts';

const Source = v.object({
  role: v.picklist([
    'osm',
    'population',
    'census',
    'elevation',
    'facilities',
    'areas',
    'study_area',
  ]),
  file: v.string(),
  bytes: v.number(),
  sha256: v.string(),
});

const Side = v.picklist(['west', 'south', 'east', 'north']);

const Manifest = v.object({
  format: v.literal('huimin-region'),
  version: v.number(),
  id: v.string(),
  name: v.string(),
  name_en: v.optional(v.string()),
  /** True where streets, people and places are invented: shown as 示例数据 everywhere. */
  invented: v.boolean(),
  built: v.string(),
  /** Date of the street data; null when its file does not say. */
  data_date: v.nullable(v.string()),
  licence: v.string(),
  bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  bundle: v.object({ file: v.string(), bytes: v.number(), sha256: v.string() }),
  sources: v.array(Source),
  counts: v.object({
    nodes: v.number(),
    edges: v.number(),
    street_km: v.number(),
    places: v.number(),
    people: v.number(),
    people_counted: v.number(),
    facilities: v.record(v.string(), v.number()),
    areas: v.number(),
    /** Named housing estates. */
    estates: v.optional(v.number()),
    missing_nodes: v.number(),
    rejected: v.record(v.string(), v.number()),
  }),
  people_fields: v.array(v.string()),
  /** Tiles of the drawn map; null where there are none. */
  basemap: v.optional(
    v.nullable(
      v.object({
        file: v.string(),
        bytes: v.number(),
        sha256: v.string(),
        minzoom: v.number(),
        maxzoom: v.number(),
        tiles: v.number(),
      }),
    ),
  ),
  /** How people came to their places, in words and numbers. */
  population_rule: v.optional(
    v.nullable(
      v.looseObject({
        zh: v.string(),
        en: v.string(),
        method: v.picklist(['table', 'grid', 'buildings', 'land']),
      }),
    ),
  ),
  /** How well the streets around the people are known. */
  evidence: v.optional(
    v.nullable(
      v.object({
        grade: v.picklist(['sparse', 'fair', 'good']),
        street_metres: v.number(),
        far_share: v.number(),
        places: v.tuple([v.number(), v.number(), v.number()]),
      }),
    ),
  ),
  /** A place fetched by recipe: where its ground comes from, and what is publicly told of it. */
  place: v.optional(
    v.nullable(
      v.object({
        adcode: v.string(),
        /** `relation`: id of the OSM relation that bounds it; null where a box stands in. */
        boundary: v.object({ relation: v.nullable(v.number()), zh: v.string(), en: v.string() }),
        expected: v.array(
          v.object({
            service: v.string(),
            count: v.number(),
            status: v.picklist(['open', 'building', 'planned']),
            scope: v.picklist(['place', 'city']),
            year: v.string(),
            claim: v.string(),
            zh: v.string(),
            en: v.string(),
          }),
        ),
      }),
    ),
  ),
  /** The elevation model that slopes come from. */
  elevation: v.optional(
    v.nullable(
      v.object({
        file: v.string(),
        cell_metres: v.number(),
        street_share: v.number(),
        function: v.string(),
      }),
    ),
  ),
  /** How many facilities come from the table, how many from OSM, and what became of the rest. */
  facility_origins: v.optional(
    v.object({
      table: v.record(v.string(), v.number()),
      osm: v.record(v.string(), v.number()),
      united: v.record(v.string(), v.number()),
      in_table: v.record(v.string(), v.number()),
      skipped: v.array(
        v.object({ service: v.string(), count: v.number(), zh: v.string(), en: v.string() }),
      ),
      nowhere: v.number(),
      with_entrances: v.number(),
    }),
  ),
  /** Sides where the extract ends less than 2 km beyond the counted places; null when none do. */
  edge_warning: v.nullable(
    v.object({
      needed_metres: v.number(),
      sides: v.array(v.object({ side: Side, metres: v.number() })),
    }),
  ),
  components: v.object({ count: v.number(), usable: v.number(), largest_share: v.number() }),
  off_network: v.object({
    facilities: v.array(v.string()),
    places: v.number(),
    people: v.number(),
  }),
});

/** What stands beside a bundle as manifest.json; described in data/README.md. */
export type Manifest = v.InferOutput<typeof Manifest>;

/** Checks a parsed manifest.json. Throws Fault. */
export function parseManifest(json: unknown, where: string): Manifest {
  const result = v.safeParse(Manifest, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw new Fault('manifest', {
    zh: `${where} 不是区域说明文件：“${path}” 处应为 ${issue.expected}，实为 ${issue.received}。请重新生成这个区域（huimin region build）。`,
    en: `${where} is not a region manifest: at "${path}" expected ${issue.expected}, got ${issue.received}. Build the region again (huimin region build).`,
  });
}
