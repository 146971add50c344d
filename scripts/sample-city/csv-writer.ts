/** A table as CSV with a header; cells with commas, quotes or line breaks are quoted. */
export function csv(columns: readonly string[], rows: (string | number)[][]): string {
  return [columns, ...rows].map((row) => row.map(cell).join(',') + '\n').join('');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
