import Papa from 'papaparse';

export const FORMATS = ['table', 'json', 'csv', 'geojson'] as const;
export type Format = (typeof FORMATS)[number];

export type Cell = string | number | null;

/** A list with named columns, as tables and CSV files show it. */
export interface Listing {
  columns: string[];
  rows: Cell[][];
}

/** CSV with CRLF; a cell that a spreadsheet would run as a formula is kept as text. */
export function toCsv({ columns, rows }: Listing): string {
  return Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: FORMULA }) + '\r\n';
}

// A number may begin with a minus, and a minus alone is none; only text that a spreadsheet would run is escaped.
const FORMULA = /^[=+@\t\r]|^-(?!$|[\d.]+$)/;

/** A plain table: numbers to the right, wide (Chinese) characters counted as two columns. */
export function toTable({ columns, rows }: Listing): string {
  const cells = [columns, ...rows.map((row) => row.map(plain))];
  const widths = columns.map((_, c) => Math.max(...cells.map((row) => width(row[c]))));
  return (
    cells
      .map((row, r) =>
        row
          .map((cell, c) => {
            const gap = ' '.repeat(widths[c] - width(cell));
            const right = r > 0 && typeof rows[r - 1][c] === 'number';
            return right ? gap + cell : cell + gap;
          })
          .join('  ')
          .trimEnd(),
      )
      .join('\n') + '\n'
  );
}

function plain(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'number') return plainNumber(cell);
  // Text from a file must not steer the terminal.
  // eslint-disable-next-line no-control-regex
  return cell.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}

/** For people's eyes: at most three decimals, so that a sum of fractions does not show its last bits. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += /[\u1100-\u115f\u2e80-\uffdc]/.test(char) ? 2 : 1;
  return columns;
}
