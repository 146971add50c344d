import { mount } from 'svelte';
import list from '../../../data/services.json';
import { decodeFrozen } from '../../data/embed/frozen-code.ts';
import type { Service } from '../../data/services.ts';
import { askLive } from '../../engine/embed/live-client.ts';
import type { Theme } from '../../state/appearance.ts';
import { resolveTheme, watchScheme } from '../shared/theme.ts';
import { loadWords } from '../shared/load-words.ts';
import type { LiveOrder, LiveShown } from './live.ts';
import LiveMap from './LiveMap.svelte';
import { LiveLook } from './live-look.svelte.ts';

/** Asks, and puts the map in the place of what stands in `box`. */
export async function mountLive(box: HTMLElement, order: LiveOrder): Promise<LiveShown> {
  const { base, region, frozen, language } = order;
  const [outcome, words] = await Promise.all([
    askLive({ base, region, frozen }),
    loadWords(language),
  ]);
  if (!outcome.ok)
    throw Object.assign(new Error(outcome.code), { sentence: outcome.text[language] });
  const view = decodeFrozen(frozen);
  const service =
    (list as Service[]).find(({ key }) => key === view.service.key) ??
    // Its deployer knows a service that this build does not.
    ({ ...(list as Service[])[0], ...view.service, icon: '' } as Service);
  let theme: Theme = order.theme;
  const look = new LiveLook(resolveTheme(theme));
  watchScheme(() => (look.theme = resolveTheme(theme)));
  box.replaceChildren();
  box.classList.add('open');
  const { value: answer } = outcome;
  mount(LiveMap, { target: box, props: { answer, frozen: view, order, service, words, look } });
  return {
    dress(next) {
      theme = next;
      look.theme = resolveTheme(theme);
    },
  };
}
