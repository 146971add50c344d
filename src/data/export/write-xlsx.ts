import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/universal';
import { INVENTED_MARK, marked, type Cell, type Column, type Layer } from './layer.ts';
import type { MethodBlock } from './method.ts';
import { headerOf, methodCells, tableCell } from './table-text.ts';

const HEAD = { fontWeight: 'bold', backgroundColor: '#E4EFEE', wrap: true } as const;

/**
 * A workbook of two sheets: the layer, with its header frozen and numbers as numbers, and the method.
 * Text is written as text: nothing in it can run as a formula.
 */
export async function writeXlsx(
  layer: Layer,
  method: MethodBlock,
  language: 'zh' | 'en',
  sheet: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, rows } = marked(layer, method.region.invented);
  const header: Row = columns.map((column) => ({
    value: headerOf(column, language),
    type: String,
    ...HEAD,
  }));
  const data: SheetData = [
    header,
    ...rows.map((row) => row.map((cell, c) => typed(cell, columns[c], language))),
  ];
  const widths = columns.map(({ type }) => ({ width: type === 'text' ? 22 : 12 }));
  const workbook = writeExcelFile([
    { data, sheet, columns: widths, stickyRowsCount: 1 },
    {
      data: methodRows(method, language),
      sheet: language === 'zh' ? '方法' : 'Method',
      columns: [{ width: 18 }, { width: 100 }],
    },
  ]);
  return new Uint8Array(await (await workbook.toBlob()).arrayBuffer());
}

function typed(cell: Cell, column: Column, language: 'zh' | 'en') {
  const value = tableCell(cell, column, language);
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** The block for people, a member a row, and below it the whole for the machine. */
function methodRows(method: MethodBlock, language: 'zh' | 'en'): SheetData {
  const text = (value: string) => ({ value, type: String, wrap: true });
  const members = Object.entries(method).map(([key, value]) => [
    text(key),
    text(typeof value === 'string' ? value : JSON.stringify(value).slice(0, 1000)),
  ]);
  const how =
    language === 'zh'
      ? '用 huimin rerun 加本文件可以重算；请勿改动下面的格子。'
      : 'huimin rerun with this file computes it again; leave the cells below as they are.';
  return [
    ...(method.region.invented ? [[text(INVENTED_MARK)]] : []),
    ...members,
    [text(how)],
    ...methodCells(method).map((piece) => [{ value: piece, type: String }]),
  ];
}
