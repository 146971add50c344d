import type { DrawReport } from '../../src/data/basemap/pen.ts';

/** What each count of the report means. */
const MEANINGS: Record<keyof DrawReport, string> = {
  missing: 'members of areas lie outside the extract',
  open: 'members of areas close no ring',
  stray: 'rings of areas enclose nothing, or are holes in nothing',
  cutAreas: 'areas are cut by the edge of the extract and not drawn',
  cutLines: 'nodes of lines lie outside the extract; the lines end there',
  wide: 'shapes are wider than 5 degrees and not drawn',
  cutNames: 'names have more than 100 characters and are cut',
  outlines: 'boundary ways are outlines of countries or lie at sea and are not drawn',
  openCoasts: 'coasts end in the middle of the region, so no sea is drawn',
};

/** One line for each thing that could not be drawn as it is. */
export function undrawn(report: DrawReport): string[] {
  return (Object.keys(MEANINGS) as (keyof DrawReport)[])
    .filter((key) => report[key])
    .map((key) => `${report[key]} ${MEANINGS[key]}`);
}
