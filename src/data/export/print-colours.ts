/** Colours on paper: those of the page's light map, which a test holds together. #RRGGBB. */
export const PRINT = {
  paper: '#FFFFFF',
  land: '#F0F1ED',
  road: '#D3D6D0',
  roadFar: '#B9BCB4',
  boundary: '#7B8783',
  ink: '#16211F',
  quiet: '#4C5856',
  accent: '#0B6E75',
  gap: '#B4431A',
  gapTint: '#F6D9CB',
  closed: '#8A9491',
  /** Bands to 5, 10, 15 minutes and beyond, as they lie on the land. */
  bands: ['#4B8086', '#62A8A7', '#9FD3C7', '#C4E4D8'],
};

/** The colour of the ground within so many minutes. */
export function printBand(minutes: number): string {
  const step = [5, 10, 15].findIndex((end) => minutes <= end);
  return PRINT.bands[step < 0 ? 3 : step];
}

/** The colours of a legend: of each band, of gaps and of sites. #RRGGBB. */
export interface LegendColours {
  bands: string[];
  gap: string;
  gapTint: string;
  site: string;
}

/** Those on paper, for bands of these minutes and a service's colour. */
export function printColours(minutes: number[], site: string): LegendColours {
  const { gap, gapTint } = PRINT;
  return { bands: minutes.map(printBand), gap, gapTint, site };
}
