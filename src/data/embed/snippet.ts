import { escapeXml } from '../export/escape-xml.ts';
import { altText } from './alt-text.ts';
import { embedSentences } from './embed-sentences.ts';
import { embedWords } from './embed-words.ts';
import type { FrozenView } from './frozen-view.ts';
import { SANDBOX } from './sandbox.ts';

/** Where a snippet points to, and in which language it speaks. */
export interface SnippetPlace {
  /** Address of the embed page, or of a published folder. */
  src: string;
  language: 'zh' | 'en';
  /** The full page, for the link below; null for none. */
  fullPage: string | null;
}

/** An iframe in a figure whose caption says in text what the frame shows: for readers without scripts, and for search. */
export function iframeSnippet(
  view: FrozenView,
  { src, language, fullPage }: SnippetPlace,
  height: number,
): string {
  const { title } = embedSentences(view, language);
  const frame = `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" width="100%" height="${pixels(height)}" style="border:0" loading="lazy" referrerpolicy="no-referrer" sandbox="${SANDBOX}"></iframe>`;
  return figure(view, language, frame, fullPage);
}

/** The custom element, its script once, and the caption as what stands there without it. */
export function elementSnippet(
  view: FrozenView,
  { src, language, fullPage }: SnippetPlace,
  script: string,
  height: number,
): string {
  const { title } = embedSentences(view, language);
  const element = `<huimin-map src="${escapeXml(src)}" title="${escapeXml(title)}" height="${pixels(height)}" lang="${lang(language)}"></huimin-map>`;
  return `${figure(view, language, element, fullPage)}\n<script src="${escapeXml(script)}" async></script>`;
}

/** A still picture with its alternative text; `srcTwice` is the same at twice the pixels, null for an SVG. */
export function pictureSnippet(
  view: FrozenView,
  { src, language, fullPage }: SnippetPlace,
  size: { width: number; height: number },
  srcTwice: string | null,
): string {
  // A comma or space in an address would end it there (HTML, srcset).
  const twice =
    srcTwice && ` srcset="${escapeXml(srcTwice.replace(/[\s,]/g, encodeURIComponent))} 2x"`;
  const picture = `<img src="${escapeXml(src)}"${twice ?? ''} width="${pixels(size.width)}" height="${pixels(size.height)}" style="max-width:100%;height:auto" alt="${escapeXml(altText(view, language))}">`;
  return figure(view, language, picture, fullPage);
}

function figure(
  view: FrozenView,
  language: 'zh' | 'en',
  body: string,
  fullPage: string | null,
): string {
  const link = fullPage
    ? `<br><a href="${escapeXml(fullPage)}">${escapeXml(embedWords(language).fullPage)}</a>`
    : '';
  return `<figure lang="${lang(language)}">\n${body}\n<figcaption>${escapeXml(captionText(view, language))}${link}</figcaption>\n</figure>`;
}

/** Headline with its denominator, rule, dates, sources, approval: all that a reader without the frame has. */
export function captionText(view: FrozenView, language: 'zh' | 'en'): string {
  const said = embedSentences(view, language);
  const [colon, open, close, stop] =
    language === 'zh' ? ['：', '（', '）', '。'] : [': ', ' (', ')', '. '];
  return [
    ...(said.invented ? [`${said.invented}${language === 'zh' ? '' : ' '}`] : []),
    ...(said.caption ? [`${said.caption}${/[.。!！?？]$/.test(said.caption) ? ' ' : stop}`] : []),
    `${said.title}${colon}${said.share}${open}${said.ofPeople}${close}${stop}`,
    `${said.rule}${stop}`,
    ...(said.changed ? [`${said.changed}${stop}`] : []),
    `${said.sources}${stop}`,
    [said.approval, said.credit].join(' · '),
  ].join('');
}

const lang = (language: 'zh' | 'en') => (language === 'zh' ? 'zh-Hans' : 'en');
const pixels = (value: number) => String(Math.round(value));
