import * as v from 'valibot';
import { isoDate } from '../tables/iso-date.ts';
import { NAME_LIMIT, TEXT_LIMIT } from '../tables/text-cell.ts';

const id = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_LIMIT));
const text = v.optional(v.pipe(v.string(), v.maxLength(TEXT_LIMIT)));
const lon = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const status = v.picklist(['open', 'planned', 'building', 'closed']);
const date = v.pipe(
  v.string(),
  v.check((text) => isoDate(text) === text, 'yyyy, yyyy-mm, yyyy-mm-dd'),
);
const capacity = v.pipe(v.number(), v.minValue(0), v.maxValue(10_000_000));

// Strict everywhere: a misspelt key would be dropped in silence.
/** A facility as a scenario adds it: the members of Facility (tables/facility.ts). */
export const FacilitySchema = v.strictObject({
  id,
  name: id,
  nameEn: text,
  service: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(NAME_LIMIT)),
  lon,
  lat,
  entrances: v.optional(v.array(v.tuple([lon, lat]))),
  status,
  equipped: v.optional(v.boolean()),
  capacity: v.optional(capacity),
  opened: v.optional(date),
  address: text,
  phone: text,
  hours: text,
  price: text,
  note: text,
  stepFree: v.optional(v.boolean()),
  accuracy: text,
  source: text,
});

/** One change to the list of facilities, as it stands in files. */
export const EditSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('add'), facility: FacilitySchema }),
  v.strictObject({ kind: v.literal('move'), id, lon, lat }),
  v.strictObject({ kind: v.literal('status'), id, status }),
  v.strictObject({ kind: v.literal('capacity'), id, capacity: v.nullable(capacity) }),
  v.strictObject({ kind: v.literal('opened'), id, opened: v.nullable(date) }),
]);
export type WrittenEdit = v.InferOutput<typeof EditSchema>;

/** A day or month or year, ISO. */
export const IsoDateSchema = date;

/** A scenario as it stands in files: `{name, edits}`. */
export const ScenarioSchema = v.strictObject({
  name: id,
  edits: v.array(EditSchema),
});
