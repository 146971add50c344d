import * as v from 'valibot';
import { Fault } from './fault.ts';

const years = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

const SERVICE = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'expected lower-case letters, digits, _')),
  zh: words,
  en: words,
  icon: words,
  colour: v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/, 'expected a colour as in #1F5FA8')),
  people: v.union(
    [
      v.literal('total'),
      // Strict: a misspelt "to" would silently count everybody above "from".
      v.pipe(
        v.strictObject({ from: years, to: v.optional(years) }),
        v.check(({ from, to }) => to === undefined || from <= to),
      ),
    ],
    'expected "total" or {"from": years, "to": years}, "to" not below "from" or left out',
  ),
  minutes: v.pipe(v.number(), v.gtValue(0), v.maxValue(180)),
  measure: v.picklist(['reach', 'share_equipped']),
});

/** A kind of place people go to, and how its coverage is measured. */
export interface Service {
  /** As in data/services.json and the service column of a facility table. */
  key: string;
  zh: string;
  en: string;
  icon: string;
  /** #RRGGBB */
  colour: string;
  /** Who is counted: everybody, or ages in whole years, both inclusive; no `to` means and above. */
  people: 'total' | { from: number; to?: number };
  /** The limit first shown. */
  minutes: number;
  /** Share of people by travel time, or share of listed estates that are equipped. */
  measure: 'reach' | 'share_equipped';
}

/**
 * The value of a services.json → services, in its order. Members that are not ours are left off.
 * Throws Fault `services` (which entry, which member, got, expected) or `double-service` when a key
 * or name could mean two services.
 */
export function parseServices(json: unknown): Service[] {
  const result = v.safeParse(v.pipe(v.array(SERVICE), v.minLength(1)), json);
  if (!result.success) throw badService(result.issues[0], json);
  const owner = new Map<string, number>();
  result.output.forEach((service, i) => {
    // A service may well be called the same in two languages; two services may not.
    for (const name of [service.key, service.zh, service.en]) {
      const other = owner.get(name.toLowerCase());
      if (other !== undefined && other !== i) throw doubleService(name, other + 1, i + 1);
      owner.set(name.toLowerCase(), i);
    }
  });
  return result.output;
}

function badService(issue: v.BaseIssue<unknown>, json: unknown): Fault {
  const [index, ...rest] = issue.path?.map((step) => step.key) ?? [];
  const key = Array.isArray(json) ? (json[index as number] as { key?: unknown } | null)?.key : null;
  const named = typeof key === 'string' ? ` (${key.slice(0, 80)})` : '';
  const nth = typeof index === 'number' ? index + 1 : null;
  const member = rest.length > 0 ? ` ${rest.join('.')}` : '';
  return new Fault('services', {
    zh: `服务表${nth === null ? '' : `第 ${nth} 项${named}`}${member}:${issue.message}`,
    en: `services${nth === null ? '' : ` entry ${nth}${named}`}${member}: ${issue.message}`,
  });
}

function doubleService(name: string, first: number, second: number): Fault {
  return new Fault('double-service', {
    zh: `服务表第 ${first} 项与第 ${second} 项都叫“${name}”,键和名称应各不相同。`,
    en: `services entries ${first} and ${second} are both called “${name}”; expected keys and names to differ.`,
  });
}
