import type { Theme } from '../../state/appearance.ts';

export type ShownTheme = Exclude<Theme, 'auto'>;

const CONTRAST = '(prefers-contrast: more)';
const DARK = '(prefers-color-scheme: dark)';

/** The theme to draw: the one chosen, or what the system prefers. */
export function resolveTheme(theme: Theme): ShownTheme {
  if (theme !== 'auto') return theme;
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

/** Calls back when the system's preference changes; returns the undo. */
export function watchScheme(changed: () => void): () => void {
  const queries = [matchMedia(CONTRAST), matchMedia(DARK)];
  queries.forEach((query) => query.addEventListener('change', changed));
  return () => queries.forEach((query) => query.removeEventListener('change', changed));
}
