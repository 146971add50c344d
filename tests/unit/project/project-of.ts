import fc from 'fast-check';
import {
  packRows,
  type Layer,
  type LayerKind,
  type RowsOf,
} from '../../../src/data/project/layer.ts';
import type { Project } from '../../../src/data/project/project.ts';
import type { Area } from '../../../src/data/tables/area.ts';
import type { Facility } from '../../../src/data/tables/facility.ts';

export const BUNDLE = 'ab'.repeat(32);

/** A project of the sample city; nothing in it that is not said. */
export function projectOf(parts: Partial<Project> = {}): Project {
  return {
    name: '试点',
    region: { id: 'sample', bundle: BUNDLE },
    scenarios: [],
    chosen: null,
    on: null,
    settings: '',
    claims: [],
    layers: [],
    ...parts,
  };
}

export function layerOf<K extends LayerKind>(kind: K, rows: RowsOf[K], id: string = kind): Layer {
  const head = { id, name: id, kind, mode: 'beside', service: null, source: `${id}.csv` } as const;
  return { ...head, crs: 'gcj02', date: '2026-11-25', ...packRows(kind, rows) };
}

/** Names as people write them: markup, formulas, marks that turn the writing round. */
const name = fc
  .oneof(
    fc.constantFrom('<script>alert(1)</script>', '=HYPERLINK("x")', '\u202E站\u200B', '__proto__'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((text) => text.trim() || '站');
// JSON has no −0, which is the same place.
const lon = fc.double({ min: -180, max: 180, noNaN: true }).map((x) => x + 0);
const lat = fc.double({ min: -90, max: 90, noNaN: true }).map((x) => x + 0);
const amount = fc.double({ min: 0, max: 1e7, noNaN: true }).map((x) => x + 0);
const id = fc.stringMatching(/^[\w-]{1,60}$/);

const facility: fc.Arbitrary<Facility> = fc.record(
  {
    id: name,
    name,
    service: fc.constantFrom('clinic', 'elder_care'),
    lon,
    lat,
    entrances: fc.array(fc.tuple(lon, lat), { maxLength: 3 }),
    status: fc.constantFrom('open' as const, 'planned' as const, 'building' as const),
    capacity: amount,
    opened: fc.constantFrom('2027', '2027-06', '2027-06-15'),
    address: fc.string(),
    stepFree: fc.boolean(),
  },
  { requiredKeys: ['id', 'name', 'service', 'lon', 'lat', 'status'], noNullPrototype: true },
);
const columns = (n: number) =>
  fc.array(amount, { minLength: n, maxLength: n }).map((list) => Float64Array.from(list));

const SQUARE: Area['polygons'] = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
];
const layer = (id: string): fc.Arbitrary<Layer> =>
  fc.oneof(
    fc.array(facility, { maxLength: 5 }).map((rows) => layerOf('facilities', rows, id)),
    fc
      .array(name, { maxLength: 5 })
      .chain((ids) =>
        fc.record({
          ids: fc.constant(ids),
          lon: columns(ids.length),
          lat: columns(ids.length),
          fields: fc.record({ total: columns(ids.length), age_60_plus: columns(ids.length) }),
        }),
      )
      .map((rows) => layerOf('people', rows, id)),
    fc
      .array(fc.record({ id: name, name, polygons: fc.constant(SQUARE) }))
      .map((rows) => layerOf('areas', rows, id)),
    fc
      .array(fc.record({ id: name, lon, lat, price: amount }, { noNullPrototype: true }))
      .map((rows) => layerOf('candidates', rows, id)),
  );

/** Projects with anything in them that a project may have. */
export const project: fc.Arbitrary<Project> = fc
  .record({
    name,
    scenarios: fc.uniqueArray(
      fc.record({
        id,
        name,
        edits: fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant('add' as const), facility }),
            fc.record({ kind: fc.constant('move' as const), id: name, lon, lat }),
            fc.record({
              kind: fc.constant('capacity' as const),
              id: name,
              capacity: fc.option(amount),
            }),
          ),
          { maxLength: 4 },
        ),
      }),
      { selector: (each) => each.id, maxLength: 4 },
    ),
    on: fc.constantFrom(null, '2027', '2027-06-15'),
    settings: fc.constantFrom('', '?service=clinic&at=150.02000,38.01000,14.00'),
    layers: fc.uniqueArray(id, { maxLength: 3 }).chain((ids) => fc.tuple(...ids.map(layer))),
  })
  .map((parts) => projectOf({ ...parts, chosen: parts.scenarios[0]?.id ?? null }));
