import { escapeXml } from '../export/escape-xml.ts';
import { methodCode } from '../export/method-code.ts';
import type { MethodBlock } from '../export/method.ts';
import { printWords } from '../export/print-words.ts';
import { altText } from './alt-text.ts';
import { correctionsHtml, type Correction } from './correction.ts';
import { embedSentences, type EmbedSentences } from './embed-sentences.ts';
import { embedWords } from './embed-words.ts';
import type { FrozenView } from './frozen-view.ts';
import { liveBox } from './live-box.ts';
import { PAGE_FILE } from './publication-file.ts';
import { stillBody } from './still-body.ts';
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
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${live ? ' blob:' : ''}`,
    ...(live ? ["connect-src 'self' data: blob:", "worker-src 'self' data:"] : []),
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
  const link = fullPage
    ? { href: fullPage, text: words.fullPage }
    : { href: PAGE_FILE, text: words.byItself };
  const legend = page.legend.map(
    ({ mark, label }) =>
      `<li><svg width="24" height="16" aria-hidden="true">${mark}</svg>${text(label)}</li>`,
  );
  const live = page.live
    ? liveBox({ view, entry: page.live, base: './', region: 'region', start: 'tap' }, words)
    : '';
  const body = stillBody({
    language,
    view,
    top: correctionsHtml(corrections, language),
    map: {
      picture: `<div class="stage">${named(maps.wide, 'wide')}${named(maps.narrow, 'narrow')}${live}</div>`,
      legend: `<ul class="legend">${legend.join('')}</ul>`,
    },
    live: '',
    link,
  });
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
${body}
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
