import { parseArgs } from 'node:util';
import { PROFILES, profileOf } from '../../src/core/profile.ts';
import { choosePeople, resolvePeople } from '../../src/data/tables/people-field.ts';
import type { Service } from '../../src/data/services.ts';
import { DEFAULT_DETOUR, type Method, type Query } from '../../src/engine/query.ts';
import { plainNumber } from '../../src/data/tables/plain-number.ts';
import { cliFaults } from './cli-faults.ts';

export type Options = Record<string, string | undefined>;

/** Reads `--name value` options, each at most once; nothing else is accepted. Throws Fault. */
export function readOptions(args: string[], names: string[], command: string): Options {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const config = { args: joinNegatives(args), options, strict: true, tokens: true } as const;
  let parsed;
  try {
    parsed = parseArgs(config);
  } catch (error) {
    const why = (error as Error).message.split(/\.\s|\n/)[0].replace(/\.$/, '');
    throw cliFaults.usage(`${command}: ${why}.`, `${command}:${why}。`);
  }
  const given = parsed.tokens.flatMap((token) => (token.kind === 'option' ? token.rawName : []));
  const twice = given.find((name, k) => given.indexOf(name) < k);
  if (twice) throw cliFaults.twice(twice, command);
  return parsed.values as Options;
}

/** `--at -51.2,-30` means what it says, though parseArgs would take -51.2 for an option. */
function joinNegatives(args: string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const last = joined[joined.length - 1];
    if (/^-[\d.]/.test(arg) && /^--[a-z-]+$/.test(last ?? ''))
      joined[joined.length - 1] += `=${arg}`;
    else joined.push(arg);
    return joined;
  }, []);
}

export function needed(options: Options, name: string, command: string): string {
  return options[name] || fail(cliFaults.missing(`--${name}`, command));
}

/** A finite number above `over`, at most `most`. */
export function numberOption(options: Options, name: string, over: number, most: number) {
  const text = options[name];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() && value > over && value <= most) return value;
  throw cliFaults.value(
    `--${name}`,
    text,
    `a number above ${over} and at most ${most}`,
    `大于 ${over}、不超过 ${most} 的数`,
  );
}

/** `--top N`: how many rows at most. */
export function topOption(options: Options): number | undefined {
  const text = options.top;
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) >= 1) return Number(text);
  throw cliFaults.value('--top', text, 'a whole number, 1 or more', '1 或更大的整数');
}

export function choice<T extends string>(options: Options, name: string, among: readonly T[]): T {
  const got = options[name] ?? among[0];
  const found = among.find((value) => value === got);
  const list = among.join(', ');
  return found ?? fail(cliFaults.value(`--${name}`, got, `one of ${list}`, `其中之一：${list}`));
}

export const QUERY_OPTIONS = [
  'region',
  'service',
  'minutes',
  'profile',
  'speed',
  'method',
  'detour',
  'people',
  'format',
];

/** Limits like "5,10,15", given back ascending and without repeats. */
function minutesOption(options: Options, service: Service): number[] {
  const text = options.minutes ?? String(service.minutes);
  const minutes = text.split(',').map((part) => plainNumber(part.trim()));
  if (minutes.every((m) => m > 0 && m <= 240)) return [...new Set(minutes)].sort((a, b) => a - b);
  throw cliFaults.value(
    '--minutes',
    text,
    'minutes above 0 and at most 240, such as 5,10,15',
    '大于 0、不超过 240 的分钟数，如 5,10,15',
  );
}

export function serviceOption(options: Options, services: Service[], command: string): Service {
  const key = needed(options, 'service', command);
  const known = services.map((s) => s.key).join(', ');
  return (
    services.find((s) => s.key === key) ??
    fail(cliFaults.value('--service', key, `one of ${known}`, `其中之一：${known}`))
  );
}

/** The question the options ask of a region with these population fields. */
export function queryOption(options: Options, service: Service, fields: string[]) {
  const profile = profileOf(
    choice(
      options,
      'profile',
      PROFILES.map((p) => p.key),
    ),
  )!;
  const people = options.people
    ? choosePeople(fields, options.people)
    : resolvePeople(fields, service.people);
  const query: Query = {
    service: service.key,
    minutes: minutesOption(options, service),
    profile: profile.key,
    speed: numberOption(options, 'speed', 0, 10) ?? profile.speed,
    method: choice<Method>(options, 'method', ['network', 'buffer']),
    detour: numberOption(options, 'detour', 0.999, 5) ?? DEFAULT_DETOUR,
    people: people.columns,
  };
  return { query, people };
}

function fail(fault: Error): never {
  throw fault;
}
