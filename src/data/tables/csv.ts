import Papa from 'papaparse';
import type { Rejection } from '../fault.ts';
import {
  emptyFile,
  headerQuotes,
  onlyHeader,
  openQuote,
  quotesWrong,
  rejection,
  widthWrong,
} from './table-faults.ts';

export interface Row {
  /** 1-based line of the file on which the row begins. */
  line: number;
  /** As many as the header has; untouched text. */
  cells: string[];
}

export interface Table {
  /** Names as the file writes them, trimmed; empty names at the end are left off. */
  header: string[];
  headerLine: number;
  rows: Row[];
  /** Rows whose cells cannot be told apart. rows + rejected = rows of the file. */
  rejected: Rejection[];
}

/**
 * Text → header and rows. Comma, tab or semicolon, whichever the header has most of. The first line
 * that is not blank is the header. Lines with nothing in them but separators and spaces are blank:
 * skipped and not counted. A row may have more cells than the header if the extra ones are empty.
 * Line ends inside a quoted cell become '\n'.
 * Throws Fault `empty-file`, `no-rows`, `open-quote`, `header-quotes`.
 */
export function readCsv(text: string, fileName: string): Table {
  const { delimiter, lines } = splitCsv(text, fileName);
  let table: Table | null = null;
  for (const { line, lastLine, cells, quotes } of lines) {
    if (table === null) {
      if (quotes) throw headerQuotes(fileName, line);
      table = { header: headerOf(cells), headerLine: line, rows: [], rejected: [] };
    } else if (quotes) {
      const why = quotesWrong(cells.join(delimiter), line, lastLine);
      table.rejected.push(rejection(line, why));
    } else takeRow(table, line, cells, delimiter);
  }
  if (table === null) throw emptyFile(fileName);
  if (table.rows.length + table.rejected.length === 0) throw onlyHeader(fileName, table.headerLine);
  return table;
}

/** One row of a text file as it stands. */
export interface CsvLine {
  /** 1-based lines on which it begins and ends. */
  line: number;
  lastLine: number;
  cells: string[];
  /** True where its quotes do not pair up, so that its cells cannot be told apart. */
  quotes: boolean;
}

/**
 * Text → rows that are not blank, before anybody knows which is the header. The separator is the one
 * the first `telling` rows have most of, the first that has any. Throws Fault `open-quote`.
 */
export function splitCsv(
  text: string,
  fileName: string,
  telling = 1,
): { delimiter: string; lines: CsvLine[] } {
  // One kind of line end: papaparse takes a single one per file and would merge rows of a mixed file.
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const delimiter = delimiterOf(plain, telling);
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter, newline: '\n' });
  const broken = new Map(errors.map((e) => [e.row ?? -1, e.code]));
  const quoted = plain.includes('"');
  const lines: CsvLine[] = [];
  let next = 1;
  for (let i = 0; i < data.length; i++) {
    const cells = data[i];
    const line = next;
    next = line + (quoted ? linesIn(cells) : 1);
    const fault = broken.get(i);
    if (fault === 'MissingQuotes') throw openQuote(fileName, line);
    if (fault === undefined && cells.every(isBlank)) continue;
    lines.push({ line, lastLine: next - 1, cells, quotes: fault !== undefined });
  }
  return { delimiter, lines };
}

function takeRow(table: Table, line: number, cells: string[], delimiter: string): void {
  const width = table.header.length;
  let filled = cells.length;
  while (filled > width && isBlank(cells[filled - 1])) filled--;
  if (filled === width) {
    cells.length = width;
    table.rows.push({ line, cells });
  } else table.rejected.push(rejection(line, widthWrong(cells.join(delimiter), filled, width)));
}

function headerOf(cells: string[]): string[] {
  const header = cells.map((cell) => cell.trim());
  while (header[header.length - 1] === '') header.pop();
  return header;
}

/** papaparse guesses from ten rows, so one bad row can sway it; column names rarely hold separators. */
function delimiterOf(text: string, telling: number): string {
  const counts = new Map([
    [',', 0],
    ['\t', 0],
    [';', 0],
  ]);
  let inside = false;
  for (let i = Math.max(0, text.search(/[^\s,;]/)); i < text.length; i++) {
    const char = text[i];
    if (char === '"') inside = !inside;
    else if (char === '\n' && !inside) {
      // A title above the names of the columns has no separators.
      if (--telling < 1 || [...counts.values()].some((count) => count > 0)) break;
    } else if (!inside && counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const isBlank = (cell: string) => cell.trim() === '';

function linesIn(cells: string[]): number {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines++;
  }
  return lines;
}
