import { readFileSync } from 'node:fs';
import type { Manifest } from '../../../src/data/region/manifest.ts';
import { parseServices } from '../../../src/data/services.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';
import { Dossier } from '../../../src/engine/handin/dossier.ts';
import { handIn, type Order } from '../../../src/engine/handin/hand-in.ts';
import { subjectOfQuery, type Subject } from '../../../src/engine/handin/subject.ts';
import { Prepared } from '../../../src/engine/prepared.ts';
import type { Query } from '../../../src/engine/query.ts';
import { town } from '../core/town.ts';
import { query, regionOf } from '../engine/region-of.ts';

export const SERVICES = parseServices(
  JSON.parse(readFileSync(new URL('../../../data/services.json', import.meta.url), 'utf8')),
);

/** A street of 1,380 m; A stands 180 m from its west end. West of x = 700 m is area 甲, the rest is in none. */
const PICTURE = `
1--A----2----3---------9
|
4`;

export interface Asked {
  facilities?: Facility[];
  query?: Partial<Query>;
  parts?: Partial<Subject>;
  manifest?: Partial<Manifest>;
}

/** The drawn town as a region that can be handed in: 100 people a digit's worth, one area. */
export function drawn({ facilities, query: asked, parts, manifest }: Asked = {}) {
  const region = regionOf(town(PICTURE, 60, 38, 150));
  const { places } = region;
  places.fields.total = places.fields.total.map((people) => people * 100);
  region.areas.push({
    id: 'a',
    name: '甲街道',
    nameEn: 'First',
    zone: 'urban',
    polygons: [box(149.99, 37.99, 150.008, 38.01)],
  });
  places.lon.forEach((lon, i) => (places.area[i] = lon < 150.008 ? 0 : -1));
  if (facilities) region.facilities = facilities;
  const prepared = new Prepared(region);
  const subject = subjectOfQuery(prepared, SERVICES, query({ minutes: [5, 10], ...asked }), {
    peopleField: { columns: ['total'], label: 'total', fallback: false },
    scenario: null,
    on: null,
    manifest: manifestOf({ invented: true, ...manifest }),
    language: 'zh',
    made: '2026-11-25',
    software: '9.9.9',
    ...parts,
  });
  return { region, prepared, subject };
}

/** The drawn town's dossier. */
export function dossierOf(asked?: Asked): Dossier {
  const { prepared, subject } = drawn(asked);
  return new Dossier(prepared, subject);
}

/** One file of the drawn town: its bytes and name. */
export async function fileOf(order: Order, asked?: Asked) {
  const { prepared, subject } = drawn(asked);
  const { content, ...rest } = await handIn(prepared, subject, order);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { bytes, text: typeof content === 'string' ? content : '', ...rest };
}

const box = (w: number, s: number, e: number, n: number): [number, number][][] => [
  [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ],
];

function manifestOf(parts: Partial<Manifest>): Manifest {
  return {
    format: 'huimin-region',
    version: 2,
    id: 'town',
    name: '镇',
    name_en: 'Town',
    invented: true,
    built: '2026-01-01T00:00:00Z',
    data_date: '2025-06-01',
    licence: 'CC0',
    bbox: [149.99, 37.99, 150.03, 38.01],
    bundle: { file: 'bundle-0.bin', bytes: 9, sha256: 'ab'.repeat(32) },
    sources: [{ role: 'osm', file: 'streets.osm', bytes: 1, sha256: '00' }],
    counts: {
      nodes: 1,
      edges: 1,
      street_km: 1,
      places: 1,
      people: 1,
      people_counted: 1,
      facilities: {},
      areas: 1,
      missing_nodes: 0,
      rejected: {},
    },
    people_fields: ['total'],
    edge_warning: null,
    components: { count: 1, usable: 1, largest_share: 1 },
    off_network: { facilities: [], places: 0, people: 0 },
    ...parts,
  };
}
