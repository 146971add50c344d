import * as v from 'valibot';
import { BothSchema, RecipeSchema } from './claim-recipe.ts';
import { Fault } from './fault.ts';
import { cut } from './tables/quoted.ts';
import { NAME_LIMIT } from './tables/text-cell.ts';

/**
 * What a published figure measures. The first four are all called coverage (覆盖): share of people by
 * travel time, share of estates equipped, share of administrative units that have one, share of
 * people enrolled. The last is a number of things or people, and no coverage.
 */
export const MEANINGS = ['reach', 'equipped', 'units', 'enrolled', 'number'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a figure could be tested by: the map, a register of somebody's, or neither. */
export const TESTABLE = ['map', 'register', 'no'] as const;
export type Testable = (typeof TESTABLE)[number];

/** One figure that somebody has published, and how it is put to the map. */
export const ClaimSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
    place: BothSchema,
    /** Ids of the regions that the place is made of: one, or all parts of a city. */
    regions: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,200}$/))), v.minLength(1)),
    /** What it is about, in words; the services of ours that it is about, often none. */
    topic: BothSchema,
    services: v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(NAME_LIMIT))),
    /** The figure, in our words. */
    figure: BothSchema,
    meaning: v.picklist(MEANINGS),
    /** Of whom or what it is a share, as published; null where the report does not say. */
    of: v.nullable(BothSchema),
    source: BothSchema,
    /** The year it speaks of, and what else is known of the date. */
    year: v.pipe(v.string(), v.regex(/^(19|20)\d\d/), v.maxLength(40)),
    testable: v.picklist(TESTABLE),
    recipe: v.nullable(RecipeSchema),
    note: v.optional(BothSchema),
    /** 示例数据: made up, for an invented region. */
    invented: v.optional(v.literal(true)),
  }),
  v.check(
    ({ testable, recipe }) => (testable === 'no') === (recipe === null),
    'recipe: null where testable is "no", and only there',
  ),
);
export type Claim = v.InferOutput<typeof ClaimSchema>;

/**
 * The value of a claims.json → claims, in its order. Throws Fault `claims` (which entry, where, got,
 * expected), `claim-percent` for a share above 100 %, `double-claim` where two have one id.
 */
export function parseClaims(json: unknown): Claim[] {
  if (!Array.isArray(json)) {
    throw new Fault('claims', { zh: '说法表应为数组。', en: 'claims: expected a list.' });
  }
  const seen = new Set<string>();
  return json.map((entry: unknown, i) => {
    const result = v.safeParse(ClaimSchema, entry);
    if (!result.success) throw badClaim(i + 1, result.issues[0]);
    const claim = result.output;
    if (seen.has(claim.id)) throw doubleClaim(i + 1, claim.id);
    seen.add(claim.id);
    return claim;
  });
}

/** The claims of these ids, in their order. Throws Fault `no-such-claim`. */
export function chooseClaims(claims: readonly Claim[], ids: readonly string[]): Claim[] {
  return ids.map((id) => {
    const found = claims.find((claim) => claim.id.toLowerCase() === id.trim().toLowerCase());
    if (found) return found;
    const [first, last] = [claims[0]?.id ?? '–', claims[claims.length - 1]?.id ?? '–'];
    throw new Fault('no-such-claim', {
      zh: `没有编号为“${cut(id)}”的说法：共有 ${claims.length} 条，从 ${first} 到 ${last}。请检查编号，或去掉 --claim 看全部。`,
      en: `No claim "${cut(id)}": there are ${claims.length}, ${first} to ${last}. Check the id, or leave out --claim to see all.`,
    });
  });
}

export const percentFault = (where: Fault['text'], got: string): Fault =>
  new Fault('claim-percent', {
    zh: `${where.zh}：比例为“${cut(got)}”，应为 0 到 100 的百分数。份额不会超过全体，请核对原文。`,
    en: `${where.en}: the share is "${cut(got)}", expected 0 to 100 percent. No share exceeds the whole; check the report.`,
  });

const doubleClaim = (nth: number, id: string) =>
  new Fault('double-claim', {
    zh: `说法表第 ${nth} 条的编号“${id}”已经用过，每条应各不相同。`,
    en: `claims entry ${nth}: the id “${id}” was used before; expected each once.`,
  });

function badClaim(nth: number, issue: v.BaseIssue<unknown>): Fault {
  const path = v.getDotPath(issue) ?? '';
  const where = { zh: `说法表第 ${nth} 条`, en: `claims entry ${nth}` };
  if (path === 'recipe.percent' && typeof issue.input === 'number') {
    return percentFault(where, String(issue.input));
  }
  return new Fault('claims', {
    zh: `${where.zh}“${path}”处应为 ${issue.expected ?? issue.message}，实为 ${cut(String(issue.received))}。`,
    en: `${where.en} at “${path}”: expected ${issue.expected ?? issue.message}, got ${cut(String(issue.received))}.`,
  });
}
