import type { FrozenView } from '../../../data/embed/frozen-view.ts';
import { encodeFrozen } from '../../../data/embed/frozen-code.ts';
import { LIVE_LAYERS, type LiveLayer, type LiveStart } from '../../../data/embed/live-box.ts';
import type { SnippetPlace } from '../../../data/embed/snippet.ts';
import { fullPageAddress } from '../../../data/embed/full-page.ts';
import { bandMinutes } from '../../../engine/asked.ts';
import type { Question } from '../../../engine/question.ts';
import type { Theme } from '../../../state/appearance.ts';
import { embedAddress } from '../../embed/embed-address.ts';
import type { Language } from '../../shared/words.ts';

/** Widths the preview shows, pixels. */
export const WIDTHS = [320, 640, 1080] as const;
export type Width = (typeof WIDTHS)[number];

/** An embed as it is being put together. */
export class EmbedDraft {
  /** Null for the limits on screen. */
  minutes: number | null = $state(null);
  language: Language = $state()!;
  theme: Theme = $state('auto');
  start: LiveStart = $state('tap');
  layers: LiveLayer[] = $state([...LIVE_LAYERS]);
  caption = $state('');
  approval = $state('');
  /** Pixels; null for what the contents take at a width of 640. */
  height: number | null = $state(null);
  /** The contents' own, by width, as the preview told them. */
  heights: Partial<Record<Width, number>> = $state({});
  /** What the figures are frozen to; null until they are there. */
  view: FrozenView | null = $state.raw(null);
  /** Folder of the page, with a slash at its end. */
  readonly #page: string;

  constructor(language: Language, approval: string | null, page: string) {
    this.language = language;
    this.approval = approval ?? '';
    this.#page = page;
  }

  /** The question of the screen, with the limit chosen here. */
  questionOf(screen: Question): Question {
    if (this.minutes === null) return screen;
    const { zoneMinutes: _, ...rest } = screen;
    return { ...rest, minutes: bandMinutes(this.minutes, screen.minutes.length > 1) };
  }

  readonly said = $derived.by(() => ({
    caption: this.caption.trim() || null,
    approval: this.approval.trim() || null,
  }));

  /** Address of the embed; null until there are figures. */
  readonly address: string | null = $derived.by(() => {
    if (!this.view) return null;
    const { language, start, theme } = this;
    const layers = LIVE_LAYERS.filter((layer) => this.layers.includes(layer));
    const asked = { language, start, layers, frozen: encodeFrozen(this.view) };
    return embedAddress(`${this.#page}embed.html`, asked, theme);
  });

  /** What the snippets are told: where they point to, and in which language they speak. */
  place(src: string): SnippetPlace {
    const { language, view } = this;
    return { src, language, fullPage: view && fullPageAddress(this.#page, view, language) };
  }

  readonly script = $derived.by(() => `${this.#page}huimin-map.js`);
  readonly pixels: number = $derived.by(() => this.height ?? this.heights[640] ?? 900);
}
