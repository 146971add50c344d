/** What a spreadsheet would run as a formula; the full-width signs too, as East Asian versions do. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell of a CSV that no spreadsheet runs: text gets an apostrophe before it, which our reader takes off again. */
export function inert(cell: string | number | null): string | number {
  if (typeof cell !== 'string') return cell ?? '';
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
