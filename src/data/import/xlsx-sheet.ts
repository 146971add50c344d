import { importFaults } from './import-faults.ts';
import { MOST_CELLS, MOST_COLUMNS, type Sheet, type SheetRow } from './sheet.ts';
import { serialText, type NumberKind } from './xlsx-styles.ts';
import type { XmlPull } from './xml-pull.ts';

/** What the cells of all sheets of a workbook share. */
export interface Shared {
  strings: string[];
  kinds: NumberKind[];
  mac: boolean;
}

/** A merged block: rows and columns, both inclusive, from 0. */
interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One worksheet → rows of text; merged blocks are filled with the text of their corner. */
export function readWorksheet(xml: XmlPull, name: string, shared: Shared, file: string): Sheet {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let cells: string[] = [];
  let line = 0;
  let cellCount = 0;
  while (xml.next()) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'row') {
      // Rows go down: a number that does not is a damaged one.
      line = Math.max(line + 1, Number(xml.attribute('r')) || 0);
      cells = [];
      rows.push({ line, cells });
    } else if (xml.name === 'c') {
      const at = columnOf(xml.attribute('r')) ?? cells.length;
      const text = readCell(xml, shared);
      if (text === '') continue;
      if (at >= MOST_COLUMNS) throw importFaults.tooWide(file, at + 1);
      cellCount += Math.max(0, at + 1 - cells.length);
      if (cellCount > MOST_CELLS) throw importFaults.tooManyCells(file);
      while (cells.length < at) cells.push('');
      cells[at] = text;
    } else if (xml.name === 'mergeCell') {
      const merge = mergeOf(xml.attribute('ref') ?? '');
      if (merge) merges.push(merge);
    }
  }
  fill(rows, merges, cellCount, file);
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  return { name, unit: 'row', rows: filled, columns: null, ragged: true };
}

/** The text of the cell that has just opened. */
function readCell(xml: XmlPull, { strings, kinds, mac }: Shared): string {
  const type = xml.attribute('t') ?? 'n';
  const style = Number(xml.attribute('s') ?? 0);
  const depth = xml.depth;
  let text = '';
  while (xml.next() && xml.depth >= depth) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'v') text = xml.inside();
    else if (xml.name === 'is') text = xml.inside('rPh');
    else if (xml.name === 'f') xml.inside();
  }
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? '是' : text === '0' ? '否' : text;
  if (type !== 'n' || text === '') return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  const kind = kinds[style] ?? 'number';
  // Excel stores 17 digits; the shortest that means the same number is what was typed.
  return (kind === 'number' ? null : serialText(value, kind, mac)) ?? plain(value);
}

/** Never as 1.3E+21: a long number is most often a code. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') && Math.abs(value) >= 1 ? BigInt(Math.round(value)).toString() : text;
}

/** "AB12" → 27; null where it is no reference. */
function columnOf(reference: string | null): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d*$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function mergeOf(ref: string): Merge | null {
  const [from, to] = ref.split(':');
  const [left, right] = [columnOf(from), columnOf(to ?? from)];
  const [top, bottom] = [from, to ?? from].map((part) => Number(/\d+$/.exec(part)?.[0] ?? NaN) - 1);
  if (left === null || right === null || !(top >= 0) || !(bottom >= top) || right < left)
    return null;
  return { top, left, bottom, right: Math.min(right, MOST_COLUMNS - 1) };
}

function fill(rows: SheetRow[], merges: Merge[], cellCount: number, file: string): void {
  if (!merges.length) return;
  const at = new Map(rows.map((row) => [row.line - 1, row.cells]));
  let budget = MOST_CELLS - cellCount;
  for (const { top, left, bottom, right } of merges) {
    const text = at.get(top)?.[left] ?? '';
    if (text === '') continue;
    // Beyond the last row that is there, a merge of a million rows has nothing to say.
    for (let r = top; r <= Math.min(bottom, top + rows.length); r++) {
      budget -= right + 1 - left;
      if (budget < 0) throw importFaults.tooManyCells(file);
      const cells = at.get(r);
      if (!cells) continue;
      while (cells.length < left) cells.push('');
      for (let c = left; c <= right; c++) cells[c] ||= text;
    }
  }
}
