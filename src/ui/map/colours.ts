import { mix, readable } from './colour-mix.ts';
import { PALETTES, type Palette, type Theme } from './palettes.ts';

/** The map's colours in a theme. */
export function palette(theme: Theme): Palette {
  return PALETTES[theme];
}

/** Upper ends, in minutes, of the steps of the ramp. */
export const MINUTE_STEPS = [5, 10, 15] as const;

/** The colour of a band as it lies on the land; the legend shows the same. */
export function bandColour(theme: Theme, minutes: number): string {
  const { land, minutes: ramp, bandStrength } = PALETTES[theme];
  const step = MINUTE_STEPS.findIndex((end) => minutes <= end);
  return step < 0 ? ramp[MINUTE_STEPS.length] : mix(ramp[step], land, bandStrength);
}

/** A service's own colour, moved until its icon can be told on it in this theme. */
export function serviceColour(theme: Theme, colour: string): string {
  const { glyph } = PALETTES[theme];
  if (theme === 'dark') return readable(mix(colour, '#FFFFFF', 0.6), glyph, '#FFFFFF', 6);
  return readable(colour, glyph, '#000000', theme === 'contrast' ? 7 : 3.5);
}
