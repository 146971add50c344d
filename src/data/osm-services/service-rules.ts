import * as v from 'valibot';
import { Fault, type Text } from '../fault.ts';
import type { Service } from '../services.ts';

/** Wanted values of a tag: one, any of several, or "*" for whatever it says. */
export type Wanted = string | string[];

/** What an OSM object must be tagged with to offer a service. */
export interface ServiceRule {
  /** Key of data/services.json. */
  service: string;
  /** All of these. */
  tags: Record<string, Wanted>;
  /** And its name holds one of these. */
  name?: string[];
  /** And none of these. */
  except?: Record<string, Wanted>;
  /** What an object without a name is called. */
  zh: string;
  en: string;
  /** Such objects do not offer the service; they are counted with this reason. */
  skip?: Text;
}

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const wanted = v.union([words, v.pipe(v.array(words), v.minLength(1))]);
const condition = v.pipe(
  v.record(words, wanted),
  v.check((tags) => Object.keys(tags).length > 0),
);

// Strict: a misspelt "except" would silently take what it should leave.
const RULE = v.strictObject({
  service: words,
  tags: condition,
  name: v.optional(v.pipe(v.array(words), v.minLength(1))),
  except: v.optional(condition),
  zh: words,
  en: words,
  skip: v.optional(v.strictObject({ zh: words, en: words })),
});

const TAGS: Text = {
  zh: '非空对象，如 {"amenity": "school"} 或 {"amenity": ["clinic", "doctors"]}，"*" 为任意值',
  en: 'an object that is not empty, as {"amenity": "school"} or {"amenity": ["clinic", "doctors"]}, "*" for any value',
};
const WORDS: Text = { zh: '1 到 200 个字符的文字', en: 'text of 1 to 200 characters' };
const EXPECTED: Record<keyof ServiceRule, Text> = {
  service: WORDS,
  tags: TAGS,
  name: { zh: '非空的文字列表', en: 'a list of texts that is not empty' },
  except: TAGS,
  zh: WORDS,
  en: WORDS,
  skip: { zh: '{"zh": 原因, "en": 原因}', en: '{"zh": reason, "en": reason}' },
};

/**
 * The value of data/osm-services.json → rules, in its order, which matters: of the rules of one
 * service the first that an object meets decides. Throws Fault `osm-services`: which entry, which
 * member, what was got and what was expected.
 */
export function parseServiceRules(json: unknown, services: readonly Service[]): ServiceRule[] {
  if (!Array.isArray(json) || json.length === 0) {
    throw badRules('', { zh: '非空数组', en: 'a list that is not empty' }, json);
  }
  return json.map((entry: unknown, i) => {
    const result = v.safeParse(RULE, entry);
    const at = `[${i}]`;
    if (!result.success) {
      const member = String(result.issues[0].path?.[0].key ?? '');
      if (!Object.hasOwn(EXPECTED, member)) {
        const known = Object.keys(EXPECTED).join(' ');
        const text = { zh: `只有 ${known} 的对象`, en: `an object of ${known} only` };
        throw badRules(at, text, entry);
      }
      const value = (entry as Record<string, unknown>)[member];
      throw badRules(`${at}.${member}`, EXPECTED[member as keyof ServiceRule], value);
    }
    if (!services.some(({ key }) => key === result.output.service)) {
      const keys = services.map(({ key }) => key).join(' ');
      const text = { zh: `服务之一：${keys}`, en: `one of the services ${keys}` };
      throw badRules(`${at}.service`, text, result.output.service);
    }
    return result.output;
  });
}

function badRules(where: string, expected: Text, value: unknown): Fault {
  const got = (JSON.stringify(value) ?? '∅').slice(0, 80);
  return new Fault('osm-services', {
    zh: `OSM 服务对照表${where}：现为 ${got}，应为${expected.zh}。`,
    en: `osm-services${where}: got ${got}; expected ${expected.en}.`,
  });
}
