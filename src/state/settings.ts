import { MOST_SPEED, profileOf, type ProfileKey, type ZoneMinutes } from '../core/profile.ts';
import { DEFAULT_DETOUR, type Method } from '../engine/query.ts';

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export const LANGUAGES = ['zh', 'en'] as const;

/** What the panel is used for: the question, and the rooms of the workbench. */
export const TABS = ['ask', 'see', 'try', 'propose', 'handin', 'claims'] as const;
export type Tab = (typeof TABS)[number];

export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

/** What the page shows: all of it, and nothing else, is in its address. */
export interface Settings {
  /** Region id; null for the first there is. */
  region: string | null;
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
  /** Whether populated places are shaded by minutes. */
  places: boolean;
  /** Whether populated places are shaded by how well their streets are mapped, and not by minutes. */
  evidence: boolean;
  language: (typeof LANGUAGES)[number];
  theme: Theme;
  /** Whether the basemap shows more names and buildings. */
  detail: boolean;
  /** Id of an outside basemap; null for our own. Whether it is offered, the session knows. */
  basemap: string | null;
  camera: Camera | null;
  tab: Tab;
}

export const DEFAULTS: Settings = {
  region: null,
  service: null,
  minutes: null,
  profile: null,
  speed: null,
  method: 'network',
  detour: DEFAULT_DETOUR,
  bands: true,
  places: false,
  evidence: false,
  language: 'zh',
  theme: 'auto',
  detail: false,
  basemap: null,
  camera: null,
  tab: 'ask',
};

/**
 * Reads the address's parameters (region, service, minutes, profile, speed, method, detour,
 * bands, places, evidence, lang, theme, detail, basemap, at, tab). What is not understood falls back to its
 * default and is listed.
 */
export function parseSettings(
  search: string,
  services: readonly string[],
): { settings: Settings; refused: string[] } {
  const params = new URLSearchParams(search);
  const refused: string[] = [];
  const take = <T>(name: string, fallback: T, read: (text: string) => T | null): T => {
    const text = params.get(name);
    if (text === null) return fallback;
    const value = read(text);
    if (value !== null) return value;
    refused.push(`${name}=${text.slice(0, 40)}`);
    return fallback;
  };
  const key = (text: string) => (/^[\w-]{1,60}$/.test(text) ? text : null);
  const among =
    <T extends string>(list: readonly T[]) =>
    (text: string) =>
      list.find((item) => item === text) ?? null;
  const between = (low: number, high: number) => (text: string) => {
    const value = text.trim() ? Number(text) : NaN;
    return value >= low && value <= high ? value : null;
  };
  const settings: Settings = {
    region: take<string | null>('region', null, key),
    service: take<string | null>('service', null, among(services)),
    minutes: take<number | null>('minutes', null, (text) => {
      const value = between(1, 30)(text);
      return value !== null && Number.isInteger(value) ? value : null;
    }),
    profile: take<ProfileKey | null>('profile', null, (text) => profileOf(text)?.key ?? null),
    speed: take<number | null>('speed', null, between(0.1, MOST_SPEED)),
    method: take<Method>('method', DEFAULTS.method, among(['network', 'buffer'])),
    detour: take('detour', DEFAULTS.detour, between(1, 5)),
    bands: take('bands', true, yesOrNo),
    places: take('places', false, yesOrNo),
    evidence: take('evidence', false, yesOrNo),
    language: take('lang', DEFAULTS.language, among(LANGUAGES)),
    theme: take('theme', DEFAULTS.theme, among(THEMES)),
    detail: take('detail', false, yesOrNo),
    basemap: take<string | null>('basemap', null, key),
    camera: take<Camera | null>('at', null, readCamera),
    tab: take<Tab>('tab', DEFAULTS.tab, among(TABS)),
  };
  return { settings, refused };
}

/** The parameters of the address, defaults left out; parseSettings reads them back. */
export function formatSettings(settings: Settings): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | null, fallback: string | number | null) => {
    if (value !== null && value !== fallback) params.set(name, String(value));
  };
  put('region', settings.region, null);
  put('service', settings.service, null);
  put('minutes', settings.minutes, null);
  put('profile', settings.profile, null);
  put('speed', settings.speed, null);
  put('method', settings.method, DEFAULTS.method);
  put('detour', settings.detour, DEFAULTS.detour);
  put('bands', settings.bands ? 1 : 0, 1);
  put('places', settings.places ? 1 : 0, 0);
  put('evidence', settings.evidence ? 1 : 0, 0);
  put('lang', settings.language, DEFAULTS.language);
  put('theme', settings.theme, DEFAULTS.theme);
  put('detail', settings.detail ? 1 : 0, 0);
  put('basemap', settings.basemap, null);
  put('tab', settings.tab, DEFAULTS.tab);
  if (settings.camera) {
    const { lon, lat, zoom } = settings.camera;
    params.set('at', `${lon.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`);
  }
  // Commas stay readable; nothing else in here needs escaping.
  const text = params.toString().replaceAll('%2C', ',');
  return text ? `?${text}` : '';
}

const yesOrNo = (text: string) => (text === '1' ? true : text === '0' ? false : null);

function readCamera(text: string): Camera | null {
  const parts = text.split(',').map((part) => (part.trim() ? Number(part) : NaN));
  const [lon, lat, zoom] = parts;
  const valid = parts.length === 3 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return valid && zoom >= 0 && zoom <= 22 ? { lon, lat, zoom } : null;
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
