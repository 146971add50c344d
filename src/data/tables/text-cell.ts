import {
  characters,
  duplicateWrong,
  emptyWrong,
  tooLongWrong,
  type Wrong,
} from './table-faults.ts';

/** Characters an id or a name may have. */
export const NAME_LIMIT = 200;
/** Characters of other text (address, hours, source): a source may well be a long link. */
export const TEXT_LIMIT = 1000;

/** Why a trimmed text is too long, or null. Counted in characters, not UTF-16 units. */
export function checkLength(text: string, column: string, limit: number): Wrong | null {
  if (text.length <= limit || characters(text) <= limit) return null;
  return tooLongWrong(column, text, limit);
}

/** Why a trimmed text that must be there cannot be used, or null. */
export function checkName(text: string, column: string): Wrong | null {
  return text === '' ? emptyWrong(column) : checkLength(text, column, NAME_LIMIT);
}

/**
 * Why an id cannot be used, or null. `taken` maps the ids of *accepted* rows to their line (or
 * feature): a row that was refused does not block its id.
 */
export function checkId(
  id: string,
  taken: Map<string, number>,
  unit: 'line' | 'feature',
): Wrong | null {
  const first = taken.get(id);
  return first === undefined ? checkName(id, 'id') : duplicateWrong(id, first, unit);
}
