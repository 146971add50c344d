import * as v from 'valibot';
import { PROFILES, type ProfileKey } from '../core/profile.ts';
import { Fault, type Text } from './fault.ts';

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
  /** Who moves unless another is asked for; a general walker where it does not say. */
  profile?: ProfileKey;
}

const years = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(150));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

const SERVICE = v.object({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/), v.maxLength(200)),
  zh: words,
  en: words,
  icon: words,
  colour: v.pipe(v.string(), v.regex(/^#[0-9A-Fa-f]{6}$/)),
  people: v.union([
    v.literal('total'),
    // Strict: a misspelt "to" would silently count everybody above "from".
    v.pipe(
      v.strictObject({ from: years, to: v.optional(years) }),
      v.check(({ from, to }) => to === undefined || from <= to),
    ),
  ]),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  measure: v.picklist(['reach', 'share_equipped']),
  profile: v.optional(v.picklist(PROFILES.map(({ key }) => key))),
});

const ENTRY: Text = { zh: '一个对象', en: 'an object' };
const WORDS: Text = { zh: '1 到 200 个字符的文字', en: 'text of 1 to 200 characters' };
const EXPECTED: Record<keyof Service, Text> = {
  key: {
    zh: '小写字母开头的小写字母、数字与下划线',
    en: 'lower-case letters, digits and _, a letter first',
  },
  zh: WORDS,
  en: WORDS,
  icon: WORDS,
  colour: { zh: '如 #1F5FA8 的颜色', en: 'a colour as in #1F5FA8' },
  people: {
    zh: '"total" 或 {"from": 岁, "to": 岁}，整数，to 可省略且不小于 from',
    en: '"total" or {"from": years, "to": years}, whole years, "to" not below "from" or left out',
  },
  minutes: { zh: '1 到 30 的整数', en: 'a whole number from 1 to 30' },
  measure: { zh: '"reach" 或 "share_equipped"', en: '"reach" or "share_equipped"' },
  profile: {
    zh: `${PROFILES.map(({ key }) => key).join('、')} 之一，或不写`,
    en: `one of ${PROFILES.map(({ key }) => key).join(', ')}, or left out`,
  },
};

/**
 * The value of a services.json → services, in its order. Members that are not ours are left off.
 * Throws Fault `services` (which entry, which member, got, expected) or `double-service` when a key
 * or name could mean two services.
 */
export function parseServices(json: unknown): Service[] {
  if (!Array.isArray(json) || json.length === 0) throw notAList();
  const services = json.map((entry: unknown, i) => {
    const result = v.safeParse(SERVICE, entry);
    if (!result.success) throw badService(i + 1, entry, result.issues[0].path?.[0].key);
    return result.output;
  });
  const owner = new Map<string, number>();
  services.forEach((service, i) => {
    // A service may well be called the same in two languages; two services may not.
    for (const name of [service.key, service.zh, service.en]) {
      const other = owner.get(name.toLowerCase());
      if (other !== undefined && other !== i) throw doubleService(name, other + 1, i + 1);
      owner.set(name.toLowerCase(), i);
    }
  });
  return services;
}

function notAList(): Fault {
  return new Fault('services', {
    zh: '服务表应为非空数组。',
    en: 'services: expected a list that is not empty.',
  });
}

/** `member` is the first one at fault; undefined when the entry is no object at all. */
function badService(nth: number, entry: unknown, member: unknown): Fault {
  const known = member as keyof Service | undefined;
  const expected = known === undefined ? ENTRY : EXPECTED[known];
  const value = known === undefined ? entry : (entry as Partial<Service>)[known];
  const got = (JSON.stringify(value) ?? '∅').slice(0, 80);
  const key = (entry as { key?: unknown } | null)?.key;
  const named = typeof key === 'string' ? ` “${key.slice(0, 80)}”` : '';
  const of = known === undefined ? '' : ` ${known}`;
  return new Fault('services', {
    zh: `服务表第 ${nth} 项${named}${of}：现为 ${got}，应为${expected.zh}。`,
    en: `services entry ${nth}${named}${of}: got ${got}; expected ${expected.en}.`,
  });
}

function doubleService(name: string, first: number, second: number): Fault {
  return new Fault('double-service', {
    zh: `服务表第 ${first} 项与第 ${second} 项都叫“${name}”，键和名称应各不相同。`,
    en: `services entries ${first} and ${second} are both called “${name}”; expected keys and names to differ.`,
  });
}
