import type { Map } from 'maplibre-gl';
import type { Bench } from '../../engine/client.ts';
import type { RegionView } from '../../engine/engine.ts';
import type { Session } from '../../state/session.svelte.ts';
import type { Numbers } from '../shared/numbers.ts';
import type { ShownTheme } from '../shared/theme.ts';
import type { Language, Words } from '../shared/words.ts';

/** What every tab of the workbench is given. */
export interface TabProps {
  session: Session;
  bench: Bench;
  view: RegionView;
  /** Null until there is a map, and where there can be none. */
  map: Map | null;
  words: Words;
  numbers: Numbers;
  language: Language;
  theme: ShownTheme;
}
