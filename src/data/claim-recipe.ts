import * as v from 'valibot';
import { PROFILES } from '../core/profile.ts';
import { NAME_LIMIT } from './tables/text-cell.ts';

const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(NAME_LIMIT));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_LIMIT));
export const BothSchema = v.strictObject({
  zh: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400)),
  en: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400)),
});
const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000));
const minutes = v.pipe(v.number(), v.minValue(1), v.maxValue(240));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const decimals = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)));
const rounding = v.optional(v.picklist(['nearest', 'down', 'up']));

/**
 * A published share: so many percent, as the report rounds it; `full` means everybody, not
 * 99.5 percent of them.
 */
const share = {
  percent: v.optional(percent),
  decimals,
  rounding,
  full: v.optional(v.literal(true)),
};

/** How a claim is put to the map, by what it says. */
export const RecipeSchema = v.variant('kind', [
  /** Share of people within some minutes; `sites` that the report counts, for want of a list. `service` null where ours has no such kind. */
  v.strictObject({
    kind: v.literal('reach'),
    service: v.nullable(key),
    minutes: v.pipe(v.array(minutes), v.minLength(1), v.maxLength(4)),
    zones: v.optional(v.strictObject({ urban: minutes, rural: minutes })),
    profile: v.optional(v.picklist(PROFILES.map(({ key }) => key))),
    sites: v.optional(number),
    ...share,
  }),
  /** Share of listed places that are equipped; `count` of them where it is published. */
  v.strictObject({
    kind: v.literal('equipped'),
    service: key,
    count: v.optional(number),
    ...share,
  }),
  /** Share of administrative units with at least one; `service` null where ours has no such kind. */
  v.strictObject({
    kind: v.literal('units'),
    service: v.nullable(key),
    count: v.optional(number),
    ...share,
  }),
  /** So many enrolled are such a share of the residents; `asks` for the share or for the number. */
  v.strictObject({
    kind: v.literal('enrolled'),
    count: number,
    asks: v.picklist(['share', 'count']),
    base: v.optional(
      v.strictObject({
        people: number,
        year: v.pipe(v.number(), v.integer()),
        ...BothSchema.entries,
      }),
    ),
    ...share,
  }),
  /** So many of these services, with such a status; `named` words are in the names of that kind, `names` are the sites'. */
  v.strictObject({
    kind: v.literal('count'),
    services: v.array(key),
    count: number,
    status: v.optional(v.picklist(['open', 'planned', 'building'])),
    named: v.optional(v.array(words)),
    names: v.optional(v.array(words)),
  }),
  /** What no list or map of ours holds, and would have to. */
  v.strictObject({ kind: v.literal('needs'), ...BothSchema.entries }),
]);

export type Recipe = v.InferOutput<typeof RecipeSchema>;
export type RecipeKind = Recipe['kind'];
export type RecipeOf<K extends RecipeKind> = Extract<Recipe, { kind: K }>;

/** The parts of a recipe that say which share was published. */
export interface PublishedShare {
  percent?: number;
  decimals?: number;
  rounding?: 'nearest' | 'down' | 'up';
  full?: true;
}
