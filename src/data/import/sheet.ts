import type { Text } from '../fault.ts';
import type { Wrong } from '../tables/table-faults.ts';

/** A point or polygons as a file draws them, in the file's own coordinates; not checked yet. */
export interface DrawnGeometry {
  type: string;
  coordinates: unknown;
}

export interface SheetRow {
  /** 1-based line of a text file, row of a spreadsheet, or feature of a collection. */
  line: number;
  /** Text as the file has it; may be fewer or more than the header has. */
  cells: string[];
  geometry?: DrawnGeometry | null;
  /** Why its cells cannot be told apart. */
  wrong?: Wrong;
}

/** One table of a file, before anybody knows which row holds the names of its columns. */
export interface Sheet {
  name: string;
  /** What `line` counts. */
  unit: 'line' | 'row' | 'feature';
  /** Rows that are not blank, in the file's order. */
  rows: SheetRow[];
  /** Names of the columns where the file keeps them apart from its rows; null where a row has them. */
  columns: string[] | null;
  /** Whether a row may well be shorter than the header: spreadsheets leave blank cells out. */
  ragged: boolean;
}

/** A file taken apart. */
export interface SheetFile {
  kind: 'csv' | 'xlsx' | 'geojson' | 'kml' | 'gpx' | 'fgb';
  sheets: Sheet[];
  /** What the file itself says of its coordinate system, in its own words; '' for nothing. */
  saysCrs: string;
  /** Things worth knowing that are no fault, such as parts that were left out, each counted. */
  notes: Text[];
}

/** More cells than any list of a city has: beyond it the memory of a browser is in danger. */
export const MOST_CELLS = 20_000_000;
export const MOST_COLUMNS = 400;
/** Bytes of a file; a browser holds a few times as much while it reads. */
export const MOST_BYTES = 300_000_000;
