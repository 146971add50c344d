import { escapeXml } from '../export/escape-xml.ts';
import { printWords } from '../export/print-words.ts';
import { embedSentences, type EmbedSentences } from './embed-sentences.ts';
import { embedWords, type EmbedWords } from './embed-words.ts';
import type { FrozenView } from './frozen-view.ts';
import { barSwatch, numberBar } from './number-bar.ts';

/** What a frame shows of a view, besides the view. Markup here is of our own making, escaped already. */
export interface StillBody {
  language: 'zh' | 'en';
  view: FrozenView;
  /** Notes above everything. */
  top: string;
  /** The map, between the rule and the numbers; null for none. */
  map: { picture: string; legend: string } | null;
  /** The map that moves, or what opens it. */
  live: string;
  link: { href: string; text: string };
}

/** All that a frame says, as markup: every name, caption and source in it is text. */
export function stillBody({ language, view, top, map, live, link }: StillBody): string {
  const words = embedWords(language);
  const said = embedSentences(view, language);
  const text = escapeXml;
  const print = printWords(language);
  const credits = [
    said.approval,
    said.credit,
    print.dataOf(view.region.dataDate ?? print.dateUnknown),
    print.made(view.made),
  ].join(' · ');
  const figure = map
    ? `<figure>${map.picture}${map.legend}<figcaption class="quiet">${text(credits)}</figcaption></figure>`
    : '';
  const body = [
    top,
    said.invented ? `<p class="mark">${text(said.invented)}</p>` : '',
    `<h1>${text(said.title)}</h1>`,
    `<p class="answer"><strong class="share">${text(said.share)}</strong> <span class="of">${text(said.ofPeople)}</span></p>`,
    numberBar(view, said),
    said.caption ? `<p>${text(said.caption)}</p>` : '',
    `<p class="quiet">${text(said.rule)}</p>`,
    said.changed ? `<p class="changed">${text(said.changed)}</p>` : '',
    figure,
    live,
    map ? '' : `<p class="quiet">${text(credits)}</p>`,
    `<h2>${text(words.numbers)}</h2>`,
    figuresTable(view, said, words, language),
    `<p>${text(said.gaps)}</p>`,
    areasTable(said, words, language),
    said.missing.length
      ? `<h2>${text(words.missing)}</h2><ul class="missing">${said.missing.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`
      : '',
    `<footer><p>${text(print.sources)}${language === 'zh' ? '：' : ': '}${text(said.sources)}</p><p>${text(said.frozen)}</p><p><a href="${text(link.href)}" target="_blank" rel="noopener">${text(link.text)}</a></p></footer>`,
  ];
  return body.filter(Boolean).join('\n');
}

function figuresTable(
  view: FrozenView,
  said: EmbedSentences,
  words: EmbedWords,
  language: 'zh' | 'en',
): string {
  const bars = view.rule.minutes.length + 1;
  const rows = said.rows.map(({ label, people, share }, k) => {
    const swatch = k < bars ? barSwatch(view, k) : '';
    return `<tr><th scope="row">${swatch}${escapeXml(label)}</th>${cells([people, share])}</tr>`;
  });
  const head = [words.cumulative, printWords(language).people, said.shareOf];
  return table(words.tableOf(said.whose), head, rows, 'figures');
}

function areasTable(said: EmbedSentences, words: EmbedWords, language: 'zh' | 'en'): string {
  if (!said.areas.length) return '';
  const { area, people, reached, share } = printWords(language);
  const rows = said.areas.map(
    (row) =>
      `<tr><th scope="row">${escapeXml(row.name)}</th>${cells([row.people, row.covered, row.share])}</tr>`,
  );
  return table(words.areasHead(said.limit), [area, people, reached, share], rows);
}

const cells = (texts: string[]) => texts.map((text) => `<td>${escapeXml(text)}</td>`).join('');

function table(caption: string, head: string[], rows: string[], kind = 'areas'): string {
  const heads = head.map((text) => `<th scope="col">${escapeXml(text)}</th>`).join('');
  return `<table class="${kind}"><caption>${escapeXml(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
