export type Theme = 'light' | 'dark' | 'contrast';

/** Every colour of the map in one theme, #RRGGBB. */
export interface Palette {
  /** What the ground is used for, from the bare land on. */
  land: string;
  farm: string;
  residential: string;
  industrial: string;
  commercial: string;
  /** Grounds of schools and hospitals. */
  civic: string;
  sand: string;
  cemetery: string;
  grass: string;
  park: string;
  wood: string;
  wetland: string;
  pitch: string;
  water: string;
  /** Laid thinly over whatever is below, so that a band is seen through. */
  building: string;
  buildingStrength: number;
  /** Streets: the filling, and a thin shade around it that darkens whatever it lies on. */
  road: string;
  motorway: string;
  casing: string;
  casingStrength: number;
  /** Paved squares. */
  plaza: string;
  /** Main roads from afar, where there is no room for a line around them. */
  roadFar: string;
  /** Where one may only drive to a door. */
  privateRoad: string;
  tunnel: string;
  bridge: string;
  path: string;
  arrow: string;
  rail: string;
  /** Between the areas results are listed by, and all other administrative boundaries. */
  boundary: string;
  admin: string;
  ink: string;
  quietInk: string;
  waterInk: string;
  greenInk: string;
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
  /** Widths of hatch lines in pixels, and their opacity from nearby. */
  hatch: number;
  hatchNear: number;
}

export const PALETTES: Record<Theme, Palette> = {
  light: {
    land: '#F0F1ED',
    farm: '#EBEEDF',
    residential: '#E9E6E0',
    industrial: '#E4E3E6',
    commercial: '#EDE4E0',
    civic: '#EFEAD8',
    sand: '#F1ECD8',
    cemetery: '#DDE3D6',
    grass: '#E2EBD8',
    park: '#D5E6CB',
    wood: '#CBDDC2',
    wetland: '#D5E4DD',
    pitch: '#C9DFC4',
    water: '#BFD9E6',
    building: '#6F675B',
    buildingStrength: 0.2,
    road: '#FFFFFF',
    motorway: '#FBF1D8',
    casing: '#2C3936',
    casingStrength: 0.27,
    plaza: '#F7F6F2',
    roadFar: '#B9BCB4',
    privateRoad: '#F6F5F1',
    tunnel: '#F3F3F0',
    bridge: '#5E6A66',
    path: '#B9B4A6',
    arrow: '#8C9390',
    rail: '#A6AAA8',
    boundary: '#7B8783',
    admin: '#9A93A6',
    ink: '#16211F',
    quietInk: '#4C5856',
    waterInk: '#2F5F7A',
    greenInk: '#3B5F37',
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
    hatchNear: 0.6,
  },
  dark: {
    land: '#12181B',
    farm: '#151D1B',
    residential: '#192124',
    industrial: '#1C2126',
    commercial: '#1F2122',
    civic: '#21231F',
    sand: '#22221C',
    cemetery: '#1B2521',
    grass: '#18241D',
    park: '#1C2D22',
    wood: '#1A2B1F',
    wetland: '#182A2A',
    pitch: '#203526',
    water: '#16313F',
    building: '#8FA3A8',
    buildingStrength: 0.14,
    road: '#35424A',
    motorway: '#4A4E48',
    casing: '#04080A',
    casingStrength: 0.7,
    plaza: '#283136',
    roadFar: '#46545B',
    privateRoad: '#262F34',
    tunnel: '#232B2F',
    bridge: '#7C929B',
    path: '#3B484E',
    arrow: '#8B9AA0',
    rail: '#4A575D',
    boundary: '#7F8E8A',
    admin: '#645F73',
    ink: '#E9EFED',
    quietInk: '#A9B7B3',
    waterInk: '#86B2CA',
    greenInk: '#93BE93',
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
    hatchNear: 0.6,
  },
  contrast: {
    land: '#FFFFFF',
    farm: '#FAFAF2',
    residential: '#F4F4F4',
    industrial: '#EEEEEE',
    commercial: '#F6EEEA',
    civic: '#F6F1DC',
    sand: '#F8F3DF',
    cemetery: '#E4EBDF',
    grass: '#E3EFDA',
    park: '#CFE3C3',
    wood: '#C4DDB6',
    wetland: '#D2E6DF',
    pitch: '#BFDBB4',
    water: '#9CC7E0',
    building: '#2A2A2A',
    buildingStrength: 0.26,
    road: '#FFFFFF',
    motorway: '#FFF2CC',
    casing: '#000000',
    casingStrength: 0.6,
    plaza: '#F6F6F6',
    roadFar: '#6A6A6A',
    privateRoad: '#EFEFEF',
    tunnel: '#F2F2F2',
    bridge: '#303030',
    path: '#6A6A6A',
    arrow: '#303030',
    rail: '#4A4A4A',
    boundary: '#000000',
    admin: '#5A4A70',
    ink: '#000000',
    quietInk: '#1A1A1A',
    waterInk: '#00334D',
    greenInk: '#123A10',
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
    hatchNear: 0.8,
  },
};
