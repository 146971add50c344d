import { mix, readable } from './colour-mix.ts';

export type Theme = 'light' | 'dark' | 'contrast';

/** Every colour of the map in one theme, #RRGGBB. */
export interface Palette {
  land: string;
  residential: string;
  industrial: string;
  farm: string;
  wood: string;
  park: string;
  water: string;
  road: string;
  casing: string;
  bridge: string;
  path: string;
  rail: string;
  boundary: string;
  ink: string;
  quietInk: string;
  waterInk: string;
  halo: string;
  accent: string;
  /** Minutes 0–5, 5–10, 10–15, 15–30 as points and in the legend's text. */
  minutes: [string, string, string, string];
  /** How much of a minute's colour lies over the land; the palest is always plain. */
  bandStrength: number;
  gap: string;
  gapTint: string;
  gapNumber: string;
  /** The disc of a facility's icon and what is drawn in it. */
  glyph: string;
  closed: string;
  /** Widths of hatch lines in pixels. */
  hatch: number;
}

const PALETTES: Record<Theme, Palette> = {
  light: {
    land: '#F0F1ED',
    residential: '#E9E6E0',
    industrial: '#E5E4E6',
    farm: '#EBEEDF',
    wood: '#D3E2CA',
    park: '#DCE8D3',
    water: '#BFD9E6',
    road: '#FFFFFF',
    casing: '#C6C9C2',
    bridge: '#A9B0AC',
    path: '#C9C6BC',
    rail: '#B4B7B5',
    boundary: '#7B8783',
    ink: '#16211F',
    quietInk: '#55625F',
    waterInk: '#3E6B84',
    halo: '#FFFFFF',
    accent: '#0B6E75',
    // The last is a shade deeper than look.md's: on farmland a red-blind eye lost #CFE9DF.
    minutes: ['#0B5563', '#2B8C8C', '#7FC8B8', '#C4E4D8'],
    bandStrength: 0.72,
    gap: '#B4431A',
    gapTint: '#F6D9CB',
    gapNumber: '#FFFFFF',
    glyph: '#FFFFFF',
    closed: '#8A9491',
    hatch: 1.3,
  },
  dark: {
    land: '#12181B',
    residential: '#192124',
    industrial: '#1B2125',
    farm: '#151D1B',
    wood: '#1A2B1F',
    park: '#1C2D22',
    water: '#16313F',
    road: '#313E44',
    casing: '#0D1214',
    bridge: '#4A5A60',
    path: '#2B363B',
    rail: '#3D494E',
    boundary: '#7F8E8A',
    ink: '#E9EFED',
    quietInk: '#A5B3AF',
    waterInk: '#7FA9BF',
    halo: '#12181B',
    accent: '#5CC8CB',
    minutes: ['#9BE3D5', '#4FB3AC', '#2A7C7F', '#1D4A50'],
    bandStrength: 0.8,
    gap: '#FF9A6B',
    gapTint: '#3B241B',
    gapNumber: '#1E0F08',
    glyph: '#12181B',
    closed: '#77837F',
    hatch: 1.3,
  },
  contrast: {
    land: '#FFFFFF',
    residential: '#F4F4F4',
    industrial: '#EEEEEE',
    farm: '#FAFAF2',
    wood: '#C4DDB6',
    park: '#CFE3C3',
    water: '#9CC7E0',
    road: '#FFFFFF',
    casing: '#7A7A7A',
    bridge: '#303030',
    path: '#7A7A7A',
    rail: '#4A4A4A',
    boundary: '#000000',
    ink: '#000000',
    quietInk: '#1A1A1A',
    waterInk: '#00334D',
    halo: '#FFFFFF',
    accent: '#003E44',
    minutes: ['#06404B', '#1C7878', '#6CBFAD', '#C6E8DC'],
    bandStrength: 1,
    gap: '#8A2A08',
    gapTint: '#FFD6C2',
    gapNumber: '#FFFFFF',
    glyph: '#FFFFFF',
    closed: '#5A5A5A',
    hatch: 2.5,
  },
};

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
