import { crc32 } from '../crc32.ts';
import { fieldOf, TARGETS } from './fields.ts';
import { seenText } from './half-width.ts';
import type { Sheet } from './sheet.ts';

/** Which rows of a sheet hold the names of the columns: indices into its rows. None: `rows` is 0. */
export interface HeaderRows {
  from: number;
  rows: number;
}

/** How far down the names may stand, below titles and notes. */
const SEARCHED = 20;
const MOST_HEADER_ROWS = 3;

/**
 * Finds the names of the columns: the one to three rows that name the most fields between them.
 * Where nothing is recognised, the first row with at least two cells.
 */
export function findHeader(sheet: Sheet): HeaderRows {
  if (sheet.columns) return { from: 0, rows: 0 };
  let best = { from: -1, rows: 1, score: 0 };
  for (let from = 0; from < Math.min(SEARCHED, sheet.rows.length); from++) {
    for (let rows = 1; rows <= MOST_HEADER_ROWS && from + rows <= sheet.rows.length; rows++) {
      const score = recognised(namesOf(sheet, { from, rows }));
      // One row more must name two fields more: a row of data can look like a name by chance.
      if (score >= best.score + (best.from === from ? 2 : 1)) best = { from, rows, score };
    }
  }
  if (best.from >= 0) return { from: best.from, rows: best.rows };
  const first = sheet.rows.findIndex(
    ({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1,
  );
  return { from: Math.max(0, first), rows: 1 };
}

function recognised(names: string[]): number {
  return Math.max(
    ...TARGETS.map(
      (target) => new Set(names.map((name) => fieldOf(target, name)?.field).filter(Boolean)).size,
    ),
  );
}

/** The names of the columns, each different from the others; '' becomes its number. */
export function columnNames(sheet: Sheet, header: HeaderRows): string[] {
  const names = sheet.columns ?? namesOf(sheet, header);
  const taken = new Map<string, number>();
  return names.map((name, c) => {
    const plain = name || `#${c + 1}`;
    const times = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, times);
    return times > 1 ? `${plain} (${times})` : plain;
  });
}

/**
 * Of several rows the lowest cell that says something; the ones above it too where two columns would
 * be called the same. A merged cell of a CSV is followed by blank ones, which take its text.
 */
function namesOf(sheet: Sheet, { from, rows }: HeaderRows): string[] {
  const block = sheet.rows.slice(from, from + rows).map(({ cells }) => cells.map(headerText));
  const width = Math.max(0, ...block.map((cells) => lastFilled(cells)));
  const parts = Array.from({ length: width }, (_, c) => {
    const texts: string[] = [];
    block.forEach((cells, r) => {
      let text = cells[c] ?? '';
      const below = block.slice(r + 1).some((lower) => lower[c]);
      for (let left = c - 1; text === '' && below && left >= 0; left--) text = cells[left] ?? '';
      if (text !== '' && texts[texts.length - 1] !== text) texts.push(text);
    });
    return texts;
  });
  const lowest = parts.map((texts) => texts[texts.length - 1] ?? '');
  return parts.map((texts, c) =>
    lowest.indexOf(lowest[c]) === lowest.lastIndexOf(lowest[c]) ? lowest[c] : texts.join(' '),
  );
}

/** Long texts are no names; a short one keeps what was cut from being held many times over. */
const headerText = (cell: string) => seenText(cell.slice(0, 100)).replace(/\s+/g, ' ').trim();

function lastFilled(cells: string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  return width;
}

/** The same for the same set of names, in whatever order: what a mapping is remembered by. */
export function headerHash(names: readonly string[]): string {
  const text = [...names].sort().join('\n');
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0') + `-${names.length}`;
}
