import type { ShownTheme } from '../shared/theme.ts';

/** What may change of an open map. */
export class LiveLook {
  theme: ShownTheme = $state()!;

  constructor(theme: ShownTheme) {
    this.theme = theme;
  }
}
