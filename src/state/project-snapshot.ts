import type { Project } from '../data/project/project.ts';
import type { Session } from './session.svelte.ts';
import { DEFAULTS, formatSettings, parseSettings, type Settings } from './settings.ts';

/** What of a session a project is made of. */
export type Kept = Pick<Session, 'scenarios' | 'layers' | 'settings' | 'services' | 'view'>;

/** All that a project holds but its name, as it is at one moment; nothing in it is changed in place. */
export type Snapshot = Omit<Project, 'name'>;

/** Null while no region is open. Reads what is on screen, so that an effect follows it. */
export function snapshotOf(session: Kept): Snapshot | null {
  const { view, scenarios, settings } = session;
  const { list, chosen } = scenarios.desk;
  const layers = session.layers.list;
  const address = formatSettings(settings);
  if (!view) return null;
  return {
    region: { id: view.manifest.id, bundle: view.manifest.bundle.sha256 },
    scenarios: list,
    chosen,
    on: scenarios.on,
    settings: address,
    claims: session.layers.claims,
    layers,
  };
}

/** What of a project is somebody's work, beside the settings. */
type Content = Pick<Project, 'scenarios' | 'chosen' | 'on' | 'layers' | 'claims'>;

export const NO_CONTENT: Content = {
  scenarios: [],
  chosen: null,
  on: null,
  layers: [],
  claims: [],
};

/** Whether there is nothing yet that would be lost. */
export function nothingIn({ scenarios, layers, claims }: Content): boolean {
  return !scenarios.length && !layers.length && !claims.length;
}

/** Whether two moments differ in what would be lost, or only in what is looked at. */
export function sameContent(a: Snapshot, b: Snapshot): boolean {
  return (
    a.scenarios === b.scenarios &&
    a.layers === b.layers &&
    a.claims === b.claims &&
    a.region.id === b.region.id
  );
}

export function sameLook(a: Snapshot, b: Snapshot): boolean {
  return a.chosen === b.chosen && a.on === b.on && a.settings === b.settings;
}

/** Puts a project on screen, in the region that is open. Language and theme stay as they are. */
export function show(session: Kept, project: Project): void {
  showContent(session, project);
  session.settings = settingsOf(session, project);
}

export function showContent(
  session: Kept,
  { scenarios, chosen, on, layers, claims }: Content,
): void {
  session.scenarios.restore({ list: scenarios, chosen }, on);
  session.layers.list = layers;
  session.layers.claims = claims;
}

/** The settings of a project, for the reader's own language and eyes. */
export function settingsOf(session: Kept, { settings, region }: Project): Settings {
  const keys = session.services.map(({ key }) => key);
  const { language, theme } = session.settings;
  const read = parseSettings(settings, keys).settings;
  return { ...read, region: region.id, language, theme };
}

/** Whether an address with these settings asks for no more than a region, if that. */
export function asksNothing(settings: Settings): boolean {
  const { region, camera, language, theme } = DEFAULTS;
  return formatSettings({ ...settings, region, camera, language, theme }) === '';
}

export function sameQuestion(a: Settings, b: Settings): boolean {
  const keys = ['service', 'minutes', 'profile', 'speed', 'method', 'detour'] as const;
  return keys.every((key) => a[key] === b[key]);
}
