import * as v from 'valibot';
import { Fault, type Text } from './fault.ts';

/** How near a service should be. Equal where town and country are held to the same. */
export interface Limit {
  unit: 'minutes' | 'metres';
  urban: number;
  rural: number;
}

/**
 * How sure we are of a figure: read in a source that quotes the rule, or remembered in part or
 * whole. Nobody has checked any of them against the rule itself, so this always stands beside it.
 */
export const CONFIDENCES = ['secondary', 'partly_memory', 'memory'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a rule or plan says of how near a kind of place should be. */
export interface Standard {
  key: string;
  zh: string;
  en: string;
  /** Keys of the services it speaks of. The first standard with a limit that names a service is its own. */
  services: string[];
  /** What may be chosen; none where the rule gives no figure. */
  limits: Limit[];
  /** The rule's name. */
  basis: Text;
  confidence: Confidence;
  /** What else it asks for. */
  note?: Text;
}

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const both = v.object({ zh: words, en: words });
const amount = v.pipe(v.number(), v.minValue(1), v.maxValue(100_000));
const amounts = v.union([amount, v.strictObject({ urban: amount, rural: amount })]);
const LIMIT = v.union([v.strictObject({ minutes: amounts }), v.strictObject({ metres: amounts })]);

const STANDARD = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(200)),
  zh: words,
  en: words,
  services: v.array(v.string()),
  limits: v.array(LIMIT),
  basis: both,
  confidence: v.picklist(CONFIDENCES),
  note: v.optional(both),
});

/**
 * The value of a standards.json → standards, in its order. Throws Fault `standards` (which entry,
 * where, got, expected) or `double-standard` where two have one key.
 */
export function parseStandards(json: unknown): Standard[] {
  if (!Array.isArray(json)) {
    throw new Fault('standards', {
      zh: '标准表应为数组。',
      en: 'standards: expected a list.',
    });
  }
  const seen = new Set<string>();
  return json.map((entry: unknown, i) => {
    const result = v.safeParse(STANDARD, entry);
    if (!result.success) throw badStandard(i + 1, result.issues[0]);
    const { limits, ...rest } = result.output;
    if (seen.has(rest.key)) {
      throw new Fault('double-standard', {
        zh: `标准表第 ${i + 1} 项的 key“${rest.key}”已经用过，每项应各不相同。`,
        en: `standards entry ${i + 1}: the key “${rest.key}” was used before; expected each once.`,
      });
    }
    seen.add(rest.key);
    return { ...rest, limits: limits.map(limitOf) };
  });
}

/** The standard a service is held to unless another is chosen; null where none has a figure for it. */
export function ownStandard(standards: Standard[], service: string): Standard | null {
  return (
    standards.find(({ services, limits }) => limits.length && services.includes(service)) ?? null
  );
}

function limitOf(limit: v.InferOutput<typeof LIMIT>): Limit {
  const [unit, value] =
    'minutes' in limit
      ? (['minutes', limit.minutes] as const)
      : (['metres', limit.metres] as const);
  return typeof value === 'number' ? { unit, urban: value, rural: value } : { unit, ...value };
}

function badStandard(nth: number, issue: v.BaseIssue<unknown>): Fault {
  const path = v.getDotPath(issue) ?? '';
  return new Fault('standards', {
    zh: `标准表第 ${nth} 项“${path}”处应为 ${issue.expected}，实为 ${issue.received}。`,
    en: `standards entry ${nth} at “${path}”: expected ${issue.expected}, got ${issue.received}.`,
  });
}
