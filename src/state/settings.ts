import {
  AddressReader,
  among,
  ASKED,
  readAsked,
  yesOrNo,
  type AskedParts,
} from '../engine/asked.ts';
import { LANGUAGES, THEMES, type Theme } from './appearance.ts';

/** What the panel is used for: the question, and the rooms of the workbench. */
export const TABS = ['ask', 'see', 'try', 'propose', 'handin', 'claims'] as const;
export type Tab = (typeof TABS)[number];

export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

/** What the page shows: all of it, and nothing else, is in its address. */
export interface Settings extends AskedParts {
  /** Region id; null for the first there is. */
  region: string | null;
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
  ...ASKED,
  region: null,
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
  const address = new AddressReader(search);
  const { refused } = address;
  const take = address.take.bind(address) as AddressReader['take'];
  const key = (text: string) => (/^[\w-]{1,60}$/.test(text) ? text : null);
  const settings: Settings = {
    ...readAsked(address, services),
    region: take<string | null>('region', null, key),
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

function readCamera(text: string): Camera | null {
  const parts = text.split(',').map((part) => (part.trim() ? Number(part) : NaN));
  const [lon, lat, zoom] = parts;
  const valid = parts.length === 3 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return valid && zoom >= 0 && zoom <= 22 ? { lon, lat, zoom } : null;
}
