import {
  LIVE_LAYERS,
  LIVE_STARTS,
  type LiveLayer,
  type LiveStart,
} from '../../data/embed/live-box.ts';

/** What the address of embed.html says to its paint; `theme`, `parent` and `id` are read by the script of every frame. */
export interface EmbedAddress {
  language: 'zh' | 'en';
  /** As encodeFrozen writes it; empty where there is none. */
  frozen: string;
  start: LiveStart;
  layers: LiveLayer[];
}

/** Reads the address. Whatever is not understood is as if it were not there. */
export function readEmbed(search: string): EmbedAddress {
  const params = new URLSearchParams(search);
  const named = params.get('layers')?.split(',') ?? [];
  const layers = LIVE_LAYERS.filter((layer) => named.includes(layer));
  return {
    language: params.get('lang') === 'en' ? 'en' : 'zh',
    frozen: params.get('frozen') ?? '',
    start: LIVE_STARTS.find((start) => start === params.get('live')) ?? 'tap',
    layers: layers.length ? layers : [...LIVE_LAYERS],
  };
}

/** The address of embed.html at `page` that says this; `theme` auto is left out, and so is whatever is taken anyway. */
export function embedAddress(page: string, asked: EmbedAddress, theme: string): string {
  const params = new URLSearchParams();
  if (asked.language !== 'zh') params.set('lang', asked.language);
  if (theme !== 'auto') params.set('theme', theme);
  if (asked.start !== 'tap') params.set('live', asked.start);
  if (asked.layers.length < LIVE_LAYERS.length) params.set('layers', asked.layers.join(','));
  // Last, since it is long.
  params.set('frozen', asked.frozen);
  return `${page}?${params}`;
}
