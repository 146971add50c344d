import { mount } from 'svelte';
import '../shared/tokens.css';
import '../shared/base.css';
import list from '../../../data/services.json';
import type { Service } from '../../data/services.ts';
import { startEngine } from '../../engine/client.ts';
import { Session } from '../../state/session.svelte.ts';
import { parseSettings } from '../../state/settings.ts';
import { resolveTheme } from '../shared/theme.ts';
import { loadWords } from '../shared/load-words.ts';
import { BROKEN } from '../shared/trouble-words.ts';
import Planner from './Planner.svelte';

/** Puts the planner's page in place. */
export function showPlanner(target: HTMLElement): void {
  // Checked when the page is built.
  const services = list as Service[];
  const keys = services.map(({ key }) => key);
  const { settings, refused } = parseSettings(location.search, keys);
  const base = new URL('tiles/', document.baseURI).href;
  const speaking = loadWords(settings.language);
  const session = new Session(settings, services, startEngine, base, BROKEN.engine);

  // Before the first paint, or a dark screen would flash white.
  document.documentElement.dataset.theme = resolveTheme(settings.theme);
  // Going back to another address of this page asks its question again.
  addEventListener('popstate', () => {
    session.settings = parseSettings(location.search, keys).settings;
  });

  // Not awaited at the top: the tabs share code with this file, and would have to wait for it.
  speaking.then(
    (words) => mount(Planner, { target, props: { session, refused, words } }),
    (error) => {
      console.error(error);
      const { zh, en } = BROKEN.engine;
      target.append(`${zh} ${en}`);
    },
  );
}
