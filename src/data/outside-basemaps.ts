import * as v from 'valibot';
import type { Parsed, Rejection, Text } from './fault.ts';

/** A basemap of somebody else's that the deployer offers. It is asked for nothing until chosen. */
export type OutsideBasemap = {
  /** As in the address: `tianditu`, else its own `id`, else its place in the list from 1. */
  id: string;
  name: Text;
  /** 审图号, where the deployer states one; without it the map is 示意图. */
  approval?: string;
  attribution: Text;
} & (
  | { kind: 'tianditu'; key: string; host: string }
  | { kind: 'xyz'; url: string; maxzoom: number }
  | { kind: 'pmtiles'; url: string }
);

/** 天地图's own servers, t0 to t7; `{s}` is one of them. */
const TIANDITU_HOST = 'https://t{s}.tianditu.gov.cn';
const TIANDITU: { name: Text; attribution: Text } = {
  name: { zh: '天地图', en: 'Tianditu' },
  attribution: {
    zh: '天地图 · 国家地理信息公共服务平台',
    en: 'Tianditu · National Platform for Common Geospatial Information Services',
  },
};

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/));
const address = v.pipe(v.string(), v.maxLength(2000), v.check(isAddress));
const about = { id: v.optional(id), approval: v.optional(words) };
const named = { ...about, name: words, name_en: v.optional(words), attribution: words };

const ENTRY = v.variant('kind', [
  v.object({
    ...about,
    kind: v.literal('tianditu'),
    key: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8,64}$/)),
    host: v.optional(address, TIANDITU_HOST),
  }),
  v.object({
    ...named,
    kind: v.literal('xyz'),
    url: v.pipe(address, v.check(isTemplate)),
    maxzoom: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24)), 18),
  }),
  v.object({ ...named, kind: v.literal('pmtiles'), url: address }),
]);

const EXPECTED: Record<string, Text> = {
  kind: { zh: '"tianditu"、"xyz" 或 "pmtiles"', en: '"tianditu", "xyz" or "pmtiles"' },
  key: { zh: '天地图的浏览器端密钥', en: 'a browser key of 天地图' },
  url: {
    zh: 'http(s) 网址；xyz 须含 {z}、{x}、{y}',
    en: 'an http(s) address; with {z}, {x} and {y} for xyz',
  },
  host: { zh: 'http(s) 网址', en: 'an http(s) address' },
  id: {
    zh: '1 到 60 个字母、数字、_ 或 -，不与别项相同',
    en: '1 to 60 letters, digits, _ or -, unlike the others',
  },
  maxzoom: { zh: '0 到 24 的整数', en: 'a whole number from 0 to 24' },
};
const WORDS: Text = { zh: '1 到 200 个字符的文字', en: 'text of 1 to 200 characters' };
const OBJECT: Text = { zh: '一个对象', en: 'an object' };
const LIST: Text = { zh: '一个数组', en: 'a list' };

/**
 * The value of tiles/basemaps.json → basemaps in its order; entries that are none are named in
 * `rejected`, `line` being their place in the list from 1 (0: it is no list at all).
 */
export function parseOutsideBasemaps(json: unknown): Parsed<OutsideBasemap> {
  if (!Array.isArray(json)) return { rows: [], rejected: [refuse(0, '', json, LIST)] };
  const rows: OutsideBasemap[] = [];
  const rejected: Rejection[] = [];
  json.forEach((value: unknown, i) => {
    const result = v.safeParse(ENTRY, value);
    if (!result.success) {
      const member = result.issues[0].path?.[0].key;
      const got = member === undefined ? value : (value as Record<string, unknown>)[String(member)];
      const expected = member === undefined ? OBJECT : (EXPECTED[String(member)] ?? WORDS);
      rejected.push(refuse(i + 1, String(member ?? ''), got, expected));
      return;
    }
    const row = basemapOf(result.output, i + 1);
    if (rows.some((other) => other.id === row.id)) {
      rejected.push(refuse(i + 1, 'id', row.id, EXPECTED.id));
    } else rows.push(row);
  });
  return { rows, rejected };
}

function basemapOf(entry: v.InferOutput<typeof ENTRY>, nth: number): OutsideBasemap {
  if (entry.kind === 'tianditu') return { ...TIANDITU, ...entry, id: entry.id ?? 'tianditu' };
  const { name, name_en, attribution, ...rest } = entry;
  return {
    ...rest,
    id: entry.id ?? String(nth),
    name: { zh: name, en: name_en ?? name },
    attribution: { zh: attribution, en: attribution },
  };
}

function isAddress(text: string): boolean {
  try {
    // {s} may be part of a host's name, which no URL may have braces in.
    return /^https?:$/.test(new URL(text.replaceAll('{s}', '0')).protocol);
  } catch {
    return false;
  }
}

function isTemplate(text: string): boolean {
  return ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
}

function refuse(nth: number, member: string, got: unknown, expected: Text): Rejection {
  const value = (JSON.stringify(got) ?? '∅').slice(0, 80);
  const [zh, en] = nth ? [`第 ${nth} 项`, `entry ${nth}`] : ['', ''];
  const of = member ? ` ${member}` : '';
  return {
    line: nth,
    code: 'basemap',
    value,
    text: {
      zh: `tiles/basemaps.json ${zh}${of}：现为 ${value}，应为${expected.zh}。`,
      en: `tiles/basemaps.json ${en}${of}: got ${value}; expected ${expected.en}.`,
    },
  };
}
