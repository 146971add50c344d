import Papa from 'papaparse';
import { inert } from './inert.ts';
import { marked, type Layer } from './layer.ts';
import type { MethodBlock } from './method.ts';
import { headerOf, methodCells, tableCell } from './table-text.ts';

/** Excel takes a CSV for UTF-8 only where it begins with this. */
const BOM = '\ufeff';

/**
 * CSV as spreadsheets like it: UTF-8 with BOM, CRLF, one header row. The method block stands in the
 * last column of the first row (of more columns where it is long), since every reader of CSV
 * understands a rectangle: lines before or behind it would spoil the types of columns, or be refused
 * as broken rows by readers as strict as our own. It survives sorting and saving in a spreadsheet.
 * Text that would run as a formula gets an apostrophe before it, which our reader takes off again.
 */
export function writeCsv(layer: Layer, method: MethodBlock, language: 'zh' | 'en'): string {
  const { columns, rows } = marked(layer, method.region.invented);
  const pieces = methodCells(method);
  const methods = pieces.map(
    (_, k) => (language === 'zh' ? '方法' : 'method') + (k ? `_${k + 1}` : ''),
  );
  const shown = rows.length ? rows : [columns.map(() => null)];
  const lines = shown.map((row, r) => [
    ...row.map((cell, c) => inert(tableCell(cell, columns[c], language))),
    ...pieces.map((piece) => (r ? '' : piece)),
  ]);
  const header = [...columns.map((column) => headerOf(column, language)), ...methods];
  return BOM + Papa.unparse([header, ...lines], { newline: '\r\n' }) + '\r\n';
}
