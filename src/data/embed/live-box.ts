import { escapeXml } from '../export/escape-xml.ts';
import type { EmbedWords } from './embed-words.ts';
import { encodeFrozen } from './frozen-code.ts';
import type { FrozenView } from './frozen-view.ts';

/** What the map that moves may draw; everything where nothing is said. */
export const LIVE_LAYERS = ['bands', 'gaps', 'sites', 'areas'] as const;
export type LiveLayer = (typeof LIVE_LAYERS)[number];

/** When it opens: as soon as it is seen, or when somebody presses for it. */
export const LIVE_STARTS = ['tap', 'visible', 'never'] as const;
export type LiveStart = (typeof LIVE_STARTS)[number];

/** Where a map that moves comes from; addresses may be relative to the page. */
export interface LiveBox {
  view: FrozenView;
  /** Module of the program. */
  entry: string;
  /** The folder that the region's stands in, with a slash at its end. */
  base: string;
  /** Name of the region's folder. */
  region: string;
  start: Exclude<LiveStart, 'never'>;
  layers?: readonly LiveLayer[];
}

/**
 * Room for the map and the button that opens it, which does nothing before the page's script has
 * taken it over; where no scripts run the box is not there (still-css.ts).
 */
export function liveBox(box: LiveBox, words: EmbedWords): string {
  const data = {
    entry: box.entry,
    base: box.base,
    region: box.region,
    start: box.start,
    layers: (box.layers ?? LIVE_LAYERS).join(','),
    frozen: encodeFrozen(box.view),
    opening: words.liveOpening,
    failed: words.liveFailed,
  };
  const attributes = Object.entries(data).map(
    ([name, value]) => ` data-${name}="${escapeXml(value)}"`,
  );
  const why = box.start === 'tap' ? `<p class="why">${escapeXml(words.liveWhy)}</p>` : '';
  return `<div id="live" class="live"${attributes.join('')}><div class="live-map"><button type="button" disabled>${escapeXml(words.openLive)}</button>${why}<p role="status"></p></div></div>`;
}
