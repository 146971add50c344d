import type { LiveLayer } from '../../data/embed/live-box.ts';
import type { LiveQuestion } from '../../engine/embed/live-answer.ts';
import type { Theme } from '../../state/appearance.ts';

/** How a frame asks for its map, see data/embed/still-script.ts. */
export interface LiveOrder extends LiveQuestion {
  layers: LiveLayer[];
  language: 'zh' | 'en';
  theme: Theme;
}

/** A map that stands: it follows the frame's theme. */
export interface LiveShown {
  dress(theme: Theme): void;
}

/**
 * Opens the map in `box`. Rejects where it cannot be had; where that has a reason for readers, the
 * error carries it as `sentence`.
 */
export async function openLive(box: HTMLElement, order: LiveOrder): Promise<LiveShown> {
  // This file has no style of its own, which nobody would load.
  const { mountLive } = await import('./mount-live.ts');
  return mountLive(box, order);
}
