import { parseArgs } from 'node:util';
import {
  MOST_SPEED,
  PROFILES,
  profileOf,
  type Profile,
  type ZoneMinutes,
} from '../../src/core/profile.ts';
import type { Region } from '../../src/data/region/region.ts';
import { choosePeople, resolvePeople } from '../../src/data/tables/people-field.ts';
import type { Service } from '../../src/data/services.ts';
import { DEFAULT_DETOUR, type Method, type Query } from '../../src/engine/query.ts';
import { hasZones } from '../../src/engine/zones.ts';
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
    throw cliFaults.usage(`${command}: ${why}.`, `${command}：${why}。`);
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
  'zones',
  'profile',
  'speed',
  'turn-out',
  'method',
  'detour',
  'people',
  'format',
];

/** Limits like "5,10,15", given back ascending and without repeats. */
function minutesOption(text: string): number[] {
  const minutes = text.split(',').map((part) => plainNumber(part.trim()));
  if (minutes.every((m) => m > 0 && m <= MOST_MINUTES)) return ascending(minutes);
  throw cliFaults.value(
    '--minutes',
    text,
    `minutes above 0 and at most ${MOST_MINUTES}, such as 5,10,15`,
    `大于 0、不超过 ${MOST_MINUTES} 的分钟数，如 5,10,15`,
  );
}

const MOST_MINUTES = 240;
const ascending = (minutes: number[]) => [...new Set(minutes)].sort((a, b) => a - b);

/** `--zones urban=15,rural=30`: a limit for each zone of the areas. */
function zonesOption(text: string): ZoneMinutes {
  const [, urban, rural] = /^urban=([\d.]+),rural=([\d.]+)$/.exec(text.trim()) ?? [];
  const zones = { urban: Number(urban), rural: Number(rural) };
  const valid = (minutes: number) => minutes > 0 && minutes <= MOST_MINUTES;
  if (valid(zones.urban) && valid(zones.rural)) return zones;
  throw cliFaults.value(
    '--zones',
    text,
    `urban=MINUTES,rural=MINUTES, each at most ${MOST_MINUTES}, such as urban=15,rural=30`,
    `urban=分钟,rural=分钟，各不超过 ${MOST_MINUTES}，如 urban=15,rural=30`,
  );
}

/** The limits of a question: as given, else the profile's own by zone where areas have any, else the service's. */
function limitOptions(options: Options, service: Service, profile: Profile, region: Region) {
  const minutes = options.minutes === undefined ? undefined : minutesOption(options.minutes);
  let zoneMinutes = options.zones === undefined ? undefined : zonesOption(options.zones);
  if (zoneMinutes && !hasZones(region)) {
    throw cliFaults.usage(
      '--zones: no area of this region says whether it is urban or rural; expected "zone" in its --areas.',
      '--zones：本区域的区划都没有注明 zone（城镇或农村），应在 --areas 文件中给出。',
    );
  }
  if (!minutes && !zoneMinutes && hasZones(region)) zoneMinutes = profile.zoneMinutes;
  const zoned = zoneMinutes && ascending([zoneMinutes.urban, zoneMinutes.rural]);
  return { minutes: minutes ?? zoned ?? [service.minutes], zoneMinutes };
}

/** Who moves: as given, else whoever the service is asked for by itself. */
export function profileOption(options: Options, service?: Service): Profile {
  const keys = PROFILES.map(({ key }) => key);
  const own = service?.profile ?? 'general';
  return profileOf(choice(options, 'profile', [own, ...keys.filter((key) => key !== own)]))!;
}

export function serviceOption(options: Options, services: Service[], command: string): Service {
  const key = needed(options, 'service', command);
  const known = services.map((s) => s.key).join(', ');
  return (
    services.find((s) => s.key === key) ??
    fail(cliFaults.value('--service', key, `one of ${known}`, `其中之一：${known}`))
  );
}

/** The question the options ask of a region. */
export function queryOption(options: Options, service: Service, region: Region) {
  const fields = Object.keys(region.places.fields);
  const profile = profileOption(options, service);
  const people = options.people
    ? choosePeople(fields, options.people)
    : resolvePeople(fields, service.people);
  const query: Query = {
    service: service.key,
    ...limitOptions(options, service, profile, region),
    profile: profile.key,
    speed: speedOption(options, profile),
    startSeconds: turnOutOption(options, profile),
    method: choice<Method>(options, 'method', ['network', 'buffer']),
    detour: numberOption(options, 'detour', 0.999, 5) ?? DEFAULT_DETOUR,
    people: people.columns,
  };
  return { query, people };
}

/** Metres a second; for vehicles that of the reference street. */
export function speedOption(options: Options, profile: Profile): number {
  return numberOption(options, 'speed', 0, MOST_SPEED) ?? profile.speed;
}

/** Seconds before an ambulance is on its way; nobody else has any. */
function turnOutOption(options: Options, profile: Profile): number {
  if (options['turn-out'] === undefined) return profile.startSeconds;
  if (!profile.startSeconds) {
    throw cliFaults.usage(
      `--turn-out is for an ambulance, got --profile ${profile.key}.`,
      `--turn-out 只用于救护车，现为 --profile ${profile.key}。`,
    );
  }
  return numberOption(options, 'turn-out', -1e-9, 3600)!;
}

function fail(fault: Error): never {
  throw fault;
}
