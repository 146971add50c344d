import { splitCsv } from '../tables/csv.ts';
import { decodeText } from '../tables/decode-text.ts';
import { emptyFile, quotesWrong } from '../tables/table-faults.ts';
import { importFaults } from './import-faults.ts';
import { MOST_CELLS, MOST_COLUMNS, type SheetFile, type SheetRow } from './sheet.ts';

/** Rows that may stand above the first one with a separator: titles, notes. */
const TITLES = 20;

/**
 * A CSV (comma, tab or semicolon; UTF-8, UTF-16 with BOM, GBK) → its one sheet.
 * Throws Faults of decodeText and splitCsv, `empty-file`, `too-wide`, `too-many-cells`.
 */
export function readCsvSheet(bytes: Uint8Array, file: string): SheetFile {
  const { text, encoding } = decodeText(bytes, file);
  const { delimiter, lines } = splitCsv(text, file, TITLES);
  if (lines.length === 0) throw emptyFile(file);
  let cellCount = 0;
  const rows = lines.map(({ line, lastLine, cells, quotes }): SheetRow => {
    cellCount += cells.length;
    if (cellCount > MOST_CELLS) throw importFaults.tooManyCells(file);
    // A quote that swallows lines makes rows of any width: they are refused one by one.
    if (quotes)
      return { line, cells: [], wrong: quotesWrong(cells.join(delimiter), line, lastLine) };
    return { line, cells };
  });
  const width = widthOf(rows.slice(0, TITLES));
  if (width > MOST_COLUMNS) throw importFaults.tooWide(file, width);
  const notes =
    encoding === 'utf-8'
      ? []
      : [
          {
            zh: `按 ${encoding.toUpperCase()} 编码读取。`,
            en: `Read as ${encoding.toUpperCase()}.`,
          },
        ];
  return {
    kind: 'csv',
    sheets: [{ name: '', unit: 'line', rows, columns: null, ragged: false }],
    saysCrs: '',
    notes,
  };
}

function widthOf(rows: SheetRow[]): number {
  return rows.reduce((widest, { cells }) => {
    let width = cells.length;
    while (width > 0 && cells[width - 1].trim() === '') width--;
    return Math.max(widest, width);
  }, 0);
}
