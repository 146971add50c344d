import { REGION } from './page-asked.ts';
import { LANGUAGES, THEMES, type Theme } from './appearance.ts';

/** How somebody goes: profiles of core/profile.ts that a resident chooses among. */
export const PACES = ['general', 'older', 'slow', 'wheelchair'] as const;
export type Pace = (typeof PACES)[number];
export const MODES = ['plain', 'elder'] as const;

/** What the resident's page keeps in its address: never where somebody is. */
export interface NearbySettings {
  region: string | null;
  service: string | null;
  pace: Pace;
  mode: (typeof MODES)[number];
  language: (typeof LANGUAGES)[number];
  theme: Theme;
  /** The estate that a posted link names; the page itself never writes one. */
  at: string | null;
  /** The place whose page a link opens. */
  facility: string | null;
}

/** Reads the page's parameters (region, service, at, facility, profile, mode, lang, theme); what is not understood is listed. */
export function parseNearby(
  search: string,
  services: readonly string[],
  kept: Partial<NearbySettings> = {},
): { settings: NearbySettings; refused: string[] } {
  const params = new URLSearchParams(search);
  const refused: string[] = [];
  const among = <T extends string>(name: string, list: readonly T[], fallback: T): T => {
    const text = params.get(name);
    if (text === null) return fallback;
    const found = list.find((item) => item === text);
    if (!found) refused.push(`${name}=${text.slice(0, 40)}`);
    return found ?? fallback;
  };
  const key = (name: string, pattern: RegExp): string | null => {
    const text = params.get(name);
    if (text === null || pattern.test(text)) return text;
    refused.push(`${name}=${text.slice(0, 40)}`);
    return null;
  };
  const settings: NearbySettings = {
    region: key('region', REGION),
    service: among<string>('service', services, '') || null,
    pace: among('profile', PACES, kept.pace ?? 'general'),
    mode: among('mode', MODES, kept.mode ?? 'plain'),
    language: among('lang', LANGUAGES, kept.language ?? 'zh'),
    theme: among('theme', THEMES, kept.theme ?? 'auto'),
    at: key('at', /^[^\p{C}]{1,200}$/u),
    facility: key('facility', /^[^\p{C}]{1,200}$/u),
  };
  return { settings, refused };
}

/** The address of the page as it is now; a place of one's own choosing is not in it. */
export function formatNearby(settings: NearbySettings): string {
  const params = new URLSearchParams({ page: 'nearby' });
  const { region, service, pace, mode, language, theme, at, facility } = settings;
  if (region) params.set('region', region);
  if (service) params.set('service', service);
  if (at) params.set('at', at);
  if (facility) params.set('facility', facility);
  if (pace !== 'general') params.set('profile', pace);
  if (mode !== 'plain') params.set('mode', mode);
  if (language !== 'zh') params.set('lang', language);
  if (theme !== 'auto') params.set('theme', theme);
  return `?${params}`;
}

const STORE = 'huimin-nearby';

/** What was chosen on this device before: the way one goes and reads, not where one is. */
export function readKept(): Partial<NearbySettings> {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '{}') as Partial<NearbySettings>;
    return {
      pace: PACES.find((pace) => pace === kept.pace),
      mode: MODES.find((mode) => mode === kept.mode),
      language: LANGUAGES.find((language) => language === kept.language),
      theme: THEMES.find((theme) => theme === kept.theme),
    };
  } catch {
    return {};
  }
}

/** Keeps the way one goes and reads; where the browser keeps nothing, the page goes on without. */
export function keep({ pace, mode, language, theme }: NearbySettings): void {
  try {
    localStorage.setItem(STORE, JSON.stringify({ pace, mode, language, theme }));
  } catch {
    // A private window: asked again next time.
  }
}
