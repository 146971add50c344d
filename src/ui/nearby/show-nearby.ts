import { mount } from 'svelte';
import '../shared/tokens.css';
import '../shared/base.css';
import './nearby.css';
import list from '../../../data/services.json';
import type { Service } from '../../data/services.ts';
import { startNearby } from '../../engine/nearby/nearby-client.ts';
import { parseNearby, readKept } from '../../state/nearby-settings.ts';
import { openNearby } from '../../state/nearby-opening.ts';
import { NearbyDesk } from '../../state/nearby.svelte.ts';
import type { Early } from '../early.ts';
import { resolveTheme } from '../shared/theme.ts';
import { BROKEN } from '../shared/trouble-words.ts';
import NearbyPage from './NearbyPage.svelte';

/** What is not the list leaves it the network and the processor so long. Milliseconds. */
const SETTLED = 1000;

/** Puts the resident's page in place; `early`: what the page's own script has begun, if it ran. */
export function showNearby(target: HTMLElement, early?: Early): void {
  // Checked when the page is built.
  const services = list as Service[];
  const keys = services.map(({ key }) => key);
  const { settings, refused } = parseNearby(location.search, keys, readKept());
  // Before the first paint, or a dark screen would flash white.
  document.documentElement.dataset.theme = resolveTheme(settings.theme);
  document.documentElement.dataset.mode = settings.mode;
  const opening =
    early?.opening ?? openNearby(location.search, new URL('tiles/', document.baseURI).href);
  const start = (broke: (error: unknown) => void) => startNearby(broke, early?.worker);
  const desk = new NearbyDesk(settings, start, BROKEN.engine);
  const settled = desk
    .open(opening, BROKEN.index)
    .then(() => new Promise<void>((resolve) => setTimeout(resolve, SETTLED)));
  mount(NearbyPage, { target, props: { desk, services, refused, settled } });
}
