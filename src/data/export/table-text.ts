import type { Cell, Column } from './layer.ts';
import { formatMethod, type MethodBlock } from './method.ts';

/** A spreadsheet shows at most 32,767 characters of a cell, and cuts the rest off. */
const CELL_CHARACTERS = 30_000;

/** A column's name in a table of this language. */
export function headerOf({ key, zh }: Column, language: 'zh' | 'en'): string {
  return language === 'zh' ? zh : key;
}

/** A cell in the words of a table of this language; numbers and nothing stay what they are. */
export function tableCell(
  cell: Cell,
  column: Column,
  language: 'zh' | 'en',
): string | number | null {
  if (typeof cell === 'boolean') {
    const [yes, no] = language === 'zh' ? ['是', '否'] : ['yes', 'no'];
    return cell ? yes : no;
  }
  if (typeof cell !== 'string' || language !== 'zh') return cell;
  return column.zhCells?.[cell] ?? cell;
}

/**
 * The method block in pieces that a spreadsheet's cell holds: one, but for scenarios of hundreds of
 * edits. Joined they are the block; each piece after the first begins with a comma, which no
 * spreadsheet takes for a formula.
 */
export function methodCells(block: MethodBlock): string[] {
  const cells: string[] = [];
  let rest = formatMethod(block);
  while (rest.length > CELL_CHARACTERS) {
    const cut = rest.lastIndexOf(',', CELL_CHARACTERS);
    cells.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...cells, rest];
}
