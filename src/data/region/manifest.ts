import { Fault } from '../fault.ts';
import {
  list,
  members,
  Misfit,
  nullable,
  number,
  oneOf,
  optional,
  record,
  text,
  truth,
  tuple,
} from './shape.ts';
import { SOURCE_ROLES } from './source-roles.ts';

const Source = members({
  role: oneOf(...SOURCE_ROLES),
  file: text,
  bytes: number,
  sha256: text,
});

const Side = oneOf('west', 'south', 'east', 'north');

const Manifest = members({
  format: oneOf('huimin-region'),
  version: number,
  id: text,
  name: text,
  name_en: optional(text),
  /** True where streets, people and places are invented: shown as 示例数据 everywhere. */
  invented: truth,
  built: text,
  /** Date of the street data; null when its file does not say. */
  data_date: nullable(text),
  licence: text,
  bbox: tuple(number, number, number, number),
  bundle: members({ file: text, bytes: number, sha256: text }),
  /** What a resident's phone needs of the bundle; absent from regions of before. */
  nearby: optional(members({ file: text, bytes: number, sha256: text })),
  sources: list(Source),
  counts: members({
    nodes: number,
    edges: number,
    street_km: number,
    places: number,
    people: number,
    people_counted: number,
    facilities: record(number),
    areas: number,
    /** Named housing estates. */
    estates: optional(number),
    missing_nodes: number,
    rejected: record(number),
  }),
  people_fields: list(text),
  /** Tiles of the drawn map; null where there are none. */
  basemap: optional(
    nullable(
      members({
        file: text,
        bytes: number,
        sha256: text,
        minzoom: number,
        maxzoom: number,
        tiles: number,
      }),
    ),
  ),
  /** How people came to their places, in words and numbers. */
  population_rule: optional(
    nullable(
      members({
        zh: text,
        en: text,
        method: oneOf('table', 'grid', 'buildings', 'land'),
      }),
    ),
  ),
  /** How well the streets around the people are known. */
  evidence: optional(
    nullable(
      members({
        grade: oneOf('sparse', 'fair', 'good'),
        street_metres: number,
        far_share: number,
        places: tuple(number, number, number),
      }),
    ),
  ),
  /** A place fetched by recipe: where its ground comes from, and what is publicly told of it. */
  place: optional(
    nullable(
      members({
        adcode: text,
        /** `relation`: id of the OSM relation that bounds it; null where a box stands in. */
        boundary: members({ relation: nullable(number), zh: text, en: text }),
        expected: list(
          members({
            service: text,
            count: number,
            status: oneOf('open', 'building', 'planned'),
            scope: oneOf('place', 'city'),
            year: text,
            claim: text,
            zh: text,
            en: text,
          }),
        ),
      }),
    ),
  ),
  /** The elevation model that slopes come from. */
  elevation: optional(
    nullable(
      members({
        file: text,
        cell_metres: number,
        street_share: number,
        function: text,
      }),
    ),
  ),
  /** How many facilities come from the table, how many from OSM, and what became of the rest. */
  facility_origins: optional(
    members({
      table: record(number),
      osm: record(number),
      united: record(number),
      in_table: record(number),
      skipped: list(members({ service: text, count: number, zh: text, en: text })),
      nowhere: number,
      with_entrances: number,
    }),
  ),
  /** Sides where the extract ends less than 2 km beyond the counted places; null when none do. */
  edge_warning: nullable(
    members({
      needed_metres: number,
      sides: list(members({ side: Side, metres: number })),
    }),
  ),
  components: members({ count: number, usable: number, largest_share: number }),
  off_network: members({
    facilities: list(text),
    places: number,
    people: number,
  }),
});

/** What stands beside a bundle as manifest.json; described in data/README.md. */
export type Manifest = ReturnType<typeof Manifest>;

/** Checks a parsed manifest.json. Throws Fault. */
export function parseManifest(json: unknown, where: string): Manifest {
  try {
    return Manifest(json, '');
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const { path, expected, received } = error;
    throw new Fault('manifest', {
      zh: `${where} 不是区域说明文件：“${path}” 处应为 ${expected}，实为 ${received}。请重新生成这个区域（huimin region build）。`,
      en: `${where} is not a region manifest: at "${path}" expected ${expected}, got ${received}. Build the region again (huimin region build).`,
    });
  }
}
