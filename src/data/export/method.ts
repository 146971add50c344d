import * as v from 'valibot';
import { PROFILES } from '../../core/profile.ts';
import { EditSchema, IsoDateSchema } from './edit-schema.ts';
import { methodFaults } from './method-faults.ts';

/** What an export holds. */
export const WHATS = ['areas', 'gaps', 'places', 'facilities', 'bands', 'map', 'report'] as const;
export type What = (typeof WHATS)[number];

const count = v.pipe(v.number(), v.finite());
const minutes = v.pipe(v.number(), v.gtValue(0), v.maxValue(240));
const name = v.pipe(v.string(), v.maxLength(200));

const Method = v.object({
  huimin: v.literal('method'),
  version: v.literal(1),
  /** Version of the software that made it. */
  software: name,
  region: v.object({
    id: name,
    name,
    name_en: v.optional(name),
    data_date: v.nullable(v.string()),
    bundle_sha256: v.string(),
    invented: v.boolean(),
  }),
  what: v.picklist(WHATS),
  service: name,
  minutes: v.pipe(v.array(minutes), v.minLength(1)),
  zones: v.nullable(v.object({ urban: minutes, rural: minutes })),
  profile: v.picklist(PROFILES.map(({ key }) => key)),
  speed_mps: v.pipe(v.number(), v.gtValue(0)),
  start_seconds: v.pipe(v.number(), v.minValue(0)),
  method: v.picklist(['network', 'buffer']),
  detour: v.pipe(v.number(), v.minValue(1)),
  /** Population columns that are added up. */
  people: v.pipe(v.array(name), v.minLength(1)),
  scenario: v.nullable(v.object({ name, edits: v.array(EditSchema) })),
  /** The day the facilities are looked at; null for their status as listed. */
  on: v.nullable(IsoDateSchema),
  figures: v.object({
    people: count,
    facilities: count,
    bands: v.array(v.object({ minutes, covered: count })),
    /** People within the limit of their own zone. */
    zoned: v.nullable(count),
    off_network_people: count,
    gaps: count,
    gap_people: count,
  }),
  /** The day it was made, ISO. */
  made: IsoDateSchema,
});

/** How an export came about, and what it said: enough to ask the same again. Described in data/README.md. */
export type MethodBlock = v.InferOutput<typeof Method>;

/** What every written block begins with, so that it can be found in whatever carries it. */
export const METHOD_MARK = '{"huimin":"method"';

/** The block on one line. Numbers are written so that they are read back to the bit. */
export function formatMethod(block: MethodBlock): string {
  const { huimin, ...rest } = block;
  return JSON.stringify({ huimin, ...rest });
}

/** Checks a parsed block. Throws Fault `method`. */
export function parseMethod(json: unknown, where: string): MethodBlock {
  const result = v.safeParse(Method, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw methodFaults.wrong(where, v.getDotPath(issue) ?? '', issue.expected, issue.received);
}
