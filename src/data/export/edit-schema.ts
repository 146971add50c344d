import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.optional(v.pipe(v.string(), v.maxLength(1000)));
const lon = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
const status = v.picklist(['open', 'planned', 'building', 'closed']);
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
const capacity = v.pipe(v.number(), v.finite(), v.minValue(0));

/** A facility as a scenario adds it: the members of Facility (tables/facility.ts). */
const Added = v.object({
  id,
  name: id,
  nameEn: text,
  service: id,
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
  stepFree: v.optional(v.boolean()),
  accuracy: text,
  source: text,
});

/** One change to the list of facilities, as it stands in files. */
export const EditSchema = v.variant('kind', [
  v.object({ kind: v.literal('add'), facility: Added }),
  v.object({ kind: v.literal('move'), id, lon, lat }),
  v.object({ kind: v.literal('status'), id, status }),
  v.object({ kind: v.literal('capacity'), id, capacity: v.nullable(capacity) }),
  v.object({ kind: v.literal('opened'), id, opened: v.nullable(date) }),
]);
export type WrittenEdit = v.InferOutput<typeof EditSchema>;

/** A day or month or year, ISO. */
export const IsoDateSchema = date;

/** A scenario as it stands in files: `{name, edits}`. */
export const ScenarioSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  edits: v.array(EditSchema),
});
