/** Ages in whole years, both inclusive; no `to` means and above. */
export interface AgeRange {
  from: number;
  to?: number;
}

/** age_6_14 → 6 to 14; age_60_plus, age_60plus, age_60+, age_60p → 60 and above; else null. */
export function ageRange(column: string): AgeRange | null {
  const match = /^age_(\d{1,3})(?:_(\d{1,3})|_?(?:plus|\+|p))$/i.exec(column);
  if (match === null) return null;
  const from = Number(match[1]);
  if (match[2] === undefined) return { from };
  const to = Number(match[2]);
  return from <= to ? { from, to } : null;
}
