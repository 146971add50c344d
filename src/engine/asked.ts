import {
  MOST_SPEED,
  profileOf,
  type Profile,
  type ProfileKey,
  type ZoneMinutes,
} from '../core/profile.ts';
import type { Service } from '../data/services.ts';
import { DEFAULT_DETOUR, type Method, type Query } from './query.ts';

/** What a question leaves open is null: the service's own limit and profile, the profile's own speed. */
export interface AskedParts {
  service: string | null;
  /** The limit; null for the service's own. */
  minutes: number | null;
  /** Null for the service's own. */
  profile: ProfileKey | null;
  /** Metres per second; null for the profile's own. */
  speed: number | null;
  method: Method;
  detour: number;
  /** Whether narrower limits are drawn and counted below the one asked for. */
  bands: boolean;
}

export const ASKED: AskedParts = {
  service: null,
  minutes: null,
  profile: null,
  speed: null,
  method: 'network',
  detour: DEFAULT_DETOUR,
  bands: true,
};

/** Parameters of an address, read one by one; what is not understood falls back and is listed. */
export class AddressReader {
  readonly refused: string[] = [];
  readonly #params: URLSearchParams;

  constructor(search: string) {
    this.#params = new URLSearchParams(search);
  }

  take<T>(name: string, fallback: T, read: (text: string) => T | null): T {
    const text = this.#params.get(name);
    if (text === null) return fallback;
    const value = read(text);
    if (value !== null) return value;
    this.refused.push(`${name}=${text.slice(0, 40)}`);
    return fallback;
  }
}

export const among =
  <T extends string>(list: readonly T[]) =>
  (text: string) =>
    list.find((item) => item === text) ?? null;
export const yesOrNo = (text: string) => (text === '1' ? true : text === '0' ? false : null);

/** The question's part of an address: service, minutes, profile, speed, method, detour, bands. */
export function readAsked(address: AddressReader, services: readonly string[]): AskedParts {
  const between = (low: number, high: number) => (text: string) => {
    const value = text.trim() ? Number(text) : NaN;
    return value >= low && value <= high ? value : null;
  };
  const take = address.take.bind(address) as AddressReader['take'];
  return {
    service: take<string | null>('service', null, among(services)),
    minutes: take<number | null>('minutes', null, (text) => {
      const value = between(1, 30)(text);
      return value !== null && Number.isInteger(value) ? value : null;
    }),
    profile: take<ProfileKey | null>('profile', null, (text) => profileOf(text)?.key ?? null),
    speed: take<number | null>('speed', null, between(0.1, MOST_SPEED)),
    method: take<Method>('method', ASKED.method, among(['network', 'buffer'])),
    detour: take('detour', ASKED.detour, between(1, 5)),
    bands: take('bands', ASKED.bands, yesOrNo),
  };
}

/** The limits of a question: as asked, else the profile's by zone where the region has zones, else the service's. */
export function limitsOf(
  { minutes, bands }: Pick<AskedParts, 'minutes' | 'bands'>,
  service: Service,
  profile: Profile,
  zoned: boolean,
): Pick<Query, 'minutes' | 'zoneMinutes'> {
  const zoneMinutes = minutes === null && zoned ? profile.zoneMinutes : undefined;
  return zoneMinutes
    ? { minutes: zoneBandMinutes(zoneMinutes, bands), zoneMinutes }
    : { minutes: bandMinutes(minutes ?? service.minutes, bands), zoneMinutes };
}

/** Limits drawn and counted: with bands 5, 10 and 15 minutes below it, and the limit itself. */
export function bandMinutes(limit: number, bands = true): number[] {
  return bands ? [...[5, 10, 15].filter((minutes) => minutes < limit), limit] : [limit];
}

/** The same for limits by zone: those below the widest, and the limits themselves. */
export function zoneBandMinutes({ urban, rural }: ZoneMinutes, bands = true): number[] {
  const all = new Set([...bandMinutes(Math.max(urban, rural), bands), urban, rural]);
  return [...all].sort((a, b) => a - b);
}
