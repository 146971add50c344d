const YEAR_FIRST = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/;

/**
 * A trimmed cell → yyyy, yyyy-mm or yyyy-mm-dd, or null. Year-first forms that Excel and Chinese
 * tables write (2024/5/1, 2024年5月1日) are unambiguous and brought to ISO; day-first forms are not.
 */
export function isoDate(cell: string): string | null {
  const match = YEAR_FIRST.exec(cell);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  if (day === undefined) return `${year}-${month.padStart(2, '0')}`;
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > last) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
