import { escapeXml } from '../export/escape-xml.ts';
import { methodCode } from '../export/method-code.ts';
import type { MethodBlock } from '../export/method.ts';
import { printWords } from '../export/print-words.ts';
import { altText } from './alt-text.ts';
import { correctionsHtml, type Correction } from './correction.ts';
import { embedSentences, type EmbedSentences } from './embed-sentences.ts';
import { embedWords, type EmbedWords } from './embed-words.ts';
import { encodeFrozen } from './frozen-code.ts';
import type { FrozenView } from './frozen-view.ts';
import { barSwatch, numberBar } from './number-bar.ts';
import { STILL_CSS } from './still-css.ts';
import { STILL_SCRIPT_FILE } from './still-script.ts';

/** What a published page is made of. */
export interface StillPage {
  language: 'zh' | 'en';
  view: FrozenView;
  method: MethodBlock;
  /** The map as SVG, wide and narrow; put in as it is, its texts escaped already. */
  maps: { wide: string; narrow: string };
  legend: { mark: string; label: string }[];
  corrections: Correction[];
  /** The picture of the page for whoever links to it; null where none was drawn. */
  picture: { file: string; width: number; height: number } | null;
  /** Where the folder will stand, with a slash at its end; null where that is not known. */
  url: string | null;
  /** The planner's page with the same question; null for this page by itself. */
  fullPage: string | null;
  /** The module of the live map, from the folder; null where it does not go along. */
  live: string | null;
}

/**
 * What a published page may do. A classic script of its own folder; the live map's files besides,
 * where they go along; no other host.
 */
function policy(live: boolean): string {
  const more = live ? ' blob:' : '';
  return [
    "default-src 'none'",
    `script-src 'self'${more}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:${more}`,
    ...(live ? ["connect-src 'self' blob:", "worker-src 'self' blob:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The page of a published view: complete in itself, with scripts off, from any host and from a
 * disk. With scripts on it tells its height to the page it stands in.
 */
export function stillPage(page: StillPage): string {
  const { language, view, method, maps, corrections, fullPage } = page;
  const words = embedWords(language);
  const said = embedSentences(view, language);
  const alt = altText(view, language);
  const text = escapeXml;
  const print = printWords(language);
  const credits = [
    said.approval,
    said.credit,
    print.dataOf(view.region.dataDate ?? print.dateUnknown),
    print.made(view.made),
  ].join(' · ');
  const link = fullPage
    ? `<a href="${text(fullPage)}" target="_blank" rel="noopener">${text(words.fullPage)}</a>`
    : `<a href="index.html" target="_blank" rel="noopener">${text(words.byItself)}</a>`;
  const body = [
    correctionsHtml(corrections, language),
    said.invented ? `<p class="mark">${text(said.invented)}</p>` : '',
    `<h1>${text(said.title)}</h1>`,
    `<p class="answer"><strong class="share">${text(said.share)}</strong> <span class="of">${text(said.ofPeople)}</span></p>`,
    numberBar(view, said),
    said.caption ? `<p>${text(said.caption)}</p>` : '',
    `<p class="quiet">${text(said.rule)}</p>`,
    said.changed ? `<p class="changed">${text(said.changed)}</p>` : '',
    `<figure>${named(maps.wide, 'wide')}${named(maps.narrow, 'narrow')}<ul class="legend">${page.legend
      .map(
        ({ mark, label }) =>
          `<li><svg width="24" height="16" aria-hidden="true">${mark}</svg>${text(label)}</li>`,
      )
      .join('')}</ul><figcaption class="quiet">${text(credits)}</figcaption></figure>`,
    page.live ? liveHtml(page.live, view, words) : '',
    `<h2>${text(words.numbers)}</h2>`,
    figuresTable(view, said, words, language),
    `<p>${text(said.gaps)}</p>`,
    areasTable(said, words, language),
    said.missing.length
      ? `<h2>${text(words.missing)}</h2><ul class="missing">${said.missing.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`
      : '',
    `<footer><p>${text(print.sources)}${language === 'zh' ? '：' : ': '}${text(said.sources)}</p><p>${text(said.frozen)}</p><p>${link}</p></footer>`,
  ];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page.live !== null)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(said.title)}</title>
<meta name="description" content="${text(alt)}">
${openGraph(page, said, alt)}
<meta name="huimin:hash" content="${view.hash}">
<meta name="huimin:method" content="${methodCode(method)}">
<link rel="alternate" type="application/json+oembed" href="${text(page.url ?? '')}oembed.json" title="${text(said.title)}">
<link rel="icon" href="data:,">
<style>${STILL_CSS}</style>
<script src="${STILL_SCRIPT_FILE}" defer></script>
</head>
<body>
<main>
${body.filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}

/** The picture's size class, which says at which width it is shown. */
const named = (svg: string, name: string) => svg.trim().replace('<svg ', `<svg class="${name}" `);

function openGraph({ view, url, picture, language }: StillPage, said: EmbedSentences, alt: string) {
  const [mark] = said.invented?.split(/[：:]/) ?? [];
  const properties: [string, string][] = [
    ['og:type', 'article'],
    ['og:title', mark ? `${said.title} · ${mark}` : said.title],
    ['og:description', `${said.share} (${said.ofPeople}) ${view.caption ?? ''}`.trim()],
    ['og:locale', language === 'zh' ? 'zh_CN' : 'en_GB'],
    ['og:site_name', printWords(language).product],
    ...(url ? ([['og:url', url]] as [string, string][]) : []),
    ...(picture
      ? ([
          ['og:image', `${url ?? ''}${picture.file}`],
          ['og:image:type', 'image/png'],
          ['og:image:width', String(picture.width)],
          ['og:image:height', String(picture.height)],
          ['og:image:alt', alt],
        ] as [string, string][])
      : []),
  ];
  return properties
    .map(([name, value]) => `<meta property="${name}" content="${escapeXml(value)}">`)
    .join('\n');
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

/** Shown by the script alone: without one there is nothing to press. */
function liveHtml(entry: string, view: FrozenView, words: EmbedWords): string {
  return `<div id="live" class="live" hidden data-entry="${escapeXml(entry)}" data-frozen="${encodeFrozen(view)}" data-failed="${escapeXml(words.liveFailed)}"><button type="button">${escapeXml(words.openLive)}</button><p role="status"></p></div>`;
}
