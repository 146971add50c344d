import { embedSentences } from '../../data/embed/embed-sentences.ts';
import { embedWords } from '../../data/embed/embed-words.ts';
import { decodeFrozen } from '../../data/embed/frozen-code.ts';
import type { FrozenView } from '../../data/embed/frozen-view.ts';
import { fullPageAddress } from '../../data/embed/full-page.ts';
import { liveBox } from '../../data/embed/live-box.ts';
import { stillBody } from '../../data/embed/still-body.ts';
import { escapeXml } from '../../data/export/escape-xml.ts';
import { Fault } from '../../data/fault.ts';
import { readEmbed } from './embed-address.ts';

/** The planner's page, beside this one. */
const FULL_PAGE = './';
const TILES = 'tiles/';

/**
 * Fills embed.html from its address alone. What cannot be shown is a sentence and a link. Names and
 * captions are text: the markup is still-body.ts's, which escapes them.
 */
export function paintEmbed(page: Document, { search, href }: Location): void {
  const { language, frozen, start, layers } = readEmbed(search);
  const words = embedWords(language);
  const main = page.querySelector('main')!;
  page.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  let view: FrozenView;
  try {
    view = decodeFrozen(frozen);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    main.innerHTML = `<p class="changed" role="status">${escapeXml(error.text[language])}</p><p><a href="${FULL_PAGE}" target="_blank" rel="noopener">${escapeXml(words.fullPage)}</a></p>`;
    return;
  }
  page.title = embedSentences(view, language).title;
  const entry = main.dataset.entry;
  // A scenario's changes are not in an address: what moves would show something else.
  const offered = start !== 'never' && entry && view.scenario === null ? start : null;
  const box = { view, entry: entry ?? '', base: TILES, region: view.region.id, layers };
  main.innerHTML = stillBody({
    language,
    view,
    top: '',
    map: null,
    live: offered ? liveBox({ ...box, start: offered }, words) : '',
    link: { href: fullPageAddress(FULL_PAGE, view, language), text: words.fullPage },
  });
  void sayWhatMoved(main, view, new URL(TILES, href), words.movedOn(view.made));
}

/**
 * Looks once whether the region's data is still what the figures come from, on this page's own host,
 * and says so below everything, where it moves nothing. A host that refuses leaves it unsaid.
 */
async function sayWhatMoved(main: Element, { region }: FrozenView, tiles: URL, moved: string) {
  try {
    const file = new URL(`${encodeURIComponent(region.id)}/manifest.json`, tiles);
    const response = await fetch(file, { cache: 'no-cache', credentials: 'omit' });
    const { bundle } = (await response.json()) as { bundle?: { sha256?: unknown } };
    if (typeof bundle?.sha256 !== 'string' || bundle.sha256.startsWith(region.bundle)) return;
  } catch {
    return;
  }
  const note = main.ownerDocument.createElement('p');
  note.className = 'changed';
  note.setAttribute('role', 'status');
  note.textContent = moved;
  main.append(note);
}
