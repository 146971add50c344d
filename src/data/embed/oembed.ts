import { escapeXml } from '../export/escape-xml.ts';
import { embedSentences } from './embed-sentences.ts';
import type { FrozenView } from './frozen-view.ts';
import { SANDBOX } from './sandbox.ts';

/** What an oEmbed consumer is given (oembed.com, version 1.0, type rich). Addresses are absolute where `url` is. */
export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  html: string;
  /** Pixels. */
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** oEmbed of an embed at `src`; `thumbnail` is a PNG of it, null where there is none. */
export function oEmbed(
  view: FrozenView,
  language: 'zh' | 'en',
  src: string,
  size: { width: number; height: number },
  thumbnail: { url: string; width: number; height: number } | null,
): OEmbed {
  const { title, invented } = embedSentences(view, language);
  const [mark] = invented?.split(/[：:]/) ?? [];
  const named = mark ? `${title} · ${mark}` : title;
  return {
    version: '1.0',
    type: 'rich',
    title: named,
    provider_name: language === 'zh' ? '惠民圈' : 'Huimin Circle',
    html: `<iframe src="${escapeXml(src)}" title="${escapeXml(named)}" width="${size.width}" height="${size.height}" style="border:0" loading="lazy" referrerpolicy="no-referrer" sandbox="${SANDBOX}"></iframe>`,
    ...size,
    // All three or none, as the specification has it.
    ...(thumbnail && {
      thumbnail_url: thumbnail.url,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  };
}
